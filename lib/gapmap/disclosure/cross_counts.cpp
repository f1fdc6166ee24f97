#include "gapmap/disclosure/cross_counts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// Hashes `x` by splitmix64 (Steele, Lea & Flood 2014).
std::uint64_t scrambled(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// Returns the sets of divisions by which units are put together: all sets of a few divisions, of
/// more those of up to three, and all of them.
std::vector<std::vector<std::size_t>> choices_of(std::size_t divisions) {
  constexpr std::size_t kFew = 6;
  constexpr std::size_t kAtOnce = 3;
  std::vector<std::vector<std::size_t>> choices{{}};
  for (std::size_t d = 0; d < divisions; ++d) {
    auto const before = choices.size();
    for (std::size_t c = 0; c < before; ++c) {
      if (divisions > kFew && choices[c].size() == kAtOnce) continue;
      auto more = choices[c];
      more.push_back(d);
      choices.push_back(std::move(more));
    }
  }
  if (divisions > kFew) {
    auto& all = choices.emplace_back();
    for (std::size_t d = 0; d < divisions; ++d) all.push_back(d);
  }
  return choices;
}

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): what is in `layers` is moved.
CrossCounts::CrossCounts(std::vector<Division> divisions, std::vector<Layer> layers) {
  for (auto& [counts, of, is_known_where] : layers) {
    expects(!of.empty() && of.front() == 0, "every layer has the first division");
    auto& layer = layers_.emplace_back();
    layer.first = static_cast<AtomId>(atoms_.size());
    std::map<std::vector<std::uint32_t>, AtomId> atoms;
    for (std::size_t unit = 0; unit < counts.size(); ++unit) {
      stop_if_asked();
      if (counts[unit] <= 0) continue;
      std::vector<std::uint32_t> parts;
      parts.reserve(of.size());
      for (auto const division : of) parts.push_back(divisions[division][unit]);
      auto const [found, is_new] = atoms.try_emplace(parts, static_cast<AtomId>(atoms_.size()));
      if (is_new) atoms_.push_back({.parts = std::move(parts), .figure = {}});
      auto& atom = atoms_[found->second];
      atom.count += counts[unit];
      atom.least = is_known_where ? atom.least + std::min(1.0, counts[unit]) : 1;
    }
    layer.last = static_cast<AtomId>(atoms_.size());
    layer.with.resize(of.size());
    for (auto atom = layer.first; atom < layer.last; ++atom) {
      for (std::size_t d = 0; d < of.size(); ++d) {
        auto& with = layer.with[d];
        auto const part = atoms_[atom].parts[d];
        if (with.size() <= part) with.resize(part + 1);
        with[part].push_back(atom);
      }
    }
    layer.divisions = std::move(of);
  }
  for (AtomId atom = 0; atom < atoms_.size(); ++atom) {
    bool is_new = false;
    atoms_[atom].figure = figure_of(signature_of({atom}), atoms_[atom].count, false, 0, is_new);
    auto& figure = figures_[atoms_[atom].figure];
    figure.least = std::min(atoms_[atom].least, atoms_[atom].count);
    figure.home = atoms_[atom].parts.front();
  }
}

CrossCounts::Signature CrossCounts::signature_of(std::vector<AtomId> const& atoms) {
  Signature signature;
  for (auto const atom : atoms)
    signature += {scrambled(2 * std::uint64_t{atom}), scrambled(2 * std::uint64_t{atom} + 1)};
  return signature;
}

std::vector<CrossCounts::AtomId> CrossCounts::atoms_of(
    OfLayer const& layer, std::vector<Condition> const& conditions) const {
  stop_if_asked();
  std::vector<AtomId> found;
  if (conditions.empty()) {
    for (auto atom = layer.first; atom < layer.last; ++atom) found.push_back(atom);
    return found;
  }
  std::vector<std::size_t> columns;
  for (auto const& condition : conditions) {
    auto const column = std::ranges::lower_bound(layer.divisions, condition.division);
    expects(column != layer.divisions.end() && *column == condition.division,
            "figures differ in the divisions of their people");
    columns.push_back(static_cast<std::size_t>(column - layer.divisions.begin()));
  }
  // Looks through the atoms of the condition that fewest atoms meet.
  auto const width = [&](std::size_t i) {
    auto const& with = layer.with[columns[i]];
    std::size_t atoms = 0;
    for (auto p = conditions[i].from; p <= conditions[i].to && p < with.size(); ++p)
      atoms += with[p].size();
    return atoms;
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < conditions.size(); ++i) {
    if (width(i) < width(best)) best = i;
  }
  auto const& with = layer.with[columns[best]];
  for (auto p = conditions[best].from; p <= conditions[best].to && p < with.size(); ++p) {
    for (auto const atom : with[p]) {
      bool is_met = true;
      for (std::size_t i = 0; i < conditions.size() && is_met; ++i) {
        auto const part = atoms_[atom].parts[columns[i]];
        is_met = conditions[i].from <= part && part <= conditions[i].to;
      }
      if (is_met) found.push_back(atom);
    }
  }
  return found;
}

