#pragma once
// Keeps GDAL away from what inputs may refer to: other computers, pipes, results of the run,
// endless chains of files.

namespace gapmap::io {

class WatchedFiles;

/// Makes GDAL refuse from now on, and remember (io/detail/refusal), whatever would open a
/// connection (unless allowed), a pipe, a file that a result replaces, or endless files.
/// Requires: drivers are registered.
void guard_gdal();

/// Lives while GDAL opens an input, or reads rows of it, in this thread. Earlier refusals are
/// forgotten, nothing may be written, and opened files are counted anew. Files are "endless" if
/// there are more than 10 000, or 1 000 virtual ones (VRT of vectors), or if so many refer to one
/// another in a chain that they fill 1 MB of stack.
class GdalReading {
 public:
  GdalReading();
  /// Registers in `files` what virtual datasets lead to. `is_virtual` says that the input is one;
  /// if false, it may still turn out to be.
  explicit GdalReading(WatchedFiles& files, bool is_virtual = false);
  ~GdalReading();
  GdalReading(GdalReading const&) = delete;
  GdalReading& operator=(GdalReading const&) = delete;

 private:
  WatchedFiles* told_before_;
  bool was_reading_;
};

}  // namespace gapmap::io
