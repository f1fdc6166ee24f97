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
  /// Keeps a reference to `fields`, those of the roads' own table; `limits` may be empty.
  RoadFields(RoadInput const& input, Recognised const& fields, SpeedLimitsByLink limits);

  /// Returns the name of the road; empty if there is none.
  [[nodiscard]] std::string name(Record const& record) const;
  /// Returns the attributes of the road; nothing, and counted, if it is open to nobody or not in
  /// use. Values that are not understood are counted.
  [[nodiscard]] std::optional<RoadAttributes> read(Record const& record, std::string const& row,
                                                   ImportReport& report) const;

 private:
  [[nodiscard]] std::optional<RoadAttributes> read_digiroad(Record const& record,
                                                            std::string const& row,
                                                            ImportReport& report) const;
  /// Returns nothing, and counts the row, if the class is not open to everybody.
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
  std::vector<FieldIndex> names_;  ///< the first field with text is the name
  std::optional<FieldIndex> number_;
  bool is_digiroad_;
  bool is_one_way_by_words_;  ///< the one-way field is not Digiroad's own
  network::IceRoads ice_roads_;
  std::vector<std::string> along_, against_, both_, ferries_;
};

}  // namespace gapmap::io
