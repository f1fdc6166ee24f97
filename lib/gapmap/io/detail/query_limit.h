#pragma once
// Limits SQL in database files and filters, which comes from others and may never end: a view that
// counts for ever.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// Returns how long a database may work on one row, or until it is open: a minute, or the seconds
/// in the environment variable GAPMAP_QUERY_SECONDS.
[[nodiscard]] std::chrono::seconds query_patience();

/// Makes SQLite refuse from now on databases with rows in other files (io/detail/foreign_table),
/// and the attachment of further databases to an open one.
void watch_databases();

/// While an object lives, SQLite databases that this thread opens and works on are interrupted when
/// the work is asked to stop; GDAL then reports a failure.
class StoppableDatabases {
 public:
  StoppableDatabases();
  ~StoppableDatabases();
  StoppableDatabases(StoppableDatabases const&) = delete;
  StoppableDatabases& operator=(StoppableDatabases const&) = delete;
};

/// While an object lives, SQLite databases that this thread opens and reads are interrupted when
/// they work on one row for longer than query_patience(), or the work is asked to stop; GDAL then
/// reports a failure.
class QueryLimit {
 public:
  QueryLimit();
  ~QueryLimit();
  QueryLimit(QueryLimit const&) = delete;
  QueryLimit& operator=(QueryLimit const&) = delete;

  /// Restarts the clock, as a row has arrived.
  void restart();
  /// Throws InputError if a database was interrupted, Stopped if that was by request.
  void throw_if_reached(InputError::Where const& where) const;

 private:
  std::chrono::seconds patience_ = query_patience();
};

/// Returns a number of rows that no input from these `files` exceeds: SQL can produce rows without
/// end, but in a file each row takes at least a byte. 100 million if no files are known.
[[nodiscard]] std::uint64_t most_rows(std::string const& driver,
                                      std::vector<std::string> const& files);

}  // namespace gapmap::io
