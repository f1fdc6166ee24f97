#pragma once
// A figure of two runs side by side.

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/tables/columns.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Three columns of one figure: "residents_before", "residents_after", "residents_change", or
/// "distance_mean_before_m" and so on.
class Triple {
 public:
  /// Adds the columns; `before` and `after` tell how each run names its columns. There is no change
  /// between metres and seconds.
  Triple(OutputTable& table, std::string_view name, ColumnsOf const& before, ColumnsOf const& after,
         bool has_change = true)
      : has_change_{has_change} {
    table.columns.push_back(before.compared(name, "before"));
    table.columns.push_back(after.compared(name, "after"));
    if (has_change) table.columns.push_back(after.compared(name, "change"));
    is_integer_ = table.columns.back().type == ColumnType::Integer;
    decimals_ = table.columns.back().decimals;
  }

  void add(std::vector<Value>& row, std::optional<double> before,
           std::optional<double> after) const {
    row.push_back(value(before));
    row.push_back(value(after));
    // The change is computed from rounded values, so that the row adds up.
    if (has_change_)
      row.push_back(before && after ? value(shown(*after) - shown(*before)) : Value{});
  }

 private:
  [[nodiscard]] double shown(double number) const {
    auto const unit = std::pow(10.0, decimals_);
    return std::round(number * unit) / unit;
  }
  [[nodiscard]] Value value(std::optional<double> number) const {
    if (!number) return {};
    if (is_integer_) return static_cast<std::int64_t>(std::llround(*number));
    return shown(*number);
  }

  bool has_change_;
  bool is_integer_ = false;
  int decimals_ = 0;
};

}  // namespace gapmap::tables
