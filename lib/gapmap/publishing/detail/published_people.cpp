#include "gapmap/publishing/detail/published_people.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace gapmap::publishing {
namespace {

using disclosure::Division;
using disclosure::Layer;

/// What a run divides, before anything is known of another.
struct RunPeople {
  std::vector<Division> divisions;
  std::vector<Layer> layers;
  std::vector<std::string> names;  ///< of the layers; a group may be called as it likes
  std::vector<std::vector<std::size_t>> families;
};

RunPeople divided(CellFacts const& facts) {
  RunPeople run;
  run.divisions = {facts.municipalities.part_of,
                   facts.distance_class,
                   facts.status,
                   facts.reason,
                   facts.gap,
                   facts.place};
  for (auto const& [name, parts] : facts.rules) run.divisions.push_back(parts);
  for (auto const& level : facts.levels) run.divisions.push_back(level.part_of);
  for (auto const& [name, states] : facts.requirements) run.divisions.push_back(states);
  for (auto const& [name, statuses] : facts.accounts) run.divisions.push_back(statuses);
  std::vector<std::size_t> all;
  for (std::size_t d = 0; d < run.divisions.size(); ++d) all.push_back(d);
  // Groups and estimates are in the tables of classes and groups only.
  std::vector<std::size_t> of_groups{kHome, kClass, kStatus};
  for (auto d = level_division(facts, 0); d < run.divisions.size(); ++d) of_groups.push_back(d);
  // In a grid everybody knows which cells are inhabited, but not by whom.
  run.layers = {{facts.residents, all, true}, {facts.estimates, of_groups}};
  run.names = {"known", "estimated"};
  std::map<std::string, std::vector<std::size_t>> families;
  for (auto const& group : facts.groups) {
    if (!group.family.empty()) families[group.family].push_back(run.layers.size());
    run.layers.push_back({group.residents, of_groups});
    run.names.push_back("group " + group.name);
  }
  for (auto& [name, groups] : families) run.families.push_back(std::move(groups));
  return run;
}

std::vector<std::size_t> mapped(std::vector<std::size_t> const& numbers,
                                std::vector<std::size_t> const& to) {
  std::vector<std::size_t> result;
  result.reserve(numbers.size());
  for (auto const number : numbers) result.push_back(to[number]);
  return result;
}

/// Puts people of several runs together, pair by pair of their cells.
class Joining {
 public:
  explicit Joining(std::span<CellPair const> pairs) : pairs_{pairs} {}

  /// The first division must be one that all layers have.
  std::size_t add(Division division) {
    auto const found = std::ranges::find(divisions_, division);
    if (found != divisions_.end()) return static_cast<std::size_t>(found - divisions_.begin());
    divisions_.push_back(std::move(division));
    return divisions_.size() - 1;
  }

  Numbering add(RunPeople const& run, CellId Pair<CellId>::*cell) {
    Numbering numbering;
    for (auto const& division : run.divisions)
      numbering.divisions.push_back(add(by_pair(division, cell)));
    for (std::size_t l = 0; l < run.layers.size(); ++l) {
      auto const& layer = run.layers[l];
      auto counts = by_pair(layer.counts, cell);
      std::size_t at = 0;
      while (at < layers_.size() && (names_[at] != run.names[l] || layers_[at].counts != counts))
        ++at;
      if (at == layers_.size()) {
        layers_.push_back({std::move(counts), {0}, layer.is_known_where});
        names_.push_back(run.names[l]);
      }
      divide(at, mapped(layer.divisions, numbering.divisions));
      numbering.layers.push_back(at);
    }
    return numbering;
  }

  /// Lets figures of the layer differ in more divisions.
  void divide(std::size_t layer, std::vector<std::size_t> const& divisions) {
    auto& all = layers_[layer].divisions;
    all.insert(all.end(), divisions.begin(), divisions.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  disclosure::CrossCounts counts() { return {std::move(divisions_), std::move(layers_)}; }

 private:
  template <class Value>
  [[nodiscard]] std::vector<Value> by_pair(std::vector<Value> const& by_cell,
                                           CellId Pair<CellId>::*cell) const {
    std::vector<Value> values;
    values.reserve(pairs_.size());
    for (auto const& pair : pairs_) {
      auto const id = pair.*cell;
      values.push_back(id.is_none() ? Value{0} : by_cell[id.value()]);
    }
    return values;
  }

  std::span<CellPair const> pairs_;
  std::vector<Division> divisions_;
  std::vector<Layer> layers_;
  std::vector<std::string> names_;
};

/// The municipality of each pair of cells in the later run, or in the earlier one where that is the
/// only one.
Division homes_of(CellFacts const& before, CellFacts const& after,
                  std::span<CellPair const> pairs) {
  Division homes;
  auto const first = static_cast<std::uint32_t>(after.municipalities.zones.size()) + 1;
  for (auto const& pair : pairs) {
    homes.push_back(pair.after.is_none()
                        ? first + before.municipalities.part_of[pair.before.value()]
                        : after.municipalities.part_of[pair.after.value()]);
  }
  return homes;
}

}  // namespace

std::size_t level_division(CellFacts const& facts, std::size_t level) {
  return kFirstRule + facts.rules.size() + level;
}

std::size_t requirement_division(CellFacts const& facts, std::size_t requirement) {
  return level_division(facts, facts.levels.size()) + requirement;
}

std::size_t account_division(CellFacts const& facts, std::size_t account) {
  return requirement_division(facts, facts.requirements.size()) + account;
}

PublishedPeople people_of(CellFacts const& facts) {
  auto run = divided(facts);
  Numbering numbering;
  for (std::size_t d = 0; d < run.divisions.size(); ++d) numbering.divisions.push_back(d);
  for (std::size_t l = 0; l < run.layers.size(); ++l) numbering.layers.push_back(l);
  PublishedPeople people{
      {std::move(run.divisions), std::move(run.layers)}, {std::move(numbering)}, {}};
  for (auto const& groups : run.families) people.counts.add_family({kKnown, kEstimated}, groups);
  return people;
}

PublishedPeople people_of(CellFacts const& before, CellFacts const& after,
                          std::span<CellPair const> pairs, std::vector<Division> further) {
  Joining joining{pairs};
  joining.add(homes_of(before, after, pairs));
  auto const earlier = divided(before);
  auto const later = divided(after);
  // What the earlier run counts is known of the later run first, as most of it is the same.
  auto of_later = joining.add(later, &Pair<CellId>::after);
  auto of_earlier = joining.add(earlier, &Pair<CellId>::before);
  std::vector<std::size_t> places;
  for (auto& division : further) places.push_back(joining.add(std::move(division)));
  joining.divide(of_later.layers[kKnown], places);
  PublishedPeople people{joining.counts(), {std::move(of_earlier), std::move(of_later)}, places};
  for (auto const& [run, numbering] :
       {std::pair{&earlier, &people.runs[0]}, {&later, &people.runs[1]}}) {
    for (auto const& groups : run->families) {
      people.counts.add_family(mapped({kKnown, kEstimated}, numbering->layers),
                               mapped(groups, numbering->layers));
    }
  }
  return people;
}

}  // namespace gapmap::publishing
