#include "gapmap/report/closing_lines.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "gapmap/report/detail/access_words.h"
#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

class ClosingLines {
 public:
  ClosingLines(Language language, ReportedRun const& run)
      : language_{language}, run_{run}, rows_{municipalities_of(run)}, total_{rows_.size() - 1} {}

  std::vector<ClosingLine> all() {
    lines_.push_back({{}, question_sentence(language_, run_)});
    add_figures();
    add_limits();
    add_reasons();
    if (auto text = sensitivity_line(language_, run_.tables)) add("sensitivity", *std::move(text));
    add_gap();
    add_municipality();
    add_closure();
    if (auto const hidden = hidden_in(run_.facts)) {
      add("closing hidden", publication_line(language_, *hidden));
    } else {
      add_left_out();
      add_remarks();
    }
    return std::move(lines_);
  }

 private:
  void add(std::string_view name, std::string text) {
    lines_.push_back({std::string{label(language_, name)}, std::move(text)});
  }
  /// Returns the number, or a sign that differs between hidden and unknown numbers.
  [[nodiscard]] std::string count(std::optional<double> people) const {
    return people ? number(language_, *people) : nothing();
  }
  /// Returns "2 400 asukasta"; "ei ketään" for none.
  [[nodiscard]] std::string people(std::optional<double> number) const {
    return number || run_.facts.published_below ? residents_in_words(language_, number) : "–";
  }
  [[nodiscard]] std::string nothing() const {
    return run_.facts.published_below ? kHiddenSign : "–";
  }
  [[nodiscard]] std::string share(std::optional<double> people) const {
    auto const residents = rows_.number(total_, "residents");
    if (!people || !residents) return nothing();
    return percent(language_, *residents > 0 ? *people / *residents : 0);
  }
  [[nodiscard]] double of(std::size_t row, std::string_view column) const {
    return rows_.number(row, column).value_or(0);
  }

  void add_figures() {
    auto const covered = rows_.number(total_, "covered");
    auto const residents = rows_.number(total_, "residents");
    auto text = counted(language_, "closing covered", residents, count(covered), share(covered),
                        count(residents));
    if (auto const met = rows_.number(total_, "all_requirements_met")) {
      text += *met > 0 ? counted(language_, "closing met", met, count(*met))
                       : std::string{label(language_, "closing met_nobody")};
    }
    add_group();
    add("covered", std::move(text));
    auto const* const gaps = table_named(run_.tables, "gaps");
    auto const outside = rows_.number(total_, "outside");
    auto const far = people(outside);
    auto const in_gaps = gaps == nullptr ? 0.0 : static_cast<double>(gaps->rows.size());
    add("outside", outside == 0.0
                       ? far
                       : sentence(language_, "closing outside", far, share(outside),
                                  counted(language_, "gaps counted", in_gaps, count(in_gaps))));
    add("unreachable",
        sentence(language_, "closing apart", people(rows_.number(total_, "unreachable")),
                 people(rows_.number(total_, "off_network"))));
  }

  /// Adds the group that the report is about, if that is not everybody.
  void add_group() {
    auto const* const groups = table_named(run_.tables, "groups");
    auto const group = group_of(run_);
    if (group == kEverybody || groups == nullptr) return;
    GroupRows const rows{*groups};
    auto const rule = rows.rules(tables::RuleKind::Limit).front();
    auto const people = [&](std::string_view column) {
      return rows.people(language_, rule, kWholeArea, group, column);
    };
    lines_.push_back(
        {capitalised(word(language_, "group", group)),
         counted(language_, "closing group", rows.number(rule, kWholeArea, group, "residents"),
                 people("covered"), rows.share(language_, rule, kWholeArea, group),
                 people("residents"), people("not_covered"))});
  }

  /// Adds what each of several limits and all of them together mean.
  void add_limits() {
    auto beyond = beyond_limits(language_, run_);
    if (!beyond.name.empty()) lines_.push_back({std::move(beyond.name), std::move(beyond.text)});
  }

