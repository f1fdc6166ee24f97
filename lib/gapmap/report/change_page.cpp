#include "gapmap/report/change_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "gapmap/report/change_words.h"
#include "gapmap/report/detail/change_groups.h"
#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/change_map.h"
#include "gapmap/report/detail/folded_rows.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/detail/live_map.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/detail/page_assets.h"
#include "gapmap/report/detail/page_frame.h"
#include "gapmap/report/detail/part_bars.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kShownChangedPlaces = 25;

std::string filled(Language language, std::string_view key, auto const&... words) {
  return fmt::format(fmt::runtime(label(language, key)), words...);
}

tables::OutputTable const& municipalities_of(ReportedComparison const& comparison) {
  auto const* const table = table_named(comparison.tables, "municipalities");
  expects(table != nullptr && !table->rows.empty(),
          "a comparison is of municipalities and their total");
  return *table;
}

/// Returns the rows for which `is_shown` holds, without shapes.
template <class IsShown>
tables::OutputTable rows_where(tables::OutputTable const& table, IsShown const& is_shown) {
  tables::OutputTable some{table.name, table.columns, {}, {}};
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (is_shown(r)) some.rows.push_back(table.rows[r]);
  }
  return some;
}

HtmlTable captioned_table(Language language, ReportedComparison const& comparison,
                          tables::OutputTable const& rows, std::string_view caption,
                          std::vector<ShownColumn> const& columns) {
  auto shown = rows;
  show_hidden(shown);
  auto table =
      html_table(language, sheet_of(language, std::move(shown), comparison.words()), columns);
  table.caption = label(language, caption);
  return table;
}

std::string captioned(Language language, ReportedComparison const& comparison,
                      tables::OutputTable const& rows, std::string_view caption,
                      std::vector<ShownColumn> const& columns) {
  return to_html(captioned_table(language, comparison, rows, caption, columns));
}

/// Returns the number of factors in which the runs differ.
std::size_t factors_of(ReportedComparison const& comparison) {
  std::set<Factor> factors;
  for (auto const& difference : comparison.record.differences) {
    if (difference.factor) factors.insert(*difference.factor);
  }
  return factors.size();
}

/// Returns a sentence for each kind about the areas that have no row.
std::string rest_of_areas(Language language, tables::OutputTable const& areas,
                          std::vector<std::size_t> const& shown, RunWords const& words) {
  tables::ResultRows const rows{areas};
  std::string html;
  for (auto const* change : {"gained", "lost"}) {
    std::size_t others = 0;
    std::optional<double> residents = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows.text(r, "change") != change || std::ranges::binary_search(shown, r)) continue;
      ++others;
      auto const more = rows.number(r, "residents");
      residents = residents && more ? std::optional{*residents + *more} : std::nullopt;
    }
    if (others == 0) continue;
    auto const key = label_of_change(
        language,
        fmt::format("change_rest_{}{}", change, residents ? std::string_view{} : " hidden"), words);
    html += paragraph(fmt::format(fmt::runtime(key), number(language, static_cast<double>(others)),
                                  residents_in_words(language, residents)));
  }
  return html;
}

std::string map_section(Language language, ReportedComparison const& comparison) {
  auto const map = map_of_comparison(comparison.tables);
  auto const words = comparison.words();
  return map_figure(live_map(language, {.areas = "change_areas"}, "change_by_municipality"),
                    change_map_svg(language, map, words), change_map_words(language, map, words),
                    change_map_legend(language, map, words));
}

/// Returns the section of municipalities; columns without information are left out.
std::string municipality_section(Language language, ReportedComparison const& comparison) {
  auto const& table = municipalities_of(comparison);
  tables::ResultRows const rows{table};
  bool has_other_areas = false;
  bool has_other_people = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    has_other_areas |= rows.text(r, "change") != "kept";
    has_other_people |= rows.number(r, "residents_change").value_or(0) != 0;
  }
  std::vector<ShownColumn> columns{{"municipality_name"}};
  if (has_other_areas) columns.push_back({"change"});
  if (has_other_people) columns.push_back({"residents_before"});
  for (auto const* name : {"residents_after", "covered_before", "covered_after", "covered_change",
                           "share_before", "share_after", "share_change", "gained", "lost"})
    columns.push_back({name});
  if (has_other_people) columns.push_back({"from_population"});
  auto const [shown, is_folded] = folded(language, table);
  return captioned(language, comparison, shown, "change_by_municipality", columns) +
         (is_folded ? paragraph(label(language, "change_rest_note")) : "");
}

