#pragma once
// Files that GDAL opens on this computer, whichever file refers to them.

namespace gapmap::io {

class WatchedFiles;

/// Makes GDAL refuse from now on pipes and devices instead of waiting for them, and files that a
/// result of this run would replace. Hides indexes that other programs leave beside shapefiles,
/// MapInfo tables and geodatabases: an outdated index hides rows that were added later.
/// Requires: drivers are registered.
void watch_local_files();

/// Sets whether GDAL is reading in this thread, during which it may write only temporary files.
/// Returns the previous setting.
bool refuse_writing(bool is_reading);

/// Sets which `files`, if any, are told about files opened in this thread. Returns the previous
/// ones.
WatchedFiles* tell_of_opened(WatchedFiles* files);

}  // namespace gapmap::io
