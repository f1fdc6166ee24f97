#include "gapmap/places/detail/narrow.h"

#include <algorithm>
#include <span>

#include "gapmap/units/error.h"

namespace gapmap::places {
namespace {

constexpr int kRounds = 16;

using Row = std::span<PeopleRange>;

/// A sum of ranges, some without an upper bound, which can leave out one of them.
class RangeSum {
 public:
  void add(PeopleRange range) {
    low_ += range.low;
    if (range.high.is_finite()) {
      high_ += range.high;
    } else {
      ++boundless_;
    }
  }
  [[nodiscard]] PeopleRange all() const {
    return {low_, boundless_ > 0 ? People::infinite() : high_};
  }
  [[nodiscard]] PeopleRange without(PeopleRange range) const {
    bool const is_finite = range.high.is_finite();
    bool const leaves_finite = boundless_ == (is_finite ? 0U : 1U);
    return {low_ - range.low,
            leaves_finite ? high_ - (is_finite ? range.high : People{0}) : People::infinite()};
  }

 private:
  People low_{0}, high_{0};
  std::size_t boundless_ = 0;
};

/// Returns the part of `range` that is possible if it and the `others` add up to something in
/// `sum`.
PeopleRange fitted(PeopleRange range, PeopleRange others, PeopleRange sum) {
  if (sum.high.is_finite()) range.high = std::min(range.high, sum.high - others.low);
  if (others.high.is_finite()) range.low = std::max(range.low, sum.low - others.high);
  return range;
}

/// The cells wholly inside one municipality.
class Inside {
 public:
  Inside(std::vector<Row> rows, std::vector<FamilySums> const& families, OfficialCount const& count)
      : rows_{std::move(rows)}, families_{families}, count_{count} {}

  /// Narrows the cells; returns false and changes nothing if the counts contradict the cells.
  [[nodiscard]] bool narrow() {
    std::vector<std::vector<PeopleRange>> before;
    for (auto const row : rows_) before.emplace_back(row.begin(), row.end());
    for (int round = 0; round < kRounds && is_sound_; ++round) {
      has_changed_ = false;
      narrow_sums();
      for (auto const row : rows_) narrow_families(row);
      if (!has_changed_) break;
    }
    if (!is_sound_) {
      for (std::size_t r = 0; r < rows_.size(); ++r) std::ranges::copy(before[r], rows_[r].begin());
    }
    return is_sound_;
  }

  /// Returns the sum of one group in all these cells, bounded by official counts.
  [[nodiscard]] PeopleRange sum(std::size_t group) const {
    auto const cells = sum_of_cells(group).all();
    auto const official = official_sum(group);
    return {std::max(cells.low, official.low), std::min(cells.high, official.high)};
  }
  /// Returns the sum of one group from the cells alone; cells without a bound count nothing.
  [[nodiscard]] PeopleRange sum_of_bounded(std::size_t group) const {
    PeopleRange sum;
    for (auto const row : rows_) {
      if (row[group].high.is_finite()) sum += row[group];
    }
    return sum;
  }

 private:
  [[nodiscard]] RangeSum sum_of_cells(std::size_t group) const {
    RangeSum sum;
    for (auto const row : rows_) sum.add(row[group]);
    return sum;
  }

  [[nodiscard]] PeopleRange official_sum(std::size_t group) const {
    PeopleRange sum{People{0}, People::infinite()};
    auto const residents = count_.residents;
    if (group == 0) return residents ? PeopleRange{People{0}, *residents} : sum;
    auto const of_group = count_.groups.empty() ? std::nullopt : count_.groups[GroupId{group - 1}];
    if (!of_group) return sum;
    sum.high = *of_group;
    if (residents) sum.low = *of_group - (*residents - sum_of_cells(0).all().low);
    return sum;
  }

  void replace(PeopleRange& range, PeopleRange by) {
    has_changed_ = has_changed_ || by != range;
    is_sound_ = is_sound_ && by.low <= by.high;
    range = by;
  }

  void narrow_sums(std::size_t group) {
    auto const cells = sum_of_cells(group);
    auto const official = official_sum(group);
    is_sound_ = is_sound_ && cells.all().low <= official.high && official.low <= cells.all().high;
    if (!is_sound_) return;
    for (auto const row : rows_) {
      replace(row[group], fitted(row[group], cells.without(row[group]), official));
    }
  }

  void narrow_sums() {
    narrow_sums(0);
    for (auto const& each : families_) {
      for (auto const g : each.family.groups) narrow_sums(g.value() + 1);
    }
  }

  /// Narrows a cell by its families: the groups of a family add up to everybody; a group without a
  /// family does so with the other residents.
  void narrow_families(Row row) {
    for (auto const& each : families_) {
      RangeSum parts;
      for (auto const g : each.family.groups) parts.add(row[g.value() + 1]);
      if (!each.family.is_whole()) parts.add({People{0}, People::infinite()});
      for (auto const g : each.family.groups) {
        auto& range = row[g.value() + 1];
        replace(range, fitted(range, parts.without(range), row[0]));
      }
      auto const sum = parts.all();
      replace(row[0], {std::max(row[0].low, sum.low), std::min(row[0].high, sum.high)});
    }
  }

  std::vector<Row> rows_;
  std::vector<FamilySums> const& families_;
  OfficialCount const& count_;
  bool has_changed_ = false;
  bool is_sound_ = true;
};

}  // namespace

void narrow(ResidentRanges& ranges, Population const& population, OfficialCounts const& official) {
  std::size_t const groups = ranges.groups.size();
  IdVector<MunicipalityId, std::vector<Row>> rows{official.size()};
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    if (cell.lies != Lies::Inside) continue;
    expects(cell.municipality.value() < official.size(), "every municipality has its counts");
    rows[cell.municipality].push_back(Row{ranges.values}.subspan(c.value() * groups, groups));
  }
  bool const is_exact = std::ranges::all_of(ranges.families, &FamilySums::is_exact);
  ranges.inside.resize(official.size() * groups);
  for (auto const m : official.ids()) {
    Inside inside{std::move(rows[m]), ranges.families, official[m]};
    bool const is_narrowed = is_exact && inside.narrow();
    if (is_exact && !is_narrowed) ranges.contradicted.push_back(m);
    for (std::size_t g = 0; g < groups; ++g) {
      auto const sum = is_narrowed ? inside.sum(g) : inside.sum_of_bounded(g);
      ranges.inside[m.value() * groups + g] = sum.high.is_finite() ? sum : inside.sum_of_bounded(g);
    }
  }
}

}  // namespace gapmap::places
