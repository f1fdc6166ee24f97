#include "gapmap/io/read_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "gapmap/io/detail/filter_advice.h"
#include "gapmap/io/detail/place_locator.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/osm_places.h"
#include "gapmap/io/detail/point_rows.h"
#include "gapmap/io/detail/suppressed_number.h"
#include "gapmap/io/detail/unused_coordinates.h"

namespace gapmap::io {
namespace {

OpenedInput open_places(PlaceInput const& input) {
  auto const& service = input.service;
  auto const& option = input.noun;
  std::vector<NamedField> named{{Role::Id, option + "-id", input.id_field},
                                {Role::Name, option + "-name", input.name_field},
                                {Role::X, option + "-x", input.x_field},
                                {Role::Y, option + "-y", input.y_field},
                                {Role::ServiceType, option + "-type", service.type},
                                {Role::TargetGroup, option + "-target-group", service.target_group},
                                {Role::Languages, option + "-languages", service.languages},
                                {Role::OpenToAll, option + "-open-to-all", service.open_to_all},
                                {Role::OpeningHours, option + "-schedule", service.schedule},
                                {Role::Capacity, option + "-capacity", service.capacity},
                                {Role::Cost, option + "-cost", input.cost_field}};
  auto const in_words = in_words_of(input);
  if (input.gazetteer)
    named.push_back({Role::Locality, option + "-locality", input.locality_field});
  if (!input.addresses.empty()) {
    named.push_back({Role::Address, option + "-address", input.address_field});
    named.push_back({Role::PostalCode, option + "-postal-code", input.postal_code_field});
  }
  if (in_words != InWords::Ignored)
    named.push_back({Role::Municipality, option + "-municipality", input.municipality_field});
  return open_input(input.noun + "s", input.source, GeometryKind::Point, place_schemas(in_words),
                    named);
}

std::vector<RowCondition> conditions_of(PlaceInput const& input, Table const& table) {
  std::vector<RowCondition> conditions;
  for (auto const& selection : input.selections) conditions.emplace_back(table, selection);
  return conditions;
}

/// Returns for example "tiistai, 12–14, joka toinen viikko".
std::string schedule_of(PointRow const& row) {
  std::string schedule;
  for (auto const role : {Role::Weekday, Role::OpeningHours, Role::Frequency}) {
    auto const text = row.text(role);
    if (text.empty()) continue;
    schedule += (schedule.empty() ? "" : ", ") + text;
  }
  return schedule;
}

std::optional<double> capacity_of(PointRow const& row, std::string const& id,
                                  ImportReport& report) {
  auto const text = row.text(Role::Capacity);
  if (text.empty() || is_missing_mark(text)) return std::nullopt;
  if (row.capacity && *row.capacity >= 0) return row.capacity;
  report.count(kNoCapacity, id, Consequence::Used);
  return std::nullopt;
}

/// Whether rows are left out, or looked up, because they have no position.
bool is_any_nowhere(std::span<PointRow const> rows, ImportReport const& report) {
  constexpr RemarkText kNoCoordinates{"no coordinates"};
  constexpr RemarkText kNoGeometry{"no geometry"};
  return std::ranges::any_of(rows, [](auto const& row) { return !row.point; }) ||
         std::ranges::any_of(report.remarks, [&](Remark const& remark) {
           return remark.what == kNoCoordinates.text() || remark.what == kNoGeometry.text();
         });
}

/// Cuts very long names. Every cell repeats the name of its place, so a huge one would be written a
/// thousand times.
void shorten(std::string& name, std::string const& id, ImportReport& report) {
  constexpr std::size_t kLongest = 100'000;
  if (name.size() <= kLongest) return;
  report.count("name longer than 100 000 bytes, of which the beginning was used",
               id.size() <= kLongest ? id : "…", Consequence::Used);
  auto end = kLongest;
  while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  name.resize(end);
  name += "…";
}

Place place_of(PointRow const& row, ImportReport& report) {
  auto id = row.text(Role::Id);
  if (id.empty()) id = row.row;
  auto name = row.text(Role::Name);
  if (name.empty()) name = id;
  shorten(name, id, report);
  Place place{.id = std::move(id),
              .name = std::move(name),
              .point = row.point.value_or(Point{}),
              .service = {.type = row.text(Role::ServiceType),
                          .target_group = row.text(Role::TargetGroup),
                          .languages = row.text(Role::Languages),
                          .open_to_all = row.text(Role::OpenToAll),
                          .schedule = schedule_of(row)}};
  place.capacity = capacity_of(row, place.id, report);
  if (row.cost && *row.cost >= 0) place.price = row.cost;
  return place;
}

}  // namespace

PlacesRead read_places(PlaceInput const& input, WorkingFrame const& frame,
                       Municipalities const& municipalities, AddressesRead const* addresses) {
  if (is_osm_file(input.source.path)) return read_osm_places(input, frame);
  PlacesRead read;
  std::optional<GazetteerRead> gazetteer;
  if (input.gazetteer) gazetteer = read_gazetteer(*input.gazetteer, frame, municipalities);
  std::optional<AddressesRead> own_addresses;
  if (!input.addresses.empty() && addresses == nullptr)
    addresses = &own_addresses.emplace(read_addresses(input.addresses, frame, municipalities));
  if (addresses != nullptr) read.looked_up_in = addresses->reports;
  if (gazetteer) read.looked_up_in.push_back(gazetteer->report);
  LookUpIn const in{addresses, gazetteer ? &*gazetteer : nullptr};
  auto opened = open_places(input);
  opened.table.refuse_osm();
  auto& report = opened.report;
  for (auto const& selection : input.selections) count_misspelled(input.source, selection, report);
  auto const conditions = conditions_of(input, opened.table);
  auto const rows =
      read_point_rows(opened, frame,
                      {.crs_option = input.noun + "-crs",
                       .conditions = conditions,
                       .nowhere = in.is_any() ? RowsNowhere::Keep : RowsNowhere::LeaveOut});
  if (is_any_nowhere(rows, report))
    refuse_unused_coordinates(opened.table, opened.fields, input.noun);
  read.selected.resize(conditions.size());
  std::map<Point, std::string> first_at;
  for (auto const& row : rows) {
    auto place = place_of(row, report);
    if (!row.point && !PlaceLocator{in, report}.locate(row, place)) continue;
    if (!first_at.emplace(place.point, place.id).second) {
      report.count(same_point_as_earlier(input.noun), place.id, Consequence::Used);
    }
    for (std::size_t s = 0; s < conditions.size(); ++s) read.selected[s].push_back(row.passes[s]);
    read.places.push_back(std::move(place));
  }
  report.rows_used = read.places.size();
  end_reading(opened);
  read.report = std::move(report);
  return read;
}

std::vector<std::string> problems_of_selections(PlaceInput const& input) {
  std::vector<std::string> problems(input.selections.size());
  bool const is_osm = is_osm_file(input.source.path);
  std::optional<Table> table;
  if (!is_osm) table = Table::open(input.source);
  std::vector<std::optional<RowCondition>> conditions(problems.size());
  for (std::size_t s = 0; s < problems.size(); ++s) {
    try {
      if (is_osm) {
        static_cast<void>(parse_osm_place_filter(input.selections[s], ""));
      } else {
        conditions[s].emplace(*table, input.selections[s]);
      }
    } catch (UsageError const& error) {
      problems[s] = (is_osm ? "where: " : "") + std::string{error.what()};
    }
  }
  if (is_osm) return problems;
  std::vector<char> selects(problems.size(), 0);
  table->visit([&](Record const& record) {
    for (std::size_t s = 0; s < selects.size(); ++s) {
      if (conditions[s] && selects[s] == 0 && conditions[s]->holds(record)) selects[s] = 1;
    }
  });
  for (std::size_t s = 0; s < selects.size(); ++s) {
    if (problems[s].empty() && selects[s] == 0)
      problems[s] = fmt::format("no place passes the filter \"{}\"", input.selections[s]);
  }
  return problems;
}

}  // namespace gapmap::io
