#include "gapmap/io/read_addresses.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/io/detail/address_rows.h"
#include "gapmap/io/detail/building_register.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/osm_addresses.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/positions.h"

namespace gapmap::io {
namespace {

/// Returns the middle of the box around a shape, in the CRS of the input. A house is small enough
/// for that to be inside or beside it.
RawPoint middle_of(RawShape const& shape) {
  Box box;
  for (auto const& point : shape.points) box.extend(Point{point.x, point.y});
  return {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
}

/// Reads the rows of a table or layer.
class TableAddresses {
 public:
  TableAddresses(OpenedInput& opened, MunicipalityNumbers& municipalities)
      : opened_{opened}, municipalities_{municipalities} {}

  void read(WorkingFrame const& frame, AddressIndex& index) {
    auto& report = opened_.report;
    Placing placing{crs(), frame, opened_.table.where(), "addresses-crs"};
    AddressRows rows{index, placing, report};
    opened_.table.visit([&](Record const& record) {
      ++report.rows;
      auto const position = position_of(record, opened_.fields, report);
      if (!position) return;
      auto row = row_of(record);
      row.row = position->row;
      row.point = middle_of(position->shape);
      rows.take(std::move(row));
    });
    rows.finish();
    placing.finish(report.rows_used, opened_.table.where());
  }

 private:
  /// Returns the CRS, for which values are looked at where nothing else tells it.
  std::optional<Crs> crs() {
    std::vector<RawPoint> points;
    if (!opened_.table.crs() && opened_.fields.schema->position == Position::Point) {
      ImportReport ignored;  // counted when rows are read
      opened_.table.visit([&](Record const& record) {
        if (auto const position = position_of(record, opened_.fields, ignored))
          points.push_back(position->shape.points.front());
      });
    }
    return crs_of_points(std::move(points), opened_);
  }

  [[nodiscard]] std::string text(Record const& record, Role role) const {
    auto const field = opened_.fields.field(role);
    return field ? record.text(*field).value_or("") : std::string{};
  }

  AddressRow row_of(Record const& record) {
    AddressRow row;
    auto town = text(record, Role::PostTown);
    if (opened_.fields.field(Role::Street) || opened_.fields.field(Role::OtherStreet)) {
      row.street = text(record, Role::Street);
      row.other_street = text(record, Role::OtherStreet);
      row.house = house_of(record);
    } else {
      auto written = places::parse_address(text(record, Role::Address));
      if (!written.streets.empty()) {
        row.street = std::move(written.streets.front().name);
        row.house = written.streets.front().house;
      }
      row.postal_code = places::parse_postal_code(written.postal_code);
      if (town.empty()) town = std::move(written.town);
    }
    if (auto const code = places::parse_postal_code(text(record, Role::PostalCode)); code != 0)
      row.postal_code = code;
    row.municipality = municipalities_.of(text(record, Role::Municipality));
    auto const of_town = municipalities_.of_town(town, row.postal_code);
    auto const of_other = municipalities_.of_town(text(record, Role::OtherTown), row.postal_code);
    if (row.municipality == 0) row.municipality = of_town != 0 ? of_town : of_other;
    return row;
  }

  [[nodiscard]] places::HouseNumber house_of(Record const& record) const {
    auto house = places::parse_house_number(text(record, Role::HouseNumber));
    auto const letter = text(record, Role::HouseLetter);
    auto const with_letter =
        house.letter == 0 && !letter.empty()
            ? places::parse_house_number(fmt::format("{}{}", house.number, letter))
            : house;
    house.letter = with_letter.letter;
    auto const last = places::parse_house_number(text(record, Role::LastNumber)).number;
    if (last > house.number) house.last = last;
    return house;
  }

  OpenedInput& opened_;
  MunicipalityNumbers& municipalities_;
};

ImportReport read_input(std::string const& name, Source const& source, WorkingFrame const& frame,
                        AddressesRead& read) {
  check_source(source);
  if (is_osm_file(source.path))
    return read_osm_addresses(source, frame, read.municipalities, read.index);
  bool const has_header = source.header_row.has_value();
  if (!has_header && is_building_register(source.path))
    return read_building_register(source, frame, read.municipalities, read.index);
  auto opened = open_input(name, source, GeometryKind::Point, address_schemas(), {});
  opened.table.refuse_osm();
  MunicipalityNumbers municipalities{read.municipalities, read.index};
  TableAddresses{opened, municipalities}.read(frame, read.index);
  end_reading(opened);
  return std::move(opened.report);
}

}  // namespace

std::string name_of_addresses(std::size_t number, std::size_t count) {
  return count > 1 ? fmt::format("addresses {}", number + 1) : "addresses";
}

AddressesRead read_addresses(std::span<AddressInput const> inputs, WorkingFrame const& frame,
                             Municipalities const& municipalities) {
  AddressesRead read{
      .index = {}, .municipalities = MunicipalityKeys{municipalities}, .reports = {}};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto const name = name_of_addresses(i, inputs.size());
    auto report = read_input(name, inputs[i].source, frame, read);
    report.input = name;
    read.reports.push_back(std::move(report));
  }
  read.index.locate(municipalities);
  read.index.finish();
  return read;
}

}  // namespace gapmap::io
