#include "gapmap/engine/detail/publish.h"

#include <algorithm>

#include "gapmap/tables/columns.h"
#include "gapmap/places/assign_zones.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/engine/detail/class_tables.h"
#include "gapmap/engine/detail/limits.h"
#include "gapmap/engine/detail/requirements.h"
#include "gapmap/io/cell_id.h"
#include "gapmap/report/gap_names.h"

namespace gapmap::engine {
namespace {

using Facts = publishing::CellFacts;

template <class Id>
std::uint32_t part_of(Id id) {
  return id.is_none() ? 0 : id.value() + 1;
}

Facts::Level level_of(Zoning const& zoning) {
  Facts::Level level{zoning.level, {}, {}};
  for (auto const& zone : zoning.zones) level.zones.emplace_back(zone.code, zone.name);
  for (auto const zone : zoning.of_cell) level.part_of.push_back(part_of(zone));
  return level;
}

template <CostType Cost>
Facts::Parts statuses_of(Coverage<Cost> const& coverage) {
  Facts::Parts statuses;
  for (auto const& cell : coverage.cells)
    statuses.push_back(static_cast<std::uint32_t>(cell.status));
  return statuses;
}

template <CostType Cost>
void add_residents(Facts& facts, CoverageResult<Cost> const& result) {
  auto const& population = result.scene.population();
  auto const& ranges = result.scene.counted->ranges;
  for (auto const g : ranges.groups.ids()) {
    if (g != ResidentRanges::everybody())
      facts.groups.push_back({ranges.groups[g].name, ranges.groups[g].family});
  }
  for (auto const id : population.ids()) {
    auto const& cell = population[id];
    auto const everybody = ranges.at(id, ResidentRanges::everybody()).midpoint().value();
    facts.residents.push_back(cell.residents.value_or(People{0}).value());
    facts.estimates.push_back(cell.residents ? 0 : everybody);
    for (std::size_t g = 0; g < facts.groups.size(); ++g)
      facts.groups[g].residents.push_back(ranges.at(id, GroupId{g + 1}).midpoint().value());
  }
}

/// The nearest place of each cell, and what becomes of the cell if that place closes.
template <CostType Cost>
void add_places(Facts& facts, ReachTable<Cost> const& reach, Cost limit,
                Population const& population) {
  Facts::Parts closing;
  Facts::Parts no_other_place;
  for (auto const cell : population.ids()) {
    auto const row = reach.row(cell);
    facts.place.push_back(row.empty() ? 0 : part_of(row[0].place));
    bool const is_within = !row.empty() && row[0].cost <= limit;
    bool const has_next = row.size() > 1;
    bool const stays = has_next && row[1].cost <= limit;
    closing.push_back(!is_within ? 0U : stays ? 1U : 2U);
    no_other_place.push_back(has_next ? 0 : 1);
  }
  facts.rules.emplace_back(tables::kClosing, std::move(closing));
  facts.rules.emplace_back(tables::kNoOtherPlace, std::move(no_other_place));
}

template <CostType Cost>
void add_accounts(Facts& facts, std::vector<Account<Cost>> const& accounts) {
  auto const index_of = [&](AccountRule rule) {
    return static_cast<std::size_t>(std::ranges::find(accounts, rule, &Account<Cost>::rule) -
                                    accounts.begin());
  };
  for (auto const& [rule, coverage] : accounts) {
    facts.accounts.emplace_back(name_of(rule), statuses_of(coverage));
    facts.narrower_accounts.emplace_back(index_of({Whose::OwnCounty, rule.ferries}),
                                         index_of({rule.whose, Ferries::Avoid}));
  }
}

template <CostType Cost>
Facts facts_of(CoverageResult<Cost> const& result) {
  auto const& population = result.scene.population();
  auto const& reach = result.reach;
  Facts facts;
  add_residents(facts, result);
  facts.municipalities =
      level_of(places::zoned_as_municipalities(result.scene.municipalities(), population));
  for (auto const& zoning : result.scene.studied->zonings) facts.levels.push_back(level_of(zoning));
  facts.status = statuses_of(result.coverage);
  auto const classes = classes_of<Cost>(result.job.classes);
  for (std::size_t r = 0; r < kReasons; ++r)
    facts.reasons.emplace_back(name_of(static_cast<Reason>(r)));
  for (auto const cell : population.ids()) {
    facts.distance_class.push_back(static_cast<std::uint32_t>(classes.class_of(reach, cell)));
    auto const& reason = result.reasons[cell];
    facts.reason.push_back(reason ? static_cast<std::uint32_t>(reason->reason) + 1 : 0);
  }
  add_places(facts, reach, result.coverage.limit, population);
  facts.gap.resize(population.size());
  for (std::uint32_t g = 0; g < result.gaps.size(); ++g) {
    for (auto const cell : result.gaps[g].cells) facts.gap[cell.value()] = g + 1;
  }
  auto const requirements = names_of_requirements(result.job);
  for (std::size_t r = 0; r < requirements.size(); ++r)
    facts.requirements.emplace_back(requirements[r], statuses_of(result.requirements.states[r]));
  auto const limits = names_of_limits(result.job);
  for (std::size_t l = 0; l < limits.size(); ++l)
    facts.requirements.emplace_back(limits[l], statuses_of(result.limits.states[l]));
  add_accounts(facts, result.accounts);
  return facts;
}

using Totals = std::vector<std::pair<std::string, std::optional<double>>>;

/// Hides a total of the record if its row in the table hides it.
void publish_totals(Totals& totals, tables::OutputTable const& table, std::size_t row) {
  for (auto& [name, value] : totals) {
    auto const told = tables::ResultRows{table}.number(row, name == "too_far" ? "outside" : name);
    if (!told) value.reset();
  }
}

void publish_record(std::span<tables::OutputTable const> tables, io::Manifest& manifest) {
  manifest.denominators.reset();
  for (auto& input : manifest.inputs) {
    input.sums.clear();
    input.residents_left_out = 0;
  }
  for (auto const& table : tables) {
    tables::ResultRows const rows{table};
    auto const total = rows.size() - 1;
    if (table.name == "municipalities") publish_totals(manifest.totals, table, total);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      bool const is_total = rows.value(r, "municipality_code") == tables::Value{} &&
                            rows.text(r, "municipality_name") == "Total";
      if (!is_total) continue;
      for (auto& [name, residents] : manifest.reasons) {
        if (table.name == "reasons" && rows.text(r, "reason") == name)
          residents = rows.number(r, "residents");
      }
      for (auto& [name, totals] : manifest.accounts) {
        if (table.name == "accounts" && rows.text(r, "account") == name)
          publish_totals(totals, table, r);
      }
    }
  }
}

io::PublicationRecord record_of(publishing::Publication const& publication) {
  io::PublicationRecord record{.below = publication.below,
                               .figures = publication.figures,
                               .small = publication.small,
                               .complements = publication.complements,
                               .left_out = publication.left_out,
                               .narrow = {}};
  for (auto const& [table, row, column] : publication.narrow)
    record.narrow.push_back({table, row, column});
  return record;
}

/// Puts what may be told in place of the tables, and what may not out of the record.
CoverageTables with(publishing::Publication publication, UnpublishedRun run) {
  auto made = std::move(run.made);
  auto& record = made.record;
  record.publication = record_of(publication);
  record.facts->is_public_grid = run.is_public_grid;
  record.facts->narrow_fields = publication.narrow.size();
  made.tables = std::move(publication.tables);
  publish_record(made.tables, record);
  // The sentence about how exact a run with a margin is counts residents.
  if (made.job.margin) record.reading.clear();
  return made;
}

/// Every cell of both runs: matched ones by twos, as the comparison has them, else each for itself.
std::vector<CellPair> pairs_of(ComparisonResult const& result) {
  if (result.cells) return *result.cells;
  std::vector<CellPair> pairs;
  for (auto const cell : result.after.outcome.population.ids())
    pairs.push_back({{CellId::none(), cell}, CellChange::New});
  for (auto const cell : result.before.outcome.population.ids())
    pairs.push_back({{cell, CellId::none()}, CellChange::Gone});
  return pairs;
}

}  // namespace

