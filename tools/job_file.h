#pragma once
// Job files: TOML with the same keys as the command's options.

#include <string>
#include <vector>

namespace gapmap::tools {

struct JobEntry {
  std::string key;
  std::string value;  ///< text, number or true/false as written
  std::size_t line;
};

/// The entries in the order of the file. Throws InputError if there is no such file, UsageError if it is not TOML or a value is
/// neither text, number nor true/false.
[[nodiscard]] std::vector<JobEntry> read_job_file(std::string const& path);

/// `value`, a path ("path:layer" included) written in the job file `job`, as seen from the current folder. Absolute paths and
/// connections ("PG:…", "/vsi…") stay.
[[nodiscard]] std::string beside_job_file(std::string const& job, std::string const& value);

}  // namespace gapmap::tools