std::string part_section(Language language, ReportedComparison const& comparison) {
  auto const* const parts = table_named(comparison.tables, "parts");
  if (parts == nullptr) return paragraph(label(language, "change_no_parts"));
  if (factors_of(comparison) == 0) return paragraph(label(language, "change_nothing_to_split"));
  auto const words = parts_in_words(language, *parts);
  auto html = std::string{};
  if (!words.empty()) {
    auto const text = filled(language, "change_parts_text", words);
    html += fmt::format("<figure>\n{}{}<figcaption>{}</figcaption>\n</figure>\n",
                        part_bars_svg(language, *parts, text), part_bars_legend(language, *parts),
                        escaped(text));
  }
  tables::ResultRows const rows{*parts};
  if (factors_of(comparison) == 1)
    return html + paragraph(label_of_change(language, "change_parts_one", comparison.words()));
  auto const covered =
      rows_where(*parts, [&](std::size_t r) { return rows.text(r, "figure") == "covered"; });
  std::vector<std::string> by;
  for (auto const& difference : comparison.record.differences) {
    if (!difference.factor) continue;
    auto name = fmt::format("by_{}", name_of(*difference.factor));
    if (std::ranges::find(by, name) == by.end()) by.push_back(std::move(name));
  }
  std::vector<ShownColumn> columns{
      {"municipality_name"}, {"figure_before"}, {"figure_after"}, {"figure_change", "change"}};
  for (auto const& name : by) columns.push_back({name});
  auto const runs = names_in(language, comparison);
  auto const of = [&](tables::OutputTable const& all, std::string caption) {
    auto const [shown, is_folded] = folded(language, all);
    auto table = html_table(language, sheet_of(language, shown, comparison.words()), columns);
    table.caption = std::move(caption);
    table.columns.at(1).heading = runs.before;
    table.columns.at(2).heading = runs.after;
    return to_html(table);
  };
  auto const& group = comparison.record.face.group;
  auto const* const of_groups = table_named(comparison.tables, "group_parts");
  if (!group.empty() && of_groups != nullptr) {
    tables::ResultRows const group_rows{*of_groups};
    auto const of_group = rows_where(*of_groups, [&](std::size_t r) {
      return group_rows.text(r, "group") == group && group_rows.text(r, "figure") == "covered";
    });
    if (!of_group.rows.empty()) {
      html += of(of_group, sentence(language, "change_group_parts_caption",
                                    capitalised(word(language, "group", group))));
    }
  }
  html += of(covered, std::string{label(language, "change_parts_caption")});
  return html + paragraph(label(language, "change_parts_note"));
}

std::string area_section(Language language, ReportedComparison const& comparison) {
  auto const* const areas = table_named(comparison.tables, "changes");
  if (areas == nullptr) return paragraph(label(language, "change_no_cells"));
  if (areas->rows.empty()) return paragraph(label(language, "change_no_areas"));
  auto const shown = shown_areas(*areas);
  auto const largest =
      rows_where(*areas, [&](std::size_t r) { return std::ranges::binary_search(shown, r); });
  auto table = captioned_table(language, comparison, largest, "change_areas",
                               {{"change_id"},
                                {"change"},
                                {"municipality_name"},
                                {"residents"},
                                {"distance_mean_before_m"},
                                {"time_mean_before_s"},
                                {"distance_mean_after_m"},
                                {"time_mean_after_s"},
                                {"nearest_place_after_name"}});
  constexpr std::size_t kBeforeResidents = 3;
  if (auto const& group = comparison.record.face.group; !group.empty()) {
    insert_group(language, table, tables::ResultRows{largest}, word(language, "group", group),
                 group, kBeforeResidents);
  }
  return to_html(table) + rest_of_areas(language, *areas, shown, comparison.words());
}

/// What these places do for the group that the comparison is about; nothing if it is about
/// everybody.
std::string group_of_places(Language language, ReportedComparison const& comparison,
                            tables::OutputTable const& places) {
  auto const& group = comparison.record.face.group;
  auto const* const effects = table_named(comparison.tables, "place_groups");
  if (group.empty() || effects == nullptr) return {};
  tables::ResultRows const all{*effects};
  tables::ResultRows const of{places};
  tables::OutputTable rows{effects->name, effects->columns, {}, {}};
  for (std::size_t p = 0; p < of.size(); ++p) {
    for (std::size_t r = 0; r < all.size(); ++r) {
      bool const is_it = all.text(r, "group") == group &&
                         all.text(r, "place_id") == of.text(p, "place_id") &&
                         all.text(r, "place_name") == of.text(p, "place_name") &&
                         all.text(r, "change") == of.text(p, "change");
      if (is_it) rows.rows.push_back(effects->rows[r]);
    }
  }
  tables::ResultRows const shown{rows};
  auto table =
      captioned_table(language, comparison, rows, "change_places", {{"place_name"}, {"change"}});
  table.caption = sentence(language, "change_place_groups_caption", word(language, "group", group));
  for (auto const* name : {"gained_alone", "lost_alone", "gained_together", "lost_together"}) {
    insert_group(language, table, shown,
                 std::string{label_of_change(language, name, comparison.words())}, name,
                 table.columns.size());
  }
  return to_html(table);
}

