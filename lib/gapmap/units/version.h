#pragma once

#include <string_view>

namespace gapmap {

/// Returns the version of gapmap, as the top CMakeLists.txt states it: "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

}  // namespace gapmap
