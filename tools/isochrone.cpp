// gapmap isochrone: what can be reached within limits, as stretches of road and as a drawing of
// their surroundings.

#include <fmt/format.h>

#include <array>
#include <variant>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_geojson.h"
#include "gapmap/reach/isochrone.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/answer_options.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/job/header_rows.h"
#include "gapmap/job/place_options.h"
#include "gapmap/engine/road_scene.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::tools {
namespace {

struct Words {
  std::string limits, width, per_place, header_rows;
  job::AnswerWords answer;
  job::PlaceWords places;
  job::TravelWords travel;
};

struct Job {
  std::variant<std::vector<Meters>, std::vector<Seconds>> limits;
  SurroundingsOptions region;
  io::PlaceInput places;
  job::Travel travel;
};

constexpr Meters kLeastWidth{10};

constexpr std::array<char const*, 3> kFiles{"isochrone_roads.geojson", "isochrones.geojson",
                                            "run.json"};

class IsochroneCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "isochrone"; }
  [[nodiscard]] std::string summary() const override {
    return "What can be reached from places within limits: stretches of road, and regions around "
           "them as a drawing";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  Words words_;
};

void IsochroneCommand::declare(job::Options& o) {
  using enum job::OptionKind;
  auto& w = words_;
  o.group("The question");
  job::declare_places(o, w.places);
  job::declare_header_rows(o, w.header_rows);
  o.add({"--limits", "LIMITS", R"(Ascending limits, inclusive: "1,3,5,10 km" or "15,30,60 min")",
         Text, job::Need::Required},
        w.limits);
  o.add({"--per-place", "", "One isochrone a place instead of one for all together", Flag},
        w.per_place);
  job::declare_answer(o, w.answer);
  o.add({"--width", "LENGTH",
         "How far from a reached road the drawing goes: by default 250 m by car, 150 m by bike and "
         "100 m on foot"},
        w.width);
  job::declare_travel(o, w.travel);
  job::declare_place_fields(o, w.places);
  o.allow_keys(job::coverage_keys());
  o.examples(
      "\nFiles written: isochrone_roads.geojson (reached stretches of road with the limit they lie "
      "within: the truth),\n"
      "isochrones.geojson (their surroundings, nested, without holes under 1 ha: a drawing; people "
      "are counted by gapmap\n"
      "coverage, never by a polygon), run.json (the record).\n"
      "\nTakes the job files of gapmap coverage; of what they say, places, roads and travel count "
      "here.\n"
      "\nExamples:\n"
      "  gapmap isochrone --places geodata/etela-savo/places.csv --roads "
      "geodata/etela-savo/roads.gpkg \\\n"
      "      --limits \"5,10,20 km\" -o out/isochrone\n"
      "  gapmap isochrone --places paikat.csv --roads kaupunki.osm.pbf --mode bike --limits "
      "\"10,20 min\" --per-place -o tulos\n");
}

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

Job understand(Words const& w) {
  Job job;
  job::Problems problems;
  job.places = job::understand_places(w.places, problems);
  job.travel = job::understand_travel(w.travel, problems);
  job::set_header_rows(w.header_rows,
                       {{"places", &job.places.source}, {"roads", &job.travel.roads.source}},
                       problems);
  job.travel.roads.names = io::RoadNames::Read;
  problems.check([&] { job.limits = parse_limits(w.limits, "limits"); });
  problems.check([&] {
    job.region.width =
        w.width.empty() ? usual_width(job.travel.profile.mode) : parse_length(w.width, "width");
    if (job.region.width < kLeastWidth) {
      throw UsageError{"width", fmt::format("{} is too narrow to be drawn", w.width),
                       fmt::format("write at least {:g} m", kLeastWidth.value())};
    }
  });
  problems.check([&] { static_cast<void>(job::working_frame(w.answer)); });
  problems.check([&] {
    if (job.travel.trip == reach::Trip::Round) {
      throw UsageError{"trip", "an isochrone goes one way", "write to-place or from-place"};
    }
  });
  problems.throw_if_any();
  return job;
}

tables::Value text_or_nothing(std::string_view text) {
  return text.empty() ? tables::Value{} : tables::Value{std::string{text}};
}

/// Whose isochrones are asked for: of every place or of all together.
struct Origins {
  std::vector<reach::PlaceGroup> groups;
  std::vector<Place const*> places;  ///< one a group; none: all places
};

Origins origins_of(io::PlacesRead const& places, IdVector<PlaceId, Attachment> const& attached,
                   bool is_per_place) {
  if (!is_per_place) return {{{attached.begin(), attached.end()}}, {nullptr}};
  Origins origins;
  for (auto const f : attached.ids()) {
    if (!attached[f].is_attached()) continue;
    origins.groups.push_back({attached[f]});
    origins.places.push_back(&places.places[f]);
  }
  return origins;
}

