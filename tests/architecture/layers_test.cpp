// The architecture as lib/CMakeLists.txt states it, held against what the files include. A folder
// is a layer, a foreign library has one room, and no foreign type looks out of a public header.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/architecture/source_files.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Layer {
  std::string name;
  std::vector<std::string> uses;
};

/// The add_layer() lines, in their order.
std::vector<Layer> read_layers(std::string const& cmake) {
  std::vector<Layer> layers;
  std::regex const call{R"(\n\s*add_layer\(([^)]*)\))"};
  for (std::sregex_iterator match{cmake.begin(), cmake.end(), call}, end; match != end; ++match) {
    std::istringstream words{(*match)[1].str()};
    Layer layer;
    words >> layer.name;
    bool is_use = false;
    for (std::string word; words >> word;) {
      if (word == "USES" || word == "LIBRARIES") {
        is_use = word == "USES";
      } else if (is_use) {
        layer.uses.push_back(word);
      }
    }
    layers.push_back(layer);
  }
  return layers;
}

/// Every layer with itself and all it uses, directly or through others. Layers that are used before
/// they are listed are no part.
std::map<std::string, std::set<std::string>> closures(std::vector<Layer> const& layers) {
  std::map<std::string, std::set<std::string>> reachable;
  for (auto const& layer : layers) {
    std::set<std::string> closure{layer.name};
    for (auto const& use : layer.uses) {
      if (auto const found = reachable.find(use); found != reachable.end())
        closure.merge(std::set{found->second});
    }
    reachable[layer.name] = closure;
  }
  return reachable;
}

std::vector<std::string> includes_of(std::string const& text) {
  std::vector<std::string> included;
  std::regex const line{R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])re"};
  for (std::sregex_iterator match{text.begin(), text.end(), line}, end; match != end; ++match) {
    included.push_back((*match)[1].str());
  }
  return included;
}

/// Sources and headers of a folder, as paths from the root with forward slashes.
std::vector<std::string> sources(std::string const& folder) {
  std::vector<std::string> paths;
  for (auto const& entry : fs::recursive_directory_iterator{root() / folder}) {
    auto const extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    paths.push_back(fs::relative(entry.path(), root()).generic_string());
  }
  std::ranges::sort(paths);
  return paths;
}

std::string layer_of(std::string const& path) {
  std::smatch match;
  return std::regex_search(path, match, std::regex{"^(?:lib/)?gapmap/([a-z_]+)/"}) ? match[1].str()
                                                                                   : "";
}

struct Room {
  char const* library;
  char const* header;   ///< pattern of its headers
  char const* allowed;  ///< pattern of the files that may include them
};

constexpr Room kRooms[]{
    {"GDAL", "^(gdal|ogr_|cpl_).*", "^(lib/gapmap/io/.*\\.cpp)$"},
    {"PROJ and GEOS", "^(proj|geodesic|geos_c)\\.h$", "^lib/gapmap/geometry/.*\\.cpp$"},
    {"Boost.Geometry", "^boost/geometry.*", "^lib/gapmap/geometry/box_tree\\.cpp$"},
    {"Boost.Graph", "^boost/(graph|property_map).*", "^lib/gapmap/graph/.*"},
    {"nlohmann-json", "^nlohmann/.*",
     "^(lib/gapmap/(io/(manifest|read_run|comparison_record)|checks/check_table|job/"
     "(options|job_file))\\.cpp|tools/.*)$"},
    {"OpenSSL", "^openssl/.*", "^lib/gapmap/io/.*\\.cpp$"},
    {"libxlsxwriter", "^xlsxwriter.*", "^lib/gapmap/io/write_workbook\\.cpp$"},
    {"oneTBB", "^(tbb|oneapi)/.*", "^lib/gapmap/(units|network|graph|access|reach|io)/.*\\.cpp$"},
    {"CLI11", "^CLI/.*", "^tools/.*\\.cpp$"},
    {"toml++", "^toml.*", "^lib/gapmap/job/job_file\\.cpp$"},
};

