#include "gapmap/report/site_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "gapmap/report/border_lines.h"
#include "gapmap/report/detail/change_map.h"
#include "gapmap/report/detail/folded_rows.h"
#include "gapmap/report/detail/live_map.h"
#include "gapmap/report/detail/page_assets.h"
#include "gapmap/report/detail/page_frame.h"
#include "gapmap/report/detail/plan_curve.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/site_lines.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kMostPlacesShown = 200;

/// The sections of a page about a plan.
class SitePage {
 public:
  SitePage(Language language, ReportedPlan const& plan) : language_{language}, plan_{plan} {}

  std::string whole() {
    Page page{.title = plan_.masthead.full_title_in(language_),
              .header = fmt::format("<header>\n{}<p class=\"question\">{}</p>\n</header>\n",
                                    head_of(language_, plan_.masthead),
                                    escaped(plan_question(language_, plan_.figures)))};
    auto const add = [&](std::string_view heading, std::string body) {
      if (!body.empty()) page.sections.push_back({heading, std::move(body)});
    };
    add("main_result", result());
    if (plan_.figures.is_on_map) {
      add("map", map());
      page.style = leaflet_style();
      page.script = live_map_script();
    }
    add("plan_order", order());
    add("plan_curve", curve());
    add("change_by_municipality", municipalities());
    add("borders", borders());
    add("plan_groups", groups());
    add("plan_gaps", gaps());
    add("unserved", unserved());
    add("method", method());
    add("sources", source_table(language_, plan_.about.inputs));
    add("identity", identity());
    return to_html(language_, page);
  }

 private:
  [[nodiscard]] tables::OutputTable const* table(std::string_view name) const {
    auto const* const found = table_named(plan_.tables, name);
    return found == nullptr || found->rows.empty() ? nullptr : found;
  }
  [[nodiscard]] std::string captioned(io::Sheet const& sheet, std::string_view caption,
                                      std::vector<ShownColumn> const& columns) const {
    auto table = html_table(language_, sheet, columns);
    table.caption = label(language_, caption);
    return to_html(table);
  }
  /// Returns the first rows of a table as a sheet.
  [[nodiscard]] io::Sheet first_rows(tables::OutputTable const& of, std::size_t most) const {
    tables::OutputTable some{of.name, of.columns, {}, {}};
    auto const shown = static_cast<std::ptrdiff_t>(std::min(most, of.rows.size()));
    some.rows.assign(of.rows.begin(), of.rows.begin() + shown);
    return sheet_of(language_, std::move(some), kOfPlan);
  }
  /// Returns a sentence about the rows that are not shown; nothing if there are none.
  [[nodiscard]] std::string rest_of(tables::OutputTable const& of, std::size_t most,
                                    std::string_view key) const {
    if (of.rows.size() <= most) return {};
    auto const others = static_cast<double>(of.rows.size() - most);
    return paragraph(counted(language_, key, others, number(language_, others)));
  }

  [[nodiscard]] std::string result() const {
    auto const sentences = plan_in_sentences(language_, plan_.figures);
    auto html = fmt::format("<p class=\"figure\">{}</p>\n", escaped(sentences.front()));
    for (std::size_t i = 1; i < sentences.size(); ++i) html += paragraph(sentences[i]);
    return html;
  }

  [[nodiscard]] std::string map() const {
    auto const shown = map_of_plan(plan_.tables);
    return map_figure(live_map(language_, {.areas = "plan_gaps", .proposals = "plan numbers"},
                               "plan_order"),
                      change_map_svg(language_, shown, kOfPlan),
                      change_map_words(language_, shown, kOfPlan),
                      change_map_legend(language_, shown, kOfPlan)) +
           (plan_.figures.has_capacities ? paragraph(label(language_, "plan_map_capacities"))
                                         : std::string{});
  }

  [[nodiscard]] std::string order() const {
    auto const* const plan = table("plan");
    if (plan == nullptr) return paragraph(label(language_, "plan_nothing_changes"));
    std::vector<ShownColumn> columns{{"rank"}};
    if (plan_.figures.closed > 0) columns.push_back({"plan_change"});
    for (auto const& column : plan->columns) {
      auto const& name = column.name;
      bool const is_told = name == "rank" || name == "plan_change" || name == "x" || name == "y" ||
                           name == "place_id" || name == "municipality_code";
      if (!is_told) columns.push_back({name});
    }
    return paragraph(label(language_, fmt::format("plan_order_text{}", kind_of_order()))) +
           captioned(first_rows(*plan, kMostPlacesShown), "plan_order", columns) +
           rest_of(*plan, kMostPlacesShown, "plan_rest_of_places");
  }

  /// Returns by what places come first.
  [[nodiscard]] std::string_view kind_of_order() const {
    if (plan_.figures.has_capacities) return " capacities";
    return plan_.figures.is_of_ways ? " ways" : "";
  }

