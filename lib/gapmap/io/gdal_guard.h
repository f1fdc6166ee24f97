#pragma once
// Keeps GDAL from what inputs may lead to: other computers, pipes, results of the run, files
// without end. Private to io.

namespace gapmap::io {

/// For good, after drivers are registered: whatever would open a connection (unless that is
/// allowed), a pipe, a file that a result replaces, or files without end, is refused instead, and
/// remembered (io/refusal).
void guard_gdal();

/// Forgets what was refused in this thread; files opened from here on are counted anew. "Without
/// end" are more than 10 000, or 1 000 virtual ones (VRT of vectors), or so many that lead each to
/// the next that they fill 1 MB of stack.
void begin_reading();

}  // namespace gapmap::io
