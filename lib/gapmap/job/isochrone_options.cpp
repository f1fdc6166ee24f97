#include "gapmap/job/isochrone_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/job/coverage_options.h"
#include "gapmap/job/header_rows.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

constexpr Meters kLeastWidth{10};

/// Narrow against the least limits that make sense for the mode.
Meters usual_width(Mode mode) {
  switch (mode) {
    case Mode::Car:
      return Meters{250};
    case Mode::Bike:
      return Meters{150};
    case Mode::Walk:
      return Meters{100};
  }
  return Meters{250};
}

/// Of several words, as a job of coverage has them, all limits.
std::variant<std::vector<Meters>, std::vector<Seconds>> limits_of(
    std::vector<std::string> const& words) {
  if (words.empty()) return parse_limits("", "limits");
  auto limits = parse_limits(words.front(), "limits");
  for (auto const& word : words) {
    auto const more = parse_limits(word, "limits");
    if (more.index() != limits.index()) {
      throw UsageError{"limits", "some are lengths and some are times",
                       "write those of the drawing, such as \"5,10,20 km\""};
    }
    std::visit(
        [&](auto& all) {
          auto const& its = std::get<std::remove_cvref_t<decltype(all)>>(more);
          all.insert(all.end(), its.begin(), its.end());
          std::ranges::sort(all);
          all.erase(std::unique(all.begin(), all.end()), all.end());
        },
        limits);
  }
  return limits;
}

/// Nothing where no place is looked up: coordinates need no municipality.
std::optional<io::MunicipalityInput> understand_areas_for(IsochroneWords const& w,
                                                          io::PlaceInput const& places,
                                                          Problems& problems) {
  if (w.areas.areas.empty() || (places.addresses.empty() && !places.gazetteer)) return {};
  return understand_areas(w.areas, problems);
}

}  // namespace

void declare_isochrone(Options& o, IsochroneWords& w) {
  using enum OptionKind;
  o.group("The question");
  declare_places(o, w.places);
  declare_areas(o, w.areas, Need::Optional,
                "Municipality boundaries; read if places come by address or locality, as gapmap "
                "coverage reads them");
  declare_header_rows(o, w.header_rows);
  o.add({"--limits",
         "LIMITS",
         "Limits, inclusive: \"1,3,5,10 km\" or \"15,30,60 min\"; of a job, its limit",
         Text,
         Need::Required,
         {},
         "limit"},
        w.limits);
  o.add({"--per-place", "", "One isochrone a place instead of one for all together", Flag},
        w.per_place);
  declare_answer(o, w.answer);
  o.add({"--width", "LENGTH",
         "How far from a reached road the drawing goes: by default 250 m by car, 150 m by bike and "
         "100 m on foot"},
        w.width);
  declare_travel(o, w.travel);
  declare_area_fields(o, w.areas);
  declare_place_fields(o, w.places);
  o.allow_keys(coverage_keys());
  o.examples(
      "\nFiles written: isochrone_roads.geojson (reached stretches of road with the limit they lie "
      "within: the truth),\n"
      "isochrones.geojson (their surroundings, nested, without holes under 1 ha: a drawing; people "
      "are counted by gapmap\n"
      "coverage, never by a polygon), run.json (the record).\n"
      "\nTakes the job files of gapmap coverage; of what they say, places, roads, travel and "
      "limits "
      "count here. The places\n"
      "are the very ones that coverage uses.\n"
      "\nExamples:\n"
      "  gapmap isochrone --places geodata/etela-savo/places.csv --roads "
      "geodata/etela-savo/roads.gpkg \\\n"
      "      --limits \"5,10,20 km\" -o out/isochrone\n"
      "  gapmap isochrone --places paikat.csv --roads kaupunki.osm.pbf --mode bike --limits "
      "\"10,20 min\" --per-place -o tulos\n");
}

IsochroneJob understand_isochrone(IsochroneWords const& w) {
  IsochroneJob job;
  Problems problems;
  job.places = understand_places(w.places, problems);
  job.travel = understand_travel(w.travel, problems);
  auto areas = understand_areas_for(w, job.places, problems);
  std::vector<std::pair<std::string_view, io::Source*>> inputs{{"roads", &job.travel.roads.source}};
  append_sources(inputs, job.places);
  if (areas) inputs.emplace_back("areas", &areas->source);
  set_header_rows(w.header_rows, inputs, problems);
  job.areas = std::move(areas);
  job.travel.roads.names = io::RoadNames::Read;
  job.is_per_place = !w.per_place.empty();
  problems.check([&] { job.limits = limits_of(w.limits); });
  problems.check([&] {
    job.region.width =
        w.width.empty() ? usual_width(job.travel.profile.mode) : parse_length(w.width, "width");
    if (job.region.width < kLeastWidth) {
      throw UsageError{"width", fmt::format("{} is too narrow to be drawn", w.width),
                       fmt::format("write at least {:g} m", kLeastWidth.value())};
    }
  });
  auto answer = understand_answer(w.answer, problems);
  job.threads = answer.threads;
  job.crs = std::move(answer.crs);
  problems.check([&] {
    if (job.travel.trip == reach::Trip::Round) {
      throw UsageError{"trip", "an isochrone goes one way", "write to-place or from-place"};
    }
  });
  problems.throw_if_any();
  return job;
}

IsochroneJob isochrone_job(std::vector<JobEntry> const& entries, std::string const& file) {
  IsochroneWords words;
  Options options;
  declare_isochrone(options, words);
  options.take_job(entries, file);
  auto job = understand_isochrone(words);
  job.asked = options.object();
  return job;
}

}  // namespace gapmap::job
