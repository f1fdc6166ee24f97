#pragma once
// Conversions that all result tables share: how a cost, a number of residents or an area becomes a
// value of a column.

#include <algorithm>
#include <cmath>
#include <concepts>
#include <optional>
#include <string_view>

#include "gapmap/tables/columns.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"
#include "gapmap/units/quantity.h"

namespace gapmap::tables {

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
/// An empty field where there is no cost.
template <CostType Cost>
[[nodiscard]] Value value_of(std::optional<Cost> const& cost) {
  return cost ? value_of(*cost) : Value{};
}
/// An empty field where there is no number.
[[nodiscard]] inline Value value_of(std::optional<double> number) {
  return number ? Value{*number} : Value{};
}
[[nodiscard]] inline Value count_of(std::size_t count) { return static_cast<std::int64_t>(count); }

/// Whether all residents are whole numbers, as in registers and censuses; modelled rasters have
/// fractions.
[[nodiscard]] inline bool are_whole(Population const& population) {
  return std::ranges::all_of(population, [](Cell const& cell) {
    return !cell.residents || cell.residents->value() == std::floor(cell.residents->value());
  });
}

/// Converts residents to values of one type for a whole run.
class PeopleValues {
 public:
  explicit PeopleValues(Population const& population)
      : PeopleValues{tables::are_whole(population)} {}
  explicit PeopleValues(bool are_whole) : are_whole_{are_whole} {}

  [[nodiscard]] bool are_whole() const { return are_whole_; }
  [[nodiscard]] Value operator()(std::optional<People> people) const {
    if (!people) return {};
    if (are_whole_) return static_cast<std::int64_t>(people->value());
    return people->value();
  }

 private:
  bool are_whole_;
};

/// Returns the columns of a table for a run that minimises this cost; `people` decides the type of
/// columns of residents.
template <CostType Cost = Millimeters>
[[nodiscard]] ColumnsOf columns_of(std::string_view table,
                                   PeopleValues const& people = PeopleValues{true}) {
  return {table, std::same_as<Cost, Milliseconds>, people.are_whole()};
}

[[nodiscard]] inline Value code_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].code};
}
[[nodiscard]] inline Value name_of(Municipalities const& municipalities, MunicipalityId id) {
  return id.is_none() ? Value{} : Value{municipalities[id].name};
}

}  // namespace gapmap::tables
