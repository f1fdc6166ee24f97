#include "gapmap/coverage/reasons.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <tuple>

#include "gapmap/travel/weigh.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

template <CostType Cost>
using Found = std::optional<Reach<Cost>>;

/// Returns what the search under another rule found, if it is worth reporting.
template <CostType Cost>
Found<Cost> found_in(std::optional<ReachTable<Cost>> const& table, CellId cell, Status status,
                     Cost limit) {
  if (!table) return {};
  auto const nearest = table->nearest(cell);
  if (!nearest || (status != Status::Unreachable && nearest->cost > limit)) return {};
  return nearest;
}

template <CostType Cost>
std::optional<Cost> cost_of(Found<Cost> const& found) {
  return found ? std::optional{found->cost} : std::nullopt;
}

/// A cell that is not covered, with what was found under each rule.
template <CostType Cost>
struct Case {
  Status status;
  Cost limit;
  Found<Cost> anybody;
  Found<Cost> two_way;
  Found<Cost> ferries;
  Found<Cost> without_access;
  StraightWay straight;
  Cost straight_cost;
  bool is_detour;
  bool is_far;  ///< too far to be called slightly beyond

  [[nodiscard]] std::pair<Reason, PlaceId> reason() const {
    auto const is_within = [&](Found<Cost> const& found) { return found && found->cost <= limit; };
    if (status == Status::OffNetwork) return {Reason::NoRoad, straight.place};
    if (is_within(anybody)) return {Reason::Border, anybody->place};
    bool const is_unreachable = status == Status::Unreachable;
    if (is_unreachable && two_way) return {Reason::OneWay, two_way->place};
    if (is_unreachable && !straight.place.is_none())
      return {Reason::Island, ferries ? ferries->place : straight.place};
    if (is_within(two_way)) return {Reason::OneWay, two_way->place};
    if (is_within(ferries)) return {Reason::FerryWait, ferries->place};
    if (is_within(without_access)) return {Reason::FarFromRoadData, without_access->place};
    if (straight_cost > limit) return {Reason::NoPlaceNear, straight.place};
    if (is_detour) return {Reason::Detour, straight.place};
    return {is_far ? Reason::NoPlaceNear : Reason::SlightlyBeyond, straight.place};
  }
};

/// Returns the length of the way by road.
template <CostType Cost>
std::optional<Meters> length_of(CellId cell, CellCoverage<Cost> const& covered,
                                Evidence<Cost> const& evidence) {
  if constexpr (std::same_as<Cost, Millimeters>) {
    return covered.cost ? std::optional{to_natural(*covered.cost)} : std::nullopt;
  } else {
    if (!covered.cost || !evidence.lengths) return std::nullopt;
    auto const shortest = evidence.lengths->nearest(cell);
    return shortest ? std::optional{to_natural(shortest->cost)} : std::nullopt;
  }
}

std::optional<double> detour_factor(std::optional<Meters> by_road, Meters straight) {
  if (!by_road || !straight.is_finite() || !(straight > Meters{0})) return std::nullopt;
  return std::round(*by_road / straight * 100) / 100;
}

template <CostType Cost>
CellReason<Cost> reason_of(CellId cell, Coverage<Cost> const& coverage,
                           Evidence<Cost> const& evidence, double detour_from) {
  auto const& covered = coverage.cells[cell];
  auto const found = [&](std::optional<ReachTable<Cost>> const& table) {
    return found_in(table, cell, covered.status, coverage.limit);
  };
  auto const straight = evidence.straight[cell];
  auto const whole_trip =
      evidence.trip == reach::Trip::Round ? 2.0 * straight.length : straight.length;
  auto const factor = detour_factor(length_of(cell, covered, evidence), whole_trip);
  Case<Cost> const found_so{
      .status = covered.status,
      .limit = coverage.limit,
      .anybody = found(evidence.anybody),
      .two_way = found(evidence.two_way),
      .ferries = found(evidence.ferries),
      .without_access = found(evidence.without_access),
      .straight = straight,
      .straight_cost = travel::cost_at<Cost>(whole_trip, evidence.straight_speed),
      .is_detour = !factor || *factor >= detour_from,
      .is_far =
          covered.cost && to_natural(*covered.cost) > detour_from * to_natural(coverage.limit)};
  auto const [reason, place] = found_so.reason();
  return {.reason = reason,
          .place = place,
          .straight = straight,
          .detour_factor = factor,
          .anybody = cost_of<Cost>(found_so.anybody),
          .two_way = cost_of<Cost>(found_so.two_way),
          .ferries = cost_of<Cost>(found_so.ferries),
          .without_access = cost_of<Cost>(found_so.without_access)};
}

