#pragma once
// Bytes to a file, noticed if they do not all arrive. For io, and for what others have written
// already.

#include <string>
#include <string_view>

namespace gapmap::io {

/// Creates or replaces `path`. Throws InputError if the disk does not take every byte.
void write_file(std::string const& path, std::string_view bytes);

}  // namespace gapmap::io
