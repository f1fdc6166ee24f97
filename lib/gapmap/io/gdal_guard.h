#pragma once
// Keeps GDAL from other computers, also where a file that it reads leads there. Private to io.

#include <string>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// For good, after drivers are registered: whatever would open a connection is refused instead, and
/// remembered.
void keep_gdal_from_network();

/// Forgets what was refused in this thread.
void forget_refused();

/// Throws InputError if reading `where` led to something that was refused since.
void throw_if_refused(InputError::Where const& where);

}  // namespace gapmap::io
