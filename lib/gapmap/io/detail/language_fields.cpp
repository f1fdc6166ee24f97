#include "gapmap/io/detail/language_fields.h"

#include <array>
#include <optional>
#include <span>

namespace gapmap::io {
namespace {

constexpr std::array<std::string_view, 6> kFinnish{"nimi",    "name_fi",   "nimi_fi",
                                                   "namefin", "kuntanimi", "nimi_suomi"};
constexpr std::array<std::string_view, 6> kSwedish{"namn",    "name_sv", "nimi_sv",
                                                   "nameswe", "namn_sv", "nimi_ruotsi"};
constexpr std::array<std::string_view, 3> kEnglish{"name_en", "nimi_en", "nameeng"};

std::optional<FieldIndex> first_of(Table const& table, std::span<std::string_view const> names) {
  for (auto const name : names) {
    if (auto const field = table.find_field(name)) return field;
  }
  return std::nullopt;
}

}  // namespace

LanguageFields LanguageFields::of_areas(Table const& table) {
  LanguageFields found;
  if (auto const field = first_of(table, kFinnish)) found.fields_.emplace_back("fi", *field);
  if (auto const field = first_of(table, kSwedish)) found.fields_.emplace_back("sv", *field);
  auto english = first_of(table, kEnglish);
  if (!english && !found.fields_.empty()) english = table.find_field("name");
  if (english) found.fields_.emplace_back("en", *english);
  return found;
}

LanguageFields LanguageFields::of_level(Table const& table, std::string const& level) {
  LanguageFields found;
  for (std::string_view const language : {"fi", "sv", "en"}) {
    auto const field = table.find_field(level + "_name_" + std::string{language});
    if (field) found.fields_.emplace_back(language, *field);
  }
  return found;
}

NamesByLanguage LanguageFields::names(Record const& record) const {
  NamesByLanguage names;
  if (fields_.size() < 2) return names;
  for (auto const& [language, field] : fields_) {
    if (auto name = record.text(field)) names.emplace(language, *std::move(name));
  }
  return names;
}

}  // namespace gapmap::io