/// What breaks the rules in one file.
std::vector<std::string> strangers(std::string const& path,
                                   std::vector<std::string> const& included) {
  std::vector<std::string> found;
  for (auto const& header : included) {
    for (auto const& room : kRooms) {
      bool const is_its = std::regex_match(header, std::regex{room.header});
      if (is_its && !std::regex_match(path, std::regex{room.allowed})) {
        found.push_back(path + " includes <" + header + ">: " + room.library + " has another room");
      }
    }
  }
  return found;
}

TEST(Layers, UseOnlyWhatIsListedAbove) {
  auto const layers = read_layers(text_of(root() / "lib/CMakeLists.txt"));
  ASSERT_GE(layers.size(), 10U);
  EXPECT_EQ(layers.front().name, "units");
  std::set<std::string> above;
  for (auto const& layer : layers) {
    for (auto const& use : layer.uses)
      EXPECT_TRUE(above.contains(use)) << layer.name << " uses " << use;
    EXPECT_TRUE(above.insert(layer.name).second) << layer.name << " is listed twice";
    EXPECT_TRUE(fs::is_directory(root() / "lib/gapmap" / layer.name)) << layer.name;
  }
  for (auto const& folder : fs::directory_iterator{root() / "lib/gapmap"}) {
    EXPECT_TRUE(above.contains(folder.path().filename().string()))
        << folder.path() << " is no listed layer";
  }
}

TEST(Layers, IncludeOnlyThemselvesAndWhatTheyUse) {
  auto const reachable = closures(read_layers(text_of(root() / "lib/CMakeLists.txt")));
  std::size_t checked = 0;
  for (auto const& path : sources("lib/gapmap")) {
    auto const& allowed = reachable.at(layer_of(path));
    for (auto const& included : includes_of(text_of(root() / path))) {
      if (!included.starts_with("gapmap/")) continue;
      ++checked;
      EXPECT_TRUE(allowed.contains(layer_of(included))) << path << " includes " << included;
      EXPECT_TRUE(fs::exists(root() / "lib" / included)) << path << " includes " << included;
    }
  }
  EXPECT_GT(checked, 100U);
}

/// "gapmap/io/" of "gapmap/io/detail/osm_tags.h"; empty if it is in no detail/.
std::string owner_of(std::string const& header) {
  auto const detail = header.find("/detail/");
  return detail == std::string::npos ? "" : header.substr(0, detail + 1);
}

/// Whether the file may include what it does of detail/: what is of its own layer, and no header
/// that others see.
bool may_include(std::string const& path, std::string const& header) {
  auto const owner = owner_of(header);
  if (owner.empty()) return true;
  return path.starts_with("lib/" + owner) && (path.ends_with(".cpp") || !owner_of(path).empty());
}

TEST(Layers, DetailsAreNobodyElses) {
  std::size_t checked = 0;
  for (auto const* folder : {"lib/gapmap", "tools"}) {
    for (auto const& path : sources(folder)) {
      for (auto const& included : includes_of(text_of(root() / path))) {
        checked += owner_of(included).empty() ? 0 : 1;
        EXPECT_TRUE(may_include(path, included)) << path << " includes " << included;
      }
    }
  }
  EXPECT_GT(checked, 100U);
  EXPECT_FALSE(may_include("tools/check.cpp", "gapmap/io/detail/opened.h"));
  EXPECT_FALSE(may_include("lib/gapmap/io/read_roads.h", "gapmap/io/detail/opened.h"));
  EXPECT_TRUE(may_include("lib/gapmap/io/read_roads.cpp", "gapmap/io/detail/opened.h"));
}

TEST(Layers, NothingInTheLibraryKnowsTheTools) {
  for (auto const& path : sources("lib")) {
    for (auto const& included : includes_of(text_of(root() / path))) {
      EXPECT_FALSE(included.starts_with("tools/")) << path << " includes " << included;
    }
  }
}