  [[nodiscard]] std::string curve() const {
    auto const* const curve = table("curve");
    if (curve == nullptr) return {};
    auto const text = label(language_, "plan_curve_text");
    auto html = fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n{}</figure>\n",
                            plan_curve_svg(language_, *curve, text), escaped(text),
                            plan_curve_legend(language_, *curve));
    auto table = html_table(language_, sheet_of(language_, *curve, kOfPlan));
    table.caption = label(language_, "plan_curve");
    return html + to_html(table);
  }

  [[nodiscard]] std::string municipalities() const {
    auto const* const all = table("plan_municipalities");
    if (all == nullptr) return {};
    auto const [shown, is_folded] = folded(language_, *all);
    std::vector<ShownColumn> const columns{
        {"municipality_name"}, {"residents"},    {"covered_before"}, {"covered_after"},
        {"covered_change"},    {"share_before"}, {"share_after"},    {"share_change"}};
    return captioned(sheet_of(language_, shown, kOfPlan), "change_by_municipality", columns) +
           (is_folded ? paragraph(label(language_, "plan_rest_of_municipalities")) : "");
  }

  /// Returns what areas would do alone.
  [[nodiscard]] std::string borders() const {
    auto const* const areas = table("borders");
    if (areas == nullptr) return {};
    std::string html;
    for (auto const& [name, text] : border_lines(language_, plan_.figures))
      html += paragraph(fmt::format("{}: {}.", name, text));
    std::vector<ShownColumn> columns;
    for (auto const& column : areas->columns) {
      if (column.name != "zone_code") columns.push_back({column.name});
    }
    return html + captioned(sheet_of(language_, *areas, kOfPlan), "borders", columns);
  }

  /// Returns what all steps add together, by group.
  [[nodiscard]] std::string groups() const {
    auto const* const steps = table("plan_groups");
    if (steps == nullptr) return {};
    struct Sum {
      std::string name;
      double low = 0;
      std::optional<double> high = 0;
    };
    std::vector<Sum> sums;
    tables::ResultRows const rows{*steps};
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto const group = rows.text(r, "group");
      auto sum = std::ranges::find(sums, group, &Sum::name);
      if (sum == sums.end()) sum = sums.insert(sums.end(), Sum{.name = std::string{group}});
      sum->low += rows.number(r, "adds_low").value_or(0);
      auto const high = rows.number(r, "adds_high");
      sum->high = sum->high && high ? std::optional{*sum->high + *high} : std::nullopt;
    }
    HtmlTable table{.caption = std::string{label(language_, "plan_groups")},
                    .columns = {{std::string{label(language_, "group")}},
                                {std::string{label(language_, "adds_low")}, true},
                                {std::string{label(language_, "adds_high")}, true}},
                    .rows = {}};
    for (auto const& [name, low, high] : sums) {
      table.rows.push_back({capitalised(word(language_, "group", name)), number(language_, low),
                            high ? number(language_, *high) : "–"});
    }
    return to_html(table);
  }

  [[nodiscard]] std::string gaps() const {
    if (!plan_.figures.is_on_map) return {};
    auto const* const gaps = table("plan_gaps");
    if (gaps == nullptr) return paragraph(label(language_, "plan_no_gaps"));
    auto const text = label(language_, "plan_gaps_text");
    return paragraph(text) +
           captioned(first_rows(*gaps, kNumberedGaps), "plan_gaps",
                     {{"gap_id"}, {"gap_name"}, {"residents"}, {"residents_servable"}, {"cells"}}) +
           rest_of(*gaps, kNumberedGaps, "plan_rest_of_gaps");
  }

  /// Returns those of a plan without a map: on one, they are in the gaps.
  [[nodiscard]] std::string unserved() const {
    auto const* const unserved = table("unserved");
    if (unserved == nullptr || plan_.figures.is_on_map) return {};
    return captioned(first_rows(*unserved, kNumberedGaps), "unserved", {{"cell_id"}, {"weight"}}) +
           rest_of(*unserved, kNumberedGaps, "plan_rest_of_unserved");
  }

  [[nodiscard]] std::string method() const {
    bool const is_closing_by_ways = plan_.figures.is_of_ways && plan_.figures.problem == "closing";
    std::string html =
        paragraph(label(language_, fmt::format("plan_method {}{}", plan_.figures.problem,
                                               is_closing_by_ways ? " travel" : "")));
    if (plan_.figures.has_capacities) html += paragraph(label(language_, "plan_method_capacities"));
    for (auto const* key : {"plan_method_bound", "plan_method_order"})
      html += paragraph(label(language_, key));
    if (plan_.figures.value_low) html += paragraph(label(language_, "plan_method_ends"));
    if (!plan_.figures.is_on_map) return html + paragraph(label(language_, "plan_method_costs"));
    for (auto const* key : {"method_way", "method_limit", "method_people"})
      html += paragraph(label(language_, key));
    return html;
  }

  [[nodiscard]] std::string identity() const {
    auto table = html_table(language_, about_sheet(language_, plan_.about));
    table.caption = label(language_, "identity_caption");
    table.columns.back().is_code = true;
    return to_html(table);
  }

  Language language_;
  ReportedPlan const& plan_;
};

}  // namespace

std::string site_page(Language language, ReportedPlan const& plan) {
  return SitePage{language, plan}.whole();
}

}  // namespace gapmap::report
