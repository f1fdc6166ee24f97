#include "gapmap/report/hidden_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "gapmap/publishing/published.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {

using publishing::kHiddenColumn;
using tables::Column;
using tables::OutputTable;

std::string number_or_sign(Language language, std::optional<double> count) {
  return count ? number(language, *count) : kHiddenSign;
}

std::optional<HiddenNumbers> hidden_in(io::RunFacts const& facts) {
  if (!facts.published_below) return std::nullopt;
  return HiddenNumbers{*facts.published_below, facts.narrow_fields > 0, facts.is_public_grid};
}

std::optional<HiddenNumbers> hidden_in(io::ComparisonRecord const& record) {
  if (!record.publication) return std::nullopt;
  return HiddenNumbers{record.publication->below, !record.publication->narrow.empty(),
                       record.is_public_grid};
}

std::string publication_line(Language language, HiddenNumbers const& hidden) {
  auto line = sentence(language, "closing hidden_text", number(language, hidden.below));
  if (hidden.is_public_grid) line += label(language, "closing hidden_grid");
  return line;
}

bool is_published(OutputTable const& table) {
  return std::ranges::find(table.columns, kHiddenColumn, &Column::name) != table.columns.end();
}

std::string publication_note(Language language, std::optional<HiddenNumbers> const& hidden) {
  if (!hidden) return {};
  auto const below = number(language, hidden->below);
  auto note = sentence(language, "publication_note", kHiddenSign, below, below);
  auto const add = [&](char const* key) {
    note += ' ';
    note += label(language, key);
  };
  if (hidden->has_narrow) add("publication_narrow");
  add("publication_risk");
  if (hidden->is_public_grid) add("publication_grid");
  return note;
}

void show_hidden(OutputTable& table) {
  auto const found = std::ranges::find(table.columns, kHiddenColumn, &Column::name);
  if (found == table.columns.end()) return;
  auto const last = static_cast<std::size_t>(found - table.columns.begin());
  for (auto& row : table.rows) {
    auto const* const names = std::get_if<std::string>(&row[last]);
    std::string_view rest = names == nullptr ? std::string_view{} : *names;
    while (!rest.empty()) {
      auto const name = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      for (std::size_t c = 0; c < last; ++c) {
        if (table.columns[c].name == name) row[c] = kHiddenSign;
      }
    }
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(last));
  }
  table.columns.erase(found);
}

}  // namespace gapmap::report
