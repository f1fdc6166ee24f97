#include "tools/question_options.h"

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

}  // namespace

void declare_question(Options& o, QuestionWords& w, std::string const& limit_help) {
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
  o.add({"--limit", "LIMIT", limit_help, Text, Need::Required}, w.limit);
  o.add(
      {"--study", "SQL",
       "Areas to study, e.g. \"kunta in ('491','740')\"; roads and places beyond them still count"},
      w.study);
  o.add({"--outside", "keep|leave-out", "Cells farther than 5 km from every area"}, w.outside);
}

void declare_question_details(Options& o, QuestionWords& w) {
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
}
Question understand_question(QuestionWords const& w, Problems& problems) {
  Question question;
  auto const check_crs = [&](char const* option, std::string const& text) {
    if (!text.empty()) problems.check([&] { static_cast<void>(crs_of(option, text)); });
  };
  question.areas = {source_of(w.areas, {}, w.areas_crs), w.area_code, w.area_name, w.study};
  question.population = {source_of(w.population, w.population_where, w.population_crs), w.cell_id,
                         w.population_total, w.population_x, w.population_y};
  problems.check([&] { io::check_source(question.areas.source); });
  question.travel = understand_travel(w.travel, problems);
  problems.check([&] { io::check_source(question.population.source); });
  question.places = understand_places(w.places, problems);
  problems.check([&] {
    question.limit = parse_limit(w.limit, "--limit");
    // Costs are whole thousandths in 32 bits: 4 294 km, 49 days.
    double const value = std::visit([](auto limit) { return limit.value(); }, question.limit);
    if (!to_cost<Millimeters>(value).is_finite()) {
      throw UsageError{"--limit", fmt::format("\"{}\" is more than can be counted", w.limit),
                       "write at most 4 000 km or 49 days"};
    }
  });
  problems.check(
      [&] { question.population.point_cell_size = parse_length(w.cell_size, "--cell-size"); });
  problems.check([&] {
    if (!(question.population.point_cell_size > Meters{0})) {
      throw UsageError{"--cell-size", fmt::format("\"{}\" is no size", w.cell_size),
                       "write a length such as \"250 m\""};
    }
  });
  problems.check([&] { question.outside = outside_of(w.outside, w.study); });
  problems.check([&] { static_cast<void>(working_frame(w.answer)); });
  check_crs("--areas-crs", w.areas_crs);
  check_crs("--population-crs", w.population_crs);
  return question;
}

Meters reach_of(Question const& question) {
  if (auto const* length = std::get_if<Meters>(&question.limit)) return *length;
  return travel::top_speed(question.travel.profile) * std::get<Seconds>(question.limit);
}

}  // namespace gapmap::tools
