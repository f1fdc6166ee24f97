#include "gapmap/checks/check_roads.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/network/inspect.h"

namespace gapmap::checks {
namespace {

constexpr Meters kNearMiss{1};

std::string at(Point p) { return fmt::format("({:.0f}, {:.0f})", p.x, p.y); }

void add_example(Finding& finding, std::string example) {
  if (finding.examples.size() < io::kMaxExamples) finding.examples.push_back(std::move(example));
}

/// People and places attached to one component.
struct Crowd {
  ComponentId component;
  People residents{0};
  std::size_t cells = 0;
  std::size_t places = 0;
  Point position{};  ///< of its first segment
};

IdVector<ComponentId, Crowd> crowds_of(RoadNetwork const& network, Components const& components,
                                       AttachedPeople const& people) {
  IdVector<ComponentId, Crowd> crowds(components.components.size());
  for (auto const p : crowds.ids()) crowds[p].component = p;
  std::vector<char> is_placed(crowds.size(), 0);
  for (auto const s : network.originals()) {
    auto const component = components.of_segment[s];
    if (component.is_none() || is_placed[component.value()] != 0) continue;
    crowds[component].position = network.shape(s).front();
    is_placed[component.value()] = 1;
  }
  for (auto const c : people.cells.ids()) {
    if (!people.cells[c].is_attached()) continue;
    auto& crowd = crowds[components.of_segment[people.cells[c].segment]];
    ++crowd.cells;
    crowd.residents += people.population[c].residents.value_or(People{0});
  }
  for (auto const f : people.attached_places.ids()) {
    if (people.attached_places[f].is_attached())
      ++crowds[components.of_segment[people.attached_places[f].segment]].places;
  }
  return crowds;
}

/// Whether there are streets and tracks rather than only numbered roads. Service roads do not tell,
/// because narrow numbered roads count as such.
bool has_minor_roads(RoadNetwork const& network) {
  return std::ranges::any_of(network.segments, [](Segment const& segment) {
    auto const road_class = segment.attributes.road_class;
    return road_class >= RoadClass::Residential && road_class <= RoadClass::Steps &&
           road_class != RoadClass::Service;
  });
}

/// Returns the data that have the roads which these data lack.
std::string better_roads(RoadNetwork const& network, io::DataKind kind) {
  std::vector<std::string> data;
  auto const add_unless = [&](io::DataKind these, char const* name) {
    if (kind != these) data.emplace_back(name);
  };
  add_unless(io::DataKind::Digiroad, "Digiroad's links with private roads (DR_LINKKI)");
  add_unless(io::DataKind::TopographicDatabase, "the Land Survey's topographic database");
  add_unless(io::DataKind::OpenStreetMap, "an OpenStreetMap extract");
  return fmt::format(
      "{}take {}; gapmap coverage tells whose result hangs on it (sensitivity)",
      has_minor_roads(network) ? "" : "these are numbered roads without private ones: ",
      fmt::join(data, ", or "));
}

}  // namespace

Findings check_components(RoadNetwork const& network, Components const& components, Mode mode,
                          AttachedPeople const& people) {
  if (components.components.empty()) return {};
  auto const longest = std::ranges::max_element(components.components, {}, &Component::length) -
                       components.components.begin();
  Finding cut_off{
      Severity::Warning, "roads",
      fmt::format("components that do not connect {} and have no place: their residents "
                  "are unreachable",
                  phrase_of(mode)),
      0, People{0}};
  cut_off.advice =
      "islands are so; else look for breaks: gapmap network info shows components and near "
      "misses on a map";
  Finding apart = cut_off;
  apart.severity = Severity::Note;
  apart.what = fmt::format("components that do not connect {} but have places or nobody on them",
                           phrase_of(mode));
  apart.advice.clear();
  Finding small_components{Severity::Note, "roads", "", 0};
  Meters small_length{0};
  auto crowds = crowds_of(network, components, people);
  std::vector<Crowd> minor;
  for (auto const& crowd : crowds) {
    auto const& component = components.components[crowd.component];
    if (component.is_small) {
      ++*small_components.rows;
      small_length += component.length;
    } else if (crowd.component.value() != static_cast<std::uint32_t>(longest)) {
      minor.push_back(crowd);
    }
  }
  std::ranges::stable_sort(minor, std::ranges::greater{}, &Crowd::residents);
  for (auto const& crowd : minor) {
    bool const is_cut_off = crowd.places == 0 && crowd.cells > 0;
    auto& finding = is_cut_off ? cut_off : apart;
    ++*finding.rows;
    *finding.residents += crowd.residents;
    add_example(finding, fmt::format("{}: {:.1f} km, {:.0f} residents, {} {}", at(crowd.position),
                                     components.components[crowd.component].length.value() / 1000,
                                     crowd.residents.value(), crowd.places,
                                     crowd.places == 1 ? "place" : "places"));
  }
  if (*apart.residents > People{0})
    apart.advice = "people there reach only the places of their component";
  small_components.what =
      fmt::format("small components that connect to nothing, {:.1f} km in all: not attached to",
                  small_length.value() / 1000);
  Findings findings;
  for (auto* finding : {&cut_off, &apart, &small_components}) {
    if (*finding->rows > 0) findings.push_back(std::move(*finding));
  }
  return findings;
}

Findings check_near_misses(RoadNetwork const& network) {
  auto const misses = network::near_misses(network, kNearMiss);
  if (misses.empty()) return {};
  Finding finding{Severity::Warning, "roads",
                  fmt::format("dead ends on or within {:g} m of another road that do not connect "
                              "to it",
                              kNearMiss.value()),
                  misses.size()};
  for (auto const& miss : misses) {
    add_example(finding, fmt::format("{}, {:.2f} m", at(network.junctions[miss.dead_end]),
                                     miss.distance.value()));
  }
  finding.advice =
      "give both a common vertex where they should meet; gapmap network info has all of them as a "
      "layer";
  return {finding};
}

Findings check_speeds(RoadNetwork const& network) {
  auto const speeds = network::odd_speeds(network);
  if (speeds.empty()) return {};
  Finding finding{Severity::Warning, "roads",
                  "speed limits outside 5 to 120 km/h, or ferries slower than 3 or faster than 60 "
                  "km/h",
                  speeds.size()};
  for (auto const& odd : speeds) {
    add_example(finding, fmt::format("{}: {:.0f} km/h", at(network.shape(odd.segment).front()),
                                     odd.speed_kmh));
  }
  finding.advice = "correct the limits; gapmap network info has all of them as a layer";
  return {finding};
}

Findings check_one_way(RoadNetwork const& network, Mode mode) {
  if (mode == Mode::Walk) return {};
  constexpr std::size_t kFewest = 500;
  constexpr Meters kStreet{200};
  std::size_t open = 0;
  std::size_t shorter = 0;
  for (auto const s : network.originals()) {
    auto const& road = network.segments[s].attributes;
    bool const along = road.permits(Direction::Along).contains(mode);
    bool const against = road.permits(Direction::Against).contains(mode);
    if (along != against) return {};
    if (!along || road.is_ferry()) continue;
    ++open;
    if (network.length(s) < kStreet) ++shorter;
  }
  if (open < kFewest || shorter * 2 < open) return {};
  return {{Severity::Warning,
           "roads",
           fmt::format("streets, but none is one-way {}: ways there may come out too short",
                       phrase_of(mode)),
           open,
           std::nullopt,
           {},
           "if a field says which are, name it with `road-oneway`"}};
}

Findings check_off_road(AttachedPeople const& people, Meters max_off_road) {
  auto const km = max_off_road.value() / 1000;
  Finding homes{Severity::Warning, "population", "", 0, People{0}};
  People all{0};
  for (auto const c : people.cells.ids()) {
    auto const& cell = people.population[c];
    auto const residents = cell.residents.value_or(People{0});
    all += residents;
    if (people.cells[c].is_attached() || !cell.is_inhabited()) continue;
    ++*homes.rows;
    *homes.residents += residents;
    add_example(homes, cell.id);
  }
  double const share = all > People{0} ? *homes.residents / all : 0;
  homes.what = fmt::format(
      "cells farther than {:g} km from every road: {:.2f} % of residents are "
      "off the network",
      km, share * 100);
  homes.advice = "take roads that reach them, or raise `max-off-road`";
  constexpr double kFew = 0.001;
  if (share < kFew) homes.severity = Severity::Note;
  Finding places{
      Severity::Warning, "places",
      fmt::format("places farther than {:g} km from every road: nobody reaches them", km), 0};
  // Roads of a region need not reach the places of another region.
  Box around;
  for (auto const& cell : people.population) around.extend(cell.center);
  around = around.grown(max_off_road.value());
  std::size_t unattached = 0;
  for (auto const f : people.attached_places.ids()) {
    if (people.attached_places[f].is_attached()) continue;
    ++unattached;
    if (!around.is_empty() && !around.contains(people.places[f].point)) continue;
    ++*places.rows;
    add_example(places, fmt::format("{} ({})", people.places[f].id, people.places[f].name));
  }
  places.advice = "check their coordinates and the roads there, or raise `max-off-road`";
  places.is_loss = true;
  if (unattached == people.attached_places.size() && unattached > 0) {
    places.severity = Severity::Error;
    places.rows = unattached;
  }

  Findings findings;
  for (auto* finding : {&homes, &places}) {
    if (*finding->rows > 0) findings.push_back(std::move(*finding));
  }
  return findings;
}

Findings check_access_legs(RoadNetwork const& network, Mode mode, AttachedPeople const& people,
                           io::DataKind kind) {
  constexpr Meters kFar{500};
  constexpr double kMany = 0.01;
  Finding homes{Severity::Note, "roads", "", 0, People{0}};
  People all{0};
  for (auto const c : people.cells.ids()) {
    auto const& cell = people.population[c];
    auto const residents = cell.residents.value_or(People{0});
    all += residents;
    if (people.cells[c].off_road <= kFar || !cell.is_inhabited()) continue;
    *homes.residents += residents;
    count(homes, cell.id);
  }
  double const share = all > People{0} ? *homes.residents / all : 0;
  if (share > kMany) homes.severity = Severity::Warning;
  homes.what = fmt::format(
      "cells more than {:g} m from every road that the data have for going {}: {:.1f} % of "
      "residents begin with a straight line, as an assumption has it",
      kFar.value(), phrase_of(mode), share * 100);
  homes.advice = better_roads(network, kind);
  return if_any(std::move(homes));
}

}  // namespace gapmap::checks
