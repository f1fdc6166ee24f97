#include "gapmap/engine/detail/outcome.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

using tables::ResultRows;

tables::OutputTable const& table_of(io::WrittenRun const& run, std::string_view name) {
  auto const* table = tables::table_named(run.tables, name);
  if (table == nullptr) {
    throw InputError{{run.folder},
                     fmt::format("its run has no table \"{}\"", name),
                     "give folders that gapmap coverage wrote"};
  }
  return *table;
}

People people_of(tables::ResultRows const& rows, std::size_t row, std::string_view column) {
  return People{rows.number(row, column).value_or(0)};
}

Status status_of(io::WrittenRun const& run, std::string_view word) {
  for (std::size_t s = 0; s < kStatuses; ++s) {
    if (name_of(static_cast<Status>(s)) == word) return static_cast<Status>(s);
  }
  throw InputError{{run.folder, "cells"},
                   fmt::format("\"{}\" is no status", word),
                   "make the run anew with this version of gapmap"};
}

/// Adds the figures of another row. Areas with the same code are one municipality.
void add(FigureSet& to, FigureSet const& figures) {
  to.residents += figures.residents;
  to.covered += figures.covered;
  to.cost_mean.reset();
}

/// Reads the tables of a run into its outcome: municipalities first, for cells refer to them.
class OutcomeReader {
 public:
  OutcomeReader(io::WrittenRun const& run, Outcome& outcome) : run_{run}, outcome_{outcome} {}

  void read_municipalities() {
    auto const& table = table_of(run_, "municipalities");
    tables::ResultRows const rows{table};
    auto const mean = cost_column("_mean");
    for (std::size_t r = 0; r < rows.size(); ++r) {
      FigureSet const figures{people_of(rows, r, "residents"), people_of(rows, r, "covered"),
                              rows.number(r, mean)};
      std::string code{rows.text(r, "municipality_code")};
      if (r + 1 == rows.size()) {
        // Fractions of residents are rounded row by row, so the rows are summed up here; only the
        // mean is taken from the row of the total.
        outcome_.total.cost_mean = figures.cost_mean;
        continue;
      }
      outcome_.total.residents += figures.residents;
      outcome_.total.covered += figures.covered;
      if (code.empty()) {
        outcome_.outside = figures;
      } else if (auto const known = by_code_.find(code); known != by_code_.end()) {
        add(outcome_.figures[known->second], figures);
      } else {
        Municipality municipality{code, std::string{rows.text(r, "municipality_name")}, {}, true};
        if (r < table.areas.size()) municipality.area = table.areas[r];
        by_code_[code] = outcome_.municipalities.push_back(std::move(municipality));
        outcome_.figures.push_back(figures);
      }
    }
  }

  void read_places() {
    tables::ResultRows const rows{table_of(run_, "places")};
    for (std::size_t r = 0; r < rows.size(); ++r) {
      Place place{.id = std::string{rows.text(r, "place_id")},
                  .name = std::string{rows.text(r, "place_name")},
                  .point = {rows.number(r, "x").value_or(0), rows.number(r, "y").value_or(0)}};
      places_.try_emplace({place.id, place.name}, PlaceId{r});
      outcome_.places.push_back(std::move(place));
      outcome_.place_figures.push_back(
          {people_of(rows, r, "residents_nearest"), people_of(rows, r, "residents_within_limit")});
      if (auto const limit = rows.number(r, outcome_.is_time ? "limit_s" : "limit_m"))
        outcome_.limit = *limit;
    }
  }

  void read_cells() {
    auto const& table = table_of(run_, "cells");
    tables::ResultRows const rows{table};
    auto const cost = cost_column("");
    for (std::size_t r = 0; r < rows.size(); ++r) {
      Cell cell{.id = std::string{rows.text(r, "cell_id")},
                .center = {rows.number(r, "x").value_or(0), rows.number(r, "y").value_or(0)},
                .outline = table.areas.at(r)};
      if (auto const residents = rows.number(r, "residents")) cell.residents = People{*residents};
      if (auto const code = by_code_.find(std::string{rows.text(r, "municipality_code")});
          code != by_code_.end())
        cell.municipality = code->second;
      outcome_.population.push_back(std::move(cell));
      CellOutcome found{.status = status_of(run_, rows.text(r, "status")),
                        .cost = rows.number(r, cost)};
      auto const nearest = places_.find({std::string{rows.text(r, "nearest_place_id")},
                                         std::string{rows.text(r, "nearest_place_name")}});
      if (nearest != places_.end()) found.nearest = nearest->second;
      outcome_.cells.push_back(found);
    }
  }

 private:
  [[nodiscard]] std::string cost_column(std::string const& statistic) const {
    return outcome_.is_time ? fmt::format("time{}_s", statistic)
                            : fmt::format("distance{}_m", statistic);
  }

  io::WrittenRun const& run_;
  Outcome& outcome_;
  std::map<std::string, MunicipalityId> by_code_;
  std::map<std::pair<std::string, std::string>, PlaceId> places_;
};

}  // namespace

Outcome outcome_of(io::WrittenRun const& run) {
  if (run.command != "coverage") {
    throw InputError{{run.folder},
                     fmt::format("it holds results of gapmap {}", run.command),
                     "give folders that gapmap coverage wrote"};
  }
  if (run.facts.published_below) {
    throw InputError{
        {run.folder},
        "its small numbers are suppressed (`publish`), so nothing can be counted from them",
        "compare runs without `publish`, or publish the comparison (`publish`)"};
  }
  Outcome outcome;
  auto const& columns = table_of(run, "cells").columns;
  for (auto const& column : columns) outcome.is_time |= column.name == "time_s";
  OutcomeReader reader{run, outcome};
  reader.read_municipalities();
  reader.read_places();
  reader.read_cells();
  return outcome;
}

}  // namespace gapmap::engine
