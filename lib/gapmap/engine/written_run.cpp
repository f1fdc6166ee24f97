#include "gapmap/engine/written_run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "gapmap/io/manifest.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/tables/columns.h"

namespace gapmap::engine {

io::WrittenRun read_run(std::string const& folder, Listener& listener) {
  auto run = io::read_run(folder);
  std::set<std::string> former;
  auto const rename = [&](std::string& name) {
    std::string now{tables::current_name(name)};
    if (now == name) return;
    former.insert(fmt::format("{} → {}", name, now));
    name = std::move(now);
  };
  for (auto& table : run.tables) {
    rename(table.name);
    for (auto& column : table.columns) rename(column.name);
  }
  if (run.command == "coverage") {
    run.job = job::as_called_now(run.job);
    run.options = io::option_texts(run.job);
  }
  if (!former.empty()) {
    listener.remark(fmt::format(
        "{}: gapmap {} wrote it, which called tables and columns otherwise: {}; the next version "
        "will not read it",
        folder, run.version, fmt::join(former, ", ")));
  }
  return run;
}

}  // namespace gapmap::engine
