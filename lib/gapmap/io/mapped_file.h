#pragma once
// A file as memory.

#include <memory>
#include <string>
#include <string_view>

namespace gapmap::io {

/// Bytes of a file that stay mapped while anybody holds the keeper. Pages come as they are touched.
/// Nobody may shorten the file meanwhile; replacing it by renaming does no harm.
struct MappedFile {
  std::string_view bytes;
  std::shared_ptr<void const> keeper;
};

/// Throws InputError if the file cannot be read.
[[nodiscard]] MappedFile map_file(std::string const& path);

}  // namespace gapmap::io
