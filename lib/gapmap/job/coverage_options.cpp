#include "gapmap/job/coverage_options.h"

#include <fmt/format.h>

#include <cmath>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/header_rows.h"

namespace gapmap::job {
namespace {

/// Returns the limit as text that parse_limit() reads.
std::string text_of(std::variant<Meters, Seconds> const& limit) {
  if (auto const* length = std::get_if<Meters>(&limit)) return fmt::format("{} m", length->value());
  return fmt::format("{} s", std::get<Seconds>(limit).value());
}

/// Returns the bounds with every limit of the job that is in their unit.
ClassBounds with_limits(ClassBounds bounds, Question const& question) {
  bounds = with_limit(std::move(bounds), question.limit);
  for (auto const& limit : question.further_limits) {
    if (limit.index() == bounds.index()) bounds = with_limit(std::move(bounds), limit);
  }
  return bounds;
}

std::size_t places_to_tell_of(std::string const& word) {
  constexpr std::size_t kMost = 10;
  if (auto const k = parse_whole(word); k && *k >= 1 && *k <= kMost) return *k;
  throw UsageError{"nearest", fmt::format("\"{}\" is no number of places", word),
                   fmt::format("write a whole number from 1 to {}", kMost)};
}

double detour_factor_of(std::string const& word) {
  auto const factor = parse_number(word);
  if (factor && *factor >= 1 && std::isfinite(*factor)) return *factor;
  throw UsageError{"detour-factor", fmt::format("\"{}\" is no detour factor", word),
                   "write how many times as long as the straight line, at least 1, e.g. 1.5"};
}

}  // namespace

void declare_coverage(Options& o, CoverageWords& w) {
  declare_question(o, w,
                   "Longest acceptable way, inclusive: \"20 km\" along roads, or \"30 min\"; of "
                   "several, in either unit, the first is that of maps, gaps and reasons, and who "
                   "is within each, all and any of them is told by municipality and group");
  o.add({"--margin", "LENGTH",
         "Read only roads and places this much farther than the limit from the cells, even if "
         "somebody's nearest place lies beyond; the run says up to where results are exact "
         "(default: as much as every result takes)"},
        w.margin);
  o.add({"--nearest", "K",
         "How many places cells.csv tells of: the nearest, the second nearest … (up to 10)",
         OptionKind::Number},
        w.nearest);
  o.add({"--roads-used", "",
         "Also tell how many residents take each road to their nearest place (roads_used); all "
         "roads are read, with their names",
         OptionKind::Flag},
        w.roads_used);
  o.add({"--detour-factor", "NUMBER",
         "From how many times its straight line on a way is a detour, as a reason why somebody is "
         "outside the limit",
         OptionKind::Number},
        w.detour_factor);
  o.describe(
      "study",
      "Municipalities to study, e.g. \"Mikkeli, Savonlinna\", an area of the --area-key, e.g. "
      "\"Etelä-Savo\", or a condition, e.g. \"kunta in ('491','740')\"; roads and places "
      "beyond them still count");
  declare_classes(o, w.classes);
  declare_zones(o, w.zones);
  declare_requirements(o, w.requirements);
  declare_accounts(o, w.accounts);
  declare_official(o, w.official);
  declare_accessibility(o, w.accessibility);
  declare_remedies(o, w.remedies);
  declare_gaps_by(o, w.groups);
  declare_spread(o, w.spread);
  declare_delivery(o, w.readers, "; what the terminal shows is in it too");
  declare_about(o, w.groups);
  declare_publish(o, w.publish);
  declare_question_details(o, w);
  declare_zone_fields(o, w.zones);
  o.examples(
      "\nFiles written, beside run.json (the record):\n"
      "  gapmap.gpkg, gapmap.xlsx     everything, as styled layers for QGIS and as a workbook\n"
      "  gaps                         connected patches of residents who are too far, why, and a "
      "remedy\n"
      "  cells, municipalities        who is within the limit, and figures\n"
      "  places                       for whom each is the nearest, and who loses if it closes\n"
      "  classes, indicators          residents by class of distance, zone and group; mean, Gini "
      "…\n"
      "  reasons, remedies            why residents are not covered; best candidates of the "
      "gaps\n"
      "  sensitivity                  whose verdict hangs on the ways that the road data lack\n"
      "  denominators                 who is in the grid, beside official numbers\n"
      "  zones, requirements, accounts, roads_used  if asked for\n"
      "Those with a place on the map as .geojson, those with figures as .csv. The terminal shows "
      "the "
      "result in\na dozen lines, in the language of --lang; with --verbose also the figures of "
      "every "
      "municipality.\n"
      "\nExamples:\n"
      "  gapmap coverage geodata/etela-savo/job.toml --limit \"10 km\" -o out/10km\n"
      "  gapmap coverage --areas kunnat.gpkg --roads tiet.gpkg:tielinkit --population "
      "vaki2023_1km.gpkg \\\n"
      "      --places paikat.csv --limit \"20 km\" --study \"Mikkeli, Savonlinna\" -o tulos\n");
}

std::string as_called_now(std::string const& object) {
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  return as_called_now(options, object);
}

std::vector<std::string> coverage_keys() {
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  auto keys = options.keys();
  for (auto const& option : options.declared()) {
    for (auto const& key : {option.text.formerly, option.text.plural}) {
      if (!key.empty()) keys.push_back(key);
    }
  }
  return keys;
}

CoverageJob understand_coverage(CoverageWords const& w, Problems& problems) {
  CoverageJob job{understand_question(w, problems)};
  if (!w.margin.empty()) {
    problems.check([&] { job.margin = parse_length(w.margin, "margin"); });
  }
  problems.check([&] { job.nearest = places_to_tell_of(w.nearest); });
  problems.check([&] { job.detour_from = detour_factor_of(w.detour_factor); });
  job.asked_classes =
      understand_classes(w.classes, w.limits.empty() ? "" : w.limits.front(), problems);
  // A limit that could not be read, or classes in another unit, have been reported.
  if (job.asked_classes.index() == job.limit.index())
    job.classes = with_limits(job.asked_classes, job);
  job.zones = understand_zones(w.zones, problems);
  job.requirements = understand_requirements(w.requirements, job.places, problems);
  job.accounts = understand_accounts(w.accounts, w.study + w.zones.area_key, problems);
  job.official = understand_official(w.official, problems);
  job.accessibility = understand_accessibility(w.accessibility, job.limit, problems);
  job.remedies = understand_remedies(w.remedies, problems);
  job.spread = understand_spread(w.spread, problems);
  std::vector<std::pair<std::string_view, io::Source*>> further;
  if (job.zones.key) further.emplace_back("area-key", &job.zones.key->source);
  if (job.official) further.emplace_back("population-official", &job.official->source);
  if (job.remedies.candidates) further.emplace_back("candidates", &job.remedies.candidates->source);
  if (job.spread.buildings) further.emplace_back("spread", &job.spread.buildings->source);
  set_header_rows(w.header_rows, further, problems);
  job.areas.key = job.zones.key;
  job.readers = understand_delivery(w.readers, problems);
  job.roads_used = !w.roads_used.empty();
  if (job.roads_used) job.travel.roads.names = io::RoadNames::Read;
  job.publish_below = understand_publish(w.publish, problems);
  job.groups = understand_groups(w.groups, job.publish_below.has_value(), problems);
  problems.check([&] {
    if (!job.accessibility || job.accounts.whose == Whose::Anybody) return;
    throw UsageError{"accessibility", "counts everybody's places, not those of the own county",
                     "leave out `places-of` own-county"};
  });
  problems.check([&] {
    if (!job.roads_used || job.travel.trip != reach::Trip::Round) return;
    throw UsageError{"roads-used", "follows one way, and a round trip is two",
                     "say `trip` to-place or from-place"};
  });
  return job;
}

CoverageJob with_limit(CoverageJob job, std::variant<Meters, Seconds> limit) {
  if (limit.index() != job.limit.index()) {
    bool const is_time = std::holds_alternative<Seconds>(job.limit);
    throw UsageError{"limit",
                     fmt::format("is a {}, but the job counts {}", is_time ? "length" : "time",
                                 is_time ? "times" : "lengths"),
                     "write both in kilometres or both in minutes"};
  }
  refuse_uncountable(limit);
  if (std::ranges::find(job.further_limits, limit) != job.further_limits.end()) {
    throw UsageError{"limit", "is one of the further limits of the job",
                     "choose another one or leave that one out"};
  }
  job.limit = limit;
  job.asked = asked_with(job.asked, "limit", text_of(limit));
  job.classes = with_limits(job.asked_classes, job);
  if (job.accessibility && job.accessibility->is_usual) job.accessibility->half = half_of(limit);
  return job;
}

CoverageJob coverage_job(std::vector<JobEntry> const& entries, std::string const& file) {
  CoverageWords words;
  Options options;
  declare_coverage(options, words);
  options.take_job(entries, file);
  auto job = understand_coverage(words);
  job.asked = options.object();
  return job;
}

CoverageJob coverage_job_of(std::string const& file) {
  return coverage_job(read_job_file(file), file);
}

CoverageJob understand_coverage(CoverageWords const& w) {
  Problems problems;
  auto job = understand_coverage(w, problems);
  problems.throw_if_any();
  return job;
}

}  // namespace gapmap::job
