#pragma once
// A matrix of costs as files, written row by row as it is computed, for results larger than memory.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gapmap/io/write_file.h"
#include "gapmap/units/quantity.h"

namespace gapmap::io {

/// A pair of a matrix as files have it: the number of the column, the cost in thousandths.
struct MatrixCell {
  std::uint32_t column;
  std::uint32_t thousandths;
};

/// Receives the rows of a matrix. All functions throw InputError if the disk fails or is full.
class MatrixWriter {
 public:
  MatrixWriter() = default;
  virtual ~MatrixWriter() = default;
  MatrixWriter(MatrixWriter const&) = delete;
  MatrixWriter& operator=(MatrixWriter const&) = delete;

  virtual void append(std::uint32_t row, std::span<MatrixCell const> cells) = 0;
  /// Completes the files after the last row.
  virtual void close() = 0;
};

/// A long table with one line per pair, in the format of write_csv().
class MatrixCsv final : public MatrixWriter {
 public:
  struct Names {
    std::vector<std::string> rows;     ///< ids of the rows, by number
    std::vector<std::string> columns;  ///< ids of the columns, by number
    std::string header;  ///< "cell_id,place_id,distance_m": the id of the column comes first
  };
  MatrixCsv(std::string const& path, Names names);
  void append(std::uint32_t row, std::span<MatrixCell const> cells) override;
  void close() override;

 private:
  StreamedFile file_;
  Names names_;
  std::string lines_;
};

/// Compressed sparse rows as three columns, each a NumPy file of little-endian numbers: where each
/// row begins in the other two (uint64, one more than rows), the column of each pair (uint32), and
/// its cost in thousandths (uint32). Rows are in the order in which they were appended.
/// Source: NumPy Enhancement Proposal 1, format version 1.0.
class MatrixColumns final : public MatrixWriter {
 public:
  struct Paths {
    std::string first;
    std::string column;
    std::string cost;
  };
  explicit MatrixColumns(Paths const& paths);
  void append(std::uint32_t row, std::span<MatrixCell const> cells) override;
  void close() override;

 private:
  StreamedFile first_;
  StreamedFile column_;
  StreamedFile cost_;
  std::uint64_t rows_ = 0;
  std::uint64_t pairs_ = 0;
};

}  // namespace gapmap::io
