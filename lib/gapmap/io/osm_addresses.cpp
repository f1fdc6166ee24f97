#include "gapmap/io/osm_addresses.h"

#include <fmt/format.h>

#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

#include "gapmap/io/detail/address_rows.h"
#include "gapmap/io/detail/osm_node_positions.h"
#include "gapmap/io/detail/osm_objects.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/osm_file.h"

namespace gapmap::io {
namespace {

/// Addresses as they are found, before it is known whether their objects count.
class OsmAddresses {
 public:
  OsmAddresses(OsmFile file, MunicipalityNumbers& municipalities, ImportReport& report)
      : file_{std::move(file)}, municipalities_{municipalities}, report_{report} {}

  std::vector<AddressRow> read() {
    read_as_osm(file_.path, [&] {
      visit_osm_objects(file_, OsmKinds::All,
                        {.begin = [&] { begin(); },
                         .take =
                             [&](osmium::OSMObject const& object) {
                               auto const* number =
                                   object.tags().get_value_by_key("addr:housenumber");
                               if (number != nullptr) take(object, number);
                             }});
      if (!ways_.empty()) locate_ways();
    });
    return std::move(rows_);
  }

 private:
  struct Way {
    AddressRow row;
    std::size_t first = 0;  ///< of its nodes
    std::size_t end = 0;
  };

  void begin() {
    report_.rows = 0;
    report_.remarks.clear();
    rows_.clear();
    ways_.clear();
    nodes_.clear();
  }

  void take(osmium::OSMObject const& object, char const* number) {
    ++report_.rows;
    auto const id = fmt::format("{}{}", osmium::item_type_to_char(object.type()), object.id());
    if (object.type() == osmium::item_type::relation)
      return report_.count("relation, only nodes and closed ways are read", id);
    auto const& tags = object.tags();
    AddressRow row{.row = id,
                   .street = first_of(tags, {"addr:street:fi", "addr:street", "addr:place"}),
                   .other_street = first_of(tags, {"addr:street:sv"}),
                   .house = places::parse_house_number(number),
                   .postal_code = places::parse_postal_code(first_of(tags, {"addr:postcode"}))};
    // On signs of Swedish municipalities the name of the street is Swedish.
    if (auto const signs = first_of(tags, {"addr:street"}); row.other_street.empty())
      row.other_street = signs;
    row.municipality = municipalities_.of(first_of(tags, {"addr:municipality"}));
    auto const town = municipalities_.of_town(first_of(tags, {"addr:city"}), row.postal_code);
    if (row.municipality == 0) row.municipality = town;
    if (object.type() == osmium::item_type::node) {
      auto const location = static_cast<osmium::Node const&>(object).location();
      if (!location.valid()) return report_.count("no coordinates", id);
      row.point = {location.lon(), location.lat()};
      return rows_.push_back(std::move(row));
    }
    Way way{.row = std::move(row), .first = nodes_.size()};
    for (auto const& node : static_cast<osmium::Way const&>(object).nodes())
      nodes_.push_back(node.ref());
    way.end = nodes_.size();
    ways_.push_back(std::move(way));
  }

  void locate_ways() {
    OsmNodePositions positions;
    for (auto const node : nodes_) positions.want(node);
    positions.read(file_);
    for (auto& way : ways_) {
      Box box;
      bool is_whole = way.first < way.end;
      for (auto i = way.first; i < way.end; ++i) {
        auto const position = positions.at(nodes_[i]);
        is_whole = is_whole && position;
        if (position) box.extend(Point{position->x, position->y});
      }
      if (!is_whole) {
        report_.count("way with nodes that the extract lacks", way.row.row);
        continue;
      }
      way.row.point = {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
      rows_.push_back(std::move(way.row));
    }
  }

  OsmFile file_;
  MunicipalityNumbers& municipalities_;
  ImportReport& report_;
  std::vector<AddressRow> rows_;
  std::vector<Way> ways_;
  std::vector<OsmNodePositions::Ref> nodes_;  ///< of all ways
};

}  // namespace

ImportReport read_osm_addresses(Source const& source, WorkingFrame const& frame,
                                MunicipalityKeys const& keys, AddressIndex& index) {
  auto const file = require_osm(source);
  ImportReport report{.source = source};
  report.recognised = "OpenStreetMap (addr:street, addr:housenumber)";
  report.kind = DataKind::OpenStreetMap;
  report.crs = "EPSG:4326";
  WatchedFiles watched{file.path};
  report.files = watched.fingerprints({file.path});
  MunicipalityNumbers municipalities{keys, index};
  auto found = OsmAddresses{file, municipalities, report}.read();
  watched.refuse_changes();
  Placing placing{Crs::wgs84(), frame, {file.path}, "addresses-crs"};
  AddressRows rows{index, placing, report};
  for (auto& row : found) rows.take(std::move(row));
  rows.finish();
  placing.finish(report.rows_used, {file.path});
  if (report.rows_used > 0) return report;
  throw InputError{{file.path},
                   "has no address that can be used",
                   "take an extract with the tags addr:street and addr:housenumber"};
}

}  // namespace gapmap::io
