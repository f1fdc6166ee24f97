#pragma once
// Which layer of an input is meant. Handles of GDAL are void pointers here.

#include "gapmap/io/source.h"

namespace gapmap::io {

/// The OGRLayerH of Source::layer; without one the only layer that holds data. What QGIS and ArcGIS
/// keep beside the data (styles, projects, metadata) is none, nor are tables beside a single layer
/// with geometries. Throws InputError that names the layers there are, and how to name one.
[[nodiscard]] void* choose_layer(void* dataset, Source const& source);

}  // namespace gapmap::io
