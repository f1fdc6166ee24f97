#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/engine/detail/site_grounds.h"

namespace gapmap::engine {
namespace {

/// The limit in the unit of the costs; nothing if there is none.
std::optional<double> limit_in(job::CostTables const& tables, std::string const& cost_name) {
  auto const wrong = [&](char const* is) {
    return UsageError{"limit", fmt::format("is {}, but \"{}\" says no such unit", is, cost_name),
                      "write a number in the unit of the costs"};
  };
  if (auto const* number = std::get_if<double>(&tables.limit)) return *number;
  if (auto const* length = std::get_if<Meters>(&tables.limit)) {
    if (cost_name.ends_with("_km")) return length->value() / 1000;
    if (!cost_name.ends_with("_m")) throw wrong("a length");
    return length->value();
  }
  if (auto const* time = std::get_if<Seconds>(&tables.limit)) {
    if (cost_name.ends_with("_min")) return time->value() / 60;
    if (!cost_name.ends_with("_s")) throw wrong("a time");
    return time->value();
  }
  return std::nullopt;
}

/// The fewest parts of one, by tens, in which all costs are whole, but no finer than sums leave
/// room for.
double unit_of_costs(std::vector<io::PairCost> const& pairs, double weight) {
  constexpr double kFinest = 1e6;
  constexpr double kRoom = 0x1p56;  // sums stay below 2^58, with twice the largest cost
  double largest = 1;
  for (auto const& pair : pairs) largest = std::max(largest, pair.cost);
  auto const are_whole = [&](double unit) {
    return std::ranges::all_of(pairs, [&](io::PairCost const& pair) {
      auto const whole = std::round(pair.cost * unit);
      return std::abs(whole / unit - pair.cost) <= 1e-12 * pair.cost;
    });
  };
  double unit = 1;
  while (unit * largest * weight >= kRoom) unit /= 10;
  while (unit >= 1 && unit < kFinest && unit * 10 * largest * weight < kRoom && !are_whole(unit))
    unit *= 10;
  return unit;
}

/// Sites in the order of their tables: those that exist, candidates, then those that only costs
/// name, which stand for whatever has no table.
struct TableSites {
  io::NumberedIds ids;
  IdVector<SiteId, Site> sites;
  std::vector<io::ImportReport> reports;
};

void add_sites(TableSites& all, std::optional<io::SiteInput> const& input, bool exist) {
  if (!input) return;
  auto read = io::read_sites(*input);
  for (std::size_t i = 0; i < read.names.size(); ++i) {
    auto const& id = read.ids.all()[i];
    if (all.ids.find(id)) {
      read.report.count("id that an earlier row has as well", id);
      --read.report.rows_used;
      continue;
    }
    all.ids.add(id);
    all.sites.push_back({id, read.names[i], exist, read.prices[i], read.capacities[i]});
  }
  all.reports.push_back(std::move(read.report));
}

/// Rows of the table of costs, by demand. Of two pairs of the same ends the cheaper counts.
SiteCosts costs_of(SiteScene const& scene, std::vector<io::PairCost> const& pairs,
                   std::vector<std::int64_t> const& weights, std::optional<double> limit) {
  std::vector<std::vector<SiteCosts::Pair>> rows(weights.size());
  for (auto const& pair : pairs) {
    if (limit && pair.cost > *limit) continue;
    rows[pair.demand].push_back({SiteId{pair.site}, std::llround(pair.cost * scene.cost_unit)});
  }
  SiteCosts costs;
  costs.site_count = scene.sites.size();
  for (std::size_t d = 0; d < rows.size(); ++d) costs.add(weights[d], std::move(rows[d]));
  return costs;
}

/// Counts pairs that another row has as well.
void count_repeated(std::vector<io::PairCost> const& pairs, io::NumberedIds const& demands,
                    io::ImportReport& report) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(pairs.size());
  for (auto const& pair : pairs) ends.emplace_back(pair.demand, pair.site);
  std::ranges::sort(ends);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (ends[i] != ends[i - 1]) continue;
    report.count("pair that another row has as well, of which the cheaper counts",
                 demands.all()[ends[i].first]);
    --report.rows_used;
  }
}

}  // namespace

SiteScene open_tables(job::SiteJob const& job, Listener& listener) {
  auto const& tables = *job.tables;
  SiteScene scene{.job = job};
  auto demands = listener.stage("read demand", [&] {
    return tables.demand ? io::read_demands(*tables.demand) : io::DemandsRead{};
  });
  TableSites sites;
  listener.stage("read candidates", [&] {
    add_sites(sites, tables.places, true);
    add_sites(sites, tables.candidates, false);
  });
  bool const is_closing = job.problem == job::SiteProblem::Closing;
  bool const has_all_sites = is_closing ? tables.places.has_value() : tables.candidates.has_value();
  auto read = listener.stage("read costs", [&] {
    using enum io::Unknown;
    return io::read_costs(tables.costs, demands.ids, tables.demand ? LeftOut : Added, sites.ids,
                          has_all_sites ? LeftOut : Added);
  });
  count_repeated(read.pairs, demands.ids, read.report);
  for (auto s = sites.sites.size(); s < sites.ids.all().size(); ++s)
    sites.sites.push_back({sites.ids.all()[s], sites.ids.all()[s], is_closing, {}, {}});
  scene.sites = std::move(sites.sites);

  std::vector<double> weights;
  double together = 0;
  for (std::size_t d = 0; d < demands.ids.all().size(); ++d) {
    scene.demands.push_back(demands.ids.all()[d]);
    auto const weight = tables.demand ? demands.weights[d] : std::optional{1.0};
    scene.unknown += weight ? 0 : 1;
    weights.push_back(weight.value_or(0));
    together += weights.back();
  }
  scene.weight_unit = unit_of_weights(weights);
  scene.cost_unit = unit_of_costs(read.pairs, together * static_cast<double>(scene.weight_unit));
  scene.cost_name = read.cost_field;
  auto const limit = limit_in(tables, read.cost_field);
  auto const whole = in_units(weights, scene.weight_unit);
  scene.served = costs_of(scene, read.pairs, whole, limit);
  scene.costs = job.is_of_ways() && limit ? costs_of(scene, read.pairs, whole, {}) : scene.served;

  if (tables.demand) scene.record.inputs.push_back(std::move(demands.report));
  for (auto& report : sites.reports) scene.record.inputs.push_back(std::move(report));
  scene.record.inputs.push_back(std::move(read.report));
  for (auto const& input : scene.record.inputs) listener.input(input);
  return scene;
}

}  // namespace gapmap::engine
