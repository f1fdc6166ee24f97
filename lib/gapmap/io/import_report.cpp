#include "gapmap/io/import_report.h"

#include <algorithm>
#include <array>

namespace gapmap::io {
namespace {

/// By how they begin.
constexpr std::array<std::string_view, 4> kOfNoUse{
    "no data",
    "of another year",
    "place more than",
    "candidate too far",
};

}  // namespace

std::size_t lost_rows(ImportReport const& report) {
  std::size_t rows = 0;
  for (auto const& remark : report.remarks) {
    bool const is_of_no_use = std::ranges::any_of(
        kOfNoUse, [&](auto const begin) { return remark.what.starts_with(begin); });
    if (remark.consequence == Consequence::LeftOut && !is_of_no_use) rows += remark.count;
  }
  return rows;
}

std::size_t rows_without_number(ImportReport const& report) {
  std::size_t rows = 0;
  for (auto const& remark : report.remarks) {
    if (remark.what.starts_with("number of residents suppressed")) rows += remark.count;
  }
  return rows;
}

}  // namespace gapmap::io
