#include "gapmap/job/site_options.h"

#include <fmt/format.h>

#include <array>

#include "gapmap/job/coverage_options.h"
#include "gapmap/job/header_rows.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

constexpr char const* kCells = "cells";
constexpr char const* kCoverage = "coverage";
constexpr std::string_view kRoads = "roads:";
constexpr std::uint32_t kUsuallyOpened = 10;

std::vector<std::string> const& problem_words() {
  static std::vector<std::string> const words{"coverage", "fewest", "median", "center", "closing"};
  return words;
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
    if (w.open.empty() && is_opening && job.is_of_ways())
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
    if (w.by.empty()) return;
    if (job.problem != SiteProblem::Closing)
      throw UsageError{"by", "is nothing that this problem asks", "leave it out"};
    job.by_travel = choice_of("by", w.by, {kCoverage, "travel"}) == 1;
  });
  problems.check([&] {
    job.at_least = places_in("at-least", w.at_least, 1);
    bool const is_backed_up =
        job.problem == SiteProblem::Coverage || job.problem == SiteProblem::Fewest;
    if (job.at_least > 1 && (!is_backed_up || job.capacities.has_capacities))
      throw UsageError{"at-least", "is nothing that this problem asks", "leave it out"};
  });
  problems.check([&] {
    bool const has_curve = job.problem == SiteProblem::Coverage && !job.capacities.has_capacities;
    if (!w.curve.empty() && !has_curve)
      throw UsageError{"curve", "is nothing that this problem asks", "leave it out"};
    // With backup each point may take as long as the plan.
    bool const is_usual = has_curve && job.at_least == 1;
    job.curve = !w.curve.empty() ? places_in("curve", w.curve, 0) : is_usual ? job.open : 0;
  });
}

/// Rules that the problem, or a job without a map, has no use for.
void refuse_rules(SiteJob const& job, Problems& problems) {
  problems.check([&] {
    if (job.problem != SiteProblem::Closing || !job.has_set_rules()) return;
    throw UsageError{job.set_rule(), "is nothing that this problem asks", "leave it out"};
  });
  problems.check([&] {
    if (!job.tables || (!job.apart && job.quotas.empty())) return;
    throw UsageError{job.apart ? "apart" : "most-per, least-per", "needs a map", "leave it out"};
  });
}

/// What is about areas that plan alone, who know nothing of what some options ask.
void understand_borders(SiteWords const& w, SiteJob& job, Problems& problems) {
  job.borders = w.borders;
  if (w.borders.empty()) return;
  problems.check([&] {
    if (job.problem != SiteProblem::Coverage && job.problem != SiteProblem::Fewest)
      throw UsageError{"borders", "is nothing that this problem asks", "leave it out"};
    if (job.tables) throw UsageError{"borders", "needs a map", "leave it out"};
  });
  for (auto const& [option, is_asked] :
       {std::pair{job.set_rule(), job.has_set_rules()},
        std::pair{std::string{"may-close"}, job.may_close},
        std::pair{std::string{"candidate-capacity"}, job.capacities.has_capacities},
        std::pair{std::string{"candidate-cost"},
                  job.has_prices && job.problem == SiteProblem::Fewest}}) {
    problems.check([option = option, is_asked = is_asked] {
      if (is_asked)
        throw UsageError{option, "is nothing that areas alone can keep to",
                         "leave it out, or leave out `borders`"};
    });
  }
}

/// Capacities that the problem has no use for, or that nothing says.
void refuse_capacities(SiteWords const& w, SiteJob const& job, Problems& problems) {
  problems.check([&] {
    auto const& capacities = job.capacities;
    if (!capacities.has_capacities) return;
    if (job.problem != SiteProblem::Coverage && job.problem != SiteProblem::Median)
      throw UsageError{"candidate-capacity", "is nothing that this problem asks", "leave it out"};
    auto const& word = w.candidates.places;
    bool const has_fields = !word.empty() && word != kCells && !word.starts_with(kRoads);
    if (!has_fields && !capacities.candidates.number) {
      throw UsageError{"candidate-capacity", "names a field, but candidates come from no file",
                       "write one number for all of them"};
    }
  });
}

void understand_search(SiteWords const& w, SiteJob& job, Problems& problems) {
  using Clock = std::chrono::steady_clock;
  problems.check([&] { job.problem = problem_of(w); });
  static_cast<SiteRuleChoice&>(job) = understand_site_rules(w.rules, problems);
  job.capacities = understand_site_capacities(w.capacities, w.places, problems);
  job.places.service.capacity = job.capacities.places.field;
  refuse_rules(job, problems);
  understand_numbers(w, job, problems);
  understand_borders(w, job, problems);
  refuse_capacities(w, job, problems);
  if (!w.limits.empty()) job.limit_word = w.limits.front();
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
  job.readers = understand_delivery(w.readers, problems);
}

