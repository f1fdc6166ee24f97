#include "gapmap/report/detail/sentences.h"

#include <algorithm>

#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::report {

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
  return sentence(language, "report_question", cost_in_words(language, run.scale, run.scale.limit),
                  words.value_or(label(language, "mode_car")));
}

tables::OutputTable const& municipalities_of(ReportedRun const& run) {
  auto const* const table = table_named(run.tables, "municipalities");
  expects(table != nullptr && !table->rows.empty(),
          "a report is of municipalities and their total");
  return *table;
}

}  // namespace gapmap::report
