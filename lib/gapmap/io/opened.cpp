#include "gapmap/io/opened.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "gapmap/io/detail/filter_advice.h"
#include "gapmap/io/detail/input_sheet.h"

namespace gapmap::io {
namespace {

std::string_view name_of(GeometryKind kind) {
  constexpr std::array<std::string_view, 5> kNames{"no geometry", "points", "lines", "polygons",
                                                   "mixed geometries"};
  return kNames[static_cast<std::size_t>(kind)];
}

bool is_usable(GeometryKind kind, GeometryKind expected) {
  if (kind == expected || kind == GeometryKind::Mixed) return true;
  return expected == GeometryKind::Point && kind != GeometryKind::Line;
}

/// Returns the columns from which a reader takes numbers and ids, by use.
Table::Uses uses_of(Recognised const& fields) {
  Table::Uses uses;
  auto const together = [&](std::initializer_list<Role> roles) {
    std::vector<FieldIndex> measured;
    for (auto const role : roles) {
      if (auto const field = fields.field(role)) measured.push_back(*field);
    }
    if (!measured.empty()) uses.measures.push_back(std::move(measured));
  };
  together({Role::X, Role::Y});
  together({Role::CornerX, Role::CornerY});
  together({Role::SpeedLimit});
  together({Role::Cost});
  for (auto const role : {Role::Residents, Role::Capacity}) {
    if (auto const field = fields.field(role)) uses.counts.push_back(*field);
  }
  for (auto const role : {Role::Id, Role::Code, Role::From, Role::To}) {
    if (auto const field = fields.field(role)) uses.ids.push_back(*field);
  }
  return uses;
}

/// Whether readers leave out a row that has no value in one of these fields.
bool are_needed(std::vector<std::size_t> const& of_row, Recognised const& fields) {
  if (fields.schema->position == Position::Joined) return false;
  return std::ranges::any_of(std::array{Role::X, Role::Y, Role::Residents}, [&](Role role) {
    auto const field = fields.field(role);
    return field && std::ranges::find(of_row, static_cast<std::size_t>(*field)) != of_row.end();
  });
}

/// Whether the source has rows outside its extent.
bool has_rows_anywhere(Source source) {
  source.extent.reset();
  bool has_row = false;
  Table::open(source).visit([&](Record const&) { has_row = true; });
  return has_row;
}

}  // namespace

Recognised learnt_fields(Table& table, std::span<Schema const> schemas,
                         std::vector<NamedField> const& named) {
  auto fields = recognise(table, schemas, named);
  table.learn(uses_of(fields));
  return fields;
}

void count_oddities(Table const& table, Recognised const* fields, ImportReport& report) {
  for (auto const& odd : table.oddities()) {
    if (fields != nullptr && are_needed(odd.fields, *fields)) continue;
    report.count(odd.what, odd.place, odd.is_left_out ? Consequence::LeftOut : Consequence::Used);
    if (odd.is_left_out) ++report.rows;
  }
}

OpenedInput open_input(std::string const& name, Source const& source, GeometryKind expected,
                       std::span<Schema const> schemas, std::vector<NamedField> const& named) {
  auto table = Table::open(source);
  if (!is_usable(table.geometry(), expected)) {
    throw InputError{
        table.where(),
        fmt::format("holds {}, but {} are {}", name_of(table.geometry()), name,
                    expected == GeometryKind::Point ? "points, polygons or a table with coordinates"
                                                    : name_of(expected)),
        "check that the files are not mixed up"};
  }
  auto fields = learnt_fields(table, schemas, named);
  ImportReport report;
  report.input = name;
  report.source = source;
  report.layer = table.name();
  report.recognised = fields.describe(table);
  report.kind = fields.schema->kind;
  if (auto const header = table.header(); !header.empty()) report.recognised += "; " + header;
  count_oddities(table, &fields, report);
  if (!source.where.empty()) {
    auto all = source;
    all.where.clear();
    count_misspelled(std::move(all), source.where, report);
  }
  report.files = table.fingerprints();
  return {std::move(table), std::move(fields), std::move(report)};
}

std::string name_of_row(Record const& record, Recognised const& fields) {
  for (auto const role : {Role::Id, Role::LinkId, Role::Code}) {
    auto const field = fields.field(role);
    if (!field) continue;
    if (auto id = record.text(*field)) return *std::move(id);
  }
  return record.row();
}

void end_reading(OpenedInput& opened) {
  auto& report = opened.report;
  for (auto& file : opened.table.fingerprints()) {
    bool const is_new =
        std::ranges::find(report.files, file.path, &InputFile::path) == report.files.end();
    if (is_new) report.files.push_back(std::move(file));
  }
  if (report.rows_used > 0) return;
  if (report.rows == 0) {
    bool const is_filtered = !report.source.where.empty();
    if (!is_filtered && report.source.extent && has_rows_anywhere(report.source)) {
      throw InputError{opened.table.where(), "has no rows near the areas studied",
                       "check that it is of the same region, or raise `margin`"};
    }
    throw InputError{opened.table.where(),
                     is_filtered
                         ? fmt::format("no row passes the filter \"{}\"", report.source.where)
                         : "has no rows",
                     is_filtered ? filter_advice(opened.table, report.source, report.source.where)
                                 : "check that it is the right file and layer"};
  }
  std::vector<std::string> reasons;
  for (auto const& remark : report.remarks) {
    reasons.push_back(fmt::format("{} in {} rows (first: {})", remark.what, remark.count,
                                  fmt::join(remark.examples, ", ")));
  }
  throw InputError{
      opened.table.where(),
      fmt::format("none of its {} rows can be used: {}", report.rows, fmt::join(reasons, "; ")),
      fmt::format("its fields are {}; recognised as {}", fmt::join(opened.table.fields(), ", "),
                  report.recognised)};
}

}  // namespace gapmap::io
