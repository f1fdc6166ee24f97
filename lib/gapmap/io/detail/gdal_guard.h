#pragma once
// Keeps GDAL from what inputs may lead to: other computers, pipes, results of the run, files
// without end.

namespace gapmap::io {

class WatchedFiles;

/// For good, after drivers are registered: whatever would open a connection (unless that is
/// allowed), a pipe, a file that a result replaces, or files without end, is refused instead, and
/// remembered (io/detail/refusal).
void guard_gdal();

/// While GDAL opens an input, or reads rows of it, in this thread. What was refused before is
/// forgotten, nothing is written, and files opened are counted anew: "without end" are more than 10
/// 000, or 1 000 virtual ones (VRT of vectors), or so many that lead each to the next that they
/// fill 1 MB of stack.
class GdalReading {
 public:
  GdalReading();
  /// `files` are told of those that a virtual dataset leads to, which the input is if `is_virtual`,
  /// or may prove to be.
  explicit GdalReading(WatchedFiles& files, bool is_virtual = false);
  ~GdalReading();
  GdalReading(GdalReading const&) = delete;
  GdalReading& operator=(GdalReading const&) = delete;

 private:
  WatchedFiles* told_before_;
  bool was_reading_;
};

}  // namespace gapmap::io
