#include "gapmap/job/cost_table_options.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/job/header_rows.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {

void refuse_further_limits(std::size_t limits) {
  if (limits > 1) throw UsageError{"limit", "a plan has one limit", "write a single `limit`"};
}

void declare_cost_tables(Options& o, CostTableWords& w) {
  o.group("Somebody else's costs, without a map");
  o.add({"--costs", "FILE",
         "Table with a row per trip: who makes it, where it leads, and its cost, as gapmap matrix "
         "writes; --places and --candidates are then tables with ids",
         OptionKind::Path},
        w.costs);
  o.add({"--costs-from", "COLUMN", "Id of who makes the trip"}, w.costs_from);
  o.add({"--costs-to", "COLUMN", "Id of where it leads"}, w.costs_to);
  o.add({"--costs-column", "COLUMN", "What it costs"}, w.costs_column);
  o.add({"--demand", "FILE",
         "Table of those who make trips, and what each weighs (default: whoever has a cost, with "
         "weight 1 each)",
         OptionKind::Path},
        w.demand);
  o.add({"--demand-id", "COLUMN", "Id of who makes trips"}, w.demand_id);
  o.add({"--demand-weight", "COLUMN", "What they weigh, such as residents"}, w.demand_weight);
}

CostTables understand_cost_tables(CostTableWords const& w, BesideCosts const& beside,
                                  Problems& problems) {
  CostTables tables;
  auto const checked = [&](std::string const& path, std::string const& where) {
    auto source = source_of(path, where, {});
    problems.check([&] { io::check_source(source); });
    return source;
  };
  tables.costs = {checked(w.costs, {}), w.costs_from, w.costs_to, w.costs_column};
  if (!w.demand.empty()) tables.demand = {checked(w.demand, {}), w.demand_id, w.demand_weight};
  auto const sites = [&](PlaceWords const& its) -> std::optional<io::SiteInput> {
    if (its.places.empty()) return {};
    return io::SiteInput{
        checked(its.places, its.places_where), its.place_id, its.place_name, {}, its.noun};
  };
  tables.places = sites(beside.places);
  tables.candidates = sites(beside.candidates);
  if (tables.candidates) tables.candidates->cost_field = beside.candidate_cost;
  problems.check([&] {
    refuse_further_limits(beside.limits.size());
    if (beside.limits.empty()) return;
    auto const& word = beside.limits.front();
    if (auto const number = parse_number(word)) {
      if (*number < 0)
        throw UsageError{"limit", fmt::format("\"{}\" holds no limit", word),
                         "write a number in the unit of the costs"};
      tables.limit = *number;
    } else {
      std::visit([&](auto limit) { tables.limit = limit; }, parse_limit(word, "limit"));
    }
  });
  std::vector<std::pair<std::string_view, io::Source*>> inputs{{"costs", &tables.costs.source}};
  if (tables.demand) inputs.emplace_back("demand", &tables.demand->source);
  if (tables.places) inputs.emplace_back("places", &tables.places->source);
  if (tables.candidates) inputs.emplace_back("candidates", &tables.candidates->source);
  set_header_rows(beside.header_rows, inputs, problems);
  return tables;
}

}  // namespace gapmap::job
