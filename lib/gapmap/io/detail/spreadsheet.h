#pragma once
// A sheet of a spreadsheet.

#include <memory>
#include <string>

#include "gapmap/io/detail/input_sheet.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// By its ending: .xlsx, .xlsm, .ods, .xls.
[[nodiscard]] bool is_spreadsheet(std::string const& path);

struct OpenedSpreadsheet {
  std::shared_ptr<RowSource const> rows;
  std::string name;  ///< of the sheet
};

/// The sheet that `source` names, or the only one that holds anything. Throws InputError if there
/// is none, naming those there are.
[[nodiscard]] OpenedSpreadsheet open_spreadsheet(Source const& source);

}  // namespace gapmap::io
