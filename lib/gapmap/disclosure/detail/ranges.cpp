#include "gapmap/disclosure/detail/ranges.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "gapmap/disclosure/detail/tableau.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// How many unknown figures are looked at together at most.
constexpr std::size_t kMost = 400;
constexpr double kExact = 1e-6;

/// Bounds hidden figures from within: a range found is one of values that the figure really may
/// have, shown by tables that agree with every shown figure and every sum.
///
/// A figure is looked at together with the others of its municipality, while all others keep their
/// true value (see Tableau): what is found is true, and more may be possible.
class Ranges {
 public:
  /// Keeps references to the figures, the sums and what is told.
  Ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
         IdVector<FigureId, Telling> const& telling);

  /// Returns the hidden figures of which no values `threshold` - 1 apart were found, nobody being
  /// counted less often than Figure::least.
  std::vector<FigureId> narrow();

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
  };
  struct Term {
    ColumnId column;
    double factor;
  };
  using Terms = std::vector<Term>;

  void leave_out_definitions();
  void make_columns();
  [[nodiscard]] bool is_shown(ColumnId column) const;
  [[nodiscard]] std::uint32_t home_of(ColumnId column) const {
    return figures_[columns_[column].figure].home;
  }
  void append_terms(FigureId figure, double factor, Terms& terms) const;
  /// Moves the objective up by `by` if it can be, else as far as it can be; returns how far.
  double move(Terms const& objective, double by);
  /// Returns how far apart values of the figure were found, up to what is looked for.
  [[nodiscard]] double width_of(FigureId figure);

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
  std::vector<double> factors(columns_.size(), 0);
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

bool Ranges::is_shown(ColumnId column) const {
  return telling_[columns_[column].figure] == Telling::Shown;
}

void Ranges::append_terms(FigureId figure, double factor, Terms& terms) const {
  if (figures_[figure].count <= 0) return;
  if (auto const s = definition_of_[figure]; s != sums_.size()) {
    for (auto const part : sums_[s].parts) append_terms(part, factor, terms);
    return;
  }
  auto const column = column_of_[figure];
  if (std::ranges::find(terms, column, &Term::column) == terms.end())
    terms.push_back({column, factor});
}

double Ranges::move(Terms const& objective, double by) {
  std::map<ColumnId, std::size_t> taken;
  std::map<RowId, std::size_t> equations;
  std::vector<ColumnId> around;
  std::set<std::uint32_t> homes;
  auto const take = [&](ColumnId column) {
    if (taken.try_emplace(column, taken.size()).second) around.push_back(column);
  };
  for (auto const& term : objective) take(term.column);
  for (auto const& term : objective) {
    auto const home = home_of(term.column);
    if (home == Figure::kNoHome || around.size() >= kMost || !homes.insert(home).second) continue;
    for (auto const column : at_home_[home]) {
      if (!is_shown(column)) take(column);
    }
  }
  for (std::size_t next = 0; next < around.size(); ++next) {
    for (auto const row : columns_[around[next]].rows) {
      if (!equations.try_emplace(row, equations.size()).second) continue;
      for (auto const& term : unknown_in_[row]) {
        if (home_of(term.column) == Figure::kNoHome && around.size() < kMost) take(term.column);
      }
    }
  }
  std::vector<Tableau::Number> numbers;
  for (auto const column : around)
    numbers.push_back({columns_[column].value, columns_[column].least});
  Tableau tableau{equations.size(), std::move(numbers)};
  for (auto const& [row, equation] : equations) {
    for (auto const& [column, factor] : unknown_in_[row]) {
      if (auto const found = taken.find(column); found != taken.end())
        tableau.factor(equation, found->second) += factor;
    }
  }
  for (auto const& [column, factor] : objective) tableau.objective(taken.at(column)) += factor;
  tableau.solve();
  auto const moved = tableau.move(by);
  for (auto const& [column, index] : taken) {
    auto& of = columns_[column];
    of.low = std::min(of.low, tableau.value(index));
    of.high = std::max(of.high, tableau.value(index));
  }
  return moved;
}

double Ranges::width_of(FigureId figure) {
  auto const wanted = threshold_ - 1;
  Terms up;
  Terms down;
  append_terms(figure, 1, up);
  append_terms(figure, -1, down);
  double above = 0;
  double below = 0;
  if (up.size() == 1) {
    auto const& column = columns_[up.front().column];
    above = column.high - column.value;
    below = column.value - column.low;
  }
  if (above + below < wanted - kExact) above = std::max(above, move(up, wanted - below));
  if (above + below < wanted - kExact) below = std::max(below, move(down, wanted - above));
  return above + below;
}

std::vector<FigureId> Ranges::narrow() {
  std::vector<FigureId> narrow;
  for (auto const id : figures_.ids()) {
    bool const is_hidden = telling_[id] == Telling::Small || telling_[id] == Telling::Complement;
    if (is_hidden && width_of(id) < threshold_ - 1 - kExact) narrow.push_back(id);
  }
  return narrow;
}

}  // namespace

std::vector<FigureId> narrow_figures(Figures const& figures, std::span<Sum const> sums,
                                     double threshold, IdVector<FigureId, Telling> const& telling) {
  return Ranges{figures, sums, threshold, telling}.narrow();
}

}  // namespace gapmap::disclosure
