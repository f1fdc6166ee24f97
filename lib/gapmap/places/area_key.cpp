#include "gapmap/places/area_key.h"

#include <algorithm>
#include <utility>

#include "gapmap/geometry/overlay.h"
#include "gapmap/places/assign_zones.h"
#include "gapmap/places/mergers.h"
#include "gapmap/places/spelling.h"

namespace gapmap::places {
namespace {

/// Returns the bare code by which the key may know the municipality.
std::string in_key(std::string const& code, Successors const& accepted) {
  auto bare = bare_code(code);
  auto const successor = accepted.find(bare);
  return successor == accepted.end() ? bare : successor->second;
}

/// Returns the municipality of the key with which `missing` shares the longest border; the end of
/// the map if there is none.
auto neighbour_in(AreaKey const& key, Municipality const& missing,
                  Municipalities const& municipalities) {
  auto best = key.municipalities.end();
  Meters longest{0};
  for (auto const& other : municipalities) {
    auto const known = key.municipalities.find(bare_code(other.code));
    if (known == key.municipalities.end()) continue;
    if (auto const border = shared_border(missing.area, other.area); border > longest) {
      longest = border;
      best = known;
    }
  }
  return best;
}

void find_successor(MissingFromKey& missing, AreaKey const& key, Municipality const& municipality,
                    Municipalities const& municipalities) {
  auto successor = key.municipalities.end();
  if (auto const* const merger = merger_of(bare_code(missing.code))) {
    successor = key.municipalities.find(std::string{merger->into});
    if (successor != key.municipalities.end()) missing.merged_on = merger->on;
  }
  if (successor == key.municipalities.end()) {
    successor = neighbour_in(key, municipality, municipalities);
  }
  if (successor == key.municipalities.end()) return;
  auto const& [code, name] = *successor;
  auto const zeros = missing.code.size() - std::min(missing.code.size(), code.size());
  missing.successor = std::string(zeros, '0') + code;
  missing.successor_name = name;
}

}  // namespace

void give_codes_to_names(AreaKey& key, Municipalities const& municipalities) {
  std::map<std::string, std::string> written;  // codes of the key, by their spelling
  for (auto const& [code, name] : key.municipalities) written.emplace(spelling_key(code), code);
  auto const rename = [](auto& map, std::string const& from, std::string const& to) {
    auto node = map.extract(from);
    if (node.empty()) return;
    node.key() = to;
    map.insert(std::move(node));
  };
  for (auto const& municipality : municipalities) {
    auto const code = bare_code(municipality.code);
    auto const found = written.find(spelling_key(municipality.name));
    if (found == written.end() || key.municipalities.contains(code)) continue;
    rename(key.municipalities, found->second, code);
    for (auto& level : key.levels) rename(level.of_municipality, found->second, code);
  }
}

CodeJoin join_with_key(AreaKey const& key, Successors const& accepted,
                       Municipalities const& municipalities) {
  std::set<std::string> theirs;
  for (auto const& municipality : municipalities)
    theirs.insert(in_key(municipality.code, accepted));
  std::set<std::string> known;
  for (auto const& [code, name] : key.municipalities) known.insert(code);
  return join_codes(theirs, known);
}

std::vector<MissingFromKey> missing_from_key(AreaKey const& key, Successors const& accepted,
                                             Municipalities const& municipalities,
                                             Population const& population) {
  auto const unknown = join_with_key(key, accepted, municipalities).only_left;
  std::vector<MissingFromKey> all;
  for (auto const m : municipalities.ids()) {
    if (!municipalities[m].is_studied) continue;
    if (!std::ranges::binary_search(unknown, in_key(municipalities[m].code, accepted))) continue;
    auto& missing = all.emplace_back(
        MissingFromKey{.code = municipalities[m].code, .name = municipalities[m].name});
    for (auto const& cell : population) {
      if (cell.municipality != m) continue;
      ++missing.cells;
      missing.residents += cell.residents.value_or(People{0});
    }
    find_successor(missing, key, municipalities[m], municipalities);
  }
  return all;
}

IdVector<MunicipalityId, ZoneId> zones_of_municipalities(AreaKeyLevel const& level,
                                                         Successors const& accepted,
                                                         Municipalities const& municipalities) {
  IdVector<MunicipalityId, ZoneId> of_municipality;
  for (auto const& municipality : municipalities) {
    auto const zone = level.of_municipality.find(in_key(municipality.code, accepted));
    of_municipality.push_back(zone == level.of_municipality.end() ? ZoneId::none() : zone->second);
  }
  return of_municipality;
}

Zoning zoned_by_key(AreaKeyLevel const& level, Successors const& accepted,
                    Municipalities const& municipalities, Population const& population) {
  return zoned_by_municipality(level.name, level.zones,
                               zones_of_municipalities(level, accepted, municipalities),
                               municipalities, population);
}

}  // namespace gapmap::places
