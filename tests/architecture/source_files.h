#pragma once
// The files of the project, as its own tests read them.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace gapmap {

inline std::filesystem::path root() { return GAPMAP_SOURCE_DIR; }

inline std::string text_of(std::filesystem::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace gapmap
