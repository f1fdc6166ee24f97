#include "gapmap/report/detail/sentences.h"

#include <algorithm>
#include <cmath>

#include "gapmap/report/cost_steps.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::report {

std::string residents_in_words(Language language, std::optional<double> count) {
  if (count && std::round(*count) == 0) return std::string{label(language, "nobody")};
  return counted(language, "residents counted", count, number_or_sign(language, count));
}

std::string way_in_words(Language language, tables::CostScale const& scale, double cost) {
  auto const shown = cost / (scale.is_time ? 60 : 1000);
  auto const decimals = shown == std::floor(shown) ? 0 : 1;
  auto const words = number(language, shown, decimals);
  return scale.is_time ? counted(language, "limit_min",
                                 decimals == 0 ? std::optional{shown} : std::nullopt, words)
                       : sentence(language, "limit_km", words);
}

std::vector<std::string> main_sentences(Language language,
                                        tables::OutputTable const& municipalities,
                                        tables::CostScale const& scale) {
  tables::ResultRows const rows{municipalities};
  auto const of = [&](std::string_view column) { return rows.number(rows.size() - 1, column); };
  auto const people = [&](std::optional<double> count) { return number_or_sign(language, count); };
  auto const residents = of("residents");
  auto const share = [&](std::optional<double> part) {
    return part && residents ? percent(language, *part / *residents) : std::string{kHiddenSign};
  };
  auto const within = way_in_words(language, scale, scale.limit);
  auto const covered = of("covered");
  auto const outside = of("outside");
  std::vector<std::string> sentences;
  bool const is_everybody = covered && covered == residents;
  if (is_everybody || covered == 0.0) {
    sentences.push_back(counted(language,
                                is_everybody ? "report_all_within" : "report_nobody_within",
                                residents, people(residents), within));
  } else {
    sentences.push_back(counted(language, "report_main_figure", covered, people(residents),
                                people(covered), share(covered), within));
  }
  if (outside == 0.0) {
    if (!is_everybody) sentences.emplace_back(label(language, "report_nobody_farther"));
  } else {
    sentences.push_back(
        counted(language, "report_farther", outside, people(outside), share(outside)));
  }
  auto const unreachable = of("unreachable");
  auto const off_network = of("off_network");
  auto const apart =
      unreachable && off_network ? std::optional{*unreachable + *off_network} : std::nullopt;
  if (apart != 0.0) sentences.push_back(counted(language, "without_road", apart, people(apart)));
  if (auto const cells = of("cells_without_number"); cells && *cells > 0)
    sentences.push_back(counted(language, "suppressed_cells", cells, people(cells)));
  return sentences;
}

std::string in_a_sentence(std::string_view label) {
  std::string text{label};
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] + ('a' - 'A'));
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - ('a' - 'A'));
  return text;
}

std::string question_sentence(Language language, ReportedRun const& run) {
  auto const words = label_of(language, "mode_" + run.facts.mode);
  return sentence(language, "report_question", way_in_words(language, run.scale, run.scale.limit),
                  words.value_or(label(language, "mode_car")));
}

tables::OutputTable const& municipalities_of(ReportedRun const& run) {
  auto const* const table = table_named(run.tables, "municipalities");
  expects(table != nullptr && !table->rows.empty(),
          "a report is of municipalities and their total");
  return *table;
}

}  // namespace gapmap::report
