#include "gapmap/disclosure/detail/ranges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "gapmap/disclosure/detail/tableau.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// How many unknown figures are looked at together: first few, which mostly is enough.
constexpr std::array<std::size_t, 2> kSizes{60, 300};
/// Of one sum no more than this part of them.
constexpr std::size_t kRowsHeld = 5;
constexpr double kExact = 1e-6;
/// A figure hidden to make room for others should be at least this many thresholds.
constexpr double kRoom = 3;

}  // namespace

Ranges::Ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
               IdVector<FigureId, Telling> telling)
    : figures_{figures},
      sums_{sums},
      threshold_{threshold},
      telling_{std::move(telling)},
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
  for (auto& column : columns_) column.low = column.high = column.value;
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
    std::ranges::stable_sort(unknown, std::ranges::greater{}, value_of());
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

Ranges::Answer Ranges::move(Terms const& objective, double by, Least least, std::size_t size) {
  std::map<ColumnId, std::size_t> taken;
  std::map<RowId, std::size_t> equations;
  std::vector<ColumnId> around;
  auto const take = [&](ColumnId column) {
    if (taken.try_emplace(column, taken.size()).second) around.push_back(column);
  };
  for (auto const& term : objective) take(term.column);
  for (std::size_t next = 0; next < around.size(); ++next) {
    for (auto const row : columns_[around[next]].rows) {
      if (!equations.try_emplace(row, equations.size()).second) continue;
      // Whoever is to give way has to have room, and long sums must not fill the neighbourhood.
      std::size_t of_row = 0;
      for (auto const& term : unknown_in_[row]) {
        if (around.size() == size || of_row == size / kRowsHeld) break;
        auto const before = around.size();
        take(term.column);
        of_row += around.size() - before;
      }
    }
  }
  std::vector<Tableau::Number> numbers;
  for (auto const column : around)
    numbers.push_back({columns_[column].value, least == Least::Never ? 0 : columns_[column].least});
  Tableau tableau{equations.size(), std::move(numbers)};
  for (auto const& [row, equation] : equations) {
    for (auto const& [column, factor] : unknown_in_[row]) {
      if (auto const found = taken.find(column); found != taken.end())
        tableau.factor(equation, found->second) += factor;
    }
  }
  for (auto const& [column, factor] : objective) tableau.objective(taken.at(column)) += factor;
  tableau.solve();
  Answer answer{tableau.move(by)};
  if (answer.moved < by - kExact) {
    std::map<ColumnId, double> prices;
    for (auto const& [row, equation] : equations) {
      auto const price = tableau.price(equation);
      if (std::abs(price) < kExact) continue;
      for (auto const& [column, factor] : rows_[row]) {
        if (is_shown(column)) prices[column] += factor * price;
      }
    }
    for (auto const& [column, price] : prices) {
      if (std::abs(price) > kExact) answer.prices.push_back(column);
    }
  }
  if (least == Least::AsKnown) {
    for (auto const& [column, index] : taken) {
      auto& of = columns_[column];
      of.low = std::min(of.low, tableau.value(index));
      of.high = std::max(of.high, tableau.value(index));
    }
  }
  return answer;
}

bool Ranges::is_wide(FigureId figure, std::vector<ColumnId>& prices) {
  auto const wanted = threshold_ - 1 - kExact;
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
  for (auto const size : kSizes) {
    prices.clear();
    if (above + below >= wanted) return true;
    auto higher = move(up, threshold_ - 1 - below, Least::AsKnown, size);
    above = std::max(above, higher.moved);
    if (above + below >= wanted) return true;
    auto const lower = move(down, threshold_ - 1 - above, Least::AsKnown, size);
    below = std::max(below, lower.moved);
    prices = std::move(higher.prices);
    prices.insert(prices.end(), lower.prices.begin(), lower.prices.end());
  }
  return above + below >= wanted;
}

bool Ranges::may_be_large(ColumnId column, std::vector<ColumnId>& prices) {
  auto const& of = columns_[column];
  for (auto const size : kSizes) {
    if (of.high >= threshold_ - kExact) return true;
    auto answer = move({{column, 1}}, threshold_ - of.value, Least::Never, size);
    if (of.value + answer.moved >= threshold_ - kExact) return true;
    prices = std::move(answer.prices);
  }
  return false;
}

FigureId Ranges::hide_one_of(std::vector<ColumnId> const& prices) {
  auto const is_better = [&](FigureId a, FigureId b) {
    auto const& left = figures_[a];
    auto const& right = figures_[b];
    if (left.rank != right.rank) return left.rank > right.rank;
    bool const has_room_a = left.count >= kRoom * threshold_;
    bool const has_room_b = right.count >= kRoom * threshold_;
    if (has_room_a != has_room_b) return has_room_a;
    return left.count != right.count ? left.count < right.count : a < b;
  };
  auto best = FigureId::none();
  for (auto const column : prices) {
    auto const figure = columns_[column].figure;
    if (best.is_none() || is_better(figure, best)) best = figure;
  }
  if (best.is_none()) return best;
  telling_[best] = Telling::Complement;
  auto const column = column_of_[best];
  for (auto const row : columns_[column].rows) {
    auto& unknown = unknown_in_[row];
    auto const at = std::ranges::upper_bound(unknown, columns_[column].value,
                                             std::ranges::greater{}, value_of());
    unknown.insert(at, *std::ranges::find(rows_[row], column, &Term::column));
  }
  return best;
}

void Ranges::widen() {
  std::vector<FigureId> hidden;
  for (auto const id : figures_.ids()) {
    if (telling_[id] == Telling::Small || telling_[id] == Telling::Complement) hidden.push_back(id);
  }
  std::vector<ColumnId> prices;
  std::size_t done = 0;
  auto const widen_hidden = [&] {
    for (; done < hidden.size(); ++done) {
      auto const figure = hidden[done];
      while (!is_wide(figure, prices)) {
        auto const more = hide_one_of(prices);
        if (more.is_none()) {
          narrow_.push_back(figure);
          break;
        }
        hidden.push_back(more);
      }
    }
  };
  widen_hidden();
  for (ColumnId column = 0; column < columns_.size(); ++column) {
    auto const is_small = columns_[column].value < threshold_;
    if (!is_small || figures_[columns_[column].figure].is_published) continue;
    while (!may_be_large(column, prices)) {
      auto const more = hide_one_of(prices);
      if (more.is_none()) break;
      hidden.push_back(more);
    }
  }
  widen_hidden();
}

}  // namespace gapmap::disclosure
