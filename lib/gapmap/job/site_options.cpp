#include "gapmap/job/site_options.h"

#include <fmt/format.h>

#include <array>
#include <limits>

#include "gapmap/job/coverage_options.h"
#include "gapmap/job/header_rows.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

constexpr char const* kCells = "cells";
constexpr std::string_view kRoads = "roads:";
constexpr std::uint32_t kUsuallyOpened = 10;

std::vector<std::string> const& problem_words() {
  static std::vector<std::string> const words{"coverage", "fewest", "median", "center", "closing"};
  return words;
}

/// A whole number of places, at least `least`.
std::uint32_t places_in(std::string const& option, std::string const& word, std::uint32_t least) {
  auto const number = parse_whole(word);
  if (number && *number >= least && *number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(*number);
  throw UsageError{option, fmt::format("\"{}\" is no number of places", word),
                   least == 0 ? "write a whole number" : "write a whole number, 1 or more"};
}

SiteProblem problem_of(SiteWords const& w) {
  if (w.problem.empty()) return w.close.empty() ? SiteProblem::Coverage : SiteProblem::Closing;
  return static_cast<SiteProblem>(choice_of("problem", w.problem, problem_words()));
}

/// How many places may open or close, which each problem asks in its own way.
void understand_numbers(SiteWords const& w, SiteJob& job, Problems& problems) {
  bool const is_opening = job.problem != SiteProblem::Closing && job.problem != SiteProblem::Fewest;
  problems.check([&] {
    if (job.problem == SiteProblem::Coverage) job.open = kUsuallyOpened;
    if (!w.open.empty() && !is_opening)
      throw UsageError{"open", "is nothing that this problem asks", "leave it out"};
    if (w.open.empty() && job.is_of_ways())
      throw UsageError{"open", "says how many places may open", "write a whole number"};
    if (!w.open.empty()) job.open = places_in("open", w.open, 0);
  });
  problems.check([&] {
    if (!w.close.empty() && job.problem != SiteProblem::Closing)
      throw UsageError{"close", "is nothing that this problem asks", "leave it out"};
    if (job.problem != SiteProblem::Closing) return;
    if (w.close.empty())
      throw UsageError{"close", "says how many places close", "write a whole number"};
    job.close = places_in("close", w.close, 1);
  });
  problems.check([&] {
    job.at_least = places_in("at-least", w.at_least, 1);
    bool const is_backed_up =
        job.problem == SiteProblem::Coverage || job.problem == SiteProblem::Fewest;
    if (job.at_least > 1 && !is_backed_up)
      throw UsageError{"at-least", "is nothing that this problem asks", "leave it out"};
  });
  problems.check([&] {
    bool const has_curve = job.problem == SiteProblem::Coverage && job.at_least == 1 &&
                           w.budget.empty() && w.apart.empty() && w.most_per.empty() &&
                           w.least_per.empty();
    if (!w.curve.empty() && !has_curve)
      throw UsageError{"curve", "is nothing that this problem asks", "leave it out"};
    job.curve = !w.curve.empty() ? places_in("curve", w.curve, 0) : has_curve ? job.open : 0;
  });
}

/// "municipality=2" as its two parts.
AreaQuota quota_of(std::string const& option, std::string const& word) {
  auto const equals = word.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError{option, fmt::format("\"{}\" is no level and number", word),
                     "write LEVEL=N, such as municipality=1"};
  }
  AreaQuota quota{.level = word.substr(0, equals)};
  auto const number = places_in(option, word.substr(equals + 1), 0);
  (option == "least-per" ? quota.least : quota.most) = number;
  return quota;
}