/// What a job on a map needs and a table of costs does not.
void refuse_missing_inputs(SiteWords const& w, Problems& problems) {
  for (auto const& [option, is_missing] :
       {std::pair{"areas", w.areas.areas.empty()}, std::pair{"roads", w.travel.roads.empty()},
        std::pair{"population", w.population.population.empty()},
        std::pair{"limit", w.limits.empty()}}) {
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
    input.cost_field = w.rules.candidate_cost;
    input.service.capacity = job.capacities.candidates.field;
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
  o.describe("places", "Meeting places that exist (default: none does)");
  o.add({"--problem", "coverage|fewest|median|center|closing",
         "What the places are for: most residents within the limit; everybody, with the fewest; "
         "the shortest ways, all together; the shortest longest way; the least harm of closing "
         "(default: coverage, with --close closing)"},
        w.problem);
  o.add({"--open", "N", "How many further places may open (of coverage 10 if it is not said)",
         Number},
        w.open);
  o.add({"--close", "N", "How many places close", Number}, w.close);
  o.add({"--by", "coverage|travel",
         "What the places that close are to harm least: who is within the limit, or the ways, all "
         "together (default: coverage)"},
        w.by);
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
  declare_site_rules(o, w.rules);
  declare_site_capacities(o, w.capacities);
  declare_cost_tables(o, w.tables);
  o.group("The search");
  o.add(
      {"--time-limit", "TIME",
       "How long plans are looked for, such as \"5 min\"; the best plan found, and its bound, are "
       "written then, and when Ctrl-C is pressed (default: until the plan is proven best)"},
      w.time_limit);
  o.add({"--curve", "N",
         "How many places the curve of coverage goes up to, by the rules of the plan; 0: no curve "
         "(default: those of --open; with --at-least none)",
         Number},
        w.curve);
  o.add(
      {"--borders", "LEVEL",
       "What each area of a level would do alone, beside the joint plan: municipality, or a level "
       "of the --area-key, such as hyvinvointialue. Alone, an area opens none but candidates in "
       "it and counts none but its own residents; places that exist serve whoever reaches them "
       "(of coverage and fewest)"},
      w.borders);
  o.add({"--cutoff", "LIMIT",
         "How far ways are looked for that are to be short; whoever has no place within it counts "
         "twice the longest way (default: as far as roads go)"},
        w.cutoff);
  declare_zones(o, w.zones);
  declare_official(o, w.official);
  declare_delivery(o, w.readers, "; what the terminal shows is in it too");
  declare_question_details(o, w);
  o.describe(
      "place-capacity",
      "How many people it has room for; with --candidate-capacity it serves no more, and one "
      "number stands for all places");
  o.make_optional("roads", o.option("roads").text.help);
  declare_zone_fields(o, w.zones);
  o.allow_keys(coverage_keys());
  o.examples(
      "\nTakes the job files of gapmap coverage. Whatever is found comes with a bound: so good any "
      "other plan might be at\nmost, as far as was proven.\n"
      "\nFiles written, beside run.json (the record):\n"
      "  plan.csv, plan.geojson   the places that open, in the order of opening, and what each "
      "adds\n"
      "  curve.csv                most residents with 0, 1, 2 … places, what the order costs, "
      "and bounds\n"
      "  borders.csv              what areas would do alone, of --borders\n"
      "  unserved.csv             whom no candidate can serve\n"
      "  loads.csv                how full places are, with capacities\n"
      "  assignments.csv          who goes where and who has no room, with capacities\n"
      "  plan_groups.csv          what each place adds, by group\n"
      "  plan_municipalities.csv  who is within the limit, now and then\n"
      "  plan_gaps.*              where those live whom the plan leaves outside\n"
      "  plan_cells.csv           what the plan changes in each cell, and its nearest place\n"
      "  plan_places.csv          all places: kept, gone and new\n"
      "  gapmap.gpkg, gapmap.qgs  all of it as styled layers, and a project that opens them in "
      "QGIS\n"
      "  gapmap.xlsx              all of it as sheets, with the curve drawn\n"
      "  report.*.html            report in Finnish, Swedish and English\n"
      "  places.gpkg              those that exist and stay, and those that open: a layer for "
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
  if (w.tables.costs.empty()) {
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
    problems.check([&] {
      if (job.has_places() || job.problem != SiteProblem::Closing) return;
      throw UsageError{"places", "is missing", "name those of which some close"};
    });
  } else {
    auto answer = understand_answer(w.answer, problems);
    job.threads = answer.threads;
    job.crs = std::move(answer.crs);
    job.tables = understand_cost_tables(
        w.tables, {w.places, w.candidates, w.rules.candidate_cost, w.limits, w.header_rows},
        problems);
    understand_search(w, job, problems);
    if (job.tables->places) job.tables->places->capacity_field = job.capacities.places.field;
    if (job.tables->candidates)
      job.tables->candidates->capacity_field = job.capacities.candidates.field;
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
