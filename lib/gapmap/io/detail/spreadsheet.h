#pragma once
// A sheet of a spreadsheet.

#include <memory>
#include <string>

#include "gapmap/io/detail/input_sheet.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// Whether the file extension is .xlsx, .xlsm, .ods or .xls.
[[nodiscard]] bool is_spreadsheet(std::string const& path);

struct OpenedSpreadsheet {
  std::shared_ptr<RowSource const> rows;
  std::string name;  ///< of the sheet
};

/// Opens the sheet that `source` names, or the only one with content. Throws InputError, naming all
/// sheets, if there is none.
[[nodiscard]] OpenedSpreadsheet open_spreadsheet(Source const& source);

}  // namespace gapmap::io