template <CostType Cost>
void count(CellId cell, Population const& population, CellReasons<Cost> const& reasons,
           ReasonCounts& counts) {
  if (!reasons[cell]) return;
  auto& count = counts[static_cast<std::size_t>(reasons[cell]->reason)];
  ++count.cells;
  if (!population[cell].residents) ++count.cells_without_number;
  count.residents += population[cell].residents.value_or(People{0});
}

}  // namespace

template <CostType Cost>
CellReasons<Cost> explain(Coverage<Cost> const& coverage, Evidence<Cost> const& evidence,
                          double detour_from) {
  expects(evidence.straight.size() == coverage.cells.size(), "evidence is of the same cells");
  CellReasons<Cost> reasons(coverage.cells.size());
  for (auto const cell : coverage.cells.ids()) {
    stop_if_asked();
    if (coverage.cells[cell].status != Status::Covered)
      reasons[cell] = reason_of(cell, coverage, evidence, detour_from);
  }
  return reasons;
}

template <CostType Cost>
ReasonCounts count_reasons(std::span<CellId const> cells, Population const& population,
                           CellReasons<Cost> const& reasons) {
  ReasonCounts counts{};
  for (auto const cell : cells) count(cell, population, reasons, counts);
  return counts;
}

Reason main_reason(ReasonCounts const& counts) {
  auto const most = std::ranges::max_element(counts, {}, [](ReasonCount const& count) {
    return std::tuple{count.residents, count.cells};
  });
  return static_cast<Reason>(most - counts.begin());
}

template <CostType Cost>
ReasonSummary summarise(CellReasons<Cost> const& reasons, Population const& population,
                        Municipalities const& municipalities) {
  expects(reasons.size() == population.size(), "reasons are of this population");
  IdVector<MunicipalityId, ReasonFigures> figures(municipalities.size());
  ReasonSummary summary;
  for (auto const cell : population.ids()) {
    stop_if_asked();
    auto const m = population[cell].municipality;
    if (m.is_none() && !summary.outside) summary.outside.emplace();
    count(cell, population, reasons, summary.total.counts);
    count(cell, population, reasons, m.is_none() ? summary.outside->counts : figures[m].counts);
  }
  for (auto const m : municipalities.ids()) {
    figures[m].municipality = m;
    if (municipalities[m].is_studied) summary.municipalities.push_back(figures[m]);
  }
  return summary;
}

template CellReasons<Millimeters> explain(Coverage<Millimeters> const&,
                                          Evidence<Millimeters> const&, double);
template CellReasons<Milliseconds> explain(Coverage<Milliseconds> const&,
                                           Evidence<Milliseconds> const&, double);
template ReasonCounts count_reasons(std::span<CellId const>, Population const&,
                                    CellReasons<Millimeters> const&);
template ReasonCounts count_reasons(std::span<CellId const>, Population const&,
                                    CellReasons<Milliseconds> const&);
template ReasonSummary summarise(CellReasons<Millimeters> const&, Population const&,
                                 Municipalities const&);
template ReasonSummary summarise(CellReasons<Milliseconds> const&, Population const&,
                                 Municipalities const&);

}  // namespace gapmap::coverage
