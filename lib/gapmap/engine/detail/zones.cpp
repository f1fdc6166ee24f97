#include "gapmap/engine/detail/zones.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gapmap/places/assign_zones.h"
#include "gapmap/engine/road_scene.h"

namespace gapmap::engine {
namespace {

void check_key(AreaKey const& key, job::ZoneJob const& job, Studied const& studied) {
  for (auto const& [from, to] : job.successors) {
    if (key.municipalities.contains(to)) continue;
    throw UsageError{"area-successors", fmt::format("{} is not in the key either", to),
                     "write OLD=NEW, such as \"588=507\""};
  }
  auto const& municipalities = studied.areas.municipalities;
  if (!places::join_with_key(key, job.successors, municipalities).joined.empty()) return;
  throw InputError{{job.key->source.path},
                   "has none of the municipalities of the areas",
                   fmt::format("theirs are {} …, its {} …", municipalities.begin()->code,
                               key.municipalities.begin()->first)};
}

std::string phrase_of(MissingFromKey const& missing, bool is_published) {
  auto const residents =
      is_published ? "" : fmt::format(" with {:.0f} residents", missing.residents.value());
  auto const which = fmt::format("area key: municipality {} {}{} is not in it", missing.code,
                                 missing.name, residents);
  if (missing.successor.empty()) return which + "; they count as Outside";
  auto const successor = fmt::format("{} {}", missing.successor, missing.successor_name);
  auto const why =
      missing.merged_on.empty()
          ? fmt::format("proposed successor: {}, with the longest border in common", successor)
          : fmt::format("merged into {} on {}", successor, missing.merged_on);
  return fmt::format("{}; {}; they count as Outside unless you say `area-successors` {}={}", which,
                     why, missing.code, missing.successor);
}

/// Zones of a layer that have nobody, in a few words.
void show_empty(Zoning const& zoning, Listener& listener) {
  std::vector<std::string> names;
  std::size_t empty = 0;
  for (auto const& zone : zoning.zones) {
    if (zone.is_studied) continue;
    ++empty;
    if (names.size() < io::kMaxExamples) names.push_back(zone.name);
  }
  if (empty == 0) return;
  listener.remark(
      fmt::format("zones {}: {} of {} hold no cell of this run and are left out; first: "
                  "{}",
                  zoning.level, empty, zoning.zones.size(), fmt::join(names, ", ")));
}

}  // namespace

void divide_by_key(Studied& studied, job::ZoneJob const& job) {
  auto read = io::read_area_key(*job.key);
  auto const& municipalities = studied.areas.municipalities;
  places::give_codes_to_names(read.key, municipalities);
  check_key(read.key, job, studied);
  auto const& population = studied.people.population;
  studied.missing_from_key =
      places::missing_from_key(read.key, job.successors, municipalities, population);
  for (auto const& level : read.key.levels) {
    studied.zonings.push_back(
        places::zoned_by_key(level, job.successors, municipalities, population));
    if (level.name == io::kCountyLevel)
      studied.counties = places::zones_of_municipalities(level, job.successors, municipalities);
  }
  studied.zone_reports.push_back(std::move(read.report));
}

void divide_by_layer(Studied& studied, io::ZonesRead read, std::string const& level) {
  studied.zonings.push_back(
      places::zoned_by_area(level, std::move(read.zones), studied.people.population));
  studied.zone_reports.push_back(std::move(read.report));
}

void divide(Studied& studied, job::ZoneJob const& job, WorkingFrame const& frame,
            Listener& listener) {
  if (job.key) listener.stage("read area key", [&] { divide_by_key(studied, job); });
  for (auto const& layer : job.layers) {
    listener.stage("divide by zones",
                   [&] { divide_by_layer(studied, io::read_zones(layer, frame), layer.level); });
  }
}

void show_zones(Studied const& studied, bool is_published, Listener& listener) {
  for (auto const& missing : studied.missing_from_key)
    listener.remark(phrase_of(missing, is_published));
  for (auto const& zoning : studied.zonings) {
    if (zoning.of_municipality.empty()) show_empty(zoning, listener);
  }
}

AreaNames names_of(Studied const& studied) {
  AreaNames names;
  auto const take = [&](std::string const& level, auto const& areas) {
    for (auto const& area : areas) {
      for (auto const& [language, name] : area.names) {
        if (name != area.name) names[level][area.code].emplace(language, name);
      }
    }
  };
  take(kMunicipalityLevel, studied.areas.municipalities);
  for (auto const& zoning : studied.zonings) take(zoning.level, zoning.zones);
  return names;
}

std::vector<io::LevelRecord> records_of(Studied const& studied) {
  std::vector<io::LevelRecord> records;
  for (auto const& zoning : studied.zonings) {
    auto& record = records.emplace_back(io::LevelRecord{.level = zoning.level});
    record.zones = static_cast<std::size_t>(
        std::ranges::count_if(zoning.zones, [](auto const& zone) { return zone.is_studied; }));
    for (auto const id : zoning.of_cell.ids()) {
      if (!zoning.of_cell[id].is_none()) continue;
      ++record.outside.cells;
      record.outside.residents += studied.people.population[id].residents.value_or(People{0});
    }
  }
  return records;
}

}  // namespace gapmap::engine
