#pragma once
// Chooses the layer of an input. Handles of GDAL are void pointers here.

#include "gapmap/io/source.h"

namespace gapmap::io {

/// Returns the OGRLayerH named by Source::layer, or without a name the only layer that holds data.
/// Tables that QGIS and ArcGIS keep beside the data (styles, projects, metadata) do not count, nor
/// do tables beside a single layer with geometries. Throws InputError with the names of all layers,
/// and how to name one.
[[nodiscard]] void* choose_layer(void* dataset, Source const& source);

}  // namespace gapmap::io
