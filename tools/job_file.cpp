#include "tools/job_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gapmap/units/error.h"

namespace gapmap::tools {

std::vector<JobEntry> read_job_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  std::error_code ignored;
  if (!file || std::filesystem::is_directory(path, ignored)) {
    throw InputError{{path}, "there is no such job file", "check the path"};
  }
  std::stringstream text;
  text << file.rdbuf();
  toml::table table;
  try {
    table = toml::parse(text.str(), path);
  } catch (toml::parse_error const& error) {
    throw UsageError{fmt::format("{}, line {}", path, error.source().begin.line), std::string{error.description()},
                     "write each key as: key = \"value\""};
  }
  std::vector<JobEntry> entries;
  for (auto const& [key, node] : table) {
    JobEntry entry{std::string{key.str()}, {}, node.source().begin.line};
    if (auto const* string = node.as_string()) {
      entry.value = string->get();
    } else if (auto const* flag = node.as_boolean()) {
      entry.value = flag->get() ? "true" : "false";
    } else if (auto const* integer = node.as_integer()) {
      entry.value = fmt::format("{}", integer->get());
    } else if (auto const* real = node.as_floating_point()) {
      entry.value = fmt::format("{}", real->get());
    } else {
      throw UsageError{fmt::format("{}, line {}", path, entry.line), fmt::format("\"{}\" is not a single value", entry.key),
                       "write each key as: key = \"value\""};
    }
    entries.push_back(std::move(entry));
  }
  std::ranges::sort(entries, {}, &JobEntry::line);
  return entries;
}

std::string beside_job_file(std::string const& job, std::string const& value) {
  auto const colon = value.find(':');
  bool const is_connection = colon != std::string::npos && colon >= 2 && value.find_first_of("./\\") > colon;
  if (value.empty() || value.front() == '/' || is_connection) return value;
  return (std::filesystem::path{job}.parent_path() / value).lexically_normal().string();
}

}  // namespace gapmap::tools
