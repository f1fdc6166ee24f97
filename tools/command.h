#pragma once
// One subcommand of gapmap. Each has its own file and is listed in main.cpp.

#include <memory>
#include <string>

#include "tools/console.h"
#include "gapmap/job/options.h"

namespace gapmap::tools {

class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(Command const&) = delete;
  Command& operator=(Command const&) = delete;

  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual std::string summary() const = 0;
  /// Declares every option once: from this come the flag, the job file's key and the help.
  virtual void declare(job::Options& options) = 0;
  /// Checks all options, then works. Throws UsageError or InputError.
  virtual void run(job::Options const& options, Console& console) = 0;
};

[[nodiscard]] std::unique_ptr<Command> make_check_command();
[[nodiscard]] std::unique_ptr<Command> make_compare_command();
[[nodiscard]] std::unique_ptr<Command> make_coverage_command();
[[nodiscard]] std::unique_ptr<Command> make_isochrone_command();
[[nodiscard]] std::unique_ptr<Command> make_matrix_command();
[[nodiscard]] std::unique_ptr<Command> make_network_info_command();
[[nodiscard]] std::unique_ptr<Command> make_network_build_command();
[[nodiscard]] std::unique_ptr<Command> make_network_speeds_command();

[[nodiscard]] std::unique_ptr<Command> make_report_command();
[[nodiscard]] std::unique_ptr<Command> make_site_command();

}  // namespace gapmap::tools