/// Rules that sets of places have to keep.
void understand_rules(SiteWords const& w, SiteJob& job, Problems& problems) {
  job.excluded = w.excluded;
  job.required = w.required;
  job.has_prices = !w.candidate_cost.empty();
  problems.check([&] {
    if (w.budget.empty()) return;
    auto const budget = parse_number(w.budget);
    if (!budget || *budget < 0)
      throw UsageError{"budget", fmt::format("\"{}\" is no sum", w.budget), "write a number"};
    if (!job.has_prices)
      throw UsageError{"budget", "is of no use without prices", "name them with `candidate-cost`"};
    job.budget = *budget;
  });
  problems.check([&] {
    if (!w.apart.empty()) job.apart = parse_length(w.apart, "apart");
  });
  for (auto const& [option, words] :
       {std::pair{"most-per", &w.most_per}, std::pair{"least-per", &w.least_per}}) {
    for (auto const& word : *words)
      problems.check([&, option = option] { job.quotas.push_back(quota_of(option, word)); });
  }
  problems.check([&] {
    if (job.problem != SiteProblem::Closing || !job.has_set_rules()) return;
    throw UsageError{job.budget  ? "budget"
                     : job.apart ? "apart"
                                 : "most-per, least-per",
                     "is nothing that this problem asks", "leave it out"};
  });
  problems.check([&] {
    if (w.costs.empty() || (!job.apart && job.quotas.empty())) return;
    throw UsageError{job.apart ? "apart" : "most-per, least-per", "needs a map", "leave it out"};
  });
}

void understand_search(SiteWords const& w, SiteJob& job, Problems& problems) {
  using Clock = std::chrono::steady_clock;
  problems.check([&] { job.problem = problem_of(w); });
  understand_numbers(w, job, problems);
  understand_rules(w, job, problems);
  if (!w.limits.empty()) job.limit_word = w.limits.front();
  job.may_close = !w.may_close.empty();
  problems.check([&] {
    if (w.time_limit.empty()) return;
    auto const seconds = parse_time(w.time_limit, "time-limit").value();
    job.time_limit =
        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>{seconds});
  });
  problems.check([&] {
    if (w.cutoff.empty()) return;
    if (!job.is_of_ways())
      throw UsageError{"cutoff", "is nothing that this problem asks", "leave it out"};
    job.cutoff = parse_limit(w.cutoff, "cutoff");
    refuse_uncountable(*job.cutoff, w.cutoff);
  });
  problems.check([&] { job.language = language_named(w.lang); });
}

void refuse_further_limits(std::size_t limits) {
  if (limits > 1) throw UsageError{"limit", "a plan has one limit", "write a single `limit`"};
}

CostTables understand_tables(SiteWords const& w, Problems& problems) {
  CostTables tables;
  auto const checked = [&](std::string const& path, std::string const& where) {
    auto source = source_of(path, where, {});
    problems.check([&] { io::check_source(source); });
    return source;
  };
  tables.costs = {checked(w.costs, {}), w.costs_from, w.costs_to, w.costs_column};
  if (!w.demand.empty()) tables.demand = {checked(w.demand, {}), w.demand_id, w.demand_weight};
  auto const sites = [&](PlaceWords const& its) -> std::optional<io::SiteInput> {
    if (its.places.empty()) return {};
    return io::SiteInput{
        checked(its.places, its.places_where), its.place_id, its.place_name, {}, its.noun};
  };
  tables.places = sites(w.places);
  tables.candidates = sites(w.candidates);
  if (tables.candidates) tables.candidates->cost_field = w.candidate_cost;
  problems.check([&] {
    refuse_further_limits(w.limits.size());
    if (w.limits.empty()) return;
    auto const& word = w.limits.front();
    if (auto const number = parse_number(word)) {
      if (*number < 0)
        throw UsageError{"limit", fmt::format("\"{}\" holds no limit", word),
                         "write a number in the unit of the costs"};
      tables.limit = *number;
    } else {
      std::visit([&](auto limit) { tables.limit = limit; }, parse_limit(word, "limit"));
    }
  });
  std::vector<std::pair<std::string_view, io::Source*>> inputs{{"costs", &tables.costs.source}};
  if (tables.demand) inputs.emplace_back("demand", &tables.demand->source);
  if (tables.places) inputs.emplace_back("places", &tables.places->source);
  if (tables.candidates) inputs.emplace_back("candidates", &tables.candidates->source);
  set_header_rows(w.header_rows, inputs, problems);
  return tables;
}

/// What a job on a map needs and a table of costs does not.
void refuse_missing_inputs(SiteWords const& w, Problems& problems) {
  for (auto const& [option, is_missing] :
       {std::pair{"areas", w.areas.areas.empty()}, std::pair{"roads", w.travel.roads.empty()},
        std::pair{"population", w.population.population.empty()},
        std::pair{"places", w.places.places.empty()}, std::pair{"limit", w.limits.empty()}}) {
    problems.check([option = option, is_missing = is_missing] {
      if (is_missing)
        throw UsageError{option, "is missing", "give it, or somebody else's `costs` without a map"};
    });
  }
}

