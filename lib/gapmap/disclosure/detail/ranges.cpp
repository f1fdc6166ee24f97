#include "gapmap/disclosure/detail/ranges.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "gapmap/disclosure/detail/linear_program.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// How many unknown figures are looked at together at most.
constexpr std::size_t kMost = 2000;
/// How many municipalities are tried for a figure that several have a part in.
constexpr std::size_t kHomesTried = 4;
constexpr double kExact = 1e-6;

bool is_whole(double number) { return std::abs(number - std::round(number)) < kExact; }

/// Figures as unknowns of linear programs, each about a municipality.
class Ranges {
 public:
  /// Keeps references to the figures, the sums and what is told.
  Ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
         IdVector<FigureId, Telling> const& telling);

  FoundRanges find();

 private:
  using ColumnId = std::uint32_t;
  using RowId = std::uint32_t;
  /// A figure, or several unpublished ones that occur in the same sums only.
  struct Unknown {
    double value = 0;
    double least = 0;
    FigureId figure;  ///< the first of several
    std::vector<RowId> rows = {};
    double low = 0;  ///< lowest and highest value found so far
    double high = 0;
    bool has_witness = false;
  };
  struct Term {
    ColumnId column;
    double factor;
  };
  using Terms = std::vector<Term>;
  /// The unknowns of a municipality and of those that have most room in sums with it.
  struct Neighbourhood {
    std::vector<ColumnId> columns;
    std::map<ColumnId, std::size_t> number_of;
    std::unique_ptr<LinearProgram> program;
  };

  void leave_out_definitions();
  void make_columns();
  [[nodiscard]] bool is_shown(ColumnId column) const {
    return telling_[columns_[column].figure] == Telling::Shown;
  }
  [[nodiscard]] std::uint32_t home_of(ColumnId column) const {
    return figures_[columns_[column].figure].home;
  }
  /// Homes that have most room in the sums of figures of `home` over several municipalities.
  [[nodiscard]] std::set<std::uint32_t> neighbours_of(std::uint32_t home) const;
  [[nodiscard]] Neighbourhood& around(std::uint32_t home);
  void append_terms(FigureId figure, Terms& terms) const;
  /// How far the values of a sum of unknowns that were found are apart, and if another whole number
  /// was.
  struct Found {
    double above = 0;
    double below = 0;
    bool has_witness = false;
  };
  void move(Terms const& terms, double direction, std::uint32_t home, Found& found);
  [[nodiscard]] Found look_at(FigureId figure);

  Figures const& figures_;
  std::span<Sum const> sums_;
  double threshold_;
  IdVector<FigureId, Telling> const& telling_;
  /// The sum that a figure follows from, if it occurs nowhere else; else sums_.size().
  IdVector<FigureId, std::size_t> definition_of_;
  std::vector<char> is_left_out_;  ///< by sum
  IdVector<FigureId, ColumnId> column_of_;
  std::vector<Unknown> columns_;
  std::vector<Terms> rows_;
  std::vector<Terms> unknown_in_;  ///< by row: its terms that are not shown
  std::map<std::uint32_t, std::vector<ColumnId>> at_home_;
  std::map<std::uint32_t, Neighbourhood> around_;
};

Ranges::Ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
               IdVector<FigureId, Telling> const& telling)
    : figures_{figures},
      sums_{sums},
      threshold_{threshold},
      telling_{telling},
      definition_of_(figures.size(), sums.size()),
      is_left_out_(sums.size(), 0),
      column_of_(figures.size()) {
  leave_out_definitions();
  make_columns();
}

/// A sum whose total nobody knows and that occurs in no other sum says nothing about its parts.
void Ranges::leave_out_definitions() {
  IdVector<FigureId, std::uint32_t> occurs(figures_.size(), 0);
  IdVector<FigureId, std::vector<std::size_t>> totalled_by(figures_.size());
  for (std::size_t s = 0; s < sums_.size(); ++s) {
    ++occurs[sums_[s].total];
    totalled_by[sums_[s].total].push_back(s);
    for (auto const part : sums_[s].parts) ++occurs[part];
  }
  std::vector<FigureId> waiting;
  auto const look_at = [&](FigureId figure) {
    bool const is_only_total = occurs[figure] == 1 && !totalled_by[figure].empty();
    if (is_only_total && telling_[figure] != Telling::Shown && figures_[figure].count > 0)
      waiting.push_back(figure);
  };
  for (auto const figure : figures_.ids()) look_at(figure);
  while (!waiting.empty()) {
    auto const figure = waiting.back();
    waiting.pop_back();
    for (auto const s : totalled_by[figure]) {
      if (is_left_out_[s] != 0) continue;
      is_left_out_[s] = 1;
      definition_of_[figure] = s;
      for (auto const part : sums_[s].parts) {
        if (--occurs[part] == 1) look_at(part);
      }
    }
  }
}

