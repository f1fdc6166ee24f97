#pragma once
// Pictures embedded in pages.

#include <cstddef>
#include <string>

namespace gapmap::io {

/// Largest picture, which every page of a report repeats.
inline constexpr std::size_t kMostPictureBytes = 1'000'000;

/// Reads a PNG, JPEG or SVG file, recognised by its content and not by its name, as pages embed it:
/// "data:image/png;base64,…". Throws InputError if it cannot be read, is of another kind, or is too
/// large.
[[nodiscard]] std::string read_picture(std::string const& path);

}  // namespace gapmap::io
