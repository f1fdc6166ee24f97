#pragma once
// The report of a comparison of two runs: one HTML page that needs nothing else.

#include <span>
#include <string>
#include <vector>

#include "gapmap/io/comparison_record.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// What is told of a comparison.
struct ReportedComparison {
  std::span<tables::OutputTable const> tables;  ///< as `gapmap compare` writes them
  io::ComparisonRecord const& record;
};

/// What the two runs are called: their folders, by the last name if that differs.
struct RunNames {
  std::string before;
  std::string after;
};
[[nodiscard]] RunNames names_of(io::ComparisonRecord const& record);

/// HTML5 that an XML parser takes too. The same comparison gives the same bytes. Requires: a table
/// of municipalities that ends with the total.
[[nodiscard]] std::string change_page(Language language, ReportedComparison const& comparison);

/// The result in a few sentences, plain text; for page and workbook.
[[nodiscard]] std::vector<std::string> change_in_sentences(Language language,
                                                           ReportedComparison const& comparison);

/// The parts of the change in who is covered, of all: "kohtaamispaikat +120, raja −30"; empty if
/// there are none.
[[nodiscard]] std::string parts_in_words(Language language, tables::OutputTable const& parts);

/// What differs between the runs, as a table of texts: option, before, after, and the factor it
/// belongs to.
[[nodiscard]] tables::OutputTable differences_table(Language language,
                                                    ReportedComparison const& comparison);

}  // namespace gapmap::report
