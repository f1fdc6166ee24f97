#pragma once
// The columns that result tables have in common: how a cost, a number of residents or an area is
// called and written.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"
#include "gapmap/units/quantity.h"

namespace gapmap::tables {

inline constexpr int kThousandths = 3;

[[nodiscard]] inline Column text(std::string name) { return {std::move(name), ColumnType::Text}; }
[[nodiscard]] inline Column integer(std::string name) {
  return {std::move(name), ColumnType::Integer};
}
[[nodiscard]] inline Column meters(std::string name) {
  return {std::move(name), ColumnType::Real, kThousandths};
}

/// What was minimised, as columns call it.
template <CostType Cost>
struct CostName;
template <>
struct CostName<Millimeters> {
  static constexpr char const* kQuantity = "distance";
  static constexpr char const* kUnit = "_m";
};
template <>
struct CostName<Milliseconds> {
  static constexpr char const* kQuantity = "time";
  static constexpr char const* kUnit = "_s";
};

/// "distance_mean_m", "time_mean_s"; "distance_m" without a statistic.
template <CostType Cost>
[[nodiscard]] Column cost_column(std::string const& statistic = "") {
  return {CostName<Cost>::kQuantity + statistic + CostName<Cost>::kUnit, ColumnType::Real,
          kThousandths};
}
/// "distance_2_m": of the second nearest place.
template <CostType Cost>
[[nodiscard]] Column cost_column(std::size_t rank) {
  return cost_column<Cost>("_" + std::to_string(rank));
}
template <CostType Cost>
[[nodiscard]] Column limit_column() {
  return {std::string{"limit"} + CostName<Cost>::kUnit, ColumnType::Real, kThousandths};
}

template <class Tag>
[[nodiscard]] Value value_of(std::optional<Quantity<Tag, double>> quantity) {
  if (!quantity || !quantity->is_finite()) return {};
  return quantity->value();
}
template <class Tag>
[[nodiscard]] Value value_of(Quantity<Tag, double> quantity) {
  return value_of(std::optional{quantity});
}
template <CostType Cost>
[[nodiscard]] Value value_of(Cost cost) {
  return value_of(to_natural(cost));
}
[[nodiscard]] inline Value count_of(std::size_t count) { return static_cast<std::int64_t>(count); }

/// Residents are whole in registers and censuses, fractions in modelled rasters.
[[nodiscard]] inline bool are_whole(Population const& population) {
  return std::ranges::all_of(population, [](Cell const& cell) {
    return !cell.residents || cell.residents->value() == std::floor(cell.residents->value());
  });
}

/// One type for a whole run.
class PeopleColumns {
 public:
  explicit PeopleColumns(Population const& population)
      : PeopleColumns{tables::are_whole(population)} {}
  explicit PeopleColumns(bool are_whole) : are_whole_{are_whole} {}

  [[nodiscard]] Column column(std::string name) const {
    return are_whole_ ? Column{std::move(name), ColumnType::Integer}
                      : Column{std::move(name), ColumnType::Real, 3};
  }
  [[nodiscard]] Value value(std::optional<People> people) const {
    if (!people) return {};
    if (are_whole_) return static_cast<std::int64_t>(people->value());
    return people->value();
  }

 private:
  bool are_whole_;
};

[[nodiscard]] inline Value code_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].code};
}
[[nodiscard]] inline Value name_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].name};
}

}  // namespace gapmap::tables
