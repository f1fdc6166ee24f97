#include <cmath>

#include "gapmap/io/archive.h"
#include "gapmap/io/cell_id.h"
#include "gapmap/io/detail/coordinate_text.h"
#include "gapmap/io/detail/degrees.h"
#include "gapmap/io/detail/field_names.h"
#include "gapmap/io/detail/filter_words.h"
#include "gapmap/io/remote.h"
#include "gapmap/io/detail/server_words.h"
#include "gapmap/io/source.h"
#include "gapmap/io/detail/suppressed_number.h"
#include "gapmap/io/detail/text_encoding.h"
#include "gapmap/places/address_index.h"
#include "gapmap/places/codes.h"
#include "gapmap/places/gazetteer.h"
#include "gapmap/places/spelling.h"
#include "gapmap/places/street_names.h"
#include "gapmap/units/blanks.h"
#include "tests/fuzz/target.h"

namespace gapmap::fuzz {
namespace {

void cell_ids(std::string_view text) {
  if (auto const cell = io::parse_cell_id(text)) {
    expect(cell->size_m > 0 && std::isfinite(cell->size_m), "a square has a size");
    expect(std::isfinite(cell->lower_left.x) && std::isfinite(cell->lower_left.y),
           "a square is somewhere");
  }
  if (auto const grid = io::parse_grid_name(text)) {
    expect(grid->size_m > 0 && std::isfinite(grid->size_m), "squares of a grid have a size");
    expect(grid->year >= 0 && grid->year <= 9999, "a year has four digits");
  }
}

void sources(std::string_view text) {
  auto const source = io::parse_source(text);
  expect(source.path.size() + source.layer.size() <= text.size(), "nothing is added to a name");
  bool const has_escapes = text.find("'\\''") != std::string_view::npos;
  expect(has_escapes || text.find(source.path) != std::string_view::npos,
         "a path is a part of its text");
  (void)io::is_remote(text);
  if (text.find('\0') == std::string_view::npos) (void)io::file_of(std::string{text});
}

void server_words(std::string_view text) { (void)io::words_of_server(text); }

void codes(std::string_view bytes) {
  auto const text = io::is_utf8(bytes) ? std::string{bytes} : io::from_windows_1252(bytes);
  auto const bare = places::bare_code(text);
  expect(places::bare_code(bare) == bare, "a bare code is bare");
  expect(bare.size() <= text.size(), "nothing is added to a code");
  auto const name = io::plain_field_name(text);
  (void)io::is_known_field(text);
  (void)io::is_known_field(name);
  (void)io::is_missing_mark(text);
  (void)io::has_minutes(text);
  for (auto const axis : {io::Axis::East, io::Axis::North}) {
    if (auto const value = io::parse_coordinate(text, axis, {}))
      expect(std::isfinite(*value), "a coordinate is finite");
  }
  auto const line =
      in_one_line(io::is_utf8(text) ? std::string{text} : io::from_windows_1252(text));
  expect(in_one_line(line) == line && without_blanks_around(line) == line, "a line is one line");
  if (auto const range = io::parse_suppressed(text))
    expect(range->low <= range->high, "a range has its lower end below");
}

/// The first line is looked for among the others.
void spelling(std::string_view text) {
  auto const utf8 = io::is_utf8(text) ? std::string{text} : io::from_windows_1252(text);
  auto const names = lines_of(utf8);
  std::vector<NamedPoint> entries;
  for (auto const name : names) {
    auto const plain = places::plain_spelling(name);
    expect(io::is_utf8(plain), "a plain spelling is UTF-8");
    expect(places::plain_spelling(plain) == plain, "a plain spelling is plain");
    expect(io::is_utf8(places::ascii_spelling(plain)), "letters without marks are UTF-8");
    (void)places::has_lost_letters(plain);
    (void)places::may_be(plain, places::plain_spelling(names.front()));
    entries.push_back({std::string{name}, {static_cast<double>(entries.size()), 0}});
  }
  if (names.empty()) return;
  Gazetteer const gazetteer{entries};
  auto const match = gazetteer.find(names.back(), {});
  expect((match.located == Located::Found) == (match.entry != nullptr), "what is found is there");
  bool const has_letters = !places::plain_spelling(names.back()).empty();
  if (has_letters)
    expect(match.located != Located::Unknown, "a name of the gazetteer is known to it");
}

/// The last line is looked for among all lines, whatever stands in them.
void addresses(std::string_view text) {
  auto const utf8 = io::is_utf8(text) ? std::string{text} : io::from_windows_1252(text);
  AddressIndex index;
  auto const municipality = index.municipality({"491", true});
  std::vector<places::WrittenStreet> asked;
  for (auto const line : lines_of(utf8)) {
    auto const written = places::parse_address(line);
    for (auto const& street : written.streets) {
      expect(!street.name.empty(), "a street has a name");
      expect(street.house.last == 0 || street.house.last > street.house.number,
             "a range of numbers ascends");
      for (auto const& key : places::written_out(street.name))
        expect(io::is_utf8(key), "what an abbreviation means is UTF-8");
      index.add({.street = street.name, .house = street.house, .municipality = municipality});
    }
    expect(written.postal_code.empty() || places::parse_postal_code(written.postal_code) < 100'000,
           "a postal code has five digits");
    (void)places::parse_house_number(line);
    asked = written.streets;
  }
  index.finish();
  auto const match = index.find({.streets = asked, .municipality = {"491", true}});
  expect(asked.empty() || match.outcome == AddressOutcome::Found,
         "an address that was added is found");
}

/// Two columns, and one text that holds both.
void coordinate_text(std::string_view bytes) {
  auto const text = io::is_utf8(bytes) ? std::string{bytes} : io::from_windows_1252(bytes);
  (void)io::holds_coordinates(text);
  auto const lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const written = io::written_coordinate(lines[i]);
    if (!written) continue;
    expect(std::isfinite(written->value), "a coordinate that is written is finite");
    expect(io::written_coordinate(without_blanks_around(lines[i])).has_value(),
           "blanks around a coordinate say nothing");
    if (i == 0) continue;
    auto const before = io::written_coordinate(lines[i - 1]);
    if (before && io::is_in_finland(*before, *written))
      expect(std::abs(before->value) < 1e8 && std::abs(written->value) < 1e8,
             "what is in Finland is on Earth");
  }
}

void filter_words(std::string_view text) {
  std::string const filter{text};
  std::size_t letters = 0;
  for (auto const& word : io::filter_words(filter)) {
    letters += word.text.size();
    bool const is_known = text.find(word.text) != std::string_view::npos;
    expect(word.is_quoted || is_known, "an unquoted word is a part of the filter");
  }
  expect(letters <= text.size(), "nothing is added to a filter");
  for (auto const& comparison : io::filter_comparisons(filter))
    expect(comparison.field.size() + comparison.value.size() < text.size(),
           "a comparison is a part of its filter");
}

}  // namespace

std::vector<Target> names_targets() {
  return {{"cell_ids", cell_ids, 5000},
          {"sources", sources, 1000},
          {"server_words", server_words},
          {"codes", codes, 5000},
          {"spelling", spelling},
          {"addresses", addresses},
          {"coordinate_text", coordinate_text, 5000},
          {"filter_words", filter_words, 5000}};
}

}  // namespace gapmap::fuzz
