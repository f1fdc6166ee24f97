#include "gapmap/io/import_report.h"

#include <algorithm>
#include <array>

namespace gapmap::io {
namespace {

constexpr std::array<RemarkText, 7> kOfNoUse{
    "no data",
    "of another year",
    "totals row",
    "subheading row",
    "the header once more",
    "place more than {} from the cells",
    "candidate too far from everybody studied",
};
constexpr RemarkText kNotPublished{"number of residents suppressed, counted as unknown"};

/// Whether `what` is this remark, with any detail.
bool is_remark(std::string_view what, RemarkText remark) {
  return what.starts_with(remark.text().substr(0, remark.text().find("{}")));
}

}  // namespace

std::size_t lost_rows(ImportReport const& report) {
  std::size_t rows = 0;
  for (auto const& remark : report.remarks) {
    bool const is_of_no_use = std::ranges::any_of(
        kOfNoUse, [&](auto of_no_use) { return is_remark(remark.what, of_no_use); });
    if (remark.consequence == Consequence::LeftOut && !is_of_no_use) rows += remark.count;
  }
  return rows;
}

std::size_t rows_without_number(ImportReport const& report) {
  std::size_t rows = 0;
  for (auto const& remark : report.remarks) {
    if (is_remark(remark.what, kNotPublished)) rows += remark.count;
  }
  return rows;
}

}  // namespace gapmap::io
