#pragma once
// Files mapped into memory.

#include <memory>
#include <string>
#include <string_view>

namespace gapmap::io {

/// Bytes of a file that stay mapped while anybody holds the keeper. Pages are read when touched.
/// The file must not be shortened meanwhile; replacing it by renaming does no harm.
struct MappedFile {
  std::string_view bytes;
  std::shared_ptr<void const> keeper;
};

/// Maps a file. Throws InputError if it cannot be read.
[[nodiscard]] MappedFile map_file(std::string const& path);

}  // namespace gapmap::io
