#include "gapmap/engine/detail/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "gapmap/io/network_file.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/remote.h"
#include "gapmap/units/error.h"
#include "gapmap/engine/detail/outcome.h"

namespace gapmap::engine {
namespace {

/// What is no part of the question that a run answers.
constexpr std::array<std::string_view, 5> kOfTheProgram{"output", "overwrite", "threads", "quiet",
                                                        "verbose"};

/// The option that names the file of an input.
std::string option_of_input(std::string const& input) {
  return input == "area key" ? "area-key" : input;
}

io::ImportReport const* input_of(io::WrittenRun const& run, std::string_view option) {
  for (auto const& input : run.inputs) {
    if (scenario::factor_of_input(input.input) && option_of_input(input.input) == option)
      return &input;
  }
  return nullptr;
}

std::string checksum_of(io::InputFile const& file) {
  return file.sha256.empty() ? file.xxh3 : file.sha256;
}

/// The files that tell whether an input is the same. A network file that was given as input holds
/// all that was in the files it was made of, so it counts alone; a network from the cache only
/// repeats other files, so it does not count.
std::vector<io::InputFile> files_of(io::ImportReport const& input) {
  bool const is_network = io::is_network_file(input.source.path);
  std::vector<io::InputFile> files;
  for (auto const& file : input.files) {
    if (file.sha256.empty() == is_network) files.push_back(file);
  }
  return files;
}

/// Checksums of all files of an input; empty if the input is no file.
std::vector<std::string> checksums_of(io::ImportReport const* input) {
  std::vector<std::string> checksums;
  if (input == nullptr) return checksums;
  for (auto const& file : files_of(*input)) checksums.push_back(checksum_of(file));
  return checksums;
}

/// Whether both runs read the same bytes, wherever these lay.
bool is_same_data(io::ImportReport const* before, io::ImportReport const* after) {
  return before != nullptr && after != nullptr && before->layer == after->layer &&
         !before->files.empty() && checksums_of(before) == checksums_of(after);
}

/// The value of an option as text; empty if it was not given.
std::string text_of(io::WrittenRun const& run, std::string_view option) {
  auto const found =
      std::ranges::find(run.options, option, &std::pair<std::string, std::string>::first);
  return found == run.options.end() ? std::string{} : found->second;
}

void check_known(io::WrittenRun const& run) {
  for (auto const& [option, value] : run.options) {
    if (scenario::effect_of(option) != nullptr) continue;
    throw InputError{{run.folder + "/run.json"},
                     fmt::format("this gapmap knows no option \"{}\"", option),
                     fmt::format("the run was made by gapmap {}: make it anew", run.version)};
  }
}

/// The checksum that the file has now; empty if it cannot be read.
std::string checksum_now(io::InputFile const& file, WorkingFrame const& frame) {
  try {
    if (!file.sha256.empty()) return io::fingerprint(file.path).sha256;
    // A network file stores its own checksum.
    for (auto const& now : io::read_network_file(file.path, frame).report.files) {
      if (now.path == file.path) return now.xxh3;
    }
  } catch (InputError const&) {
    return {};
  }
  return {};
}

}  // namespace

std::vector<io::RunDifference> differences(io::WrittenRun const& before,
                                           io::WrittenRun const& after) {
  check_known(before);
  check_known(after);
  std::vector<io::RunDifference> found;
  for (auto const& [option, factor] : scenario::option_effects()) {
    if (!factor && std::ranges::find(kOfTheProgram, option) != kOfTheProgram.end()) continue;
    auto const from = text_of(before, option);
    auto const to = text_of(after, option);
    auto const* const input_before = factor ? input_of(before, option) : nullptr;
    auto const* const input_after = factor ? input_of(after, option) : nullptr;
    bool const is_file = input_before != nullptr || input_after != nullptr;
    bool const is_same =
        is_file ? is_same_data(input_before, input_after) ||
                      (from == to && checksums_of(input_before) == checksums_of(input_after))
                : from == to;
    if (!is_same) found.push_back({factor, std::string{option}, from, to, !factor});
  }
  std::ranges::stable_sort(found, {}, [](io::RunDifference const& difference) {
    return difference.factor ? static_cast<std::size_t>(*difference.factor) : kFactors;
  });
  return found;
}

std::vector<Factor> factors_of(std::vector<io::RunDifference> const& differences) {
  std::set<Factor> factors;
  for (auto const& difference : differences) {
    if (difference.factor) factors.insert(*difference.factor);
  }
  return {factors.begin(), factors.end()};
}

std::string what_changed_since(io::WrittenRun const& run, WorkingFrame const& frame) {
  for (auto const& input : run.inputs) {
    if (!scenario::factor_of_input(input.input)) continue;
    if (input.files.empty() && io::is_remote(input.source.path)) {
      return fmt::format(
          "{} of {} came from another computer or a database, {}, and are not "
          "fetched again",
          input.input, run.folder, input.source.path);
    }
    for (auto const& file : files_of(input)) {
      if (io::is_pipe(file.path)) {
        return fmt::format("{} of {} cannot be read any more: {} is a pipe or a device",
                           input.input, run.folder, file.path);
      }
      auto const now = checksum_now(file, frame);
      if (now.empty()) {
        return fmt::format("{} of {} cannot be read any more: {}", input.input, run.folder,
                           file.path);
      }
      if (now != checksum_of(file)) {
        return fmt::format("{} of {} have changed since that run: {}", input.input, run.folder,
                           file.path);
      }
    }
  }
  return {};
}

}  // namespace gapmap::engine
