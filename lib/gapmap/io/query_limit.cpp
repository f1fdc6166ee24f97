#include "gapmap/io/query_limit.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <limits>
#include <optional>

namespace gapmap::io {
namespace {

using Clock = std::chrono::steady_clock;

/// SQLite works in the thread that asks.
thread_local std::optional<Clock::time_point> deadline;
thread_local bool was_reached = false;

int is_over(void* /*unused*/) {
  if (!deadline || Clock::now() < *deadline) return 0;
  was_reached = true;
  return 1;
}

int watch(sqlite3* database, char const** /*error*/, sqlite3_api_routines const* /*api*/) {
  // Steps of SQLite's machine: some milliseconds.
  constexpr int kStepsBetween = 100'000;
  sqlite3_progress_handler(database, kStepsBetween, is_over, nullptr);
  return SQLITE_OK;
}

}  // namespace

std::chrono::seconds query_patience() {
  constexpr std::chrono::seconds kUsual{60};
  auto const* const text = std::getenv("GAPMAP_QUERY_SECONDS");
  auto const seconds = text == nullptr ? 0 : std::strtol(text, nullptr, 10);
  return seconds > 0 ? std::chrono::seconds{seconds} : kUsual;
}

QueryLimit::QueryLimit() {
  // Anew each time: GDAL forgets all such when it closes a GeoPackage.
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
  was_reached = false;
  restart();
}
QueryLimit::~QueryLimit() { deadline.reset(); }

void QueryLimit::restart() { deadline = Clock::now() + patience_; }

void QueryLimit::throw_if_reached(InputError::Where const& where) const {
  if (!was_reached) return;
  throw InputError{
      where,
      fmt::format("its database worked on one row for more than {} s, so its SQL (a view, a "
                  "filter) may never end",
                  patience_.count()),
      "write the rows into a table of their own, or set GAPMAP_QUERY_SECONDS if it only takes "
      "long"};
}

std::uint64_t most_rows(std::string const& driver, std::vector<std::string> const& files) {
  constexpr std::uint64_t kOfAnything = 100'000'000;
  constexpr std::uint64_t kOfSmallFiles = 1'000'000;
  if (driver == "OGR_VRT") return kOfAnything;
  if (driver != "GPKG" && driver != "SQLite") return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t bytes = 0;
  for (auto const& file : files) {
    std::error_code error;
    auto const size = std::filesystem::file_size(file, error);
    if (!error) bytes += size;
  }
  return bytes == 0 ? kOfAnything : kOfSmallFiles + bytes;
}

}  // namespace gapmap::io
