#include "gapmap/disclosure/hide.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>

#include "gapmap/disclosure/detail/ranges.h"
#include "gapmap/disclosure/detail/span.h"
#include "gapmap/disclosure/detail/witness.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// A figure hidden to make room for others should be at least this many thresholds.
constexpr double kRoom = 3;
constexpr int kPatientRounds = 2;

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

class Hiding {
 public:
  Hiding(Figures const& figures, std::span<Sum const> sums, double threshold)
      : figures_{figures},
        sums_{sums},
        threshold_{threshold},
        known_{span_of(figures, sums)},
        is_secret_(figures.size(), 0),
        is_forced_(figures.size(), 0),
        order_(figures.size()),
        sums_with_(figures.size()) {
    std::iota(order_.begin(), order_.end(), FigureId::value_type{0});
    std::ranges::stable_sort(order_,
                             [&](auto a, auto b) { return is_before(FigureId{a}, FigureId{b}); });
    for (std::size_t s = 0; s < sums.size(); ++s) {
      sums_with_[sums[s].total].push_back(s);
      for (auto const part : sums[s].parts) sums_with_[part].push_back(s);
    }
    for (auto const figure : figures.ids())
      is_secret_[figure] = figures[figure].is_published && is_small(figures[figure]) ? 1 : 0;
  }

  Hidden run() {
    // If hiding one more figure does not help, more and more are hidden at once, so that the loop
    // ends.
    std::size_t more = 1;
    for (int round = 0;; ++round) {
      auto known = known_;
      auto telling = show(known);
      if (protect_what_is_told(known)) continue;
      auto const secrets = hidden(telling);
      auto const ranges = find_ranges(figures_, sums_, threshold_, telling);
      bool is_changed = false;
      for (auto const figure : without_witness(figures_, known, secrets, ranges.has_witness)) {
        for (std::size_t i = 0; i < more; ++i) is_changed |= force_near(figure, telling);
      }
      if (!is_changed) {
        Hidden all{std::move(telling)};
        std::ranges::copy_if(secrets, std::back_inserter(all.narrow),
                             [&](FigureId figure) { return ranges.is_wide[figure] == 0; });
        return all;
      }
      if (round >= kPatientRounds) more *= 2;
    }
  }

 private:
  [[nodiscard]] bool is_small(Figure const& figure) const {
    return figure.count > 0 && figure.count < threshold_;
  }
  [[nodiscard]] bool is_before(FigureId a, FigureId b) const {
    auto const& left = figures_[a];
    auto const& right = figures_[b];
    return left.rank != right.rank ? left.rank < right.rank : left.count > right.count;
  }

  [[nodiscard]] std::vector<FigureId> hidden(IdVector<FigureId, Telling> const& telling) const {
    std::vector<FigureId> hidden;
    for (auto const id : figures_.ids()) {
      if (telling[id] == Telling::Small || telling[id] == Telling::Complement) hidden.push_back(id);
    }
    return hidden;
  }

  /// Small figures that no table shows are many, and few of them are told by those that do. These
  /// are found when figures have been shown, and are secrets from then on. Returns if there are
  /// any.
  bool protect_what_is_told(Span& known) {
    bool is_any_told = false;
    for (auto const id : figures_.ids()) {
      auto const& figure = figures_[id];
      if (figure.is_published || !is_small(figure) || is_secret_[id] != 0) continue;
      if (!known.reduced(std::array{one(id)}).empty()) continue;
      is_secret_[id] = 1;
      is_any_told = true;
    }
    return is_any_told;
  }

  /// Shows figures by rank; afterwards `known` is everything that readers know.
  IdVector<FigureId, Telling> show(Span& known) const {
    auto const row_of = [&](FigureId figure) { return known.reduced(std::array{one(figure)}); };
    for (auto const figure : figures_.ids()) {
      if (figures_[figure].count > 0) continue;
      if (auto row = row_of(figure); !row.empty()) known.insert(std::move(row));
    }
    Secrets secrets{figures_.size()};
    for (auto const figure : figures_.ids()) {
      if (is_secret_[figure] != 0 || is_forced_[figure] != 0) secrets.add(row_of(figure));
    }
    IdVector<FigureId, Telling> telling(figures_.size());
    for (auto const index : order_) {
      FigureId const id{index};
      auto const& figure = figures_[id];
      auto& told = telling[id];
      told = Telling::Shown;
      if (!figure.is_published) {
        told = Telling::Unpublished;
      } else if (is_small(figure)) {
        told = Telling::Small;
      } else if (is_forced_[id]) {
        told = Telling::Complement;
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

  /// Whether figure `a` is better than `b` to hide so that others have room. A figure hardly larger
  /// than the one it protects would need protection itself.
  [[nodiscard]] bool is_better(FigureId a, FigureId b) const {
    bool const has_room_a = figures_[a].count >= kRoom * threshold_;
    bool const has_room_b = figures_[b].count >= kRoom * threshold_;
    return has_room_a == has_room_b ? is_before(b, a) : has_room_a;
  }

  /// Hides the last figure shown in the sums around `secret`; looks further where these show none.
  bool force_near(FigureId secret, IdVector<FigureId, Telling> const& telling) {
    std::vector<FigureId> around{secret};
    IdVector<FigureId, char> is_seen(figures_.size(), 0);
    is_seen[secret] = 1;
    while (!around.empty()) {
      stop_if_asked();
      std::vector<FigureId> next;
      auto const look_at = [&](FigureId figure) {
        if (std::exchange(is_seen[figure], 1) == 0) next.push_back(figure);
      };
      for (auto const figure : around) {
        for (auto const s : sums_with_[figure]) {
          look_at(sums_[s].total);
          for (auto const part : sums_[s].parts) look_at(part);
        }
      }
      FigureId last = FigureId::none();
      for (auto const figure : next) {
        bool const may_go = telling[figure] == Telling::Shown && figures_[figure].count > 0 &&
                            is_forced_[figure] == 0;
        if (may_go && (last.is_none() || is_better(figure, last))) last = figure;
      }
      if (!last.is_none()) {
        is_forced_[last] = 1;
        return true;
      }
      around = std::move(next);
    }
    return false;
  }

  Figures const& figures_;
  std::span<Sum const> sums_;
  double threshold_;
  Span known_;
  IdVector<FigureId, char> is_secret_;  ///< small, and not to be told by others
  IdVector<FigureId, char> is_forced_;  ///< hidden because a figure in the same sum has no witness
  std::vector<FigureId::value_type> order_;
  IdVector<FigureId, std::vector<std::size_t>> sums_with_;
};

}  // namespace

Hidden hide(Figures const& figures, std::span<Sum const> sums, double threshold) {
  for (auto const& figure : figures) expects(figure.count >= 0, "residents are not negative");
  return Hiding{figures, sums, threshold}.run();
}

}  // namespace gapmap::disclosure
