#include "gapmap/units/version.h"

namespace gapmap {

std::string_view version() noexcept { return GAPMAP_VERSION; }

}  // namespace gapmap
