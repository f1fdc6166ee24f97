#pragma once
// Sheets about how a run was made: remarks on its inputs, and what was run.

#include <span>
#include <string>
#include <utility>

#include "gapmap/io/import_report.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/units/version.h"

namespace gapmap::report {

/// Returns every remark about the rows of the inputs, one per row.
[[nodiscard]] io::Sheet remarks_sheet(Language language, std::span<io::ImportReport const> inputs);

/// What made the results.
struct AboutRun {
  std::span<std::pair<std::string, std::string> const> options;  ///< as text
  std::string publication;                                       ///< see publication_note()
  std::span<io::ImportReport const> inputs;
  std::string_view version;  ///< of gapmap
};
/// Returns what was run, by which version of gapmap: what each option decides, its value, and how
/// it is written on a command line; then the input files with their checksums.
[[nodiscard]] io::Sheet about_sheet(Language language, AboutRun const& run);

/// Returns what each column of the tables holds: its sheet, its heading, what it is and how it is
/// counted, and its name in the CSV files and layers.
[[nodiscard]] io::Sheet columns_sheet(Language language,
                                      std::span<tables::OutputTable const> tables,
                                      RunWords const& words = {});

/// Returns the name of an input: "Kuntarajat".
[[nodiscard]] std::string input_name(Language language, std::string_view input);

}  // namespace gapmap::report