void understand_candidates_of(SiteWords const& w, SiteJob& job, Problems& problems) {
  auto const& word = w.candidates.places;
  if (word == kCells) {
    job.candidates = CellCenters{};
  } else if (word.starts_with(kRoads)) {
    problems.check([&] {
      auto const spacing = parse_length(word.substr(kRoads.size()), "candidates");
      if (!(spacing > Meters{0}))
        throw UsageError{"candidates", fmt::format("\"{}\" holds no distance", word),
                         "write roads:1 km"};
      job.candidates = AlongRoads{spacing};
    });
  } else if (!word.empty()) {
    auto input = *understand_candidates(w.candidates, problems);
    input.cost_field = w.candidate_cost;
    job.candidates = std::move(input);
    set_header_rows(w.header_rows,
                    {{"candidates", &std::get<io::PlaceInput>(job.candidates).source}}, problems);
    return;
  }
  refuse_candidate_fields(w.candidates, problems);
  problems.check([&] {
    if (word.empty() && job.problem != SiteProblem::Closing)
      throw UsageError{"candidates", "is missing", "name where a further place might come"};
  });
}

}  // namespace

std::string_view name_of(SiteProblem problem) noexcept {
  constexpr std::array<std::string_view, 5> kNames{"coverage", "fewest", "median", "center",
                                                   "closing"};
  return kNames[static_cast<std::size_t>(problem)];
}

void declare_site(Options& o, SiteWords& w) {
  using enum OptionKind;
  declare_question(o, w,
                   "Whom a place serves, inclusive: \"20 km\" along roads, or \"30 min\"; of costs "
                   "without a map a number in their unit");
  for (auto const* input : {"areas", "population", "places", "limit"})
    o.make_optional(input, o.option(input).text.help);
  o.add({"--problem", "coverage|fewest|median|center|closing",
         "What the places are for: most residents within the limit; everybody, with the fewest; "
         "the shortest ways, all together; the shortest longest way; the least harm of closing "
         "(default: coverage, with --close closing)"},
        w.problem);
  o.add({"--open", "N", "How many further places may open (of coverage 10 if it is not said)",
         Number},
        w.open);
  o.add({"--close", "N", "How many places close", Number}, w.close);
  o.add({"--at-least", "N",
         "Places within the limit that somebody needs to be served, as 2: one is the backup of the "
         "other",
         Number},
        w.at_least);
  declare_about(o, w.groups);
  o.describe("for",
             "Group of residents that the places are for, by its name or a part of it (65 for "
             "Y_GE65); suppressed numbers count with the middle of their range, and the plan is "
             "judged at both ends");
  o.group("Where places may come");
  declare_candidates(o, w.candidates,
                     {.placeholder = "FILE|cells|roads:LENGTH",
                      .help = "Points or polygons where a place might come, such as villages; the "
                              "middles of populated cells (cells); or points every so far along "
                              "the roads (roads:1 km)",
                      .words = {kCells, std::string{kRoads}}});
  o.add({"--candidate-cost", "FIELD", "What a candidate costs"}, w.candidate_cost);
  o.add({"--budget", "NUMBER", "For the costs of all places that open"}, w.budget);
  o.add({"--require", "ID",
         "Id or name of a place or candidate that is open in any case, and counts among those of "
         "--open; may be given several times"},
        w.required);
  o.add({"--exclude", "ID",
         "Id or name of a place or candidate that stays closed; may be given several times"},
        w.excluded);
  o.add({"--apart", "LENGTH",
         "Least distance, in a straight line, between a place that opens and any other"},
        w.apart);
  o.add({"--most-per", "LEVEL=N",
         "So many places at most may open in each area of a level: municipality, or a level of the "
         "--area-key, such as hyvinvointialue=2; may be given several times"},
        w.most_per);
  o.add({"--least-per", "LEVEL=N",
         "So many places at least open in each area of a level where residents live; may be given "
         "several times"},
        w.least_per);
  o.add({"--may-close", "",
         "Places that exist may close, and as many more may open elsewhere (default: they stay)",
         Flag},
        w.may_close);
  o.group("Somebody else's costs, without a map");
  o.add({"--costs", "FILE",
         "Table with a row per trip: who makes it, where it leads, and its cost, as gapmap matrix "
         "writes; --places and --candidates are then tables with ids",
         Path},
        w.costs);
  o.add({"--costs-from", "COLUMN", "Id of who makes the trip"}, w.costs_from);
  o.add({"--costs-to", "COLUMN", "Id of where it leads"}, w.costs_to);
  o.add({"--costs-column", "COLUMN", "What it costs"}, w.costs_column);
  o.add({"--demand", "FILE",
         "Table of those who make trips, and what each weighs (default: whoever has a cost, with "
         "weight 1 each)",
         Path},
        w.demand);
  o.add({"--demand-id", "COLUMN", "Id of who makes trips"}, w.demand_id);
  o.add({"--demand-weight", "COLUMN", "What they weigh, such as residents"}, w.demand_weight);
  o.group("The search");
  o.add(
      {"--time-limit", "TIME",
       "How long plans are looked for, such as \"5 min\"; the best plan found, and its bound, are "
       "written then, and when Ctrl-C is pressed (default: until the plan is proven best)"},
      w.time_limit);
  o.add({"--curve", "N",
         "How many places the curve of coverage goes up to; 0: no curve (default: those of --open)",
         Number},
        w.curve);
  o.add({"--cutoff", "LIMIT",
         "How far ways are looked for that are to be short; whoever has no place within it counts "
         "twice the longest way (default: as far as roads go)"},
        w.cutoff);
  declare_zones(o, w.zones);
  declare_official(o, w.official);
  o.group("What readers see");
  o.add({"--lang", "fi|sv|en", "Language of what the terminal shows"}, w.lang);
  declare_question_details(o, w);
  o.make_optional("roads", o.option("roads").text.help);
  declare_zone_fields(o, w.zones);
  o.allow_keys(coverage_keys());
  o.examples(
      "\nTakes the job files of gapmap coverage. Whatever is found comes with a bound: so good any "
      "other plan might be at\nmost, as far as was proven.\n"
      "\nFiles written, beside run.json (the record):\n"
      "  plan.csv, plan.geojson  the places that open, in the order of opening, and what each "
      "adds\n"
      "  curve.csv               most residents with 0, 1, 2 … places, what the order costs, "
      "and bounds\n"
      "  unserved.csv            whom no candidate can serve\n"
      "  plan.xlsx               all of it as sheets, with the curve drawn\n"
      "  places.gpkg             those that exist and stay, and those that open: a layer for "
      "gapmap "
      "coverage\n"
      "\nExamples:\n"
      "  gapmap site geodata/etela-savo/job.toml --open 5 -o out/plan\n"
      "  gapmap site geodata/etela-savo/job.toml --close 2 -o out/closing\n"
      "  gapmap site --costs out/matrix/matrix.csv --demand out/matrix/matrix_cells.csv \\\n"
      "      --limit \"20 km\" --open 3 -o out/plan\n");
}

