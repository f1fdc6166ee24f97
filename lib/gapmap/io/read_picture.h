#pragma once
// Pictures that pages carry inside themselves.

#include <cstddef>
#include <string>

namespace gapmap::io {

/// Every page of a report holds it once more.
inline constexpr std::size_t kMostPictureBytes = 1'000'000;

/// A PNG, JPEG or SVG file as pages take it: "data:image/png;base64,…". What it is its content
/// says, not its name. Throws InputError if it cannot be read, is none of these, or is too large.
[[nodiscard]] std::string read_picture(std::string const& path);

}  // namespace gapmap::io
