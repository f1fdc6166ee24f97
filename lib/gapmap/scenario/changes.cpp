#include "gapmap/scenario/changes.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "gapmap/coverage/patches.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/units/stop.h"

namespace gapmap::scenario {
namespace {

CellChange change_of(bool was_covered, bool is_covered) {
  if (is_covered) return was_covered ? CellChange::StillCovered : CellChange::Gained;
  return was_covered ? CellChange::Lost : CellChange::StillNotCovered;
}

/// Pairs places that have no partner yet by a key; several with one key in their order.
template <class Key>
void pair_by(Key const& key_of, Places const& before, Places const& after,
             IdVector<PlaceId, PlaceId>& earlier, std::vector<bool>& is_taken) {
  using Value = std::invoke_result_t<Key const&, Place const&>;
  std::map<Value, std::deque<PlaceId>> alone;
  for (auto const b : before.ids()) {
    if (!is_taken[b.value()]) alone[key_of(before[b])].push_back(b);
  }
  for (auto const a : after.ids()) {
    if (!earlier[a].is_none()) continue;
    auto const found = alone.find(key_of(after[a]));
    if (found == alone.end() || found->second.empty()) continue;
    earlier[a] = found->second.front();
    is_taken[earlier[a].value()] = true;
    found->second.pop_front();
  }
}

bool is_moved(Point from, Point to) {
  constexpr double kSameSpotM = 1;
  auto const dx = to.x - from.x;
  auto const dy = to.y - from.y;
  return dx * dx + dy * dy > kSameSpotM * kSameSpotM;
}

std::string code_of(Outcome const& outcome, CellId cell) {
  auto const municipality = outcome.population[cell].municipality;
  return municipality.is_none() ? std::string{} : outcome.municipalities[municipality].code;
}

}  // namespace

std::optional<std::vector<CellPair>> match_cells(Outcome const& before, Outcome const& after) {
  std::unordered_map<std::string_view, std::deque<CellId>> alone;
  for (auto const b : before.population.ids()) alone[before.population[b].id].push_back(b);
  std::vector<CellPair> pairs;
  std::vector<bool> is_taken(before.population.size());
  bool is_any_common = false;
  for (auto const a : after.population.ids()) {
    stop_if_asked();
    CellPair pair{{.after = a}};
    auto const found = alone.find(after.population[a].id);
    if (found != alone.end() && !found->second.empty()) {
      pair.before = found->second.front();
      found->second.pop_front();
      is_taken[pair.before.value()] = true;
      pair.change = change_of(before.cells[pair.before].is_covered(), after.cells[a].is_covered());
      is_any_common = true;
    }
    pairs.push_back(pair);
  }
  if (!is_any_common) return std::nullopt;
  for (auto const b : before.population.ids()) {
    if (!is_taken[b.value()]) pairs.push_back({{.before = b}, CellChange::Gone});
  }
  return pairs;
}

std::vector<PlacePair> match_places(Places const& before, Places const& after) {
  IdVector<PlaceId, PlaceId> earlier(after.size(), PlaceId::none());
  std::vector<bool> is_taken(before.size());
  auto const position = [](Place const& f) { return std::pair{f.point.x, f.point.y}; };
  pair_by([](Place const& f) { return std::pair{f.id, f.name}; }, before, after, earlier, is_taken);
  pair_by(
      [&](Place const& f) {
        return std::pair{f.name, position(f)};
      },
      before, after, earlier, is_taken);
  pair_by(
      [&](Place const& f) {
        return std::pair{f.id, position(f)};
      },
      before, after, earlier, is_taken);
  std::vector<PlacePair> pairs;
  for (auto const a : after.ids()) {
    PlacePair pair{{.before = earlier[a], .after = a}};
    if (!pair.before.is_none()) {
      pair.change = is_moved(before[pair.before].point, after[a].point) ? PlaceChange::Moved
                                                                        : PlaceChange::Kept;
    }
    pairs.push_back(pair);
  }
  for (auto const b : before.ids()) {
    if (!is_taken[b.value()]) pairs.push_back({{.before = b}, PlaceChange::Gone});
  }
  return pairs;
}

std::vector<MunicipalityChange> compare_municipalities(
    Outcome const& before, Outcome const& after,
    std::optional<std::vector<CellPair>> const& cells) {
  std::map<std::string, MunicipalityChange> by_code;
  for (auto const m : before.municipalities.ids()) {
    auto const& municipality = before.municipalities[m];
    auto& change = by_code[municipality.code];
    change.before = m;
    change.name = municipality.name;
    change.figures_before = before.figures[m];
  }
  for (auto const m : after.municipalities.ids()) {
    auto const& municipality = after.municipalities[m];
    auto& change = by_code[municipality.code];
    change.after = m;
    change.name = municipality.name;
    change.figures_after = after.figures[m];
  }
  MunicipalityChange outside{.figures_before = before.outside, .figures_after = after.outside};
  outside.name = "Outside all areas";
  if (cells) {
    auto const reset = [](MunicipalityChange& change) { change.gained = change.lost = People{0}; };
    for (auto& [code, change] : by_code) reset(change);
    reset(outside);
    for (auto const& pair : *cells) {
      stop_if_asked();
      if (pair.change != CellChange::Gained && pair.change != CellChange::Lost) continue;
      auto const code = code_of(after, pair.after);
      auto& change = code.empty() ? outside : by_code.at(code);
      auto& sum = pair.change == CellChange::Gained ? change.gained : change.lost;
      *sum += after.population[pair.after].residents.value_or(People{0});
    }
  }
  std::vector<MunicipalityChange> changes;
  for (auto& [code, change] : by_code) {
    change.code = code;
    changes.push_back(std::move(change));
  }
  if (before.outside || after.outside) changes.push_back(std::move(outside));
  return changes;
}

std::vector<ChangedArea> find_changed_areas(Outcome const& after,
                                            std::vector<CellPair> const& cells) {
  auto const& population = after.population;
  std::vector<ChangedArea> areas;
  for (auto const change : {CellChange::Gained, CellChange::Lost}) {
    std::vector<CellId> changed;
    for (auto const& pair : cells) {
      if (pair.change == change && population[pair.after].is_inhabited())
        changed.push_back(pair.after);
    }
    std::vector<ChangedArea> found;
    for (auto& patch : coverage::patches(population, changed)) {
      ChangedArea area{.change = change,
                       // NOLINTNEXTLINE(bugprone-use-after-move): members are set in order.
                       .municipality = population[patch.front()].municipality,
                       .cells = std::move(patch)};
      std::vector<Area> outlines;
      for (auto const id : area.cells) {
        auto const& cell = population[id];
        outlines.push_back(cell.outline);
        area.residents += cell.residents.value_or(People{0});
        if (!cell.residents) ++area.cells_without_number;
      }
      area.area = unite(outlines);
      found.push_back(std::move(area));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &ChangedArea::residents);
    std::ranges::move(found, std::back_inserter(areas));
  }
  return areas;
}

}  // namespace gapmap::scenario
