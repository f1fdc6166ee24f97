#include "gapmap/io/detail/totals_row.h"

#include <algorithm>
#include <array>

#include "gapmap/io/cell_id.h"
#include "gapmap/io/detail/suppressed_number.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

enum class Says : std::uint8_t { Nothing, Total, PerhapsTotal };

Says what_says(std::string_view text) {
  constexpr auto kTotal = std::to_array<std::string_view>(
      {"yhteensa", "yht", "kaikkiaan", "total", "totals", "totalt", "sammanlagt", "inalles"});
  auto const plain = places::spelling_key(text);
  std::string_view const whole = plain;
  auto const first = whole.substr(0, whole.find_first_of(" :"));
  auto last = whole;
  while (last.ends_with(':') || last.ends_with(' ')) last.remove_suffix(1);
  if (auto const space = last.rfind(' '); space != std::string_view::npos)
    last.remove_prefix(space + 1);
  auto const is_total = [&](std::string_view word) {
    return std::ranges::find(kTotal, word) != kTotal.end();
  };
  if (is_total(first) || is_total(last)) return Says::Total;
  return first == "summa" || last == "summa" || whole == "kaikki" || whole == "alla"
             ? Says::PerhapsTotal
             : Says::Nothing;
}

}  // namespace

bool says_total(Record const& record, Table const& table) {
  bool is_perhaps = false;
  std::size_t words = 0;
  for (std::size_t i = 0; i < table.fields().size(); ++i) {
    auto const text = record.text(static_cast<FieldIndex>(i));
    if (!text || parse_number(*text, {}) || is_missing_mark(*text)) continue;
    ++words;
    auto const says = what_says(*text);
    if (says == Says::Total) return true;
    is_perhaps = is_perhaps || says == Says::PerhapsTotal;
  }
  return is_perhaps && words == 1;
}

bool is_nowhere(Record const& record, Recognised const& fields) {
  if (fields.schema->position != Position::CellId) return is_without_position(record, fields);
  auto const field = fields.field(Role::Id);
  auto const id = field ? record.text(*field) : std::nullopt;
  return !id || !parse_cell_id(*id);
}

}  // namespace gapmap::io
