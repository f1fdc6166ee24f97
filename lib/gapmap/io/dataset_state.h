#pragma once
// What a Table holds. Private to the dataset_ files.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/input_access.h"
#include "gapmap/io/input_sheet.h"

namespace gapmap::io {

/// Windows-1252 where it is no UTF-8.
[[nodiscard]] std::string to_utf8(char const* text);

[[nodiscard]] UsageError unusable_filter(Source const& source,
                                         std::vector<std::string> const& fields);

struct Record::Columns {
  std::vector<ColumnFacts> facts = {};              ///< empty: nothing learnt
  std::optional<FieldIndex> shapes = std::nullopt;  ///< of a sheet: well-known text

  [[nodiscard]] ColumnFacts of(FieldIndex field) const {
    auto const index = static_cast<std::size_t>(field);
    return index < facts.size() ? facts[index] : ColumnFacts{};
  }
};

struct Table::State {
  Source source;
  WatchedFiles watched;
  InputAccess access;
  std::shared_ptr<void> dataset = nullptr;  ///< GDALDatasetH; nothing of a sheet
  void* layer = nullptr;                    ///< OGRLayerH; nothing of a sheet
  std::optional<InputSheet> sheet = std::nullopt;
  std::string name = {};
  std::vector<std::string> fields = {};
  Record::Columns columns = {};
  /// Source::where of a sheet, which has no other filter.
  std::optional<RowCondition> condition = std::nullopt;
  Box near = {};  ///< only rows that touch it, in the layer's CRS; empty: everywhere
};

}  // namespace gapmap::io
