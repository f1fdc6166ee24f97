#include "gapmap/report/gap_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "gapmap/places/spelling.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

std::optional<std::size_t> column_called(tables::OutputTable const& table, std::string_view name) {
  auto const found = std::ranges::find(table.columns, name, &tables::Column::name);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

/// Returns "4 km", whole kilometres and never none.
std::string kilometers(Language language, double meters) {
  constexpr double kKilometer = 1000;
  return number(language, std::max(1.0, std::round(meters / kKilometer))) + "\u00A0km";
}

/// What a gap is called, in parts.
class NameParts {
 public:
  NameParts(Language language, tables::ResultRows const& gaps, std::size_t row)
      : head_{gaps.text(row, "near_name")}, municipality_{gaps.text(row, "municipality_name")} {
    if (municipality_.empty() && head_.empty()) head_ = label(language, "outside_all_areas");
    bool const is_named_alike =
        places::plain_spelling(head_) == places::plain_spelling(municipality_);
    if (head_.empty() || is_named_alike) head_ = std::exchange(municipality_, {});
    if (auto const direction = gaps.text(row, "near_direction"); !direction.empty()) {
      away_ = sentence(language, "gap_name away",
                       kilometers(language, gaps.number(row, "near_m").value_or(0)),
                       word(language, "near_direction", direction));
    }
  }
  /// Returns the name; the `nth` gap of it has its number behind the locality.
  [[nodiscard]] std::string with_number(std::size_t nth) const {
    auto name = nth == 1 ? head_ : fmt::format("{}\u00A0{}", head_, nth);
    if (!away_.empty()) name += ", " + away_;
    return municipality_.empty() ? name : fmt::format("{} ({})", name, municipality_);
  }

 private:
  std::string head_, municipality_, away_;
};

}  // namespace

std::vector<std::string> gap_names(Language language, tables::OutputTable const& gaps) {
  tables::ResultRows const rows{gaps};
  std::vector<NameParts> parts;
  // What some gap is called without a number is never made by giving another gap one.
  std::set<std::string> plain;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    parts.emplace_back(language, rows, r);
    plain.insert(parts.back().with_number(1));
  }
  std::vector<std::string> names;
  std::set<std::string> used;
  std::map<std::string, std::size_t> alike;
  for (auto const& each : parts) {
    auto name = each.with_number(1);
    auto& nth = alike[name];
    for (++nth; nth > 1;) {
      name = each.with_number(nth);
      if (!plain.contains(name) && !used.contains(name)) break;
      ++nth;
    }
    used.insert(name);
    names.push_back(std::move(name));
  }
  return names;
}

void name_gaps(Language language, std::vector<tables::OutputTable>& tables) {
  auto const gaps = std::ranges::find_if(tables, [](tables::OutputTable const& table) {
    return table.name == "gaps" || table.name == "plan_gaps";
  });
  if (gaps == tables.end() || !column_called(*gaps, "gap_name")) return;
  auto const names = gap_names(language, *gaps);
  for (auto& table : tables) {
    auto const id = column_called(table, "gap_id");
    auto const name = column_called(table, "gap_name");
    if (!id || !name) continue;
    for (auto& row : table.rows) {
      auto const* const gap = std::get_if<std::int64_t>(&row[*id]);
      if (gap != nullptr) row[*name] = names[static_cast<std::size_t>(*gap - 1)];
    }
  }
}

std::string_view gap_name(tables::ResultRows const& gaps, std::size_t row) {
  auto const name = gaps.text(row, "gap_name");
  return name.empty() ? gaps.text(row, "municipality_name") : name;
}

}  // namespace gapmap::report
