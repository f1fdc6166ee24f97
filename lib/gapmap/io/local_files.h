#pragma once
// What GDAL opens on this computer, whichever file led it there. Private to io.

namespace gapmap::io {

/// For good, after drivers are registered: pipes and devices are refused instead of waited for, and
/// so is a file that a result of this run would replace.
void watch_local_files();

}  // namespace gapmap::io
