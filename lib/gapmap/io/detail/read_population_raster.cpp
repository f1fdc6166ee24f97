#include "gapmap/io/detail/read_population_raster.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/raster.h"
#include "gapmap/io/detail/resident_number.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

/// Number of columns and rows of pixels that form a cell.
struct BlockSize {
  int columns = 1;
  int rows = 1;
};

/// Returns the window of whole blocks around the pixels to read.
PixelWindow widened(PixelWindow window, BlockSize block, Raster const& raster) {
  int const right = window.column + window.columns;
  int const below = window.row + window.rows;
  window.column -= window.column % block.columns;
  window.row -= window.row % block.rows;
  auto const end = [](int at, int size, int most) {
    return std::min((at + size - 1) / size * size, most);
  };
  window.columns = end(right, block.columns, raster.columns()) - window.column;
  window.rows = end(below, block.rows, raster.rows()) - window.row;
  return window;
}

/// Adds up the pixels of one raster, row by row.
class PixelReader {
 public:
  PixelReader(Raster const& raster, Projection const& projection, BlockSize block,
              PixelWindow window, PopulationRead& result)
      : raster_{raster},
        projection_{projection},
        block_{block},
        window_{window},
        result_{result},
        sums_(blocks_across()) {}

  void read() {
    // About 32 MB of numbers, and if that is less, no stored row of tiles twice.
    constexpr int kPixels = 1 << 22;
    int rows = std::max(1, kPixels / window_.columns);
    if (int const natural = raster_.natural_rows(); rows > natural) rows -= rows % natural;
    Pixels pixels;
    int const end = window_.row + window_.rows;
    for (int row = window_.row; row < end;) {
      PixelWindow part{window_.column, row, window_.columns, std::min(rows, end - row)};
      raster_.read(part, pixels);
      for (int i = 0; i < part.rows; ++i, ++row) {
        add_row(pixels, i, row);
        if ((row + 1) % block_.rows == 0 || row + 1 == end) close_blocks(row / block_.rows);
      }
    }
    for (auto& remark : remarks_) {
      if (remark.count > 0) result_.report.remarks.push_back(std::move(remark));
    }
  }

 private:
  [[nodiscard]] std::size_t blocks_across() const {
    return static_cast<std::size_t>((window_.columns + block_.columns - 1) / block_.columns);
  }

  void add_row(Pixels const& pixels, int row_read, int row) {
    auto const first =
        static_cast<std::size_t>(row_read) * static_cast<std::size_t>(window_.columns);
    for (int i = 0; i < window_.columns; ++i) {
      auto const at = first + static_cast<std::size_t>(i);
      auto const number = pixels.has_data[at] != 0 ? judge(pixels.numbers[at], {})
                                                   : ResidentNumber{Published::Blank};
      if (number.published != Published::Number) {
        leave_out(number.published, row, window_.column + i);
        continue;
      }
      ++result_.report.rows_used;
      sums_[static_cast<std::size_t>(i / block_.columns)] += number.people;
    }
    result_.report.rows += static_cast<std::size_t>(window_.columns);
  }

  void leave_out(Published why, int row, int column) {
    auto& remark = remarks_[static_cast<std::size_t>(why)];
    if (remark.count++ < kMaxExamples)
      remark.examples.push_back(fmt::format("row {} column {}", row, column));
  }

  /// Makes cells of a row of blocks whose pixels have all been added.
  void close_blocks(int block_row) {
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      auto const people = std::exchange(sums_[i], People{0});
      if (people > People{0})
        add_cell(block_row, window_.column / block_.columns + static_cast<int>(i), people);
    }
  }

  void add_cell(int block_row, int block_column, People people) {
    auto& cells = result_.population;
    if (cells.size() == kMostRasterCells) {
      throw InputError{raster_.where(),
                       fmt::format("has more than {} cells with people", kMostRasterCells),
                       "join its pixels to larger cells, with `raster-cell` \"1 km\" for example"};
    }
    auto const id = fmt::format("r{}c{}", block_row, block_column);
    auto shape = outline_of(block_row, block_column);
    projection_.forward(shape.points);
    auto outline = sound_area(shape, id, result_.report);
    if (!outline) return;
    auto const center = centroid(*outline);
    cells.push_back(
        {.id = id, .center = center, .outline = *std::move(outline), .residents = people});
    result_.report.sums.front().second += people.value();
  }

  [[nodiscard]] RawShape outline_of(int block_row, int block_column) const {
    int const left = block_column * block_.columns;
    int const top = block_row * block_.rows;
    int const right = std::min(left + block_.columns, raster_.columns());
    int const below = std::min(top + block_.rows, raster_.rows());
    return {GeometryKind::Polygon,
            {raster_.corner(left, below), raster_.corner(right, below), raster_.corner(right, top),
             raster_.corner(left, top), raster_.corner(left, below)},
            {5},
            {1}};
  }

  static Remark left_out(RemarkText what) {
    return {std::string{what.text()}, Consequence::LeftOut};
  }

  Raster const& raster_;
  Projection const& projection_;
  BlockSize block_;
  PixelWindow window_;
  PopulationRead& result_;
  std::vector<People> sums_;  ///< sums of the current row of blocks, from left to right
  /// One per Published value; pixels have no codes, so the first two count nothing.
  std::array<Remark, 6> remarks_{Remark{},
                                 Remark{},
                                 left_out("no data"),
                                 left_out("not a number"),
                                 left_out("negative number of residents"),
                                 left_out("more residents than there are people on Earth")};
};

