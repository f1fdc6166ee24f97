#include "gapmap/tables/detail/column_words.h"

namespace gapmap::tables {
namespace {

/// A column that other tables may call something else by; its words have a key of their own.
ColumnDeclaration own(std::string_view table, std::string_view name, Format format,
                      std::string_view key, Counts counts = kNobody) {
  return {name, format, counts, {table}, {}, key};
}

}  // namespace

std::vector<ColumnDeclaration> columns_of_other_commands() {
  return {
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

      // Where places should come, and whom they serve.
      {"municipality_code",
       kText,
       kNobody,
       {"plan", "plan_municipalities", "plan_cells", "plan_places", "plan_gaps", "unserved"}},
      {"municipality_name",
       kText,
       kNobody,
       {"plan", "plan_municipalities", "plan_places", "plan_gaps"}},
      {"cells", kNumber, kNobody, {"plan_gaps"}},
      {"cells_without_number", kNumber, kNobody, {"plan_gaps"}},
      {"covered", kEstimate, with(Status::Covered), {}, {"plan_municipalities"}},
      {"share", kShare, share_of(with(Status::Covered)), {}, {"plan_municipalities"}},
      {"rank", kNumber, kNobody, {"plan", "plan_groups"}, {}, "plan rank"},
      {"plan_change", kWords, kNobody, {"plan", "loads"}},
      {"adds", kEstimate, kUnpublished, {"plan"}},
      {"adds_low", kEstimate, kUnpublished, {"plan_groups"}},
      {"adds_high", kEstimate, kUnpublished, {"plan_groups"}},
      own("plan", "together", kEstimate, "plan together", kUnpublished),
      own("plan", "share", kShare, "plan share", kUnpublished),
      {"cost_mean_then", kCost, kUnpublished, {"plan"}},
      {"cost_longest_then", kCost, kUnpublished, {"plan"}},
      {"way_mean_then", kThousandths, kUnpublished, {"plan"}},
      {"way_longest_then", kThousandths, kUnpublished, {"plan"}},
      own("plan", "capacity", kThousandths, "plan capacity"),
      own("loads", "capacity", kThousandths, "plan capacity"),
      {"load", kEstimate, kUnpublished, {"plan", "loads", "assignments"}},
      {"free", kEstimate, kUnpublished, {"loads"}},
      {"way", kThousandths, kUnpublished, {"assignments"}},
      {"unserved_because", kWords, kUnpublished, {"assignments"}},
      own("curve", "places", kNumber, "curve places"),
      own("curve", "together", kEstimate, "curve together", kUnpublished),
      own("curve", "share", kShare, "plan share", kUnpublished),
      own("curve", "together_at_most", kEstimate, "curve at_most", kUnpublished),
      {"gap_percent", kThousandths, kUnpublished, {"curve"}},
      {"together_by_order", kEstimate, kUnpublished, {"curve"}},
      {"order_costs", kEstimate, kUnpublished, {"curve"}},
      own("plan_municipalities", "residents", kEstimate, "plan residents", kUnpublished),
      own("borders", "residents", kEstimate, "borders residents", kUnpublished),
      own("borders", "served_before", kEstimate, "borders served_before", kUnpublished),
      own("borders", "served_after", kEstimate, "borders served_after", kUnpublished),
      {"served_across", kEstimate, kUnpublished, {"borders"}},
      {"served_alone", kEstimate, kUnpublished, {"borders"}},
      {"served_alone_at_most", kEstimate, kUnpublished, {"borders"}},
      {"served_alone_by_any", kEstimate, kUnpublished, {"borders"}},
      own("borders", "opens", kNumber, "borders opens"),
      {"opens_alone", kNumber, kNobody, {"borders"}},
      {"opens_alone_at_least", kNumber, kNobody, {"borders"}},
      {"weight", kEstimate, kUnpublished, {"unserved"}},
      {"rank", kNumber, kNobody, {"plan_cells"}, {}, "plan_cells rank"},
      {"residents_servable", kPeople, kUnpublished, {"plan_gaps"}},

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

}  // namespace gapmap::tables
