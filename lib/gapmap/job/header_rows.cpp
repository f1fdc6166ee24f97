#include "gapmap/job/header_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "gapmap/units/error.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

constexpr auto kInputs = std::to_array<std::string_view>(
    {"areas", "roads", "population", "places", "addresses", "gazetteer", "candidates",
     "population-official", "area-key", "costs", "demand"});

UsageError wrong(std::string const& what) {
  return {
      "header-row", what,
      fmt::format("write a row, 4, or rows of inputs, \"places=4, population=2\"; inputs are {}",
                  fmt::join(kInputs, ", "))};
}

std::size_t row_of(std::string_view text) {
  auto const row = parse_whole(text);
  if (!row || *row == 0) throw wrong(fmt::format("\"{}\" is no row", text));
  return *row;
}

std::string_view without_blanks(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

void declare_header_rows(Options& o, std::string& word) {
  o.add({"--header-row", "N",
         "Line of a text file, or row of a sheet, that has the names of the fields, in every input "
         "or as \"places=4, population=2\" (default: found)"},
        word);
}

void set_header_rows(std::string const& word,
                     std::vector<std::pair<std::string_view, io::Source*>> const& inputs,
                     Problems& problems) {
  if (word.empty()) return;
  problems.check([&] {
    std::string_view rest = word;
    while (!rest.empty()) {
      auto const comma = std::min(rest.find(','), rest.size());
      auto const part = without_blanks(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      auto const equals = part.find('=');
      bool const is_named = equals != std::string_view::npos;
      auto const name = is_named ? without_blanks(part.substr(0, equals)) : std::string_view{};
      auto const row = row_of(is_named ? without_blanks(part.substr(equals + 1)) : part);
      if (is_named && std::ranges::find(kInputs, name) == kInputs.end())
        throw wrong(fmt::format("\"{}\" is no input with rows", name));
      for (auto const& [input, source] : inputs) {
        if (!is_named || input == name) source->header_row = row;
      }
    }
  });
}

}  // namespace gapmap::job