FigureId CrossCounts::figure_of(Signature const& signature, double count, bool is_published,
                                std::uint32_t rank, bool& is_new) {
  auto const [found, is_first] = known_.try_emplace(signature, FigureId{figures_.size()});
  is_new = is_first;
  if (is_first) {
    signatures_.push_back(signature);
    return figures_.push_back({.count = count, .rank = rank, .is_published = is_published});
  }
  auto& figure = figures_[found->second];
  if (is_published) {
    figure.rank = figure.is_published ? std::min(figure.rank, rank) : rank;
    figure.is_published = true;
  }
  return found->second;
}

FigureId CrossCounts::figure_of(std::vector<AtomId> const& atoms, bool is_published,
                                std::uint32_t rank) {
  double count = 0;
  for (auto const atom : atoms) count += atoms_[atom].count;
  bool is_new = false;
  auto const id = figure_of(signature_of(atoms), count, is_published, rank, is_new);
  if (!is_new || atoms.empty()) return id;
  std::map<std::uint32_t, std::vector<AtomId>> by_home;
  for (auto const atom : atoms) by_home[atoms_[atom].parts.front()].push_back(atom);
  Sum sum{id, {}};
  if (by_home.size() == 1) {
    figures_[id].home = by_home.begin()->first;
    for (auto const atom : atoms) sum.parts.push_back(atoms_[atom].figure);
  } else {
    for (auto const& [home, part] : by_home) sum.parts.push_back(figure_of(part, false, 0));
  }
  sums_.push_back(std::move(sum));
  return id;
}

FigureId CrossCounts::add(Crossing const& crossing, std::uint32_t rank) {
  std::vector<AtomId> atoms;
  for (auto const layer : crossing.layers) {
    auto const more = atoms_of(layers_[layer], crossing.conditions);
    atoms.insert(atoms.end(), more.begin(), more.end());
  }
  auto const id = figure_of(atoms, true, rank);
  if (atoms.empty()) return id;
  std::ranges::sort(atoms);
  published_.try_emplace(id, atoms);
  for (std::size_t different = 0; different < crossing.conditions.size(); ++different) {
    if (crossing.conditions[different].from != crossing.conditions[different].to) continue;
    std::vector<std::uint64_t> key(crossing.layers.begin(), crossing.layers.end());
    key.push_back(~crossing.conditions[different].division);
    for (std::size_t i = 0; i < crossing.conditions.size(); ++i) {
      if (i == different) continue;
      auto const& [division, from, to] = crossing.conditions[i];
      key.insert(key.end(), {division, from, to});
    }
    alike_[std::move(key)].push_back(id);
  }
  return id;
}

void CrossCounts::add_family(std::vector<std::size_t> const& whole,
                             std::vector<std::size_t> const& parts) {
  // People are compared in cells of the divisions that all layers have.
  auto const& common = layers_[parts.front()].divisions;
  std::map<std::vector<std::uint32_t>, std::pair<std::vector<AtomId>, std::vector<AtomId>>> cells;
  auto const collect = [&](std::vector<std::size_t> const& layers, bool is_whole) {
    for (auto const l : layers) {
      auto const& layer = layers_[l];
      for (auto atom = layer.first; atom < layer.last; ++atom) {
        stop_if_asked();
        std::vector<std::uint32_t> key;
        for (std::size_t d = 0; d < layer.divisions.size(); ++d) {
          if (std::ranges::binary_search(common, layer.divisions[d]))
            key.push_back(atoms_[atom].parts[d]);
        }
        auto& [of_whole, of_parts] = cells[std::move(key)];
        (is_whole ? of_whole : of_parts).push_back(atom);
      }
    }
  };
  collect(whole, true);
  collect(parts, false);
  for (auto const& [key, both] : cells) {
    stop_if_asked();
    double difference = 0;
    for (auto const atom : both.first) difference += atoms_[atom].count;
    for (auto const atom : both.second) difference -= atoms_[atom].count;
    if (both.first.empty() || std::abs(difference) > 1e-6) continue;
    Sum sum{figure_of(both.first, false, 0), {}};
    for (auto const atom : both.second) sum.parts.push_back(atoms_[atom].figure);
    sums_.push_back(std::move(sum));
  }
}