struct Tables {
  tables::OutputTable roads;
  tables::OutputTable regions;
};

Tables empty_tables(bool is_length) {
  std::string const limit = is_length ? "limit_m" : "limit_s";
  using enum tables::ColumnType;
  return {.roads = {"isochrone_roads",
                    {{"place_id", Text},
                     {"place_name", Text},
                     {limit, Real, 3},
                     {"road_name", Text},
                     {"road_class", Text},
                     {"length_m", Real, 3}},
                    {},
                    {}},
          .regions = {
              "isochrones",
              {{"place_id", Text}, {"place_name", Text}, {limit, Real, 3}, {"roads_km", Real, 3}},
              {},
              {}}};
}

template <CostType Cost>
void append(Place const* place, reach::Isochrone<Cost> const& isochrone,
            std::vector<Cost> const& limits, RoadNetwork const& network, Tables& tables) {
  auto const id = place == nullptr ? tables::Value{} : text_or_nothing(place->id);
  auto const name = place == nullptr ? tables::Value{} : text_or_nothing(place->name);
  std::vector<Meters> length(limits.size(), Meters{0});
  for (auto const& stretch : isochrone.stretches) {
    if (network.is_boarding(stretch.segment)) continue;
    auto const part = (stretch.to - stretch.from) * network.length(stretch.segment);
    length[stretch.band] += part;
    auto const road_class = network.segments[stretch.segment].attributes.road_class;
    tables.roads.rows.push_back({id, name, to_natural(limits[stretch.band]).value(),
                                 text_or_nothing(network.name(stretch.segment)),
                                 std::string{name_of(road_class)}, part.value()});
    tables.roads.lines.push_back(
        reach::cut_shape(network, stretch.segment, stretch.from, stretch.to));
  }
  Meters within{0};
  for (std::size_t band = 0; band < limits.size(); ++band) {
    within += length[band];
    if (isochrone.regions[band].is_empty()) continue;
    tables.regions.rows.push_back(
        {id, name, to_natural(limits[band]).value(), within.value() / 1000});
    tables.regions.areas.push_back(isochrone.regions[band]);
  }
}

template <CostType Cost>
std::vector<Cost> to_costs(auto const& limits) {
  std::vector<Cost> costs;
  costs.reserve(limits.size());
  for (auto const limit : limits) costs.push_back(to_cost<Cost>(limit.value()));
  return costs;
}

void IsochroneCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto const job = understand(words_);
  auto const frame = job::working_frame(words_.answer);
  io::OutputFolder folder{words_.answer.output,
                          {kFiles.begin(), kFiles.end()},
                          words_.answer.may_overwrite(),
                          options.inputs()};
  io::Manifest manifest{
      .command = name(), .job = options.object(), .working_crs = frame.crs().label()};
  auto places = console.stage("read places", [&] { return io::read_places(job.places, frame); });
  auto const scene = engine::build_roads(job.travel, frame, console);

  auto const work = [&]<CostType Cost>(std::vector<Cost> const& limits) {
    auto const roads = engine::weigh_roads<Cost>(scene, job.travel, console);
    auto const attached = engine::attach_places(places, scene, roads, frame);
    auto tables = empty_tables(std::same_as<Cost, Millimeters>);
    auto const origins = origins_of(places, attached, !words_.per_place.empty());
    auto const found = console.stage("find isochrones", [&] {
      return reach::isochrones<Cost>(scene.graph, scene.assembly.network, roads.costs,
                                     origins.groups, job.travel.profile,
                                     {.limits = limits, .trip = job.travel.trip}, job.region);
    });
    for (std::size_t i = 0; i < found.size(); ++i)
      append(origins.places[i], found[i], limits, scene.assembly.network, tables);
    manifest.inputs = {scene.report, places.report};
    if (places.gazetteer) manifest.inputs.push_back(*places.gazetteer);
    for (auto const& input : manifest.inputs) engine::show(input, console);
    engine::show(roads.components, job.travel, console);
    manifest.network = engine::figures_of(scene.assembly, roads.components);
    return tables;
  };
  auto const tables =
      std::holds_alternative<std::vector<Meters>>(job.limits)
          ? work(to_costs<Millimeters>(std::get<std::vector<Meters>>(job.limits)))
          : work(to_costs<Milliseconds>(std::get<std::vector<Seconds>>(job.limits)));
  console.stage("write results", [&] {
    io::write_geojson(folder.staged("isochrone_roads.geojson"), tables.roads, frame);
    io::write_geojson(folder.staged("isochrones.geojson"), tables.regions, frame);
  });
  manifest.seconds = console.seconds();
  io::write_manifest(folder.staged("run.json"), manifest);
  folder.commit();
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_isochrone_command() { return std::make_unique<IsochroneCommand>(); }

}  // namespace gapmap::tools
