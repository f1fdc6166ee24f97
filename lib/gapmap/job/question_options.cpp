#include "gapmap/job/question_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/header_rows.h"

namespace gapmap::job {
namespace {

places::OutsideCells outside_of(std::string const& word, std::string const& study) {
  // A study names its municipalities, so cells outside all municipalities are not part of it.
  if (word == "keep")
    return study.empty() ? places::OutsideCells::Keep : places::OutsideCells::LeaveOut;
  if (word == "leave-out") return places::OutsideCells::LeaveOut;
  throw UsageError{"outside", fmt::format("\"{}\" is not a choice", word),
                   "write keep or leave-out"};
}

/// Returns all limits that can be read, in their order.
std::vector<std::variant<Meters, Seconds>> understand_limits(std::vector<std::string> const& words,
                                                             Problems& problems) {
  std::vector<std::variant<Meters, Seconds>> limits;
  for (auto const& word : words) {
    problems.check([&] {
      auto const limit = parse_limit(word, "limit");
      refuse_uncountable(limit, word);
      if (std::ranges::find(limits, limit) != limits.end())
        throw UsageError{"limit", fmt::format("\"{}\" is given twice", word), "leave one out"};
      limits.push_back(limit);
    });
  }
  if (words.empty()) problems.check([] { static_cast<void>(parse_limit("", "limit")); });
  return limits;
}

}  // namespace

void declare_question(Options& o, QuestionWords& w, std::string const& limit_help) {
  using enum OptionKind;
  o.group(
      "Inputs (any vector format GDAL reads; FILE may be FILE:LAYER; fields are recognised where "
      "they follow a convention)");
  declare_areas(o, w.areas, Need::Required, "Municipality boundaries, or areas of another level");
  declare_population(o, w.population);
  declare_places(o, w.places);
  declare_header_rows(o, w.header_rows);
  o.group("The question");
  o.add({"--limit", "LIMIT", limit_help, Text, Need::Required, {}, "limits"}, w.limits);
  o.add({"--study", "NAMES",
         "Municipalities to study, e.g. \"Mikkeli, Savonlinna\", or a condition, e.g. \"kunta in "
         "('491','740')\"; roads and places beyond them still count"},
        w.study);
  o.add({"--outside", "keep|leave-out", "Cells farther than 5 km from every area"}, w.outside);
}

void declare_question_details(Options& o, QuestionWords& w) {
  declare_answer(o, w.answer);
  declare_travel(o, w.travel);
  declare_area_fields(o, w.areas);
  declare_population_fields(o, w.population);
  declare_place_fields(o, w.places);
}

void refuse_uncountable(std::variant<Meters, Seconds> const& limit, std::string const& word) {
  // Costs are whole thousandths in 32 bits: 4 294 km, 49 days.
  double const value = std::visit([](auto natural) { return natural.value(); }, limit);
  auto const text = word.empty() ? fmt::format("{}", value) : word;
  if (!(value >= 0))
    throw UsageError{"limit", fmt::format("\"{}\" holds no limit", text),
                     R"(write a number over 0 and a unit, such as "20 km" or "30 min")"};
  if (to_cost<Millimeters>(value).is_finite()) return;
  throw UsageError{"limit", fmt::format("\"{}\" is more than can be counted", text),
                   "write at most 4 000 km or 49 days"};
}

Question understand_question(QuestionWords const& w, Problems& problems) {
  Question question;
  question.areas = understand_areas(w.areas, problems);
  question.areas.study = w.study;
  question.travel = understand_travel(w.travel, problems);
  question.population = understand_population(w.population, problems);
  if (!w.places.places.empty()) question.places = understand_places(w.places, problems);
  std::vector<std::pair<std::string_view, io::Source*>> inputs{
      {"areas", &question.areas.source},
      {"population", &question.population.source},
      {"roads", &question.travel.roads.source}};
  append_sources(inputs, question.places);
  set_header_rows(w.header_rows, inputs, problems);
  auto const limits = understand_limits(w.limits, problems);
  if (!limits.empty()) {
    question.limit = limits.front();
    question.further_limits.assign(limits.begin() + 1, limits.end());
  }
  problems.check([&] { question.outside = outside_of(w.outside, w.study); });
  auto answer = understand_answer(w.answer, problems);
  question.threads = answer.threads;
  question.crs = std::move(answer.crs);
  return question;
}

Meters reach_of(std::variant<Meters, Seconds> const& limit, Travel const& travel) {
  if (auto const* length = std::get_if<Meters>(&limit)) return *length;
  return travel::top_speed(travel.profile) * std::get<Seconds>(limit);
}

Meters reach_of(Question const& question) {
  auto reach = reach_of(question.limit, question.travel);
  for (auto const& limit : question.further_limits)
    reach = std::max(reach, reach_of(limit, question.travel));
  return reach;
}

}  // namespace gapmap::job
