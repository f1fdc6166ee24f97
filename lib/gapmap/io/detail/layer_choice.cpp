#include "gapmap/io/detail/layer_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

std::string_view name_of(OGRLayerH layer) { return OGR_L_GetName(layer); }

bool has_geometry(OGRLayerH layer) { return OGR_L_GetGeomType(layer) != wkbNone; }

/// Whether a table is one in which programs keep their own records about the data.
bool is_of_a_program(OGRLayerH layer) {
  constexpr std::array<std::string_view, 8> kNames{
      "layer_styles",    "qgis_projects",    "qgis_layer_metadata",       "qgis_bookmarks",
      "spatial_ref_sys", "geometry_columns", "qgis_editor_widget_styles", "data_licenses"};
  constexpr std::array<std::string_view, 5> kBeginnings{"gpkg_", "gdb_", "rtree_", "sqlite_",
                                                        "st_"};
  if (has_geometry(layer)) return false;
  auto const name = name_of(layer);
  return std::ranges::any_of(kNames, [&](auto known) { return is_same_name(name, known); }) ||
         std::ranges::any_of(kBeginnings, [&](auto beginning) {
           return is_same_name(name.substr(0, beginning.size()), beginning);
         });
}

/// Returns the text quoted for a shell.
std::string as_a_word(std::string const& text) {
  constexpr std::string_view kPlain{
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,+@%="};
  auto const is_plain = [&](char c) {
    return kPlain.find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
  };
  if (!text.empty() && std::ranges::all_of(text, is_plain)) return text;
  std::string quoted{"'"};
  for (char const c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return quoted + "'";
}

/// Returns the layer as the user would name it.
std::string named(Source const& source, std::string_view layer) {
  bool const is_service = source.path.find("://") != std::string::npos;
  if (!is_service || source.path.starts_with("/vsi"))
    return as_a_word(fmt::format("{}:{}", source.path, layer));
  bool const has_query = source.path.find('?') != std::string::npos;
  return as_a_word(fmt::format("{}{}typename={}", source.path, has_query ? "&" : "?", layer));
}

std::vector<std::string> names_of(std::vector<OGRLayerH> const& layers) {
  std::vector<std::string> names;
  names.reserve(layers.size());
  for (auto* const layer : layers) names.emplace_back(name_of(layer));
  return names;
}

std::string listed(std::vector<OGRLayerH> const& layers) {
  auto names = names_of(layers);
  for (auto& name : names) name = as_a_word(name);
  constexpr std::size_t kMostNamed = 30;
  auto const more = names.size() > kMostNamed ? names.size() - kMostNamed : 0;
  names.resize(names.size() - more);
  return fmt::format("its layers are {}{}", fmt::join(names, ", "),
                     more > 0 ? fmt::format(" and {} more", more) : "");
}

std::vector<OGRLayerH> those(std::vector<OGRLayerH> const& layers, bool (*keeps)(OGRLayerH)) {
  std::vector<OGRLayerH> kept;
  std::ranges::copy_if(layers, std::back_inserter(kept), keeps);
  return kept;
}

}  // namespace

void* choose_layer(void* dataset, Source const& source) {
  std::vector<OGRLayerH> layers;
  auto const count = GDALDatasetGetLayerCount(dataset);
  layers.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) layers.push_back(GDALDatasetGetLayer(dataset, i));
  if (!source.layer.empty()) {
    auto* const layer = GDALDatasetGetLayerByName(dataset, source.layer.c_str());
    if (layer != nullptr) return layer;
    throw InputError{{source.path},
                     fmt::format("has no layer \"{}\"", source.layer),
                     layers.empty() ? "check that it is the right file"
                                    : meant_or(source.layer, names_of(layers), listed(layers))};
  }
  if (layers.empty())
    throw InputError{{source.path}, "has no vector layer", "check that it is the right file"};
  if (layers.size() == 1) return layers.front();
  auto const with_data = those(layers, [](OGRLayerH layer) { return !is_of_a_program(layer); });
  if (with_data.size() == 1) return with_data.front();
  auto const with_geometry = those(with_data, has_geometry);
  if (with_geometry.size() == 1) return with_geometry.front();
  auto const& shown = with_data.empty() ? layers : with_data;
  throw InputError{
      {source.path},
      fmt::format("has {} layers", shown.size()),
      fmt::format("{}; name one as {}", listed(shown), named(source, name_of(shown.front())))};
}

}  // namespace gapmap::io
