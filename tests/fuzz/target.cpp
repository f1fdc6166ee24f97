#include "tests/fuzz/target.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace gapmap::fuzz {
namespace fs = std::filesystem;

namespace {

/// Gone with the process.
struct OwnFolder {
  fs::path path;
  OwnFolder() {
    std::error_code error;
    auto const parent =
        fs::is_directory("/dev/shm", error) ? fs::path{"/dev/shm"} : fs::temp_directory_path();
    path = parent / ("gapmap-fuzz-" + std::to_string(::getpid()));
    fs::create_directories(path);
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  OwnFolder(OwnFolder const&) = delete;
  OwnFolder& operator=(OwnFolder const&) = delete;
};

std::string contents(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

std::vector<Target> all_targets() {
  std::vector<Target> all;
  for (auto const& some : {units_targets(), names_targets(), text_targets(), osm_targets(),
                           file_targets(), job_targets()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

fs::path const& folder() {
  static OwnFolder const own;
  return own.path;
}

std::string file_with(std::string const& name, std::string_view bytes) {
  auto const path = folder() / name;
  std::ofstream{path, std::ios::binary} << bytes;
  return path.string();
}

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    auto const end = std::min(bytes.find('\n'), bytes.size());
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(bytes.size(), end + 1));
  }
  return lines;
}

std::vector<std::string> seeds_of(std::string const& target) {
  std::vector<std::string> seeds;
  auto const all = fs::path{GAPMAP_SOURCE_DIR} / "tests/fuzz/seeds";
  if (fs::is_directory(all / target)) {
    for (auto const& entry : fs::directory_iterator{all / target})
      seeds.push_back(contents(entry.path()));
    std::ranges::sort(seeds);  // the order of a folder is that of its machine
  }
  constexpr std::string_view kRule = "\n-----\n";
  auto text = contents(all / (target + ".txt"));
  if (text.ends_with('\n')) text.pop_back();
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find(kRule, at), text.size());
    seeds.push_back(text.substr(at, end - at));
    at = end == text.size() ? end : end + kRule.size();
  }
  return seeds;
}

}  // namespace gapmap::fuzz
