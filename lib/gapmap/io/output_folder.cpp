#include "gapmap/io/output_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <filesystem>

#include "gapmap/units/error.h"

namespace gapmap::io {
namespace fs = std::filesystem;

OutputFolder::OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite)
    : target_{std::move(target)}, files_{std::move(files)} {
  std::error_code error;
  if (fs::exists(target_, error) && !fs::is_directory(target_, error)) {
    throw InputError{{target_}, "is not a folder", "choose another output folder"};
  }
  std::vector<std::string> existing;
  for (auto const& file : files_) {
    if (fs::exists(final_path(file), error)) existing.push_back(file);
  }
  if (!existing.empty() && overwrite == Overwrite::No) {
    throw InputError{{target_}, fmt::format("already holds {}", fmt::join(existing, ", ")),
                     "add --overwrite to replace them, or choose another output folder"};
  }
  auto const plain = fs::absolute(target_).lexically_normal();
  auto const parent = plain.has_filename() ? plain.parent_path() : plain.parent_path().parent_path();
  fs::create_directories(parent, error);
  staging_ = (parent / fmt::format(".gapmap-{}", ::getpid())).string();
  fs::remove_all(staging_, error);
  if (!fs::create_directory(staging_, error)) {
    throw InputError{{target_}, "cannot be written: " + error.message(),
                     "check the permissions of the folder above it"};
  }
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
}

std::string OutputFolder::staged(std::string const& file) const { return (fs::path{staging_} / file).string(); }
std::string OutputFolder::final_path(std::string const& file) const { return (fs::path{target_} / file).string(); }

void OutputFolder::commit() {
  std::error_code error;
  fs::create_directories(target_, error);
  for (auto const& file : files_) {
    if (!error) fs::rename(staged(file), final_path(file), error);
    if (error) throw InputError{{final_path(file)}, "cannot be written: " + error.message(), "check the permissions"};
  }
}

}  // namespace gapmap::io
