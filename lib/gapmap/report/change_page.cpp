#include "gapmap/report/change_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "gapmap/report/detail/change_map.h"
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
#include "gapmap/report/record_sheets.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

std::string filled(Language language, std::string_view key, auto const&... words) {
  return fmt::format(fmt::runtime(label(language, key)), words...);
}

std::string option(io::ComparedRun const& run, std::string_view key) {
  for (auto const& [name, value] : run.options) {
    if (name == key) return value;
  }
  return {};
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

std::string captioned(Language language, tables::OutputTable const& rows, std::string_view caption,
                      std::vector<ShownColumn> const& columns) {
  auto table = html_table(language, sheet_of(language, rows), columns);
  table.caption = label(language, caption);
  return to_html(table);
}

std::string map_section(Language language, ReportedComparison const& comparison) {
  return fmt::format("<figure class=\"map\">\n{}{}<figcaption>{}</figcaption>\n{}</figure>\n",
                     live_map(language, "change_areas", "change_by_municipality"),
                     change_map_svg(language, comparison.tables),
                     escaped(label(language, "change_map_text")),
                     change_map_legend(language, comparison.tables));
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
  return captioned(language, table, "change_by_municipality", columns);
}

std::string part_section(Language language, ReportedComparison const& comparison) {
  auto const* const parts = table_named(comparison.tables, "parts");
  if (parts == nullptr) return paragraph(label(language, "change_no_parts"));
  if (comparison.record.differences.empty())
    return paragraph(label(language, "change_nothing_to_split"));
  auto const words = parts_in_words(language, *parts);
  auto html = std::string{};
  if (!words.empty()) {
    auto const text = filled(language, "change_parts_text", words);
    html += fmt::format("<figure>\n{}{}<figcaption>{}</figcaption>\n</figure>\n",
                        part_bars_svg(language, *parts, text), part_bars_legend(language, *parts),
                        escaped(text));
  }
  tables::ResultRows const rows{*parts};
  auto const covered =
      rows_where(*parts, [&](std::size_t r) { return rows.text(r, "figure") == "covered"; });
  std::vector<std::string> by;
  for (auto const& difference : comparison.record.differences) {
    auto name = fmt::format("by_{}", name_of(difference.factor));
    if (std::ranges::find(by, name) == by.end()) by.push_back(std::move(name));
  }
  std::vector<ShownColumn> columns{{"municipality_name"},
                                   {"figure_before", "run_before"},
                                   {"figure_after", "run_after"},
                                   {"figure_change", "change"}};
  for (auto const& name : by) columns.push_back({name});
  return html + captioned(language, covered, "change_parts_caption", columns) +
         paragraph(label(language, "change_parts_note"));
}

std::string area_section(Language language, ReportedComparison const& comparison) {
  auto const* const areas = table_named(comparison.tables, "changes");
  if (areas == nullptr) return paragraph(label(language, "change_no_cells"));
  if (areas->rows.empty()) return paragraph(label(language, "change_no_areas"));
  auto const shown = shown_areas(*areas);
  auto const largest =
      rows_where(*areas, [&](std::size_t r) { return std::ranges::binary_search(shown, r); });
  return captioned(language, largest, "change_areas",
                   {{"change_id"},
                    {"change"},
                    {"municipality_name"},
                    {"residents"},
                    {"distance_mean_before_m"},
                    {"time_mean_before_s"},
                    {"distance_mean_after_m"},
                    {"time_mean_after_s"},
                    {"nearest_place_after_name"}});
}

std::string place_section(Language language, ReportedComparison const& comparison) {
  auto const* const places = table_named(comparison.tables, "places");
  if (places == nullptr) return {};
  tables::ResultRows const rows{*places};
  auto const changed =
      rows_where(*places, [&](std::size_t r) { return rows.text(r, "change") != "kept"; });
  if (changed.rows.empty()) return paragraph(label(language, "change_places_same"));
  return captioned(language, changed, "change_places",
                   {{"place_name"},
                    {"change"},
                    {"residents_nearest_before"},
                    {"residents_nearest_after"},
                    {"residents_within_limit_before"},
                    {"residents_within_limit_after"}});
}

std::string difference_section(Language language, ReportedComparison const& comparison) {
  auto const table = differences_table(language, comparison);
  if (table.rows.empty()) return paragraph(label(language, "change_nothing_to_split"));
  return to_html(html_table(language, sheet_of(language, table)));
}

std::string method_section(Language language) {
  std::string html;
  for (auto const* key : {"change_method_pairs", "change_method_parts", "change_method_rounding",
                          "method_way", "method_limit"})
    html += paragraph(label(language, key));
  return html;
}

/// Returns the inputs of both runs; an input of the later run only if it differs.
std::string source_section(Language language, ReportedComparison const& comparison) {
  auto inputs = comparison.record.before.inputs;
  for (auto const& input : comparison.record.after.inputs) {
    bool const is_there = std::ranges::any_of(inputs, [&](io::ImportReport const& other) {
      return other.input == input.input && other.source.path == input.source.path &&
             other.rows == input.rows && other.rows_used == input.rows_used;
    });
    if (!is_there) inputs.push_back(input);
  }
  return source_table(language, inputs);
}

std::string identity_section(Language language, ReportedComparison const& comparison) {
  auto const names = names_of(comparison.record);
  auto const of = [&](char const* key, std::string const& name, io::ComparedRun const& run) {
    auto table =
        html_table(language, about_sheet(language, {run.options, {}, run.inputs, run.version}));
    table.caption = fmt::format("{}: {}", label(language, key), name);
    table.columns.back().is_code = true;
    return to_html(table);
  };
  return of("run_before", names.before, comparison.record.before) +
         of("run_after", names.after, comparison.record.after);
}

}  // namespace

