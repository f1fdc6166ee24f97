#pragma once
// What happened to the rows of an input. Nothing is dropped silently: every row that could not be
// used, and every one that was used with a remark, is counted here with the first few ids.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/remark_text.h"
#include "gapmap/io/source.h"

namespace gapmap::io {

/// Whether the rows of a remark are missing from the result.
enum class Consequence : std::uint8_t { LeftOut, Used };

struct Remark {
  std::string what;  ///< "negative population"
  Consequence consequence;
  std::size_t count = 0;
  std::vector<std::string> examples;  ///< ids of the first rows, at most kMaxExamples
};

inline constexpr std::size_t kMaxExamples = 5;

/// Data sets whose kind matters beyond how they are read: for licences, and for advice about other
/// data.
enum class DataKind : std::uint8_t {
  Other,
  OpenStreetMap,
  Digiroad,
  TopographicDatabase,  ///< of the National Land Survey of Finland
  GeneralMap,           ///< of the National Land Survey of Finland
  EurostatCensusGrid,
  Eurostat,  ///< other data of Eurostat
};

struct ImportReport {
  std::string input;  ///< "roads", "population" …
  Source source;
  std::string layer;       ///< as opened
  std::string recognised;  ///< schema and the fields it maps: "Eurostat census grid (GRD_ID, T)"
  DataKind kind = DataKind::Other;
  std::string crs;             ///< of the input, and where it was found if not in the input itself
  std::string row_is = "row";  ///< "pixel" for a raster
  std::size_t rows = 0;        ///< rows read, after the attribute filter
  std::size_t rows_used = 0;
  std::vector<Remark> remarks;
  std::vector<int> years = {};  ///< years of the data, ascending; empty: unknown
  /// Sums of known numbers, by what they count: "residents", the names of groups.
  std::vector<std::pair<std::string, double>> sums = {};
  double residents_left_out = 0;  ///< known residents in rows that could not be used
  std::vector<InputFile> files;   ///< empty for databases and services

  void count(RemarkText what, std::string_view row,
             Consequence consequence = Consequence::LeftOut) {
    count_as(what.text(), row, consequence);
  }
  /// Counts several rows that share one example.
  void count_all(RemarkText what, std::size_t several, std::string_view example,
                 Consequence consequence) {
    if (several == 0) return;
    count_as(what.text(), example, consequence, several);
  }
  void count(FilledRemark const& what, std::string_view row,
             Consequence consequence = Consequence::LeftOut) {
    count_as(what.text(), row, consequence);
  }
  /// Counts a row with the remark that was made about it elsewhere.
  void count(Remark const& of_row) {
    count_as(of_row.what, of_row.examples.front(), of_row.consequence);
  }

 private:
  void count_as(std::string_view what, std::string_view row, Consequence consequence,
                std::size_t several = 1) {
    for (auto& remark : remarks) {
      if (remark.what != what || remark.consequence != consequence) continue;
      remark.count += several;
      if (remark.examples.size() < kMaxExamples) remark.examples.emplace_back(row);
      return;
    }
    remarks.push_back({std::string{what}, consequence, several, {std::string{row}}});
  }
};

/// Returns the number of rows that are missing from the result but should be in it. Rows that the
/// run had no use for do not count: pixels without data, rows of another year, totals, places and
/// candidates too far away to matter.
[[nodiscard]] std::size_t lost_rows(ImportReport const& report);

/// Returns the number of rows whose number of residents is not published.
[[nodiscard]] std::size_t rows_without_number(ImportReport const& report);

}  // namespace gapmap::io
