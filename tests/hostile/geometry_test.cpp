// Geometries as people have them: each file of geometry/ is an input, with exactly what is read of
// it. The first line says what it is about; then come settings, layers ("layer NAME | type |
// fields", and a row a line: WKT or nothing, then values), and the outcome, between lines of
// hyphens. GAPMAP_UPDATE_HOSTILE=1 writes the outcomes anew.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_population.h"
#include "gapmap/io/read_roads.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

struct Case {
  std::vector<std::string> head;  ///< lines
  std::multimap<std::string, std::string> settings;
  std::vector<std::string> rows;
  std::string outcome;

  [[nodiscard]] std::string setting(std::string const& name, std::string const& usual = {}) const {
    auto const found = settings.find(name);
    return found == settings.end() ? usual : found->second;
  }
};

Case parse(std::filesystem::path const& path) {
  Case parsed;
  std::ifstream file{path, std::ios::binary};
  int part = 0;
  for (std::string line; std::getline(file, line);) {
    if (line == "-----" && part < 2) {
      ++part;
    } else if (part == 0) {
      parsed.head.push_back(line);
      if (auto const colon = line.find(": "); parsed.head.size() > 1 && colon != std::string::npos)
        parsed.settings.emplace(line.substr(0, colon), line.substr(colon + 2));
    } else if (part == 1) {
      parsed.rows.push_back(line);
    } else {
      parsed.outcome += line + "\n";
    }
  }
  return parsed;
}

/// "a | b |c" → a, b, c
std::vector<std::string> parts_of(std::string const& line) {
  std::vector<std::string> parts{""};
  for (char const c : line) {
    if (c == '|') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (auto& part : parts) {
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
  }
  return parts;
}

std::vector<WrittenLayer> layers_of(Case const& of) {
  std::map<std::string, OGRwkbGeometryType> const types{{"any", wkbUnknown},
                                                        {"none", wkbNone},
                                                        {"points", wkbPoint},
                                                        {"lines", wkbLineString},
                                                        {"polygons", wkbPolygon},
                                                        {"many polygons", wkbMultiPolygon},
                                                        {"collections", wkbGeometryCollection}};
  std::vector<WrittenLayer> layers;
  for (auto const& line : of.rows) {
    auto parts = parts_of(line);
    if (line.starts_with("layer ")) {
      WrittenLayer layer{.name = parts[0].substr(6), .type = types.at(parts.at(1))};
      layer.fields.assign(parts.begin() + 2, parts.end());
      layers.push_back(layer);
    } else {
      layers.back().rows.push_back({parts[0], {parts.begin() + 1, parts.end()}});
    }
  }
  return layers;
}

/// SQL after the rows are there, as programs leave a database.
void edit(std::string const& path, std::string const& sql) {
  std::unique_ptr<void, void (*)(void*)> const dataset{
      GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr),
      [](void* d) { GDALClose(d); }};
  if (!dataset) throw std::runtime_error{"cannot edit " + path};
  CPLErrorReset();
  auto* const result = GDALDatasetExecuteSQL(dataset.get(), sql.c_str(), nullptr, nullptr);
  if (result != nullptr) GDALDatasetReleaseResultSet(dataset.get(), result);
  if (CPLGetLastErrorType() >= CE_Failure) throw std::runtime_error{CPLGetLastErrorMsg()};
}

std::string told(ImportReport const& report) {
  auto const remarks = remarks_of(report);
  return (remarks.empty() ? "" : remarks + "\n") +
         fmt::format("{} of {} rows\n", report.rows_used, report.rows);
}

class HostileGeometry : public Reading, public ::testing::WithParamInterface<std::string> {
 protected:
  [[nodiscard]] Source written(Case const& of) const {
    auto const file = path(of.setting("file", "in.gpkg"));
    write_dataset(file, of.setting("driver", "GPKG"), layers_of(of));
    auto const edits = of.settings.equal_range("edit");
    for (auto at = edits.first; at != edits.second; ++at) edit(file, at->second);
    auto source = parse_source(file + of.setting("named"));
    source.where = of.setting("where");
    if (auto const near = of.setting("near"); !near.empty()) {
      std::istringstream numbers{near};
      Point low;
      Point high;
      numbers >> low.x >> low.y >> high.x >> high.y;
      Box box;
      box.extend(low);
      box.extend(high);
      source.extent = Extent{box, Crs::tm35fin()};
    }
    return source;
  }

  [[nodiscard]] std::string read(std::string const& what, Source const& source) const {
    std::string text;
    if (what == "roads") {
      auto const read = read_roads({.source = source}, frame);
      for (std::size_t line = 0; line < read.roads.lines.size(); ++line) {
        auto const points = read.roads.lines[line];
        text += fmt::format("{}: {} points, {:.0f} {:.0f} to {:.0f} {:.0f}\n",
                            read.row_of_line[line], points.size(), points.front().x,
                            points.front().y, points.back().x, points.back().y);
      }
      return text + told(read.report);
    }
    if (what == "areas") {
      auto const read = read_municipalities({.source = source}, frame);
      for (auto const& each : read.municipalities) {
        text += fmt::format("{} {}: {:.0f} m2 in {}\n", each.code, each.name, area_m2(each.area),
                            each.area.part_ends.size());
      }
      return text + told(read.report);
    }
    if (what == "population") {
      auto const read = read_population({.source = source}, frame);
      for (auto const& cell : read.population) {
        text += fmt::format("{}: {} at {:.0f} {:.0f}{}\n", cell.id,
                            cell.residents.value_or(People{0}).value(), cell.center.x,
                            cell.center.y, cell.is_point ? "" : ", outlined");
      }
      return text + told(read.report);
    }
    auto const read = read_places({.source = source}, frame);
    for (auto const& place : read.places)
      text +=
          fmt::format("{} {}: {:.0f} {:.0f}\n", place.id, place.name, place.point.x, place.point.y);
    return text + told(read.report);
  }

  [[nodiscard]] std::string outcome_of(Case const& of) const {
    std::string text;
    try {
      text = read(of.setting("read"), written(of));
    } catch (std::exception const& error) {
      text += std::string{"error: "} + error.what() + "\n";
    }
    auto const names = names_in(path(""));
    if (names.size() != 1 && of.setting("driver").empty())
      text += fmt::format("{} files beside it\n", names.size() - 1);
    auto const folder = path("");
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }
};

TEST_P(HostileGeometry, IsReadExactlySo) {
  auto const path =
      std::filesystem::path{GAPMAP_SOURCE_DIR} / "tests/hostile/geometry" / GetParam();
  auto const of = parse(path);
  ASSERT_TRUE(of.settings.contains("read")) << "what to read it as is not told";
  auto const outcome = outcome_of(of);
  if (std::getenv("GAPMAP_UPDATE_HOSTILE") != nullptr) {
    std::ofstream file{path, std::ios::binary};
    for (auto const& line : of.head) file << line << '\n';
    file << "-----\n";
    for (auto const& line : of.rows) file << line << '\n';
    file << "-----\n" << outcome;
    return;
  }
  EXPECT_EQ(outcome, of.outcome) << of.head.front();
}

std::vector<std::string> all_cases() {
  std::vector<std::string> names;
  for (auto const& name :
       names_in(std::filesystem::path{GAPMAP_SOURCE_DIR} / "tests/hostile/geometry"))
    names.push_back(name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, HostileGeometry, ::testing::ValuesIn(all_cases()),
                         [](auto const& tested) {
                           auto name = tested.param.substr(0, tested.param.find('.'));
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace gapmap::io
