// Sections about what residents reach, and along which roads they go there.

#include <algorithm>
#include <map>

#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/html.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kShownRoads = 20;

/// All stretches of the roads of one name.
struct NamedRoad {
  std::string_view name;  ///< empty: roads without a name
  double residents = 0;   ///< on its busiest stretch
  double person_km = 0;
  std::size_t busiest = 0;  ///< row of that stretch
};

/// Returns roads by name, those with most travel first; roads without a name last.
std::vector<NamedRoad> roads_by_name(tables::OutputTable const& used) {
  tables::ResultRows const rows{used};
  std::map<std::string_view, NamedRoad> by_name;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto const name = rows.text(r, "road_name");
    auto& road = by_name.try_emplace(name, NamedRoad{.name = name, .busiest = r}).first->second;
    auto const residents = rows.number(r, "residents").value_or(0);
    if (residents > road.residents) {
      road.residents = residents;
      road.busiest = r;
    }
    road.person_km += rows.number(r, "person_km").value_or(0);
  }
  std::vector<NamedRoad> roads;
  for (auto const& [name, road] : by_name) roads.push_back(road);
  std::ranges::stable_sort(roads, std::greater{}, [](NamedRoad const& road) {
    return std::pair{!road.name.empty(), road.person_km};
  });
  return roads;
}

}  // namespace

std::string accessibility_part(Language language, ReportedRun const& run) {
  auto const* const indicators = table_named(run.tables, "indicators");
  if (indicators == nullptr) return {};
  tables::OutputTable shown{indicators->name, indicators->columns, {}, {}};
  tables::ResultRows const rows{*indicators};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto const level = rows.text(r, "level");
    if (level == "municipality" || level == "total") shown.rows.push_back(indicators->rows[r]);
  }
  bool const was_asked = std::ranges::find(shown.columns, "places_within_limit",
                                           &tables::Column::name) != shown.columns.end();
  if (!was_asked) return {};
  auto table = html_table(language, sheet_of(language, std::move(shown)),
                          {{"name", "municipality"},
                           {"places_within_limit"},
                           {"gravity_exponential"},
                           {"gravity_logistic"},
                           {"e2sfca_per_1000"}});
  table.caption = label(language, "accessibility_caption");
  return to_html(table) + paragraph(label(language, "accessibility_note"));
}

std::string roads_used_part(Language language, ReportedRun const& run) {
  auto const* const used = table_named(run.tables, "roads_used");
  if (used == nullptr || used->rows.empty()) return {};
  auto const roads = roads_by_name(*used);
  HtmlTable table{.caption = std::string{label(language, "roads_used_caption")},
                  .columns = {{std::string{label(language, "road_name")}},
                              {std::string{label(language, "residents_on_busiest_stretch")}, true},
                              {std::string{label(language, "person_km")}, true}},
                  .rows = {}};
  tables::OutputTable stretches{used->name, used->columns, {}, {}};
  for (auto const& [name, residents, person_km, busiest] : roads) {
    if (table.rows.size() == kShownRoads) break;
    stretches.rows.push_back(used->rows[busiest]);
    table.rows.push_back(
        {name.empty() ? std::string{label(language, "roads_without_name")} : std::string{name},
         number(language, residents), number(language, person_km)});
  }
  if (auto const group = group_of(run); group != kEverybody) {
    insert_group(language, table, tables::ResultRows{stretches},
                 sentence(language, "group_on_stretch", word(language, "group", group)),
                 std::string{group}, 2);
  }
  return to_html(table) + paragraph(sentence(language, "roads_used_rows",
                                             number(language, static_cast<double>(roads.size()))));
}

}  // namespace gapmap::report
