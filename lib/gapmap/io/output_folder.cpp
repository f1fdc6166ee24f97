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
    throw InputError{{target_},
                     fmt::format("already holds {}", fmt::join(existing, ", ")),
                     "add --overwrite to replace them, or choose another output folder"};
  }
  for (auto const& file : existing) {
    if (!fs::is_regular_file(final_path(file), error)) {
      throw InputError{
          {final_path(file)}, "is not a file that can be replaced", "choose another output folder"};
    }
  }
  // Inside the target, so that moving the files is a rename on one disk and a folder that cannot be
  // written is known now.
  staging_ = (fs::path{target_} / fmt::format(".gapmap-{}", ::getpid())).string();
  for (auto folder = fs::absolute(target_).lexically_normal(); !fs::exists(folder, error);
       folder = folder.parent_path()) {
    if (folder.has_filename()) created_.push_back(folder.string());
  }
  fs::remove_all(staging_, error);
  if (!fs::create_directories(staging_, error)) {
    auto const reason = error.message();
    clean_up();
    throw InputError{
        {target_}, "cannot be written: " + reason, "check the path and its permissions"};
  }
}

OutputFolder::~OutputFolder() { clean_up(); }

void OutputFolder::clean_up() noexcept {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  // From the target upwards; what is not empty stays.
  for (auto const& folder : created_) fs::remove(folder, ignored);
}

std::string OutputFolder::staged(std::string const& file) const {
  return (fs::path{staging_} / file).string();
}
std::string OutputFolder::final_path(std::string const& file) const {
  return (fs::path{target_} / file).string();
}

void OutputFolder::commit() {
  std::error_code error;
  for (auto const& file : files_) {
    if (!error) fs::rename(staged(file), final_path(file), error);
    if (error)
      throw InputError{
          {final_path(file)}, "cannot be written: " + error.message(), "check the permissions"};
  }
}

}  // namespace gapmap::io