TEST(Rooms, EachForeignLibraryStaysInItsOwn) {
  std::set<std::string> seen;
  for (auto const* folder : {"lib", "tools"}) {
    for (auto const& path : sources(folder)) {
      auto const included = includes_of(text_of(root() / path));
      EXPECT_THAT(strangers(path, included), IsEmpty());
      for (auto const& header : included) {
        for (auto const& room : kRooms) {
          if (std::regex_match(header, std::regex{room.header})) seen.insert(room.library);
        }
      }
    }
  }
  // A pattern that matches nothing would guard nothing.
  for (auto const* library :
       {"GDAL", "PROJ and GEOS", "Boost.Geometry", "nlohmann-json", "OpenSSL", "CLI11", "toml++"}) {
    EXPECT_TRUE(seen.contains(library)) << library;
  }
}

TEST(Rooms, NoForeignTypeInAPublicHeader) {
  for (auto const& path : sources("lib/gapmap")) {
    if (!path.ends_with(".h") || path == "lib/gapmap/graph/boost_model.h") continue;
    for (auto const& header : includes_of(text_of(root() / path))) {
      bool const is_ours = header.starts_with("gapmap/");
      bool const is_standard = header.find_first_of("./") == std::string::npos;
      EXPECT_TRUE(is_ours || is_standard || header.starts_with("fmt/"))
          << path << " includes " << header;
    }
  }
}

TEST(Files, HaveFewerThan400Lines) {
  for (auto const* folder : {"lib", "tools"}) {
    for (auto const& path : sources(folder)) {
      EXPECT_LE(std::ranges::count(text_of(root() / path), '\n'), 400)
          << path << " lacks a second noun";
    }
  }
}

TEST(Files, NoFolderIsCalledUtil) {
  std::regex const nameless{"utils?|common|helpers?|misc"};
  for (auto const* folder : {"lib", "tools", "tests", "benchmarks"}) {
    if (!fs::exists(root() / folder)) continue;
    for (auto const& entry : fs::recursive_directory_iterator{root() / folder}) {
      if (!entry.is_directory()) continue;
      EXPECT_FALSE(std::regex_match(entry.path().filename().string(), nameless)) << entry.path();
    }
  }
}

// The checks themselves, on a house that is out of order: a rule that cannot be broken is no rule.
TEST(TheChecks, SeeWhatIsWrong) {
  auto const layers = read_layers(
      "\nadd_layer(units)\nadd_layer(geometry USES units LIBRARIES PROJ::proj)\n"
      "add_layer(reach USES geometry places)\nadd_layer(places USES units)\n");
  ASSERT_THAT(layers, SizeIs(4));
  EXPECT_EQ(layers[1].uses, std::vector<std::string>{"units"});
  auto const reachable = closures(layers);
  EXPECT_EQ(reachable.at("reach"), (std::set<std::string>{"geometry", "reach", "units"}));
  EXPECT_FALSE(reachable.at("places").contains("geometry"));

  auto const included = includes_of(
      "#pragma once\n#include <ogr_api.h>\n  # include \"gapmap/io/a.h\"\n// #include <no.h>\n");
  EXPECT_EQ(included, (std::vector<std::string>{"ogr_api.h", "gapmap/io/a.h"}));
  EXPECT_EQ(layer_of(included[1]), "io");
  EXPECT_THAT(
      strangers("lib/gapmap/coverage/gaps.cpp", {"ogr_api.h", "gdal.h", "proj.h", "vector"}),
      SizeIs(3));
  EXPECT_THAT(strangers("lib/gapmap/geometry/measure.cpp", {"boost/geometry.hpp", "geodesic.h"}),
              SizeIs(1));
  EXPECT_THAT(strangers("lib/gapmap/io/dataset.h", {"gdal.h"}), SizeIs(1));
}

}  // namespace
}  // namespace gapmap
