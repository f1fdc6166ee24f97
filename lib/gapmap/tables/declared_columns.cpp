#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/tables/columns.h"

namespace gapmap::tables {
namespace {

using Kind = Format::Kind;

constexpr Format kText{Kind::Text};
constexpr Format kWords{Kind::Words};
constexpr Format kNumber{Kind::Integer};
constexpr Format kPeople{Kind::People, Unit::Residents};
/// Estimates have decimals: midpoints of ranges are halves, and official numbers may differ in kind
/// from those of the grid.
constexpr Format kEstimate{Kind::Real, Unit::Residents, 3};
constexpr Format kShare{Kind::Real, Unit::Share, 6};
constexpr Format kRatio{Kind::Real, Unit::None, 6};
constexpr Format kFactor{Kind::Real, Unit::None, 2};
constexpr Format kThousandths{Kind::Real, Unit::None, 3};
constexpr Format kCost{Kind::Real, Unit::Cost, 3};
constexpr Format kWholeCost{Kind::Integer, Unit::Cost};
constexpr Format kMeters{Kind::Real, Unit::Meters, 3};
constexpr Format kWholeMeters{Kind::Real, Unit::Meters, 0};
constexpr Format kSeconds{Kind::Real, Unit::Seconds, 3};
constexpr Format kOnMap{Kind::Real, Unit::MapMeters, 3};
constexpr Format kSpeed{Kind::Real, Unit::KilometersPerHour, 3};
constexpr Format kSpeedLimit{Kind::Real, Unit::KilometersPerHour, 2};
constexpr Format kTenthsOfSpeed{Kind::Real, Unit::KilometersPerHour, 1};
constexpr Format kKilometers{Kind::Real, Unit::Kilometers, 3};
constexpr Format kThousandthsOfCost{Kind::Integer, Unit::ThousandthsOfCost};
constexpr Format kPersonKilometers{Kind::Real, Unit::PersonKilometers, 3};

constexpr Counts kNobody{Whom::Nobody};
constexpr Counts kUnpublished{Whom::Unpublished};
constexpr Counts kEverybody{Whom::Everybody};
constexpr Counts kInClass{Whom::InClass};
constexpr Counts kUpToClass{Whom::UpToClass};
constexpr Counts kWithRequirement{Whom::WithRequirement};

constexpr Counts with(Status status) {
  auto const is = static_cast<std::uint32_t>(status);
  return {Whom::WithStatus, is, is};
}
constexpr Counts with(Reason reason) {
  auto const is = static_cast<std::uint32_t>(reason);
  return {Whom::WithReason, is, is};
}
constexpr Counts by(std::string_view rule, std::uint32_t from, std::uint32_t to) {
  return {Whom::ByRule, from, to, rule};
}
constexpr Counts share_of(Counts counts) {
  counts.is_share = true;
  return counts;
}

/// A column that other tables may call something else by; its words have a key of their own.
ColumnDeclaration own(std::string_view table, std::string_view name, Format format,
                      std::string_view key, Counts counts = kNobody) {
  return {name, format, counts, {table}, {}, key};
}

std::vector<ColumnDeclaration> all_columns() {
  return {
      // Identification of rows.
      {"gap_id", kNumber, kNobody, {"gaps", "remedies"}},
      {"rank", kNumber, kNobody, {"remedies"}},
      {"cell_id", kText, kNobody, {"cells", "compare cells", "matrix", "matrix_cells"}},
      {"change_id", kNumber, kNobody, {"compare changes"}},
      {"account", kWords, kNobody, {"accounts"}},
      {"assumption", kWords, kNobody, {"sensitivity"}},
      {"requirement", kText, kNobody, {"requirements"}},
      {"where", kText, kNobody, {"requirements"}},
      {"limit", kText, kNobody, {"requirements"}},
      {"at_least", kNumber, kNobody, {"requirements"}},
      {"places", kNumber, kNobody, {"requirements"}},
      {"remedy_kind", kWords, kNobody, {"remedies"}},
      {"place_id",
       kText,
       kNobody,
       {"places", "remedies", "compare places", "matrix", "matrix_places"}},
      {"place_name", kText, kNobody, {"places", "remedies", "compare places", "matrix_places"}},
      {"x",
       kOnMap,
       kNobody,
       {"cells", "places", "remedies", "compare cells", "compare places", "matrix_places",
        "matrix_cells"}},
      {"y",
       kOnMap,
       kNobody,
       {"cells", "places", "remedies", "compare cells", "compare places", "matrix_places",
        "matrix_cells"}},
      {"change",
       kWords,
       kNobody,
       {"compare municipalities", "compare cells", "compare places", "compare changes"}},
      {"municipality_code",
       kText,
       kNobody,
       {"gaps", "cells", "municipalities", "places", "reasons", "accounts", "denominators",
        "compare municipalities", "compare parts", "compare changes"},
       {"compare cells"}},
      {"municipality_name",
       kText,
       kNobody,
       {"gaps", "municipalities", "places", "reasons", "accounts", "denominators",
        "compare municipalities", "compare parts", "compare changes"}},
      {"level", kWords, kNobody, {"classes", "zones", "indicators"}},
      {"zone_code", kText, kNobody, {"classes", "zones"}},
      {"zone_name", kText, kNobody, {"classes", "zones"}},
      {"code", kText, kNobody, {"indicators"}},
      {"name", kText, kNobody, {"indicators"}},
      {"group", kWords, kNobody, {"classes"}},
      {"class", kWords, kNobody, {"classes"}},
      {"figure", kWords, kNobody, {"compare parts"}},
      {"status", kWords, kNobody, {"cells"}, {"compare cells"}},
      {"reason", kWords, kNobody, {"cells", "gaps", "reasons"}},
      {"road_class",
       kText,
       kNobody,
       {"roads_used", "roads", "isochrone_roads", "network roads", "network odd_speeds"}},
      {"road_name",
       kText,
       kNobody,
       {"roads_used", "isochrone_roads", "network roads", "network odd_speeds"}},
      {"ferry", kNumber, kNobody, {"roads_used", "roads"}},
      {"length_m", kMeters, kNobody, {"roads_used", "network roads"}},
      {"length_m", kWholeMeters, kNobody, {"roads"}},

      // Limits and bounds.
      {"limit", kCost, kNobody, {"gaps", "places", "zones", "indicators"}},
      {"from", kCost, kNobody, {"classes", "cells"}},
      {"to", kCost, kNobody, {"classes", "cells"}},
      {"access_speed_kmh", kSpeed, kNobody, {"sensitivity"}},
      {"access_factor", kFactor, kNobody, {"sensitivity"}},

      // Numbers of cells and of their residents.
      {"cells",
       kNumber,
       kNobody,
       {"municipalities", "gaps", "places", "zones", "reasons", "denominators", "roads_used",
        "compare changes"}},
      {"residents",
       kPeople,
       kEverybody,
       {"cells", "municipalities", "gaps", "zones", "reasons", "accounts", "requirements",
        "compare changes"},
       {"compare municipalities", "compare cells"}},
      {"residents", kPeople, kUnpublished, {"indicators", "roads_used"}},
      {"residents", kEstimate, kInClass, {"classes"}},
      {"covered",
       kPeople,
       with(Status::Covered),
       {"municipalities", "zones", "accounts"},
       {"compare municipalities"}},
      {"covered", kPeople, kUnpublished, {"sensitivity"}},
      {"not_covered", kPeople, kUnpublished, {}, {"compare municipalities"}},
      {"met", kPeople, with(Status::Covered), {"requirements"}},
      {"outside", kPeople, with(Status::TooFar), {"municipalities", "zones", "accounts"}},
      {"too_far", kPeople, with(Status::TooFar), {"requirements"}},
      {"unreachable",
       kPeople,
       with(Status::Unreachable),
       {"municipalities", "zones", "accounts", "requirements"}},
      {"off_network",
       kPeople,
       with(Status::OffNetwork),
       {"municipalities", "zones", "accounts", "requirements"}},
      {"share",
       kShare,
       share_of(with(Status::Covered)),
       {"municipalities", "zones", "accounts", "requirements"},
       {"compare municipalities"}},
      {"residents_low", kEstimate, kUnpublished, {"classes", "denominators"}},
      {"residents_high", kEstimate, kUnpublished, {"classes", "denominators"}},
      {"share", kShare, share_of(kInClass), {"classes"}},
      {"cumulative", kEstimate, kUpToClass, {"classes"}},
      {"cumulative_low", kEstimate, kUnpublished, {"classes"}},
      {"cumulative_high", kEstimate, kUnpublished, {"classes"}},
      {"cumulative_share", kShare, share_of(kUpToClass), {"classes"}},
      {"residents_nearest", kPeople, kEverybody, {"places"}, {"compare places"}},
      {"residents_within_limit", kPeople, by(kClosing, 1, 2), {"places"}, {"compare places"}},
      {"stay_covered", kPeople, by(kClosing, 1, 1), {"places"}},
      {"fall_outside", kPeople, by(kClosing, 2, 2), {"places"}},
      {"become_unreachable", kPeople, by(kNoOtherPlace, 1, 1), {"places"}},
      {"covered_only_by_other_counties", kPeople, {Whom::OnlyByOtherCounties}, {"accounts"}},
      {"covered_only_by_ferry", kPeople, {Whom::OnlyByFerry}, {"accounts"}},
      {"{requirement}_met", kPeople, kWithRequirement, {"municipalities"}, {}, "of met"},
      {"{requirement}_share",
       kShare,
       share_of(kWithRequirement),
       {"municipalities"},
       {},
       "of share"},
      {"gained", kPeople, kUnpublished, {"compare municipalities"}},
      {"lost", kPeople, kUnpublished, {"compare municipalities"}},
      {"residents_with_way", kPeople, kUnpublished, {"indicators"}},
      {"share_without_way", kRatio, kUnpublished, {"indicators"}},
      {"residents_outside", kPeople, kUnpublished, {"roads_used"}},
      {"person_km", kPersonKilometers, kUnpublished, {"roads_used"}},

      // Costs of ways.
      {"cost", kCost, kUnpublished, {"cells"}, {"compare cells"}},
      {"cost_min", kCost, kUnpublished, {"gaps"}},
      {"cost_mean",
       kCost,
       kUnpublished,
       {"gaps", "municipalities", "accounts", "indicators", "remedies"},
       {"compare municipalities", "compare changes"}},
      {"cost_median", kCost, kUnpublished, {"municipalities", "accounts", "indicators"}},
      {"cost_p90", kCost, kUnpublished, {"indicators"}},
      {"cost_max", kCost, kUnpublished, {"gaps"}},
      {"cost_extra_mean", kCost, kUnpublished, {"places"}},
      {"cost_extra_max", kCost, kUnpublished, {"places"}},
      {"off_road_m", kMeters, kNobody, {"cells", "places", "matrix_places", "matrix_cells"}},
      {"place_off_road_m", kMeters, kUnpublished, {"cells"}},
      {"access_m", kMeters, kUnpublished, {"cells"}},
      {"access_s", kSeconds, kUnpublished, {"cells"}},
      {"access_mean_m", kMeters, kUnpublished, {"sensitivity"}},
      {"access_share", kShare, kUnpublished, {"sensitivity"}},
      {"nearest_place_id", kText, kNobody, {"cells", "gaps"}, {"compare cells", "compare changes"}},
      {"nearest_place_name",
       kText,
       kNobody,
       {"cells", "gaps"},
       {"compare cells", "compare changes"}},
      {"cost_{rank}", kCost, kUnpublished, {"cells"}, {}, "nth cost"},
      {"place_{rank}_id", kText, kNobody, {"cells"}, {}, "nth place_id"},
      {"place_{rank}_name", kText, kNobody, {"cells"}, {}, "nth place_name"},
      {"moved_m", kMeters, kNobody, {"compare places"}},

      // Why a cell is not covered.
      {"straight_m", kMeters, kUnpublished, {"cells"}},
      {"detour_factor", kFactor, kUnpublished, {"cells"}},
      {"two_way_cost", kCost, kUnpublished, {"cells"}},
      {"with_ferries_cost", kCost, kUnpublished, {"cells"}},
      {"no_wait_cost", kCost, kUnpublished, {"cells"}},
      {"any_county_cost", kCost, kUnpublished, {"cells"}},
      {"without_access_cost", kCost, kUnpublished, {"cells"}},
      {"reason_place_id", kText, kNobody, {"cells"}},
      {"reason_place_name", kText, kNobody, {"cells"}},
      {"residents_border", kPeople, with(Reason::Border), {"gaps"}},
      {"residents_one_way", kPeople, with(Reason::OneWay), {"gaps"}},
      {"residents_ferry_wait", kPeople, with(Reason::FerryWait), {"gaps"}},
      {"residents_far_from_road_data", kPeople, with(Reason::FarFromRoadData), {"gaps"}},
      {"residents_detour", kPeople, with(Reason::Detour), {"gaps"}},
      {"residents_slightly_beyond", kPeople, with(Reason::SlightlyBeyond), {"gaps"}},
      {"residents_no_place_near", kPeople, with(Reason::NoPlaceNear), {"gaps"}},

      // What would close a gap.
      {"remedy_place_id", kText, kNobody, {"gaps"}},
      {"remedy_place_name", kText, kNobody, {"gaps"}},
      {"remedy_kind", kWords, kNobody, {"gaps"}},
      {"remedy_covers", kPeople, kUnpublished, {"gaps"}},
      {"remedy_remains", kPeople, kUnpublished, {"gaps"}},
      {"remedy_also_covers", kPeople, kUnpublished, {"gaps"}},
      {"cost_to_remedy_mean", kCost, kUnpublished, {"gaps"}},
      {"limit_increase", kWholeCost, kUnpublished, {"gaps"}},
      {"covers", kPeople, kUnpublished, {"remedies"}},
      {"remains", kPeople, kUnpublished, {"remedies"}},
      {"also_covers", kPeople, kUnpublished, {"remedies"}},

      // Properties of places.
      {"type", kText, kNobody, {"places"}},
      {"target_group", kText, kNobody, {"places"}},
      {"languages", kText, kNobody, {"places"}},
      {"open_to_all", kText, kNobody, {"places"}},
      {"schedule", kText, kNobody, {"places"}},
      {"capacity", kThousandths, kNobody, {"places"}},
      {"position", kWords, kNobody, {"places"}},

      // Distribution of costs, and accessibility.
      {"gini", kRatio, kUnpublished, {"indicators"}},
      {"palma_ratio", kRatio, kUnpublished, {"indicators"}},
      {"fgt0", kRatio, kUnpublished, {"indicators"}},
      {"fgt1", kRatio, kUnpublished, {"indicators"}},
      {"fgt2", kRatio, kUnpublished, {"indicators"}},
      {"places_within_limit", kNumber, kUnpublished, {"cells"}},
      {"places_within_limit", kRatio, kUnpublished, {"indicators"}},
      {"gravity_exponential", kRatio, kUnpublished, {"cells", "indicators"}},
      {"gravity_logistic", kRatio, kUnpublished, {"cells", "indicators"}},
      {"e2sfca_per_1000", kRatio, kUnpublished, {"cells", "indicators"}},

      // Dependence on the access legs.
      {"residents_come_within", kPeople, kUnpublished, {"sensitivity"}},
      {"residents_fall_outside", kPeople, kUnpublished, {"sensitivity"}},
      {"cells_changed", kNumber, kUnpublished, {"sensitivity"}},
      {"cells_changed_without_number", kNumber, kUnpublished, {"sensitivity"}},

      // Residents of the grid beside official numbers.
      {"residents_grid", kPeople, kUnpublished, {"denominators"}},
      {"residents_official", kEstimate, kUnpublished, {"denominators"}},
      {"ratio", kRatio, kUnpublished, {"denominators"}},
      {"difference", kEstimate, kUnpublished, {"denominators"}},
      {"cells_with_suppressed_groups", kNumber, kUnpublished, {"denominators"}},
      {"cells_on_border", kNumber, kUnpublished, {"denominators"}},
      {"residents_on_border", kPeople, kUnpublished, {"denominators"}},
      {"cells_centre_outside", kNumber, kUnpublished, {"denominators"}},
      {"residents_centre_outside", kPeople, kUnpublished, {"denominators"}},
      {"cells_mostly_outside", kNumber, kUnpublished, {"denominators"}},
      {"residents_mostly_outside", kPeople, kUnpublished, {"denominators"}},
      {"cells_touching_no_area", kNumber, kUnpublished, {"denominators"}},
      {"residents_touching_no_area", kPeople, kUnpublished, {"denominators"}},
      {"cells_shared_with_another_country", kNumber, kUnpublished, {"denominators"}},
      {"residents_shared_with_another_country", kPeople, kUnpublished, {"denominators"}},
      {"{group}_low", kEstimate, kUnpublished, {"denominators"}, {}, "of low"},
      {"{group}_high", kEstimate, kUnpublished, {"denominators"}, {}, "of high"},
      {"{group}_estimate", kEstimate, kUnpublished, {"denominators"}, {}, "of estimate"},
      {"{group}_official", kEstimate, kUnpublished, {"denominators"}, {}, "of official"},

      // What a change is due to.
      {"figure", kRatio, kUnpublished, {}, {"compare parts"}},
      {"by_places", kRatio, kUnpublished, {"compare parts"}},
      {"by_population", kRatio, kUnpublished, {"compare parts"}},
      {"by_roads", kRatio, kUnpublished, {"compare parts"}},
      {"by_boundaries", kRatio, kUnpublished, {"compare parts"}},
      {"by_limit", kRatio, kUnpublished, {"compare parts"}},
      {"by_travel", kRatio, kUnpublished, {"compare parts"}},

      // Cells by accounts, requirements and levels; then what is in no figure.
      {"{account}_status", kWords, kNobody, {"cells"}, {}, "of status"},
      {"{account}_cost", kCost, kUnpublished, {"cells"}, {}, "of cost"},
      {"{requirement}", kText, kNobody, {"cells"}},
      {"{requirement}_cost", kCost, kUnpublished, {"cells"}, {}, "of cost"},
      {"all_requirements", kText, kNobody, {"cells"}},
      {"{level}_code", kText, kNobody, {"cells"}, {}, "of code"},
      {"cells_without_number",
       kNumber,
       kNobody,
       {"municipalities", "gaps", "places", "classes", "indicators", "zones", "reasons",
        "requirements", "denominators", "compare changes"}},
      {"hidden",
       kText,
       kNobody,
       {"municipalities", "gaps", "places", "classes", "zones", "reasons", "accounts",
        "requirements", "sensitivity"}},

      // What is reached within limits.
      {"place_id", kText, kNobody, {"isochrones", "isochrone_roads"}, {}, "isochrone place_id"},
      {"place_name", kText, kNobody, {"isochrones", "isochrone_roads"}, {}, "isochrone place_name"},
      own("isochrones", "limit", kCost, "isochrone limit"),
      own("isochrone_roads", "limit", kCost, "stretch limit"),
      own("isochrones", "roads_km", kKilometers, "isochrone roads_km"),
      own("isochrone_roads", "length_m", kMeters, "stretch length_m"),

      // What every pair costs.
      own("matrix", "cost", kCost, "matrix cost", kUnpublished),
      own("matrix_places", "cells", kNumber, "matrix cells"),
      {"residents", kEstimate, kEverybody, {"matrix_cells"}},
      own("matrix_cells", "places", kNumber, "matrix places", kUnpublished),
      {"matrix_first", kNumber, kNobody, {"matrix columns"}},
      {"matrix_cell", kNumber, kNobody, {"matrix columns"}},
      {"matrix_cost", kThousandthsOfCost, kUnpublished, {"matrix columns"}},

      // What a network is made of, and what looks wrong in it.
      own("network roads", "segment", kNumber, "network segment"),
      own("network odd_speeds", "segment", kNumber, "network segment"),
      own("network roads", "direction", kText, "network direction"),
      own("network roads", "component", kNumber, "network component"),
      own("network roads", "small_component", kText, "network small_component"),
      own("network roads", "joining", kText, "network joining"),
      own("network roads", "limit_along_kmh", kSpeedLimit, "network limit_along_kmh"),
      own("network roads", "limit_against_kmh", kSpeedLimit, "network limit_against_kmh"),
      own("network near_misses", "distance_m", kMeters, "near miss distance_m"),
      own("network near_misses", "other_segment", kNumber, "near miss other_segment"),
      own("network near_misses", "other_road_name", kText, "near miss other_road_name"),
      own("network odd_speeds", "speed_kmh", kTenthsOfSpeed, "odd speed_kmh"),

      // What was found in the inputs.
      own("check", "severity", kText, "finding severity"),
      own("check", "input", kText, "finding input"),
      own("check", "finding", kText, "finding what"),
      own("check", "rows", kNumber, "finding rows"),
      own("check", "residents", kEstimate, "finding residents", kUnpublished),
      own("check", "examples", kText, "finding examples"),
      own("check", "advice", kText, "finding advice"),
  };
}

}  // namespace

bool is_of_run(std::string_view table) {
  return table != "check" && !table.starts_with("isochrone") && !table.starts_with("matrix") &&
         !table.starts_with("network ");
}

std::span<ColumnDeclaration const> declared_columns() {
  static auto const all = all_columns();
  return all;
}

}  // namespace gapmap::tables
