#include "tools/coverage_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::tools {
namespace {

places::OutsideCells outside_of(std::string const& word, std::string const& study) {
  // A study names its municipalities; cells of none are not among them.
  if (word == "keep")
    return study.empty() ? places::OutsideCells::Keep : places::OutsideCells::LeaveOut;
  if (word == "leave-out") return places::OutsideCells::LeaveOut;
  throw UsageError{"--outside", fmt::format("\"{}\" is not a choice", word),
                   "write keep or leave-out"};
}

std::size_t places_to_tell_of(std::string const& word) {
  constexpr std::size_t kMost = 10;
  for (std::size_t k = 1; k <= kMost; ++k) {
    if (word == std::to_string(k)) return k;
  }
  throw UsageError{"--nearest", fmt::format("\"{}\" is no number of places", word),
                   fmt::format("write a whole number from 1 to {}", kMost)};
}

}  // namespace

void declare_coverage(Options& o, CoverageWords& w) {
  using enum OptionKind;
  o.group(
      "Inputs (any vector format GDAL reads; FILE may be FILE:LAYER; fields are recognised where "
      "they follow a convention)");
  o.add({"--areas", "FILE", "Municipality boundaries, or areas of another level", Path,
         Need::Required},
        w.areas);
  o.add({"--population", "FILE", "Residents by grid cell, polygon or point", Path, Need::Required},
        w.population);
  declare_places(o, w.places);
  o.group("The question");
  o.add({"--limit", "LIMIT",
         "Longest acceptable way, inclusive: \"20 km\" along roads, or \"30 min\"", Text,
         Need::Required},
        w.limit);
  o.add(
      {"--study", "SQL",
       "Areas to study, e.g. \"kunta in ('491','740')\"; roads and places beyond them still count"},
      w.study);
  o.add({"--margin", "LENGTH",
         "Read only roads and places this much farther than the limit from the cells, even if "
         "somebody's nearest place lies beyond; the run says up to where results are exact "
         "(default: as much as every result takes)"},
        w.margin);
  o.add({"--nearest", "K",
         "How many places cells.csv tells of: the nearest, the second nearest … (up to 10)"},
        w.nearest);
  o.add({"--outside", "keep|leave-out", "Cells farther than 5 km from every area"}, w.outside);
  declare_answer(o, w.answer);
  declare_travel(o, w.travel);
  o.group("Areas");
  o.add({"--area-code", "FIELD", "Code of an area"}, w.area_code);
  o.add({"--area-name", "FIELD", "Name of an area"}, w.area_name);
  o.add({"--areas-crs", "CRS", "If the file does not say or says it wrong"}, w.areas_crs);
  o.group("Population");
  o.add({"--population-total", "FIELD", "Number of residents"}, w.population_total);
  o.add({"--cell-id", "FIELD", "Id of a cell"}, w.cell_id);
  o.add({"--population-x", "FIELD", "East coordinate or longitude of a point"}, w.population_x);
  o.add({"--population-y", "FIELD", "North coordinate or latitude of a point"}, w.population_y);
  o.add({"--population-where", "SQL", "Only these cells"}, w.population_where);
  o.add({"--population-crs", "CRS",
         "If the file does not say or says it wrong, and of coordinate fields"},
        w.population_crs);
  o.add({"--cell-size", "LENGTH", "Side of the square drawn for a point of unknown extent"},
        w.cell_size);
  declare_place_fields(o, w.places);
  o.examples(
      "\nFiles written: gaps.geojson (connected patches of residents who are too far), cells.csv "
      "and cells.geojson (every\n"
      "cell with its status and distance), municipalities.csv and municipalities.geojson "
      "(figures), places.csv and\nplaces.geojson (for whom each place is the nearest, and who "
      "loses if it "
      "closes), run.json (the record).\n"
      "\nExamples:\n"
      "  gapmap coverage geodata/etela-savo/job.toml --limit \"10 km\" -o out/10km\n"
      "  gapmap coverage --areas kunnat.gpkg --roads tiet.gpkg:tielinkit --population "
      "vaki2023_1km.gpkg \\\n"
      "      --places paikat.csv --limit \"20 km\" --study \"kunta in ('491','740')\" -o tulos\n");
}

CoverageJob understand_coverage(CoverageWords const& w) {
  CoverageJob job;
  Problems problems;
  auto const check_crs = [&](char const* option, std::string const& text) {
    if (!text.empty()) problems.check([&] { static_cast<void>(crs_of(option, text)); });
  };
  job.areas = {source_of(w.areas, {}, w.areas_crs), w.area_code, w.area_name, w.study};
  job.population = {source_of(w.population, w.population_where, w.population_crs), w.cell_id,
                    w.population_total, w.population_x, w.population_y};
  problems.check([&] { io::check_source(job.areas.source); });
  job.travel = understand_travel(w.travel, problems);
  problems.check([&] { io::check_source(job.population.source); });
  job.places = understand_places(w.places, problems);
  problems.check([&] {
    job.limit = parse_limit(w.limit, "--limit");
    // Costs are whole thousandths in 32 bits: 4 294 km, 49 days.
    double const value = std::visit([](auto limit) { return limit.value(); }, job.limit);
    if (!to_cost<Millimeters>(value).is_finite()) {
      throw UsageError{"--limit", fmt::format("\"{}\" is more than can be counted", w.limit),
                       "write at most 4 000 km or 49 days"};
    }
  });
  problems.check(
      [&] { job.population.point_cell_size = parse_length(w.cell_size, "--cell-size"); });
  problems.check([&] {
    if (!(job.population.point_cell_size > Meters{0})) {
      throw UsageError{"--cell-size", fmt::format("\"{}\" is no size", w.cell_size),
                       "write a length such as \"250 m\""};
    }
  });
  if (!w.margin.empty()) {
    problems.check([&] { job.margin = parse_length(w.margin, "--margin"); });
  }
  problems.check([&] { job.nearest = places_to_tell_of(w.nearest); });
  problems.check([&] { job.outside = outside_of(w.outside, w.study); });
  problems.check([&] { static_cast<void>(working_frame(w.answer)); });
  check_crs("--areas-crs", w.areas_crs);
  check_crs("--population-crs", w.population_crs);
  problems.throw_if_any();
  return job;
}

}  // namespace gapmap::tools