std::string place_section(Language language, ReportedComparison const& comparison) {
  auto const* const places = table_named(comparison.tables, "places");
  if (places == nullptr) return {};
  auto const order = changed_places(*places);
  if (order.empty()) return paragraph(label(language, "change_places_same"));
  tables::OutputTable shown{places->name, places->columns, {}, {}};
  for (std::size_t i = 0; i < std::min(order.size(), kShownChangedPlaces); ++i)
    shown.rows.push_back(places->rows[order[i]]);
  bool const is_known = comparison.record.why_no_effects.empty();
  std::string html;
  if (is_known) {
    html += paragraph(label_of_change(language, "change_places_text", comparison.words()));
  } else if (!comparison.record.publication) {
    html += paragraph(label(language, "change_no_effects"));
  }
  std::vector<ShownColumn> columns{{"place_name"}, {"change"}};
  auto const add = [&](std::initializer_list<std::string_view> names) {
    for (auto const name : names) columns.push_back({name});
  };
  if (is_known) {
    add({"gained_alone", "lost_alone", "gained_together", "lost_together"});
  } else {
    add({"residents_nearest_before", "residents_nearest_after", "residents_within_limit_before",
         "residents_within_limit_after"});
  }
  html += captioned(language, comparison, shown, "change_places", columns);
  html += group_of_places(language, comparison, shown);
  if (order.size() > kShownChangedPlaces) {
    auto const others = static_cast<double>(order.size() - kShownChangedPlaces);
    html += paragraph(counted(language, "change_rest_of_places", others, number(language, others)));
  }
  return html;
}

std::string difference_section(Language language, ReportedComparison const& comparison) {
  auto const sheet = differences_sheet(language, comparison);
  if (sheet.table.rows.empty()) return paragraph(label(language, "change_nothing_to_split"));
  auto table = html_table(language, sheet);
  table.caption = label(language, "change_differences");
  return to_html(table);
}

/// `is_published`: without what a published comparison leaves out.
std::string method_section(Language language, bool is_published) {
  std::string html;
  for (std::string_view const key :
       {"change_method_pairs", "change_method_population", "change_method_places",
        "change_method_parts", "change_method_rounding", "method_way", "method_limit"}) {
    if (is_published && (key == "change_method_places" || key == "change_method_parts")) continue;
    html += paragraph(label(language, key));
  }
  return html;
}

std::string source_section(Language language, ReportedComparison const& comparison) {
  return source_table(language, inputs_of(comparison.record));
}

std::string identity_section(Language language, ReportedComparison const& comparison) {
  auto const names = names_in(language, comparison);
  auto const of = [&](std::string const& name, io::ComparedRun const& run) {
    auto table = html_table(
        language, about_sheet(language, {run.options,
                                         publication_note(language, hidden_in(comparison.record)),
                                         run.inputs, run.version}));
    table.caption = name;
    table.columns.back().is_code = true;
    return to_html(table);
  };
  return of(names.before, comparison.record.before) + of(names.after, comparison.record.after);
}

}  // namespace

std::vector<io::ImportReport> inputs_of(io::ComparisonRecord const& record) {
  auto inputs = record.before.inputs;
  for (auto const& input : record.after.inputs) {
    bool const is_there = std::ranges::any_of(inputs, [&](io::ImportReport const& other) {
      return other.input == input.input && other.source.path == input.source.path &&
             other.rows == input.rows && other.rows_used == input.rows_used;
    });
    if (!is_there) inputs.push_back(input);
  }
  return inputs;
}

std::string change_page(Language language, ReportedComparison const& comparison) {
  auto const names = names_in(language, comparison);
  auto const sentences = change_in_sentences(language, comparison);
  auto result = fmt::format("<p class=\"figure\">{}</p>\n", escaped(sentences.front()));
  for (std::size_t i = 1; i < sentences.size(); ++i) result += paragraph(sentences[i]);
  auto const note = publication_note(language, hidden_in(comparison.record));
  if (!note.empty()) result += paragraph(note);
  // A published comparison does not split its change, so it does not ask what it is due to.
  bool const is_published = comparison.record.publication.has_value();
  auto const question = is_published ? "change_question published" : "change_question";
  Page page{.title = comparison.masthead.full_title_in(language),
            .header = fmt::format(
                "<header>\n{}<p class=\"question\">{}</p>\n</header>\n",
                head_of(language, comparison.masthead),
                escaped(fmt::format(fmt::runtime(label_of_change(language, question, names)),
                                    names.before, names.after))),
            .sections = {{"main_result", std::move(result)},
                         {"map", map_section(language, comparison)},
                         {"change_by_municipality", municipality_section(language, comparison)},
                         {"change_parts", part_section(language, comparison)},
                         {"change_areas", area_section(language, comparison)},
                         {"change_places", place_section(language, comparison)},
                         {"change_differences", difference_section(language, comparison)},
                         {"method", method_section(language, is_published)},
                         {"sources", source_section(language, comparison)},
                         {"identity", identity_section(language, comparison)}},
            .style = leaflet_style(),
            .script = live_map_script()};
  if (is_published)
    std::erase_if(page.sections,
                  [](PageSection const& section) { return section.heading == "change_parts"; });
  if (auto groups = change_group_section(language, comparison); !groups.empty()) {
    auto const after_municipalities = page.sections.begin() + 3;
    page.sections.insert(after_municipalities, {"change_groups", std::move(groups)});
  }
  return to_html(language, page);
}

}  // namespace gapmap::report
