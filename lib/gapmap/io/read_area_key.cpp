#include "gapmap/io/read_area_key.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "gapmap/io/detail/area_rows.h"
#include "gapmap/io/detail/language_fields.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/schemas.h"
#include "gapmap/places/codes.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::io {
namespace {

constexpr std::array kCodes{"kunta", "municipality_code", "kuntakoodi", "kuntanro", "kuntatunnus"};
constexpr std::array kNames{"municipality_name_fi", "kunta_name_fi", "kunta_name", "kuntanimi",
                            "municipality_name",    "name_fi",       "nimi",       "name"};
constexpr std::array kNamesOfLevel{"_name_fi", "_name", "_nimi", "_name_sv", "_name_en"};
constexpr std::string_view kCodeOfLevel = "_code";
constexpr std::array kUsualLevels{kCountyLevel, "maakunta"};

template <class Names>
std::optional<FieldIndex> first_of(Table const& table, Names const& names) {
  for (auto const* const name : names) {
    if (auto const field = table.find_field(name)) return field;
  }
  return std::nullopt;
}

struct LevelFields {
  std::string level;
  FieldIndex code;
  std::optional<FieldIndex> name;
  LanguageFields languages;
};

std::optional<LevelFields> fields_of(Table const& table, std::string const& level) {
  auto const code = table.find_field(level + std::string{kCodeOfLevel});
  if (!code) return std::nullopt;
  for (auto const* const suffix : kNamesOfLevel) {
    if (auto const name = table.find_field(level + suffix))
      return LevelFields{level, *code, name, LanguageFields::of_level(table, level)};
  }
  return LevelFields{level, *code, std::nullopt, {}};
}

std::vector<std::string> levels_in(Table const& table) {
  std::vector<std::string> levels;
  for (auto const& field : table.fields()) {
    if (field.ends_with(kCodeOfLevel)) {
      levels.push_back(field.substr(0, field.size() - kCodeOfLevel.size()));
    }
  }
  return levels;
}

std::vector<LevelFields> find_levels(Table const& table, std::vector<std::string> const& asked) {
  std::vector<LevelFields> levels;
  for (auto const& level : asked) {
    auto fields = fields_of(table, level);
    if (!fields) {
      throw InputError{
          table.where(), fmt::format("has no level \"{}\" (`area-levels`)", level),
          meant_or(level, levels_in(table),
                   fmt::format("its levels are {}", fmt::join(levels_in(table), ", ")))};
    }
    levels.push_back(*std::move(fields));
  }
  if (!asked.empty()) return levels;
  for (auto const* const level : kUsualLevels) {
    if (auto fields = fields_of(table, level)) levels.push_back(*std::move(fields));
  }
  if (levels.empty()) {
    throw InputError{table.where(),
                     fmt::format("has none of the levels {}", fmt::join(kUsualLevels, ", ")),
                     fmt::format("choose with `area-levels`; its levels are {}",
                                 fmt::join(levels_in(table), ", "))};
  }
  return levels;
}

/// One level while its rows are read: municipalities and names, by code as the source writes it.
struct LevelRows {
  std::vector<std::pair<std::string, std::string>> municipalities;  ///< with the code of the level
  std::map<std::string, std::string> names;
  std::map<std::string, NamesByLanguage> names_by_language;
};

AreaKeyLevel finished(LevelFields const& fields, LevelRows const& rows) {
  auto width = code_width(fields.level + std::string{kCodeOfLevel});
  if (width == 0) {
    for (auto const& [code, name] : rows.names) width = std::max(width, code.size());
  }
  AreaKeyLevel level{.name = fields.level, .zones = {}, .of_municipality = {}};
  std::map<std::string, std::string> names;
  for (auto const& [code, name] : rows.names) names.emplace(padded_code(code, width), name);
  std::map<std::string, NamesByLanguage> by_language;
  for (auto const& [code, its] : rows.names_by_language)
    by_language.emplace(padded_code(code, width), its);
  std::map<std::string, ZoneId> zones;
  for (auto const& [code, name] : names) {
    zones.emplace(
        code, level.zones.push_back(
                  {.code = code, .name = name.empty() ? code : name, .names = by_language[code]}));
  }
  for (auto const& [municipality, code] : rows.municipalities) {
    level.of_municipality.emplace(municipality, zones.at(padded_code(code, width)));
  }
  return level;
}

}  // namespace

AreaKeyRead read_area_key(AreaKeyInput const& input) {
  auto table = Table::open(input.source);
  auto const code_field = first_of(table, kCodes);
  if (!code_field) {
    throw InputError{table.where(), "none of its fields holds codes of municipalities",
                     fmt::format("call it {}; its fields are {}", fmt::join(kCodes, " or "),
                                 fmt::join(table.fields(), ", "))};
  }
  auto const name_field = first_of(table, kNames);
  auto const levels = find_levels(table, input.has_all_levels ? levels_in(table) : input.levels);

  AreaKey key;
  ImportReport report{.input = "area key",
                      .source = input.source,
                      .layer = table.name(),
                      .recognised = {},
                      .crs = "no geometry"};
  report.files = table.fingerprints();
  std::vector<LevelRows> rows(levels.size());
  table.visit([&](Record const& record) {
    ++report.rows;
    auto const code = record.text(*code_field);
    if (!code) return report.count("no code", record.row());
    auto const bare = places::bare_code(*code);
    auto const name = name_field ? record.text(*name_field) : std::nullopt;
    if (!key.municipalities.emplace(bare, name.value_or(*code)).second) {
      return report.count("municipality that an earlier row has as well", *code);
    }
    for (std::size_t l = 0; l < levels.size(); ++l) {
      auto const area = record.text(levels[l].code);
      if (!area) {
        report.count({"no area of the level {}", levels[l].level}, *code, Consequence::Used);
        continue;
      }
      rows[l].municipalities.emplace_back(bare, padded_code(*area, 0));
      auto const area_name = levels[l].name ? record.text(*levels[l].name) : std::nullopt;
      rows[l].names.emplace(padded_code(*area, 0), area_name.value_or(""));
      rows[l].names_by_language.try_emplace(padded_code(*area, 0),
                                            levels[l].languages.names(record));
    }
    ++report.rows_used;
  });
  report.files = table.fingerprints();
  if (key.municipalities.empty()) {
    throw InputError{table.where(), "has no rows", "check that it is the right file"};
  }
  std::vector<std::string> names;
  for (std::size_t l = 0; l < levels.size(); ++l) {
    key.levels.push_back(finished(levels[l], rows[l]));
    names.push_back(levels[l].level);
  }
  report.recognised =
      fmt::format("area key (code {}, levels {})",
                  table.fields()[static_cast<std::size_t>(*code_field)], fmt::join(names, ", "));
  count_oddities(table, nullptr, report);
  return {std::move(key), std::move(report)};
}

}  // namespace gapmap::io