SiteJob understand_site(SiteWords const& w) {
  Problems problems;
  SiteJob job;
  if (w.costs.empty()) {
    refuse_missing_inputs(w, problems);
    problems.throw_if_any();
    static_cast<Question&>(job) = understand_question(w, problems);
    problems.check([&] { refuse_further_limits(w.limits.size()); });
    job.zones = understand_zones(w.zones, problems);
    job.areas.key = job.zones.key;
    job.official = understand_official(w.official, problems);
    job.groups = understand_groups(w.groups, false, problems);
    understand_search(w, job, problems);
    understand_candidates_of(w, job, problems);
  } else {
    auto answer = understand_answer(w.answer, problems);
    job.threads = answer.threads;
    job.crs = std::move(answer.crs);
    job.tables = understand_tables(w, problems);
    understand_search(w, job, problems);
    problems.check([&] {
      if (!w.limits.empty() || job.is_of_ways()) return;
      throw UsageError{"limit", "is missing", "write a number in the unit of the costs"};
    });
    problems.check([&] {
      if (w.groups.about.empty()) return;
      throw UsageError{"for", "costs without a map have one weight", "choose with `demand-weight`"};
    });
  }
  problems.throw_if_any();
  return job;
}

SiteJob site_job(std::vector<JobEntry> const& entries, std::string const& file) {
  SiteWords words;
  Options options;
  declare_site(options, words);
  options.take_job(entries, file);
  auto job = understand_site(words);
  job.asked = options.object();
  return job;
}

SiteJob site_job_of(std::string const& file) { return site_job(read_job_file(file), file); }

}  // namespace gapmap::job