  /// Adds the reasons, most residents first.
  void add_reasons() {
    auto const* const reasons = table_named(run_.tables, "reasons");
    if (reasons == nullptr) return;
    tables::ResultRows const rows{*reasons};
    std::string text;
    for (auto const r : rows.largest_first("residents")) {
      if (rows.text(r, "municipality_name") != "Total") continue;
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ",
                          in_a_sentence(word(language_, "reason", rows.text(r, "reason"))),
                          count(rows.number(r, "residents")));
    }
    if (!text.empty()) add("closing why", std::move(text));
  }

  void add_gap() {
    auto const* const gaps = table_named(run_.tables, "gaps");
    if (gaps == nullptr || gaps->rows.empty()) return;
    tables::ResultRows const gap{*gaps};
    auto const reason = gap.text(0, "reason");
    auto text = sentence(
        language_, "closing gap_text", gap_name(gap, 0), people(gap.number(0, "residents")),
        reason.empty() ? nothing() : in_a_sentence(word(language_, "reason", reason)));
    if (auto const covers = gap.number(0, "remedy_covers")) {
      auto const name = gap.text(0, "remedy_place_name");
      text += *covers <= 0   ? std::string{label(language_, "closing no_remedy")}
              : name.empty() ? counted(language_, "closing remedy_inside", covers, count(*covers))
                             : counted(language_, "closing remedy", covers, name, count(*covers));
    }
    add("closing gap", std::move(text));
  }

  /// Adds the municipality with most residents outside. The last row is the total; the row before
  /// it may be that of residents outside all areas.
  void add_municipality() {
    std::size_t most = 0;
    for (std::size_t r = 0; r < total_; ++r) {
      if (of(r, "outside") > of(most, "outside")) most = r;
    }
    if (total_ == 0 || of(most, "outside") <= 0) return;
    auto const name = rows_.text(most, "municipality_name");
    auto const residents = rows_.number(most, "residents");
    add("closing municipality", counted(language_, "closing municipality_text", residents,
                                        rows_.text(most, "municipality_code").empty()
                                            ? label(language_, "outside_all_areas")
                                            : name,
                                        count(of(most, "outside")), count(residents)));
  }

  /// Adds the place whose closing costs most, the first of several.
  void add_closure() {
    auto const* const places = table_named(run_.tables, "places");
    if (places == nullptr) return;
    tables::ResultRows const rows{*places};
    std::size_t most = 0;
    auto const cost = [&](std::size_t r) { return rows.number(r, "fall_outside").value_or(0); };
    for (std::size_t r = 1; r < rows.size(); ++r) {
      if (cost(r) > cost(most)) most = r;
    }
    if (rows.size() == 0 || cost(most) <= 0) return;
    add("closing closure", counted(language_, "closing closure_text", cost(most),
                                   rows.text(most, "place_name"), count(cost(most))));
  }

  /// Adds what no figure contains: places, and rows of the population with their residents.
  void add_left_out() {
    std::string text;
    auto const append = [&](std::string const& part) { text += (text.empty() ? "" : "; ") + part; };
    for (auto const& input : run_.inputs) {
      auto const lost = static_cast<double>(io::lost_rows(input));
      auto const rows = count(static_cast<double>(input.rows));
      if (input.input == "places" && lost > 0)
        append(counted(language_, "closing left_out_places", static_cast<double>(input.rows),
                       count(lost), rows));
      if (input.input != "population") continue;
      if (lost > 0) {
        auto part = counted(language_, "closing left_out_cells", static_cast<double>(input.rows),
                            count(lost), rows);
        if (input.residents_left_out > 0)
          part += sentence(language_, "closing left_out_people", people(input.residents_left_out));
        append(part);
      }
      if (auto const unknown = io::rows_without_number(input); unknown > 0) {
        append(counted(language_, "closing unknown_cells", static_cast<double>(input.rows),
                       count(static_cast<double>(unknown)), rows));
      }
    }
    if (!text.empty()) add("closing left_out", std::move(text));
  }

  void add_remarks() {
    auto const remarks = std::accumulate(
        run_.inputs.begin(), run_.inputs.end(), std::size_t{0},
        [](std::size_t sum, auto const& input) { return sum + input.remarks.size(); });
    if (remarks == 0) return;
    add("remarks",
        sentence(language_, "closing remarks_text", count(static_cast<double>(remarks))));
  }

  Language language_;
  ReportedRun const& run_;
  tables::ResultRows rows_;
  std::size_t total_;
  std::vector<ClosingLine> lines_;
};

}  // namespace

std::vector<ClosingLine> closing_lines(Language language, ReportedRun const& run) {
  return ClosingLines{language, run}.all();
}

std::vector<HtmlTable> closing_tables(Language language, ReportedRun const& run) {
  bool const is_time = run.scale.is_time;
  std::vector<ShownColumn> const figures{{"residents"},
                                         {"covered"},
                                         {"met"},
                                         {"outside"},
                                         {"unreachable"},
                                         {"off_network"},
                                         {"share"},
                                         {is_time ? "time_mean_s" : "distance_mean_m"},
                                         {is_time ? "time_median_s" : "distance_median_m"}};
  std::vector<HtmlTable> tables;
  auto const add = [&](tables::OutputTable const& table, std::string_view name) {
    std::vector<ShownColumn> columns{{name}};
    columns.insert(columns.end(), figures.begin(), figures.end());
    tables.push_back(html_table(language, sheet_of(language, table), columns));
  };
  add(municipalities_of(run), "municipality_name");
  if (auto const* const requirements = table_named(run.tables, "requirements"))
    add(*requirements, "requirement");
  if (auto const* const accounts = table_named(run.tables, "accounts")) {
    tables::OutputTable totals{accounts->name, accounts->columns, {}, {}};
    tables::ResultRows const rows{*accounts};
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows.text(r, "municipality_name") == "Total") totals.rows.push_back(accounts->rows[r]);
    }
    add(totals, "account");
  }
  return tables;
}

}  // namespace gapmap::report
