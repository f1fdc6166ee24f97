#pragma once
// How declared columns are written, and whom they count: the words of the declarations.

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/tables/columns.h"

namespace gapmap::tables {

using Kind = Format::Kind;

inline constexpr Format kText{Kind::Text};
inline constexpr Format kWords{Kind::Words};
inline constexpr Format kNumber{Kind::Integer};
inline constexpr Format kPeople{Kind::People, Unit::Residents};
/// Estimates have decimals: midpoints of ranges are halves, and official numbers may differ in kind
/// from those of the grid.
inline constexpr Format kEstimate{Kind::Real, Unit::Residents, 3};
inline constexpr Format kShare{Kind::Real, Unit::Share, 6};
inline constexpr Format kRatio{Kind::Real, Unit::None, 6};
inline constexpr Format kFactor{Kind::Real, Unit::None, 2};
inline constexpr Format kThousandths{Kind::Real, Unit::None, 3};
inline constexpr Format kCost{Kind::Real, Unit::Cost, 3};
inline constexpr Format kWholeCost{Kind::Integer, Unit::Cost};
inline constexpr Format kMeters{Kind::Real, Unit::Meters, 3};
inline constexpr Format kWholeMeters{Kind::Real, Unit::Meters, 0};
inline constexpr Format kSeconds{Kind::Real, Unit::Seconds, 3};
inline constexpr Format kOnMap{Kind::Real, Unit::MapMeters, 3};
inline constexpr Format kSpeed{Kind::Real, Unit::KilometersPerHour, 3};
inline constexpr Format kSpeedLimit{Kind::Real, Unit::KilometersPerHour, 2};
inline constexpr Format kTenthsOfSpeed{Kind::Real, Unit::KilometersPerHour, 1};
inline constexpr Format kKilometers{Kind::Real, Unit::Kilometers, 3};
inline constexpr Format kThousandthsOfCost{Kind::Integer, Unit::ThousandthsOfCost};
inline constexpr Format kPersonKilometers{Kind::Real, Unit::PersonKilometers, 3};

inline constexpr Counts kNobody{Whom::Nobody};
inline constexpr Counts kUnpublished{Whom::Unpublished};
inline constexpr Counts kEverybody{Whom::Everybody};
inline constexpr Counts kInClass{Whom::InClass};
inline constexpr Counts kUpToClass{Whom::UpToClass};
inline constexpr Counts kWithRequirement{Whom::WithRequirement};

constexpr Counts with(Status status) {
  auto const is = static_cast<std::uint32_t>(status);
  return {Whom::WithStatus, is, is};
}
constexpr Counts with(Reason reason) {
  auto const is = static_cast<std::uint32_t>(reason);
  return {Whom::WithReason, is, is};
}
/// Neither near enough nor connected by road at all.
inline constexpr Counts kNotCovered{Whom::WithStatus, static_cast<std::uint32_t>(Status::TooFar),
                                    static_cast<std::uint32_t>(Status::OffNetwork)};
constexpr Counts by(std::string_view rule, std::uint32_t from, std::uint32_t to) {
  return {Whom::ByRule, from, to, rule};
}
constexpr Counts share_of(Counts counts) {
  counts.is_share = true;
  return counts;
}

/// Returns the declarations of the tables of other commands than coverage and compare.
[[nodiscard]] std::vector<ColumnDeclaration> columns_of_other_commands();

}  // namespace gapmap::tables
