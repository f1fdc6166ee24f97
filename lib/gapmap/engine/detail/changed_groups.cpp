#include "gapmap/engine/detail/changed_groups.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/tables/output_values.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::engine {
namespace {

/// Cells outside the limit, and who lives in them.
class OutsideGroups {
 public:
  explicit OutsideGroups(tables::OutputTable const& table) : rows_{table} {
    constexpr std::string_view kLeast = "_low";
    for (auto const& column : table.columns) {
      std::string_view const name = column.name;
      if (name.ends_with(kLeast)) groups_.emplace_back(name.substr(0, name.size() - kLeast.size()));
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) row_of_.try_emplace(rows_.text(r, "cell_id"), r);
  }

  [[nodiscard]] std::vector<std::string> const& groups() const noexcept { return groups_; }

  /// Returns the sum of a column over cells; nothing if it is unknown of one. Cells that are not
  /// there are not inhabited.
  [[nodiscard]] tables::Value sum(std::string const& column, std::vector<CellId> const& cells,
                                  Population const& population) const {
    double sum = 0;
    for (auto const cell : cells) {
      auto const row = row_of_.find(population[cell].id);
      if (row == row_of_.end()) continue;
      auto const number = rows_.number(row->second, column);
      if (!number) return {};
      sum += *number;
    }
    return sum;
  }

 private:
  tables::ResultRows rows_;
  std::vector<std::string> groups_;
  std::map<std::string_view, std::size_t> row_of_;
};

std::optional<OutsideGroups> outside_groups_of(RunWithOutcome const& run) {
  auto const* const table = tables::table_named(run.written.tables, "outside_groups");
  return table == nullptr ? std::nullopt : std::optional<OutsideGroups>{*table};
}

}  // namespace

void add_groups_of_areas(ComparisonResult const& result, tables::OutputTable& areas) {
  bool const are_residents_alike = std::ranges::none_of(
      result.differences,
      [](io::RunDifference const& difference) { return difference.factor == Factor::Residents; });
  auto const before = outside_groups_of(result.before);
  auto const after = outside_groups_of(result.after);
  if (result.job.publish_below || !are_residents_alike || !before || !after ||
      before->groups() != after->groups())
    return;
  auto const columns = tables::columns_of(tables::compared("changes"));
  auto const& population = result.after.outcome.population;
  for (auto const& group : before->groups()) {
    for (auto const* end : {"_low", "_high"}) {
      areas.columns.push_back(columns(std::string{"{group}"} + end, group));
      for (std::size_t a = 0; a < result.areas.size(); ++a) {
        auto const& area = result.areas[a];
        auto const& outside = area.change == CellChange::Gained ? *before : *after;
        areas.rows[a].push_back(outside.sum(group + end, area.cells, population));
      }
    }
  }
}

}  // namespace gapmap::engine
