#pragma once
// What the fields of one row of a line layer say about its road.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/read_roads.h"
#include "gapmap/io/schemas.h"
#include "gapmap/io/detail/speed_limits.h"

namespace gapmap::io {

class RoadFields {
 public:
  /// `fields` are those of the roads' own table, and must outlive this; `limits` may be empty.
  RoadFields(RoadInput const& input, Recognised const& fields, SpeedLimitsByLink limits);

  /// What it is called; empty if nothing.
  [[nodiscard]] std::string name(Record const& record) const;
  /// Nothing, and counted, if it is a road for nobody or not in use. Whatever is not understood is
  /// counted.
  [[nodiscard]] std::optional<RoadAttributes> read(Record const& record, std::string const& row,
                                                   ImportReport& report) const;

 private:
  [[nodiscard]] std::optional<RoadAttributes> read_digiroad(Record const& record,
                                                            std::string const& row,
                                                            ImportReport& report) const;
  /// Nothing, and counted, if the class is not there for everybody.
  [[nodiscard]] std::optional<RoadAttributes> read_class(Record const& record,
                                                         std::string const& row,
                                                         ImportReport& report) const;
  void read_one_way(Record const& record, std::string const& row, ImportReport& report,
                    RoadAttributes& road) const;
  void read_level(Record const& record, std::string const& row, ImportReport& report,
                  RoadAttributes& road) const;
  void read_speed(Record const& record, std::string const& row, ImportReport& report,
                  RoadAttributes& road) const;
  [[nodiscard]] std::optional<int> code(Record const& record, Role role) const;

  Recognised const& fields_;
  SpeedLimitsByLink limits_;
  std::vector<FieldIndex> names_;  ///< the first that says something is the name
  std::optional<FieldIndex> number_;
  bool is_digiroad_;
  bool is_one_way_by_words_;  ///< the one-way field is not Digiroad's own
  network::IceRoads ice_roads_;
  std::vector<std::string> along_, against_, both_, ferries_;
};

}  // namespace gapmap::io
