#include "gapmap/io/detail/field_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "gapmap/io/schemas.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string without_brackets(std::string_view name) {
  auto const open = name.find_first_of("([");
  bool const is_all = open == std::string_view::npos || name.find_first_not_of(" \t") == open;
  return std::string{is_all ? name : name.substr(0, open)};
}

std::string in_plain_letters(std::string_view name) {
  return places::spelling_key(without_brackets(name));
}

/// Returns the words of a plain name.
std::vector<std::string> words_in(std::string_view plain) {
  std::vector<std::string> words{""};
  for (char const c : plain) {
    if (is_lower_letter(c) || is_ascii_digit(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<std::string> words_of(std::string_view name) {
  return words_in(in_plain_letters(name));
}

/// Whether the word names a reference system, or nothing relevant, beside the word for the axis.
bool is_reference_system(std::string_view word) {
  constexpr auto kSystems = std::to_array<std::string_view>(
      {"etrs", "etrs89", "tm35fin", "tm35", "tm", "35fin", "fin", "euref", "wgs", "wgs84", "84",
       "ykj", "kkj", "epsg", "crs", "utm", "gk"});
  bool const is_zone =
      word.starts_with("gk") && std::ranges::all_of(word.substr(2), is_ascii_digit);
  bool const is_number = word.size() >= 2 && std::ranges::all_of(word, is_ascii_digit);
  return is_zone || is_number || std::ranges::find(kSystems, word) != kSystems.end();
}

bool says_nothing(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>({"koordinaatti",
                                                           "koordinaatit",
                                                           "koord",
                                                           "koordinat",
                                                           "coord",
                                                           "coordinate",
                                                           "coordinates",
                                                           "m",
                                                           "metri",
                                                           "metria",
                                                           "deg",
                                                           "sijainti",
                                                           "paikan",
                                                           "kohteen",
                                                           "point",
                                                           "piste",
                                                           "gps",
                                                           "geo",
                                                           "map",
                                                           "kartta",
                                                           "karttakoordinaatti"});
  return std::ranges::find(kWords, word) != kWords.end();
}

/// Kinds of pairs, best first.
enum class AxesKind : std::uint8_t { Degrees, Words, EastNorth, ItaPohjoinen, XY };

struct FieldAxis {
  AxesKind kind;
  bool is_east;
  std::string system;
};

struct AxisWord {
  std::string_view word;
  AxesKind kind;
  bool is_east;
};

constexpr auto kAxisWords = std::to_array<AxisWord>({
    {"lon", AxesKind::Degrees, true},
    {"lng", AxesKind::Degrees, true},
    {"long", AxesKind::Degrees, true},
    {"longitude", AxesKind::Degrees, true},
    {"longitud", AxesKind::Degrees, true},
    {"pituusaste", AxesKind::Degrees, true},
    {"pituus", AxesKind::Degrees, true},
    {"pituusasteet", AxesKind::Degrees, true},
    {"pituuspiiri", AxesKind::Degrees, true},
    {"longitudi", AxesKind::Degrees, true},
    {"lat", AxesKind::Degrees, false},
    {"latitude", AxesKind::Degrees, false},
    {"latitud", AxesKind::Degrees, false},
    {"leveysaste", AxesKind::Degrees, false},
    {"leveys", AxesKind::Degrees, false},
    {"leveysasteet", AxesKind::Degrees, false},
    {"leveyspiiri", AxesKind::Degrees, false},
    {"latitudi", AxesKind::Degrees, false},
    {"ita", AxesKind::Words, true},
    {"itainen", AxesKind::Words, true},
    {"east", AxesKind::Words, true},
    {"easting", AxesKind::Words, true},
    {"ost", AxesKind::Words, true},
    {"oster", AxesKind::Words, true},
    {"ostlig", AxesKind::Words, true},
    {"pohjoinen", AxesKind::Words, false},
    {"pohjois", AxesKind::Words, false},
    {"pohj", AxesKind::Words, false},
    {"north", AxesKind::Words, false},
    {"northing", AxesKind::Words, false},
    {"nord", AxesKind::Words, false},
    {"norr", AxesKind::Words, false},
    {"nordlig", AxesKind::Words, false},
    {"e", AxesKind::EastNorth, true},
    {"o", AxesKind::EastNorth, true},  // öst
    {"n", AxesKind::EastNorth, false},
    {"i", AxesKind::ItaPohjoinen, true},
    {"p", AxesKind::ItaPohjoinen, false},
    {"x", AxesKind::XY, true},
    {"y", AxesKind::XY, false},
});

std::optional<FieldAxis> axis_of_words(std::vector<std::string> words) {
  std::optional<FieldAxis> axis;
  std::string system;
  for (auto& word : words) {
    if (says_nothing(word)) continue;
    if (is_reference_system(word)) {
      system += word + ' ';
      continue;
    }
    for (std::string_view const ending :
         {"koordinaatti", "koordinat", "koord", "coordinate", "coord"}) {
      if (word.size() > ending.size() && word.ends_with(ending)) {
        word.erase(word.size() - ending.size());
        break;
      }
    }
    auto const* const known = std::ranges::find(kAxisWords, word, &AxisWord::word);
    if (known == kAxisWords.end()) return std::nullopt;
    // "Itäkoordinaatti E" names the same axis twice.
    if (axis && axis->is_east != known->is_east) return std::nullopt;
    if (!axis || known->kind < axis->kind) axis = FieldAxis{known->kind, known->is_east, {}};
  }
  if (axis) axis->system = system;
  return axis;
}

/// Returns the axis of a name; text in brackets counts if the words before it do not tell:
/// "Koordinaatti (itä)".
std::optional<FieldAxis> axis_of(std::string_view name) {
  auto const words = words_of(name);
  if (!std::ranges::all_of(words, says_nothing)) return axis_of_words(words);
  return axis_of_words(words_in(places::spelling_key(name)));
}

/// Returns "vaesto" for "Väestö yhteensä"; empty if the name has no word for a total, or no other
/// word.
std::string without_total(std::string_view name) {
  constexpr auto kTotal =
      std::to_array<std::string_view>({"yhteensa", "yht", "kaikkiaan", "kokonais", "total",
                                       "totalt", "totala", "sammanlagt", "summa"});
  std::string rest;
  bool has_total = false;
  for (auto const& word : words_of(name)) {
    bool const is_total = std::ranges::find(kTotal, word) != kTotal.end();
    has_total = has_total || is_total;
    if (!is_total) rest += word;
  }
  return has_total ? rest : std::string{};
}

std::set<std::string> all_known_names() {
  std::set<std::string> names{"wkt"};
  auto const add = [&](std::span<Schema const> schemas) {
    for (auto const& schema : schemas) {
      for (auto const& field : schema.fields) {
        for (auto const name : field.names) names.insert(plain_field_name(name));
      }
    }
  };
  add(zone_schemas());
  add(road_schemas());
  add(population_schemas());
  add(place_schemas(InWords::AddressesOrLocalities));
  add(gazetteer_schemas());
  add(address_schemas());
  add(official_schemas());
  for (auto const& family : population_families()) {
    for (auto const field : family.fields) names.insert(plain_field_name(field));
  }
  return names;
}

}  // namespace

std::string plain_field_name(std::string_view name) {
  std::string plain;
  for (char const c : in_plain_letters(name)) {
    auto const byte = static_cast<unsigned char>(c);
    if (is_lower_letter(c) || is_ascii_digit(c) || byte >= 0x80) plain += c;
  }
  return plain;
}

std::optional<FieldIndex> find_spelled_field(Table const& table, std::string_view name) {
  if (auto const exact = table.find_field(name)) return exact;
  auto const plain = plain_field_name(name);
  auto const& fields = table.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (plain_field_name(fields[i]) == plain) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

std::optional<FieldIndex> find_total_field(Table const& table, std::string_view name) {
  auto const plain = plain_field_name(name);
  auto const& fields = table.fields();
  auto const found = std::ranges::find_if(
      fields, [&](auto const& field) { return without_total(field) == plain; });
  if (plain.empty() || found == fields.end()) return std::nullopt;
  return static_cast<FieldIndex>(found - fields.begin());
}

bool is_known_field(std::string_view name) {
  static auto const known = all_known_names();
  if (known.contains(plain_field_name(name)) || axis_of(name)) return true;
  auto const rest = without_total(name);
  return !rest.empty() && known.contains(rest);
}

std::optional<CoordinateFields> find_coordinates(Table const& table) {
  auto const& fields = table.fields();
  std::vector<std::optional<FieldAxis>> axes;
  axes.reserve(fields.size());
  for (auto const& field : fields) axes.push_back(axis_of(field));
  for (auto const kind : {AxesKind::Degrees, AxesKind::Words, AxesKind::EastNorth,
                          AxesKind::ItaPohjoinen, AxesKind::XY}) {
    for (std::size_t x = 0; x < axes.size(); ++x) {
      if (!axes[x] || axes[x]->kind != kind || !axes[x]->is_east) continue;
      for (std::size_t y = 0; y < axes.size(); ++y) {
        if (!axes[y] || axes[y]->kind != kind || axes[y]->is_east) continue;
        if (axes[x]->system == axes[y]->system)
          return CoordinateFields{static_cast<FieldIndex>(x), static_cast<FieldIndex>(y),
                                  kind == AxesKind::Degrees};
      }
    }
  }
  return std::nullopt;
}

}  // namespace gapmap::io
