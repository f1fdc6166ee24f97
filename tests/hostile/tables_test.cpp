// Tables as people make them: each file of tables/ is one, with exactly what is read from it. The
// first line says what it is about; then come settings, the table, and the outcome, between lines
// of hyphens. {A0} stands for the byte. GAPMAP_UPDATE_HOSTILE=1 writes the outcomes anew.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "gapmap/io/read_places.h"
#include "gapmap/io/read_population.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

constexpr std::string_view kRule = "\n-----\n";

struct Case {
  std::filesystem::path path;
  std::string head;
  std::map<std::string, std::string> settings;
  std::string table;
  std::string outcome;
};

std::string contents(std::filesystem::path const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

Case parse(std::filesystem::path const& path) {
  Case parsed{.path = path, .head = {}, .settings = {}, .table = {}, .outcome = {}};
  auto const text = contents(path);
  auto const first = text.find(kRule);
  auto const second = text.find(kRule, first + 1);
  if (first == std::string::npos || second == std::string::npos) return parsed;
  parsed.head = text.substr(0, first);
  parsed.table = text.substr(first + kRule.size(), second + 1 - first - kRule.size());
  parsed.outcome = text.substr(second + kRule.size());
  std::istringstream lines{parsed.head};
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (auto const colon = line.find(": "); colon != std::string::npos)
      parsed.settings[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return parsed;
}

std::string with_bytes(std::string const& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 3 < text.size() && text[i + 3] == '}') {
      bytes += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 3;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

/// Of letters in the first 65 536.
std::string in_utf16(std::string const& utf8, bool is_little) {
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto const lead = static_cast<unsigned char>(utf8[i]);
    unsigned code = lead;
    int const more = lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (more > 0) code = lead & (more == 2 ? 0x0FU : 0x1FU);
    for (int k = 0; k < more; ++k)
      code = (code << 6U) | (static_cast<unsigned char>(utf8[++i]) & 0x3FU);
    auto const high = static_cast<char>(code >> 8U);
    auto const low = static_cast<char>(code & 0xFFU);
    bytes += is_little ? low : high;
    bytes += is_little ? high : low;
  }
  return bytes;
}

std::string encoded(Case const& of) {
  auto const bytes = with_bytes(of.table);
  auto const encoding =
      of.settings.contains("encoding") ? of.settings.at("encoding") : std::string{};
  if (encoding == "utf-16le") return "\xFF\xFE" + in_utf16(bytes, true);
  if (encoding == "utf-16be") return "\xFE\xFF" + in_utf16(bytes, false);
  if (encoding == "utf-16le without mark") return in_utf16(bytes, true);
  if (encoding == "utf-16be without mark") return in_utf16(bytes, false);
  return bytes;
}

std::string told(ImportReport const& report) {
  auto text = fmt::format("as {}; {}\n", report.recognised, report.crs);
  auto const remarks = remarks_of(report);
  if (!remarks.empty()) text += remarks + "\n";
  return text + fmt::format("{} of {} rows\n", report.rows_used, report.rows);
}

std::string range_of(std::optional<People> number, std::optional<PeopleRange> range) {
  if (number) return fmt::format("{}", number->value());
  return range ? fmt::format("{} to {}", range->low.value(), range->high.value()) : "unknown";
}

class HostileTables : public Reading, public ::testing::WithParamInterface<std::string> {
 protected:
  [[nodiscard]] Source source_of(Case const& of) const {
    auto const name = of.settings.contains("file") ? of.settings.at("file") : std::string{"t.csv"};
    Source source{file(name, encoded(of))};
    if (of.settings.contains("header-row"))
      source.header_row = std::stoul(of.settings.at("header-row"));
    if (of.settings.contains("where")) source.where = of.settings.at("where");
    return source;
  }

  [[nodiscard]] std::string read_places(Case const& of) const {
    PlaceInput input{source_of(of)};
    if (of.settings.contains("gazetteer")) {
      input.gazetteer = GazetteerInput{
          {file("names.csv", "nimi;x;y\n" + with_bytes(of.settings.at("gazetteer")) + "\n")}};
    }
    if (of.settings.contains("addresses")) {
      input.addresses = {
          {{file("addresses.csv", "katunimi;osoitenumero;kunta;x;y\n" +
                                      with_bytes(of.settings.at("addresses")) + "\n")}}};
    }
    auto const read = io::read_places(input, frame);
    std::string text;
    for (auto const& place : read.places) {
      text += fmt::format("{} | {} | {:.1f} {:.1f}", place.id, place.name, place.point.x,
                          place.point.y);
      if (place.capacity) text += fmt::format(" | room for {}", *place.capacity);
      if (!place.service.schedule.empty()) text += " | " + place.service.schedule;
      text += "\n";
    }
    return text + told(read.report);
  }

  [[nodiscard]] std::string read_people(Case const& of) const {
    PopulationInput input{source_of(of)};
    if (of.settings.contains("x")) input.x_field = of.settings.at("x");
    if (of.settings.contains("y")) input.y_field = of.settings.at("y");
    auto const read = read_population(input, frame);
    std::string text;
    for (auto const& cell : read.population) {
      text += fmt::format("{} | {} | {:.1f} {:.1f}{}", cell.id,
                          range_of(cell.residents, cell.residents_range), cell.center.x,
                          cell.center.y, cell.is_point ? "" : " square");
      for (auto const g : cell.groups.ids()) {
        std::optional<PeopleRange> range;
        for (auto const& [group, its] : cell.group_ranges) {
          if (group == g) range = its;
        }
        text += fmt::format(" | {} {}", read.groups[g].name, range_of(cell.groups[g], range));
      }
      text += "\n";
    }
    return text + told(read.report);
  }

  [[nodiscard]] std::string outcome_of(Case const& of) const {
    std::string text;
    try {
      text = of.settings.at("read") == "places" ? read_places(of) : read_people(of);
    } catch (std::exception const& error) {
      text = std::string{"error: "} + error.what() + "\n";
    }
    auto const folder = std::filesystem::path{path("x")}.parent_path().string() + "/";
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }
};

TEST_P(HostileTables, AreReadExactlySo) {
  auto const path = std::filesystem::path{GAPMAP_SOURCE_DIR} / "tests/hostile/tables" / GetParam();
  auto const of = parse(path);
  ASSERT_TRUE(of.settings.contains("read")) << "what to read it as is not told";
  auto const outcome = outcome_of(of);
  if (std::getenv("GAPMAP_UPDATE_HOSTILE") != nullptr) {
    std::ofstream file{path, std::ios::binary};
    file << of.head << kRule << of.table.substr(0, of.table.size() - 1) << kRule << outcome;
    return;
  }
  EXPECT_EQ(outcome, of.outcome) << of.head;
}

std::vector<std::string> all_cases() {
  std::vector<std::string> names;
  auto const folder = std::filesystem::path{GAPMAP_SOURCE_DIR} / "tests/hostile/tables";
  for (auto const& entry : std::filesystem::directory_iterator{folder})
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, HostileTables, ::testing::ValuesIn(all_cases()),
                         [](auto const& tested) {
                           auto name = tested.param.substr(0, tested.param.find('.'));
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace gapmap::io
