#include "gapmap/io/raster.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>

#include <algorithm>
#include <cmath>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/archive.h"
#include "gapmap/io/detail/gdal_guard.h"
#include "gapmap/io/gdal_dataset.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/io/detail/virtual_raster.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

int band_of(GDALDatasetH dataset, Source const& source) {
  int const bands = GDALGetRasterCount(dataset);
  auto const known = fmt::format("its bands are 1 to {}; name one as {}:1", bands, source.path);
  if (source.layer.empty()) {
    if (bands == 1) return 1;
    throw InputError{{source.path}, fmt::format("has {} bands", bands), known};
  }
  auto const band = parse_number(source.layer);
  if (!band || *band != std::floor(*band) || *band < 1 || *band > bands)
    throw InputError{{source.path}, fmt::format("has no band \"{}\"", source.layer), known};
  return static_cast<int>(*band);
}

/// Throws InputError for a resampled raster, in which the sum of residents would be different.
void refuse_resampling(GDALDatasetH dataset, std::string const& path) {
  auto const refuse = [&](Resampling resampling) {
    std::string const advice{"write it into a raster of its own in which the sum is right"};
    if (resampling == Resampling::Size) {
      throw InputError{{path},
                       "is a virtual raster of pixels of several sizes, so that its sum is not "
                       "that of its sources",
                       advice};
    }
    if (resampling == Resampling::Warped) {
      throw InputError{
          {path},
          "is a virtual raster bent into another reference system, so that its sum is not "
          "that of its source",
          advice};
    }
  };
  refuse(resampling_of(dataset));
  if (!is_virtual(dataset)) return;
  for (auto const& file : listed_files(dataset)) {
    if (file == path || !file.ends_with(".vrt")) continue;
    if (auto const behind = opened(file, GDAL_OF_RASTER)) refuse(resampling_of(behind.get()));
  }
}

}  // namespace

struct Raster::State {
  Source source;
  WatchedFiles watched;
  OpenDataset dataset{nullptr, [](void*) {}};
  GDALRasterBandH band = nullptr;
  std::string band_number;
  std::array<double, 6> transform{};
  std::array<double, 6> inverse{};
  double scale = 1;
  double offset = 0;
};

Raster::Raster(std::unique_ptr<State> state) : state_{std::move(state)} {}
Raster::~Raster() = default;
Raster::Raster(Raster&&) noexcept = default;
Raster& Raster::operator=(Raster&&) noexcept = default;

bool Raster::is_one(Source const& source) {
  QuietGdal const quiet;
  auto const path = unpacked_name(source.path);
  if (is_delimited_text(path)) return false;
  GdalReading const reading;
  auto const raster = opened(path, GDAL_OF_RASTER);
  if (!raster || GDALGetRasterCount(raster.get()) == 0) return false;
  auto const vector = opened(path, GDAL_OF_VECTOR);
  return !vector || GDALDatasetGetLayerCount(vector.get()) == 0;
}

Raster Raster::open(Source const& source) {
  QuietGdal const quiet;
  check_source(source);
  auto state = std::make_unique<State>(
      State{.source = source, .watched = WatchedFiles{file_of(source.path)}});
  GdalReading const reading{state->watched};
  state->dataset = opened(unpacked_name(source.path), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR);
  auto* const dataset = state->dataset.get();
  throw_if_refused({source.path});
  if (dataset == nullptr) {
    throw InputError{{source.path},
                     "GDAL cannot open it: " + QuietGdal::message(),
                     "give a raster file such as GeoTIFF"};
  }
  refuse_resampling(dataset, source.path);
  int const band = band_of(dataset, source);
  state->band = GDALGetRasterBand(dataset, band);
  state->band_number = std::to_string(band);
  if (GDALGetGeoTransform(dataset, state->transform.data()) != CE_None ||
      GDALInvGeoTransform(state->transform.data(), state->inverse.data()) == 0) {
    throw InputError{{source.path},
                     "does not say where on the map its pixels lie",
                     "give a georeferenced raster, a GeoTIFF for example"};
  }
  int has_scale = 0;
  int has_offset = 0;
  double const scale = GDALGetRasterScale(state->band, &has_scale);
  double const offset = GDALGetRasterOffset(state->band, &has_offset);
  if (has_scale != 0) state->scale = scale;
  if (has_offset != 0) state->offset = offset;
  return Raster{std::move(state)};
}

