#pragma once
// What GDAL opens on this computer, whichever file led it there.

namespace gapmap::io {

class WatchedFiles;

/// For good, after drivers are registered: pipes and devices are refused instead of waited for, and
/// so is a file that a result of this run would replace. Indexes that other programs leave beside
/// the rows of shapefiles, MapInfo tables and geodatabases are not there: an older one hides rows
/// that came later.
void watch_local_files();

/// From now on, while `is_reading`, GDAL writes no file in this thread but temporary ones. Returns
/// whether it was so before.
bool refuse_writing(bool is_reading);

/// From now on `files`, if any, is told what is opened in this thread. Returns who was told before.
WatchedFiles* tell_of_opened(WatchedFiles* files);

}  // namespace gapmap::io
