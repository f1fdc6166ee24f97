#include "gapmap/io/detail/query_limit.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "gapmap/io/detail/foreign_table.h"
#include "gapmap/io/detail/refusal.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

using Clock = std::chrono::steady_clock;

/// Thread-local, as SQLite works in the calling thread.
thread_local std::optional<Clock::time_point> deadline;
thread_local bool was_reached = false;
/// False in threads without a limit, such as those of PROJ, which are not interrupted.
thread_local bool are_stoppable = false;

int is_over(void* /*unused*/) {
  if ((deadline || are_stoppable) && is_asked_to_stop()) return 1;
  if (!deadline || Clock::now() < *deadline) return 0;
  was_reached = true;
  return 1;
}

/// Refuses statements in views and layers that attach another database, by which one is also copied
/// into a file (VACUUM INTO). PROJ attaches its own, proj.db, to one in memory.
int refuse_attached(void* database, int action, char const* name, char const* /*unused*/,
                    char const* /*schema*/, char const* /*trigger*/) {
  if (action != SQLITE_ATTACH || name == nullptr || *name == '\0') return SQLITE_OK;
  auto const* const own = sqlite3_db_filename(static_cast<sqlite3*>(database), "main");
  bool const is_in_memory = own == nullptr || *own == '\0';
  if (is_in_memory && std::string_view{name}.find("proj.db") != std::string_view::npos)
    return SQLITE_OK;
  refuse(Refusal::Elsewhere, name);
  return SQLITE_DENY;
}

/// Whether an SQLite database has a foreign table; called right after it was opened.
bool has_foreign_table(sqlite3* database) {
  constexpr int kPatienceMs = 5'000;
  sqlite3_busy_timeout(database, kPatienceMs);
  sqlite3_stmt* rows = nullptr;
  bool is_foreign = false;
  if (sqlite3_prepare_v2(database, "SELECT name, sql FROM sqlite_master WHERE sql LIKE '%virtual%'",
                         -1, &rows, nullptr) == SQLITE_OK) {
    while (!is_foreign && sqlite3_step(rows) == SQLITE_ROW) {
      auto const text = [&](int column) {
        auto const* const letters = sqlite3_column_text(rows, column);
        return std::string{letters == nullptr ? "" : reinterpret_cast<char const*>(letters)};
      };
      auto const module = foreign_module_in(text(1));
      is_foreign = !module.empty();
      if (is_foreign) refuse(Refusal::Elsewhere, fmt::format("{} ({})", text(0), module));
    }
  }
  sqlite3_finalize(rows);
  sqlite3_busy_timeout(database, 0);
  return is_foreign;
}

int watch(sqlite3* database, char const** /*error*/, sqlite3_api_routines const* /*api*/) {
  // Steps of SQLite's virtual machine: some milliseconds.
  constexpr int kStepsBetween = 100'000;
  sqlite3_progress_handler(database, kStepsBetween, is_over, nullptr);
  sqlite3_set_authorizer(database, refuse_attached, database);
  return has_foreign_table(database) ? SQLITE_CANTOPEN : SQLITE_OK;
}

}  // namespace

std::chrono::seconds query_patience() {
  constexpr std::chrono::seconds kUsual{60};
  auto const* const text = std::getenv("GAPMAP_QUERY_SECONDS");
  auto const seconds = text == nullptr ? 0 : std::strtol(text, nullptr, 10);
  return seconds > 0 ? std::chrono::seconds{seconds} : kUsual;
}

void watch_databases() {
  // Registered again each time, because GDAL resets extensions when it closes a GeoPackage.
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
}

StoppableDatabases::StoppableDatabases() {
  watch_databases();
  are_stoppable = true;
}
StoppableDatabases::~StoppableDatabases() { are_stoppable = false; }

QueryLimit::QueryLimit() {
  watch_databases();
  was_reached = false;
  restart();
}
QueryLimit::~QueryLimit() { deadline.reset(); }

void QueryLimit::restart() { deadline = Clock::now() + patience_; }

void QueryLimit::throw_if_reached(InputError::Where const& where) const {
  stop_if_asked();
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