/// Returns width and height of a pixel in the middle of `window`.
std::array<Meters, 2> pixel_size(Raster const& raster, PixelWindow const& window,
                                 Projection const& projection) {
  double const column = window.column + window.columns / 2.0;
  double const row = window.row + window.rows / 2.0;
  std::array<RawPoint, 3> corners{raster.corner(column, row), raster.corner(column + 1, row),
                                  raster.corner(column, row + 1)};
  projection.forward(corners);
  auto const to = [&](RawPoint p) {
    return planar_distance({corners[0].x, corners[0].y}, {p.x, p.y});
  };
  return {to(corners[1]), to(corners[2])};
}

BlockSize block_size(Meters cell, std::array<Meters, 2> pixel) {
  auto const pixels = [&](Meters size) {
    double const number = std::round(cell.value() / size.value());
    return std::isfinite(number) ? static_cast<int>(std::clamp(number, 1.0, 1e6)) : 1;
  };
  return {pixels(pixel[0]), pixels(pixel[1])};
}

PixelWindow window_of(PopulationInput const& input, Raster const& raster, Crs const& crs) {
  PixelWindow window{0, 0, raster.columns(), raster.rows()};
  if (!input.raster_extent) return window;
  auto const box = project_box(input.raster_extent->box, Projection{input.raster_extent->crs, crs});
  if (!box.is_empty()) window = raster.window_around(box);
  if (window.columns > 0 && window.rows > 0) return window;
  throw InputError{raster.where(), "covers none of the areas",
                   "check that it is of the same region, and its `population-crs`"};
}

void refuse_what_tables_have(PopulationInput const& input) {
  for (auto const& [option, text] :
       {std::pair{"population-total", input.residents_field}, std::pair{"cell-id", input.id_field},
        std::pair{"population-x", input.x_field}, std::pair{"population-y", input.y_field},
        std::pair{"population-where", input.source.where}}) {
    if (!text.empty())
      throw UsageError{option,
                       fmt::format("{} is a raster, which has no fields", input.source.path),
                       "leave the option out"};
  }
  if (input.groups && !input.groups->empty()) {
    throw UsageError{"population-groups",
                     fmt::format("{} is a raster, which has no fields", input.source.path),
                     "leave the option out"};
  }
}

}  // namespace

PopulationRead read_population_raster(PopulationInput const& input, WorkingFrame const& frame) {
  refuse_what_tables_have(input);
  auto raster = Raster::open(input.source);
  auto const crs = require_crs(raster.crs(), raster.where(), "population-crs");
  Projection const projection{crs, frame.crs()};
  auto const asked = window_of(input, raster, crs);
  auto const pixel = pixel_size(raster, asked, projection);
  auto const block = block_size(input.raster_cell, pixel);
  auto const window = widened(asked, block, raster);

  // All of Finland in squares of 10 m is 3.4 thousand million.
  constexpr double kMostPixels = 1e10;
  auto const pixels = static_cast<double>(window.columns) * static_cast<double>(window.rows);
  if (pixels > kMostPixels) {
    throw InputError{
        raster.where(),
        fmt::format("has {:.0f} pixels in the areas studied, more than anybody waits for", pixels),
        "give a raster of larger pixels"};
  }

  PopulationRead result;
  auto& report = result.report;
  report.input = "population";
  report.row_is = "pixel";
  report.source = input.source;
  report.layer = raster.band();
  report.crs = crs.label();
  report.sums = {{"residents", 0}};
  report.recognised =
      fmt::format("raster, {} x {} of {} x {} pixels of {:.0f} x {:.0f} m", window.columns,
                  window.rows, raster.columns(), raster.rows(), pixel[0].value(), pixel[1].value());
  if (block.columns > 1 || block.rows > 1)
    report.recognised +=
        fmt::format(", {} x {} of them joined to a cell", block.columns, block.rows);
  report.files = raster.fingerprints();
  PixelReader{raster, projection, block, window, result}.read();
  raster.refuse_changes();
  report.files = raster.fingerprints();
  if (result.population.empty()) {
    throw InputError{raster.where(), "none of its pixels there has people",
                     "check that it counts residents, and that it is of the same region"};
  }
  return result;
}

}  // namespace gapmap::io