void Ranges::make_columns() {
  std::vector<std::vector<RowId>> rows_with(figures_.size());
  std::vector<char> is_total(figures_.size(), 0);
  std::vector<std::vector<FigureId>> in_published(figures_.size());
  for (auto const id : figures_.ids()) {
    if (!figures_[id].is_published || definition_of_[id] == sums_.size()) continue;
    std::vector<FigureId> within{id};
    for (std::size_t next = 0; next < within.size(); ++next) {
      in_published[within[next].value()].push_back(id);
      auto const s = definition_of_[within[next]];
      if (s == sums_.size()) continue;
      within.insert(within.end(), sums_[s].parts.begin(), sums_[s].parts.end());
    }
  }
  RowId rows = 0;
  for (std::size_t s = 0; s < sums_.size(); ++s) {
    if (is_left_out_[s] != 0) continue;
    is_total[sums_[s].total.value()] = 1;
    rows_with[sums_[s].total.value()].push_back(rows);
    for (auto const part : sums_[s].parts) rows_with[part.value()].push_back(rows);
    ++rows;
  }
  rows_.resize(rows);
  std::map<std::pair<std::vector<RowId>, std::vector<FigureId>>, ColumnId> alike;
  for (auto const id : figures_.ids()) {
    stop_if_asked();
    auto const& figure = figures_[id];
    column_of_[id] = static_cast<ColumnId>(columns_.size());
    if (figure.count <= 0 || definition_of_[id] != sums_.size()) {
      column_of_[id] = std::numeric_limits<ColumnId>::max();
      continue;
    }
    auto const least =
        std::min(figure.count, std::max(figure.least, figure.is_published ? 1.0 : 0.0));
    if (!figure.is_published && is_total[id.value()] == 0) {
      auto const [found, is_new] = alike.try_emplace(
          std::pair{rows_with[id.value()], in_published[id.value()]}, column_of_[id]);
      if (!is_new) {
        column_of_[id] = found->second;
        columns_[found->second].value += figure.count;
        columns_[found->second].least += least;
        continue;
      }
    }
    columns_.push_back({figure.count, least, id, std::move(rows_with[id.value()])});
  }
  for (ColumnId column = 0; column < columns_.size(); ++column) {
    auto& of = columns_[column];
    of.low = of.high = of.value;
    if (home_of(column) != Figure::kNoHome) at_home_[home_of(column)].push_back(column);
  }
  RowId row = 0;
  for (std::size_t s = 0; s < sums_.size(); ++s) {
    if (is_left_out_[s] != 0) continue;
    auto& terms = rows_[row++];
    auto const add = [&](FigureId figure, double factor) {
      auto const column = column_of_[figure];
      if (column >= columns_.size()) return;
      // Figures that always occur together have one factor.
      if (columns_[column].figure == figure) terms.push_back({column, factor});
    };
    add(sums_[s].total, -1);
    for (auto const part : sums_[s].parts) add(part, 1);
    auto& unknown = unknown_in_.emplace_back();
    std::ranges::copy_if(terms, std::back_inserter(unknown),
                         [&](Term const& term) { return !is_shown(term.column); });
  }
}

std::set<std::uint32_t> Ranges::neighbours_of(std::uint32_t home) const {
  std::set<std::uint32_t> neighbours;
  std::set<RowId> seen;
  for (auto const column : at_home_.at(home)) {
    if (is_shown(column)) continue;
    for (auto const row : columns_[column].rows) {
      if (!seen.insert(row).second) continue;
      double most = 0;
      auto best = Figure::kNoHome;
      for (auto const& term : unknown_in_[row]) {
        auto const& of = columns_[term.column];
        auto const its = home_of(term.column);
        if (its == home || its == Figure::kNoHome || of.value - of.least <= most) continue;
        most = of.value - of.least;
        best = its;
      }
      if (best != Figure::kNoHome) neighbours.insert(best);
    }
  }
  return neighbours;
}

