#pragma once
// The report of a comparison of two runs: one self-contained HTML page.

#include <span>
#include <string>
#include <vector>

#include "gapmap/io/comparison_record.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// What the report of a comparison is made from.
struct ReportedComparison {
  std::span<tables::OutputTable const> tables;  ///< as `gapmap compare` writes them
  io::ComparisonRecord const& record;
};

/// Names of the two runs: the last part of their folders, or the whole path where that is the same.
struct RunNames {
  std::string before;
  std::string after;
};
[[nodiscard]] RunNames names_of(io::ComparisonRecord const& record);

/// Returns the page as HTML5 that is also well-formed XML. Equal comparisons give equal bytes.
/// Requires: a table of municipalities that ends with the total.
[[nodiscard]] std::string change_page(Language language, ReportedComparison const& comparison);

/// Returns the result in a few sentences of plain text, for page and workbook.
[[nodiscard]] std::vector<std::string> change_in_sentences(Language language,
                                                           ReportedComparison const& comparison);

/// Returns the parts of the total change in covered residents: "kohtaamispaikat +120, raja −30";
/// empty if there are no parts.
[[nodiscard]] std::string parts_in_words(Language language, tables::OutputTable const& parts);

/// Returns what differs between the runs as a table of texts: option, before, after, and the factor
/// to which the option belongs.
[[nodiscard]] tables::OutputTable differences_table(Language language,
                                                    ReportedComparison const& comparison);

}  // namespace gapmap::report
