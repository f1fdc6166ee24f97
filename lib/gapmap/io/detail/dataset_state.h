#pragma once
// The state of a Table.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/detail/input_sheet.h"
#include "gapmap/io/detail/stored_text.h"

namespace gapmap::io {

/// Returns text as UTF-8; other bytes are taken for Windows-1252.
[[nodiscard]] std::string to_utf8(char const* text);

[[nodiscard]] UsageError unusable_filter(Source const& source,
                                         std::vector<std::string> const& fields);

struct Record::Columns {
  std::vector<ColumnFacts> facts = {};              ///< empty: nothing learnt
  std::optional<FieldIndex> shapes = std::nullopt;  ///< for a sheet: its column of well-known text
  bool are_filtered_trimmed = true;                 ///< false: the source has SQL of its own
  std::map<FieldIndex, StoredTexts> stored = {};    ///< for a layer: text among numbers
  std::set<std::string> of_numbers = {};            ///< names of fields read as numbers

  [[nodiscard]] ColumnFacts of(FieldIndex field) const {
    auto const index = static_cast<std::size_t>(field);
    return index < facts.size() ? facts[index] : ColumnFacts{};
  }
  /// Returns the stored text if it is not a number in a column of numbers, else null.
  [[nodiscard]] std::string const* stored_text(FieldIndex field, std::int64_t row) const {
    auto const of_field = stored.find(field);
    if (of_field == stored.end()) return nullptr;
    auto const text = of_field->second.find(row);
    return text == of_field->second.end() ? nullptr : &text->second;
  }
};

struct Table::State {
  Source source;
  WatchedFiles watched;
  std::shared_ptr<void> dataset = nullptr;  ///< GDALDatasetH; null for a sheet
  void* layer = nullptr;                    ///< OGRLayerH; null for a sheet
  std::optional<InputSheet> sheet = std::nullopt;
  std::string name = {};
  std::vector<std::string> fields = {};
  Record::Columns columns = {};
  /// Source::where, unless GDAL selects the rows.
  std::optional<RowCondition> condition = std::nullopt;
  Box near = {};  ///< only rows that touch it are read, in the layer's CRS; empty: all
};

}  // namespace gapmap::io
