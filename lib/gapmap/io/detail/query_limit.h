#pragma once
// Databases in files run SQL of whoever made them, or of a filter, and SQL need not end: a view
// that counts on for ever.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::io {

/// How long a database may work on one row, or before it is open: a minute, or as many seconds as
/// the environment variable GAPMAP_QUERY_SECONDS says.
[[nodiscard]] std::chrono::seconds query_patience();

/// From now on SQLite refuses databases with rows of other files (io/detail/foreign_table), and to
/// add another to one that it has open.
void watch_databases();

/// While one lives, SQLite databases that this thread opens and works on are interrupted when the
/// work is asked to stop; GDAL then says that it failed.
class StoppableDatabases {
 public:
  StoppableDatabases();
  ~StoppableDatabases();
  StoppableDatabases(StoppableDatabases const&) = delete;
  StoppableDatabases& operator=(StoppableDatabases const&) = delete;
};

/// While one lives, SQLite databases that this thread opens and reads are interrupted when they
/// work on one row for longer than query_patience(), or the work is asked to stop; GDAL then says
/// that reading failed.
class QueryLimit {
 public:
  QueryLimit();
  ~QueryLimit();
  QueryLimit(QueryLimit const&) = delete;
  QueryLimit& operator=(QueryLimit const&) = delete;

  /// A row has come: the time begins anew.
  void restart();
  /// Throws InputError if a database was interrupted, Stopped if that was because somebody asked.
  void throw_if_reached(InputError::Where const& where) const;

 private:
  std::chrono::seconds patience_ = query_patience();
};

/// More rows than this no such input has: SQL can make them without end, but of a file a row is a
/// byte at least. Without `files` that are known, 100 million.
[[nodiscard]] std::uint64_t most_rows(std::string const& driver,
                                      std::vector<std::string> const& files);

}  // namespace gapmap::io