Ranges::Neighbourhood& Ranges::around(std::uint32_t home) {
  auto const [found, is_new] = around_.try_emplace(home);
  auto& [columns, number_of, program] = found->second;
  if (!is_new) return found->second;
  std::map<RowId, std::size_t> equations;
  auto const take = [&](ColumnId column) {
    if (!is_shown(column) && number_of.try_emplace(column, columns.size()).second)
      columns.push_back(column);
  };
  for (auto const column : at_home_.at(home)) take(column);
  for (auto const neighbour : neighbours_of(home)) {
    if (columns.size() >= kMost) break;
    for (auto const column : at_home_.at(neighbour)) take(column);
  }
  for (std::size_t next = 0; next < columns.size(); ++next) {
    for (auto const row : columns_[columns[next]].rows) {
      if (!equations.try_emplace(row, equations.size()).second) continue;
      for (auto const& term : unknown_in_[row]) {
        if (home_of(term.column) == Figure::kNoHome && columns.size() < kMost) take(term.column);
      }
    }
  }
  // Bounds keep programs small without end; they are as far as anybody looks.
  auto const reach = std::ceil(threshold_);
  std::vector<LinearProgram::Number> numbers;
  for (auto const column : columns) {
    auto const& [value, least, figure, rows, low, high, has] = columns_[column];
    numbers.push_back({value, std::max(least, value - reach), value + reach});
  }
  std::vector<LinearProgram::Terms> sums(equations.size());
  for (auto const& [row, equation] : equations) {
    for (auto const& [column, factor] : unknown_in_[row]) {
      if (auto const taken = number_of.find(column); taken != number_of.end())
        sums[equation].push_back({taken->second, factor});
    }
  }
  program = std::make_unique<LinearProgram>(numbers, sums);
  return found->second;
}

void Ranges::append_terms(FigureId figure, Terms& terms) const {
  if (figures_[figure].count <= 0) return;
  if (auto const s = definition_of_[figure]; s != sums_.size()) {
    for (auto const part : sums_[s].parts) append_terms(part, terms);
    return;
  }
  auto const column = column_of_[figure];
  if (std::ranges::find(terms, column, &Term::column) == terms.end()) terms.push_back({column, 1});
}

void Ranges::move(Terms const& terms, double direction, std::uint32_t home, Found& found) {
  stop_if_asked();
  auto& [columns, number_of, program] = around(home);
  LinearProgram::Terms objective;
  for (auto const& term : terms) {
    if (auto const number = number_of.find(term.column); number != number_of.end())
      objective.push_back({number->second, direction * term.factor});
  }
  if (objective.empty()) return;
  auto const solution = program->largest(objective);
  if (solution.empty()) return;
  bool const are_whole = std::ranges::all_of(solution, is_whole);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    auto& of = columns_[columns[c]];
    of.low = std::min(of.low, solution[c]);
    of.high = std::max(of.high, solution[c]);
    of.has_witness |= are_whole && std::abs(solution[c] - of.value) > kExact;
  }
  double moved = 0;
  for (auto const& [number, factor] : objective)
    moved += factor * (solution[number] - columns_[columns[number]].value);
  auto& side = direction > 0 ? found.above : found.below;
  side = std::max(side, moved);
  found.has_witness |= are_whole && moved > kExact;
}

Ranges::Found Ranges::look_at(FigureId figure) {
  auto const wanted = threshold_ - 1 - kExact;
  Terms terms;
  append_terms(figure, terms);
  Found found;
  if (terms.size() == 1) {
    auto const& of = columns_[terms.front().column];
    found = {of.high - of.value, of.value - of.low, of.has_witness};
  }
  std::set<std::uint32_t> homes;
  auto const add_home = [&](ColumnId column) {
    if (home_of(column) != Figure::kNoHome) homes.insert(home_of(column));
  };
  for (auto const& term : terms) {
    add_home(term.column);
    // What several municipalities have together moves with what each of them has.
    for (auto const row : columns_[term.column].rows) {
      for (auto const& other : unknown_in_[row]) {
        if (homes.size() < kHomesTried) add_home(other.column);
      }
    }
  }
  for (auto const home : homes) {
    for (double const direction : {1.0, -1.0}) {
      if (found.above + found.below >= wanted && found.has_witness) return found;
      move(terms, direction, home, found);
    }
  }
  return found;
}

FoundRanges Ranges::find() {
  FoundRanges all{IdVector<FigureId, char>(figures_.size(), 0),
                  IdVector<FigureId, char>(figures_.size(), 0)};
  for (auto const id : figures_.ids()) {
    if (telling_[id] != Telling::Small && telling_[id] != Telling::Complement) continue;
    auto const found = look_at(id);
    all.is_wide[id] = found.above + found.below >= threshold_ - 1 - kExact ? 1 : 0;
    all.has_witness[id] = found.has_witness ? 1 : 0;
  }
  return all;
}

}  // namespace

FoundRanges find_ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
                        IdVector<FigureId, Telling> const& telling) {
  return Ranges{figures, sums, threshold, telling}.find();
}

}  // namespace gapmap::disclosure
