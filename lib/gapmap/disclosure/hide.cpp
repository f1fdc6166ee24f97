#include "gapmap/disclosure/hide.h"

#include <algorithm>
#include <array>
#include <utility>

#include "gapmap/disclosure/detail/ranges.h"
#include "gapmap/disclosure/detail/span.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

Entry one(FigureId figure) { return {figure.value(), Residue{1}}; }

/// Returns the span of the sums, before any figure is shown.
Span span_of(Figures const& figures, std::span<Sum const> sums) {
  std::vector<std::uint32_t> costs(figures.size(), 0);
  for (auto const& [total, parts] : sums) {
    ++costs[total.value()];
    for (auto const part : parts) ++costs[part.value()];
  }
  // Unpublished figures are solved for first: they leave the system, and rows stay short.
  auto const many = static_cast<std::uint32_t>(sums.size() + 1);
  for (auto const figure : figures.ids()) {
    if (figures[figure].is_published) costs[figure.value()] += many;
  }
  Span span{std::move(costs)};
  std::vector<Entry> row;
  for (auto const& [total, parts] : sums) {
    row.assign(1, {total.value(), Residue{-1}});
    for (auto const part : parts) row.push_back(one(part));
    if (auto rest = span.reduced(row); !rest.empty()) span.insert(std::move(rest));
  }
  return span;
}

/// Figures that must stay undetermined, each as the part of it that is not yet known.
class Secrets {
 public:
  explicit Secrets(std::size_t columns) : with_(columns) {}

  void add(Row row) {
    for (auto const& entry : row) with_[entry.column].push_back(rows_.size());
    rows_.push_back(std::move(row));
  }
  /// Whether a secret would be known if `row` were.
  [[nodiscard]] bool is_told_by(Row const& row, std::uint32_t pivot) const {
    return std::ranges::any_of(with_[pivot], [&](std::size_t secret) {
      auto const& hidden = rows_[secret];
      if (hidden.size() != row.size() || at(hidden, pivot).is_zero()) return false;
      auto const a = at(hidden, pivot);
      auto const b = at(row, pivot);
      return std::ranges::equal(hidden, row, [&](Entry const& of_hidden, Entry const& of_row) {
        return of_hidden.column == of_row.column && of_hidden.value * b == of_row.value * a;
      });
    });
  }
  /// Treats `row` as known from now on.
  void learn(Row const& row, std::uint32_t pivot) {
    auto const inverse = at(row, pivot).inverse();
    for (auto const secret : std::exchange(with_[pivot], {})) {
      auto const factor = at(rows_[secret], pivot) * inverse;
      if (!factor.is_zero()) rows_[secret] = subtracted(secret, row, factor);
    }
  }

 private:
  Row subtracted(std::size_t secret, Row const& row, Residue factor) {
    auto const& hidden = rows_[secret];
    Row result;
    auto here = hidden.begin();
    for (auto const& [column, value] : row) {
      while (here != hidden.end() && here->column < column) result.push_back(*here++);
      bool const is_in_both = here != hidden.end() && here->column == column;
      auto const rest = (is_in_both ? here++->value : Residue{}) - factor * value;
      if (!is_in_both) with_[column].push_back(secret);
      if (!rest.is_zero()) result.push_back({column, rest});
    }
    result.insert(result.end(), here, hidden.end());
    return result;
  }

  std::vector<Row> rows_;
  std::vector<std::vector<std::size_t>> with_;  ///< secrets that have, or once had, the column
};

/// Shows figures by rank. Returns what is told of each.
IdVector<FigureId, Telling> show(Figures const& figures, std::span<Sum const> sums,
                                 double threshold) {
  auto known = span_of(figures, sums);
  auto const row_of = [&](FigureId figure) { return known.reduced(std::array{one(figure)}); };
  auto const is_small = [&](Figure const& figure) {
    return figure.count > 0 && figure.count < threshold;
  };
  for (auto const figure : figures.ids()) {
    if (figures[figure].count > 0) continue;
    if (auto row = row_of(figure); !row.empty()) known.insert(std::move(row));
  }
  Secrets secrets{figures.size()};
  for (auto const figure : figures.ids()) {
    if (is_small(figures[figure])) secrets.add(row_of(figure));
  }
  std::vector<FigureId> order(figures.ids().begin(), figures.ids().end());
  std::ranges::stable_sort(order, [&](FigureId a, FigureId b) {
    auto const& left = figures[a];
    auto const& right = figures[b];
    return left.rank != right.rank ? left.rank < right.rank : left.count > right.count;
  });
  IdVector<FigureId, Telling> telling(figures.size());
  for (auto const id : order) {
    auto const& figure = figures[id];
    auto& told = telling[id];
    told = Telling::Shown;
    if (!figure.is_published) {
      told = Telling::Unpublished;
    } else if (is_small(figure)) {
      told = Telling::Small;
    } else if (auto row = row_of(id); !row.empty()) {
      auto const pivot = known.pivot_of(row);
      if (secrets.is_told_by(row, pivot)) {
        told = Telling::Complement;
      } else {
        secrets.learn(row, pivot);
        known.insert(std::move(row));
      }
    }
  }
  return telling;
}

}  // namespace

Hidden hide(Figures const& figures, std::span<Sum const> sums, double threshold) {
  for (auto const& figure : figures) expects(figure.count >= 0, "residents are not negative");
  Ranges ranges{figures, sums, threshold, show(figures, sums, threshold)};
  ranges.widen();
  return {ranges.telling(), ranges.narrow()};
}

}  // namespace gapmap::disclosure
