// What columns of text tell before any of their values is read.

#include <fmt/format.h>

#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/dataset_state.h"

namespace gapmap::io {
namespace {

/// Whether ids are numbers of which some have a meaningless decimal.
struct LearntIds {
  bool are_numbers = true;
  bool has_point_zeros = false;

  void add(std::string_view text) {
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool const is_whole = digits == text.size();
    bool const is_point_zero = digits > 0 && !is_whole &&
                               (text[digits] == '.' || text[digits] == ',') &&
                               digits + 1 < text.size() &&
                               text.find_first_not_of('0', digits + 1) == std::string_view::npos;
    are_numbers = are_numbers && (is_whole || is_point_zero);
    has_point_zeros = has_point_zeros || is_point_zero;
  }
};

}  // namespace

// NOLINTNEXTLINE(readability-function-cognitive-complexity): all fields in one pass.
void Table::learn(Uses const& uses) {
  struct Numbers {
    std::vector<FieldIndex> fields;
    NumberColumn::Of kind;
    NumberColumn column = {};
  };
  for (auto const& fields : uses.measures) {
    for (auto const field : fields) find_stored_texts(field);
  }
  for (auto const field : uses.counts) find_stored_texts(field);
  for (auto const field : uses.ids) find_stored_texts(field);
  std::vector<Numbers> numbers;
  std::vector<std::pair<FieldIndex, LearntIds>> ids;
  auto const add = [&](std::vector<FieldIndex> const& fields, NumberColumn::Of kind) {
    std::vector<FieldIndex> of_text;
    for (auto const field : fields) {
      if (is_text(field)) of_text.push_back(field);
    }
    if (!of_text.empty()) numbers.push_back({std::move(of_text), kind});
  };
  for (auto const& fields : uses.measures) add(fields, NumberColumn::Of::Measures);
  for (auto const field : uses.counts) add({field}, NumberColumn::Of::Counts);
  for (auto const field : uses.ids) {
    // Sheets only: a program that has a type for text chose it on purpose.
    if (state_->sheet) ids.emplace_back(field, LearntIds{});
  }
  if (numbers.empty() && ids.empty()) return;
  visit([&](Record const& record) {
    for (auto& [fields, kind, column] : numbers) {
      for (auto const field : fields) {
        auto const cell = static_cast<std::size_t>(field);
        auto const* const row = record.row_;
        auto const cell_is = row == nullptr ? CellKind::Text : row->kind(cell);
        if (cell_is == CellKind::Number) {
          column.add_number(row->cells[cell]);
        } else if (row != nullptr) {
          if (cell_is == CellKind::Text) column.add(row->cells[cell]);
        } else if (auto const text = record.text(field)) {
          column.add(*text);
        }
      }
    }
    for (auto& [field, column] : ids) {
      if (auto const text = record.text(field)) column.add(*text);
    }
  });
  auto& facts = state_->columns.facts;
  facts.resize(state_->fields.size());
  for (auto const& [fields, kind, column] : numbers) {
    auto const& name = state_->fields[static_cast<std::size_t>(fields.front())];
    if (auto const doubt = column.doubt(); kind == NumberColumn::Of::Counts && doubt) {
      throw InputError{
          where(),
          fmt::format("\"{}\" in field {} may be {} or {}, and no other number there tells which",
                      doubt->text, name, doubt->with_thousands, doubt->with_decimals),
          "write the numbers without a mark between thousands, as a cell format without one does"};
    }
    for (auto const field : fields) {
      auto& fact = facts[static_cast<std::size_t>(field)];
      fact.style = column.style(kind);
      fact.is_exact = kind == NumberColumn::Of::Measures;
    }
  }
  for (auto const& [field, column] : ids) {
    facts[static_cast<std::size_t>(field)].has_point_zeros =
        column.are_numbers && column.has_point_zeros;
  }
}

}  // namespace gapmap::io