void CrossCounts::add_crosses(std::vector<std::size_t> const& divisions, double threshold) {
  for (auto const& layer : layers_) {
    std::map<std::uint32_t, std::vector<AtomId>> by_home;
    for (auto atom = layer.first; atom < layer.last; ++atom)
      by_home[atoms_[atom].parts.front()].push_back(atom);
    std::vector<std::size_t> published;  // of the layer's divisions
    for (std::size_t d = 1; d < layer.divisions.size(); ++d) {
      if (std::ranges::find(divisions, layer.divisions[d]) != divisions.end())
        published.push_back(d);
    }
    for (auto const& [home, atoms] : by_home) add_crosses_of(atoms, published, threshold);
  }
}

void CrossCounts::add_crosses_of(std::vector<AtomId> const& atoms,
                                 std::vector<std::size_t> const& published, double threshold) {
  // Divisions that tell apart the same atoms are one.
  std::vector<Division> columns;
  for (auto const d : published) {
    std::map<std::uint32_t, std::uint32_t> numbered;
    Division column;
    for (auto const atom : atoms) {
      auto const next = static_cast<std::uint32_t>(numbered.size());
      column.push_back(numbered.try_emplace(atoms_[atom].parts[d], next).first->second);
    }
    if (numbered.size() > 1 && std::ranges::find(columns, column) == columns.end())
      columns.push_back(std::move(column));
  }
  for (auto const& chosen : choices_of(columns.size())) {
    stop_if_asked();
    std::map<Division, std::vector<AtomId>> crosses;
    for (std::size_t a = 0; a < atoms.size(); ++a) {
      Division key;
      for (auto const c : chosen) key.push_back(columns[c][a]);
      crosses[std::move(key)].push_back(atoms[a]);
    }
    for (auto const& [key, cross] : crosses) {
      double count = 0;
      for (auto const atom : cross) count += atoms_[atom].count;
      if (cross.size() > 1 && count < threshold) add_secret(cross);
    }
  }
}

void CrossCounts::add_sums_of_parts(double threshold) {
  for (auto& [key, alike] : alike_) {
    stop_if_asked();
    std::ranges::sort(alike);
    alike.erase(std::unique(alike.begin(), alike.end()), alike.end());
    Signature all;
    std::vector<FigureId> small;
    double together = 0;
    for (auto const id : alike) {
      all += signatures_[id.value()];
      auto const count = figures_[id].count;
      if (count <= 0 || count >= threshold) continue;
      small.push_back(id);
      together += count;
    }
    // These sums follow from the others, but bounds are found through short sums.
    if (auto const whole = known_.find(all); whole != known_.end() && alike.size() > 1)
      sums_.push_back({whole->second, alike});
    if (small.size() < 2 || together >= threshold) continue;
    Signature signature;
    for (auto const id : small) signature += signatures_[id.value()];
    bool is_new = false;
    auto const id = figure_of(signature, together, false, 0, is_new);
    if (is_new) sums_.push_back({id, small});
  }
}

void CrossCounts::add_differences(double threshold) {
  std::vector<std::pair<double, std::vector<AtomId> const*>> by_count;
  for (auto const& [id, atoms] : published_) {
    if (figures_[id].count > 0) by_count.emplace_back(figures_[id].count, &atoms);
  }
  std::ranges::stable_sort(by_count, {}, [](auto const& each) { return each.first; });
  std::size_t first = 0;  // figures before it are too small to leave little of the next one
  for (std::size_t whole = 0; whole < by_count.size(); ++whole) {
    stop_if_asked();
    auto const& [count, atoms] = by_count[whole];
    while (count - by_count[first].first >= threshold) ++first;
    for (auto part = first; part < whole && by_count[part].first < count; ++part) {
      auto const& of_part = *by_count[part].second;
      bool const may_be_within = of_part.size() < atoms->size() &&
                                 of_part.front() >= atoms->front() &&
                                 of_part.back() <= atoms->back();
      if (!may_be_within || !std::ranges::includes(*atoms, of_part)) continue;
      std::vector<AtomId> rest;
      std::ranges::set_difference(*atoms, of_part, std::back_inserter(rest));
      add_secret(rest);
    }
  }
}

Hidden CrossCounts::hide(double threshold) {
  add_sums_of_parts(threshold);
  add_differences(threshold);
  return disclosure::hide(figures_, sums_, threshold);
}

}  // namespace gapmap::disclosure
