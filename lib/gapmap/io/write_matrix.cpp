#include "gapmap/io/write_matrix.h"

#include <fmt/format.h>

#include <charconv>

#include "gapmap/io/csv.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

/// Appends "1234.5": without trailing zeros, as in every table.
void append_thousandths(std::string& text, std::uint32_t thousandths) {
  char digits[16];
  auto* end = std::to_chars(digits, digits + sizeof digits, thousandths / 1000).ptr;
  if (auto const rest = thousandths % 1000; rest != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + rest / 100);
    if (rest % 100 != 0) *end++ = static_cast<char>('0' + rest / 10 % 10);
    if (rest % 10 != 0) *end++ = static_cast<char>('0' + rest % 10);
  }
  text.append(digits, end);
}

/// Appends the lowest byte first, whatever the machine.
template <class Number>
void append_little_endian(StreamedFile& file, Number number) {
  char bytes[sizeof(Number)];
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    bytes[i] = static_cast<char>(number >> (8 * i) & 0xFFU);
  file.append({bytes, sizeof bytes});
}

/// Returns a header of equal length for every count, so that it can be overwritten when the count
/// is known.
std::string npy_header(std::string_view type, std::uint64_t count) {
  constexpr std::size_t kBytes = 128;  // a multiple of 64, as the format requires
  constexpr std::size_t kBefore = 10;  // magic, version, length
  auto text =
      fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({},), }}", type, count);
  text.resize(kBytes - kBefore - 1, ' ');
  return std::string{"\x93NUMPY\x01\x00", 8} + static_cast<char>(kBytes - kBefore) + '\0' + text +
         '\n';
}

constexpr std::string_view kU32 = "<u4";
constexpr std::string_view kU64 = "<u8";

}  // namespace

MatrixCsv::MatrixCsv(std::string const& path, Names names) : file_{path}, names_{std::move(names)} {
  for (auto& name : names_.rows) name = csv_field(name);
  for (auto& name : names_.columns) name = csv_field(name);
  file_.append(names_.header + '\n');
}

void MatrixCsv::append(std::uint32_t row, std::span<MatrixCell const> cells) {
  stop_if_asked();
  auto const& of_row = names_.rows[row];
  lines_.clear();
  for (auto const& [column, thousandths] : cells) {
    lines_ += names_.columns[column];
    lines_ += ',';
    lines_ += of_row;
    lines_ += ',';
    append_thousandths(lines_, thousandths);
    lines_ += '\n';
  }
  file_.append(lines_);
}

void MatrixCsv::close() { file_.close(); }

MatrixColumns::MatrixColumns(Paths const& paths)
    : first_{paths.first}, column_{paths.column}, cost_{paths.cost} {
  first_.append(npy_header(kU64, 0));
  column_.append(npy_header(kU32, 0));
  cost_.append(npy_header(kU32, 0));
  append_little_endian(first_, std::uint64_t{0});
}

void MatrixColumns::append(std::uint32_t, std::span<MatrixCell const> cells) {
  stop_if_asked();
  for (auto const& [column, thousandths] : cells) {
    append_little_endian(column_, column);
    append_little_endian(cost_, thousandths);
  }
  ++rows_;
  pairs_ += cells.size();
  append_little_endian(first_, pairs_);
}

void MatrixColumns::close() {
  first_.replace_beginning(npy_header(kU64, rows_ + 1));
  column_.replace_beginning(npy_header(kU32, pairs_));
  cost_.replace_beginning(npy_header(kU32, pairs_));
  first_.close();
  column_.close();
  cost_.close();
}

}  // namespace gapmap::io