int Raster::columns() const noexcept { return GDALGetRasterBandXSize(state_->band); }
int Raster::rows() const noexcept { return GDALGetRasterBandYSize(state_->band); }

int Raster::natural_rows() const noexcept {
  int columns = 0;
  int rows = 0;
  GDALGetBlockSize(state_->band, &columns, &rows);
  return rows;
}

std::string const& Raster::band() const noexcept { return state_->band_number; }

std::optional<Crs> Raster::crs() const {
  if (!state_->source.crs.empty()) return Crs::from_text(state_->source.crs);
  return crs_of(GDALGetSpatialRef(state_->dataset.get()));
}

std::vector<InputFile> Raster::fingerprints() {
  return state_->watched.fingerprints(files_of(state_->dataset.get(), state_->source.path));
}

void Raster::refuse_changes() const { state_->watched.refuse_changes(); }

RawPoint Raster::corner(double column, double row) const noexcept {
  auto const& t = state_->transform;
  return {t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]};
}

PixelWindow Raster::window_around(Box const& box) const {
  auto const& t = state_->inverse;
  Box pixels;
  for (double const x : {box.min.x, box.max.x}) {
    for (double const y : {box.min.y, box.max.y})
      pixels.extend(Point{t[0] + x * t[1] + y * t[2], t[3] + x * t[4] + y * t[5]});
  }
  auto const first = [](double at, int size) {
    return static_cast<int>(std::clamp(std::floor(at), 0.0, static_cast<double>(size)));
  };
  auto const end = [](double at, int size) {
    return static_cast<int>(std::clamp(std::ceil(at), 0.0, static_cast<double>(size)));
  };
  PixelWindow window{first(pixels.min.x, columns()), first(pixels.min.y, rows())};
  window.columns = std::max(0, end(pixels.max.x, columns()) - window.column);
  window.rows = std::max(0, end(pixels.max.y, rows()) - window.row);
  return window;
}

void Raster::read(PixelWindow const& window, Pixels& pixels) const {
  stop_if_asked();
  QuietGdal const quiet;
  GdalReading const reading{state_->watched, is_virtual(state_->dataset.get())};
  auto const size =
      static_cast<std::size_t>(window.columns) * static_cast<std::size_t>(window.rows);
  pixels.numbers.resize(size);
  pixels.has_data.assign(size, 1);
  auto const fill = [&](GDALRasterBandH band, void* values, GDALDataType type) {
    return GDALRasterIO(band, GF_Read, window.column, window.row, window.columns, window.rows,
                        values, window.columns, window.rows, type, 0, 0) == CE_None;
  };
  bool const is_whole = (GDALGetMaskFlags(state_->band) & GMF_ALL_VALID) != 0;
  bool const is_read =
      fill(state_->band, pixels.numbers.data(), GDT_Float64) &&
      (is_whole || fill(GDALGetMaskBand(state_->band), pixels.has_data.data(), GDT_Byte));
  throw_if_refused(where());
  if (!is_read) {
    throw InputError{where(), "reading stopped: " + QuietGdal::message(),
                     "check that the file is whole"};
  }
  if (state_->scale == 1 && state_->offset == 0) return;
  for (auto& number : pixels.numbers) number = number * state_->scale + state_->offset;
}

InputError::Where Raster::where() const {
  bool const is_only = GDALGetRasterCount(state_->dataset.get()) == 1;
  return {state_->source.path, is_only ? "" : band()};
}

}  // namespace gapmap::io