template <CostType Cost>
UnpublishedRun unpublished(CoverageResult<Cost> const& result, CoverageTables made) {
  auto const& population = result.scene.population();
  publishing::RunToPublish run{.tables = {},
                               .facts = facts_of(result),
                               .scale = made.scale,
                               .are_points = std::ranges::any_of(population, &Cell::is_point)};
  bool const is_public_grid = std::ranges::any_of(
      population, [](Cell const& cell) { return io::is_of_public_grid(cell.id); });
  return {std::move(made), std::move(run), is_public_grid};
}

template UnpublishedRun unpublished(CoverageResult<Millimeters> const&, CoverageTables);
template UnpublishedRun unpublished(CoverageResult<Milliseconds> const&, CoverageTables);

CoverageTables published(UnpublishedRun run) {
  run.run.tables = std::move(run.made.tables);
  auto const below = *run.made.job.publish_below;
  auto publication = publishing::published(std::move(run.run), below);
  return with(std::move(publication), std::move(run));
}

void publish(ComparisonResult const& result, ComparisonTables& tables) {
  auto runs = *result.unpublished;
  for (auto* run : {&runs.before, &runs.after}) run->run.tables = std::move(run->made.tables);
  publishing::ComparisonToPublish comparison{
      .tables = std::move(tables.tables), .cells = pairs_of(result), .places = result.places};
  for (auto const& area : result.areas) comparison.areas.push_back(area.cells);
  auto all = publishing::published_together(std::move(runs.before.run), std::move(runs.after.run),
                                            std::move(comparison), *result.job.publish_below);
  bool const is_public_grid = runs.before.is_public_grid || runs.after.is_public_grid;
  tables.runs.push_back(with(std::move(all.before), std::move(runs.before)));
  tables.runs.push_back(with(std::move(all.after), std::move(runs.after)));
  for (auto& run : tables.runs) report::name_gaps(run.job.readers.language, run.tables);
  auto& record = tables.record;
  record.publication = record_of(all.comparison);
  record.is_public_grid = is_public_grid;
  tables.tables = std::move(all.comparison.tables);
  for (auto* run : {&record.before, &record.after}) {
    for (auto& input : run->inputs) {
      input.sums.clear();
      input.residents_left_out = 0;
    }
  }
  // Totals that are hidden in the table of municipalities, its last row.
  for (auto const& table : tables.tables) {
    if (table.name != "municipalities") continue;
    tables::ResultRows const rows{table};
    for (auto& [name, value] : record.totals) value = rows.number(rows.size() - 1, name);
  }
}

}  // namespace gapmap::engine
