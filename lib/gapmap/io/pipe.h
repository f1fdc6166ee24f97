#pragma once
// Things that look like files but are not.

#include <string>

namespace gapmap::io {

/// Whether `path` exists but is neither a regular file nor a folder, or is a file simulated by the
/// kernel: reading may block for ever, or give other bytes the next time.
[[nodiscard]] bool is_pipe(std::string const& path);

}  // namespace gapmap::io
