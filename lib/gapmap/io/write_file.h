#pragma once
// Files written at once, with the write checked. For io, and for text that others have already
// formatted.

#include <string>
#include <string_view>

namespace gapmap::io {

/// Creates or replaces `path`. Throws InputError if not every byte was written.
void write_file(std::string const& path, std::string_view bytes);

}  // namespace gapmap::io
