#pragma once
// What is called like a file and is none.

#include <string>

namespace gapmap::io {

/// Whether there is something at `path` that is neither a file nor a folder, or that the kernel
/// shows as a file: whoever reads it may wait for ever, or find other bytes the next time.
[[nodiscard]] bool is_pipe(std::string const& path);

}  // namespace gapmap::io