RunNames names_of(io::ComparisonRecord const& record) {
  auto const last = [](std::string const& folder) {
    auto const path = std::filesystem::path{folder}.lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).filename().string();
  };
  RunNames names{last(record.before.folder), last(record.after.folder)};
  if (names.before == names.after || names.before.empty() || names.after.empty())
    return {record.before.folder, record.after.folder};
  return names;
}

std::vector<std::string> change_in_sentences(Language language,
                                             ReportedComparison const& comparison) {
  tables::ResultRows const rows{municipalities_of(comparison)};
  auto const last = rows.size() - 1;
  auto const count = [&](std::string_view column) {
    return number(language, rows.number(last, column).value_or(0));
  };
  auto const share = [&](std::string_view column) {
    auto const value = rows.number(last, column);
    return value ? percent(language, *value) : std::string{"–"};
  };
  std::vector<std::string> sentences{filled(language, "change_main", count("covered_after"),
                                            count("residents_after"), share("share_after"),
                                            count("covered_before"), count("residents_before"),
                                            share("share_before"))};
  if (rows.number(last, "gained")) {
    bool const is_gain = rows.number(last, "gained").value_or(0) > 0;
    bool const is_loss = rows.number(last, "lost").value_or(0) > 0;
    sentences.push_back(is_gain && is_loss
                            ? filled(language, "change_gained_lost", count("gained"), count("lost"))
                        : is_gain ? filled(language, "change_gained", count("gained"))
                        : is_loss ? filled(language, "change_lost", count("lost"))
                                  : std::string{label(language, "change_nobody")});
  } else {
    sentences.emplace_back(label(language, "change_no_cells"));
  }
  auto const limit_before = option(comparison.record.before, "limit");
  auto const limit_after = option(comparison.record.after, "limit");
  if (limit_before != limit_after)
    sentences.push_back(filled(language, "change_limit_differs",
                               quantity_as_written(language, limit_before),
                               quantity_as_written(language, limit_after)));
  return sentences;
}

tables::OutputTable differences_table(Language language, ReportedComparison const& comparison) {
  tables::OutputTable table{"change_differences", {}, {}, {}};
  for (auto const* name : {"change_option", "run_before", "run_after", "change_factor"})
    table.columns.push_back({name, tables::ColumnType::Text});
  auto const text = [&](std::string const& value) {
    return value.empty() ? tables::Value{} : tables::Value{quantity_as_written(language, value)};
  };
  for (auto const& [factor, what, before, after] : comparison.record.differences) {
    auto const name = label_of(language, "--" + what);
    table.rows.push_back({std::string{name.value_or(what)}, text(before), text(after),
                          std::string{label(language, fmt::format("factor {}", name_of(factor)))}});
  }
  return table;
}

std::string parts_in_words(Language language, tables::OutputTable const& parts) {
  tables::ResultRows const rows{parts};
  std::vector<std::string> words;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "figure") != "covered" || r + 4 < rows.size()) continue;
    for (std::size_t f = 0; f < kFactors; ++f) {
      auto const factor = name_of(static_cast<Factor>(f));
      auto const part = rows.number(r, fmt::format("by_{}", factor)).value_or(0);
      if (part == 0) continue;
      words.push_back(fmt::format("{} {}{}", label(language, fmt::format("factor {}", factor)),
                                  part > 0 ? "+" : "−", number(language, std::abs(part))));
    }
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string change_page(Language language, ReportedComparison const& comparison) {
  auto const names = names_of(comparison.record);
  auto const title = label(language, "comparison");
  auto const sentences = change_in_sentences(language, comparison);
  auto result = fmt::format("<p class=\"figure\">{}</p>\n", escaped(sentences.front()));
  for (std::size_t i = 1; i < sentences.size(); ++i) result += paragraph(sentences[i]);
  Page const page{
      .title = std::string{title},
      .header = fmt::format(
          "<header>\n<h1>{}</h1>\n<p class=\"question\">{}</p>\n</header>\n", escaped(title),
          escaped(filled(language, "change_question", names.before, names.after))),
      .sections = {{"main_result", std::move(result)},
                   {"map", map_section(language, comparison)},
                   {"change_by_municipality", municipality_section(language, comparison)},
                   {"change_parts", part_section(language, comparison)},
                   {"change_areas", area_section(language, comparison)},
                   {"change_places", place_section(language, comparison)},
                   {"change_differences", difference_section(language, comparison)},
                   {"method", method_section(language)},
                   {"sources", source_section(language, comparison)},
                   {"identity", identity_section(language, comparison)}},
      .style = leaflet_style(),
      .script = live_map_script()};
  return to_html(language, page);
}

}  // namespace gapmap::report
