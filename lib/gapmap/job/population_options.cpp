#include "gapmap/job/population_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/units/blanks.h"

namespace gapmap::job {
namespace {

/// Splits at `mark` and trims the parts, keeping empty ones.
std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    auto const end = text.find(mark);
    parts.push_back(without_blanks_around(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Meters size_of(char const* option, std::string const& text, char const* example) {
  auto const size = parse_length(text, option);
  if (size > Meters{0}) return size;
  throw UsageError{option, fmt::format("\"{}\" is no size", text),
                   fmt::format("write a length such as \"{}\"", example)};
}

}  // namespace

void declare_population(Options& o, PopulationWords& w) {
  o.add({"--population", "FILE",
         "Residents by grid cell, polygon or point, or a raster of counts (GeoTIFF)",
         OptionKind::Path, Need::Required},
        w.population);
}

void declare_population_fields(Options& o, PopulationWords& w) {
  o.group("Population");
  o.add({"--population-total", "FIELD", "Number of residents"}, w.total);
  o.add({"--population-groups", "FIELDS",
         "Numbers of residents by group, e.g. \"lapset, elakelaiset\", or in families that make up "
         "all residents, \"ika: a, b, c; sukupuoli: miehet, naiset\"; none: no groups (default: "
         "those recognised)"},
        w.groups);
  o.add({"--cell-id", "FIELD", "Id of a cell"}, w.cell_id);
  o.add({"--population-x", "FIELD", "East coordinate or longitude of a point"}, w.x);
  o.add({"--population-y", "FIELD", "North coordinate or latitude of a point"}, w.y);
  o.add({"--population-where", "SQL", "Only these cells"}, w.where);
  o.add({"--population-crs", "CRS",
         "If the file does not say or says it wrong, and of coordinate fields"},
        w.crs);
  o.add({"--cell-size", "LENGTH", "Side of the square drawn for a point of unknown extent"},
        w.cell_size);
  o.add({"--raster-cell", "LENGTH",
         "Joins the pixels of a raster to cells of about this size, \"1 km\"; their sum stays the "
         "same (default: every pixel with people is a cell)"},
        w.raster_cell);
}

Groups parse_groups(std::string_view text) {
  Groups groups;
  if (without_blanks_around(text) == "none") return groups;
  auto const wrong = [&](std::string const& what) {
    return UsageError{"population-groups", what,
                      "write fields as \"lapset, elakelaiset\", or in families as \"ika: a, b, c; "
                      "sukupuoli: miehet, naiset\""};
  };
  for (auto const part : split(text, ';')) {
    auto const colon = part.find(':');
    bool const is_family = colon != std::string_view::npos;
    auto const family =
        is_family ? without_blanks_around(part.substr(0, colon)) : std::string_view{};
    if (is_family && family.empty()) throw wrong(fmt::format("\"{}\" names no family", part));
    for (auto const field : split(is_family ? part.substr(colon + 1) : part, ',')) {
      if (field.empty()) throw wrong(fmt::format("\"{}\" lacks a field", part));
      if (std::ranges::any_of(groups, [&](auto const& group) { return group.name == field; }))
        throw wrong(fmt::format("\"{}\" is named twice", field));
      groups.push_back({std::string{field}, std::string{family}});
    }
  }
  return groups;
}

io::PopulationInput understand_population(PopulationWords const& w, Problems& problems) {
  io::PopulationInput input{source_of(w.population, w.where, w.crs), w.cell_id, w.total, w.x, w.y};
  problems.check([&] { io::check_source(input.source); });
  problems.check([&] { input.point_cell_size = size_of("cell-size", w.cell_size, "250 m"); });
  if (!w.raster_cell.empty()) {
    problems.check([&] { input.raster_cell = size_of("raster-cell", w.raster_cell, "1 km"); });
  }
  if (!w.groups.empty()) problems.check([&] { input.groups = parse_groups(w.groups); });
  if (!w.crs.empty()) problems.check([&] { static_cast<void>(crs_of("population-crs", w.crs)); });
  return input;
}

}  // namespace gapmap::job
