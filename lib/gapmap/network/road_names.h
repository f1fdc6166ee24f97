#pragma once
// What roads are called, for whoever reads the results: nothing that travels asks for a name. A
// street is thousands of segments, so each text is kept once and roads refer to it.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/units/column.h"
#include "gapmap/units/id.h"

namespace gapmap {

/// None: a road without a name.
using NameId = Id<struct NameTag>;

/// Texts by id, one after the other.
class NamePool {
 public:
  NamePool() = default;
  /// Takes over columns that another pool gave: the text of `id` begins at `first[id]` and ends
  /// where the next begins, the last entry being the end of all. Requires: they fit together.
  NamePool(Column<char> text, Column<std::uint64_t> first);

  [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
  /// Empty for none. Valid as long as the pool lives and does not grow.
  [[nodiscard]] std::string_view operator[](NameId id) const;

  [[nodiscard]] Column<char> const& text() const noexcept { return text_; }
  [[nodiscard]] Column<std::uint64_t> const& first() const noexcept { return first_; }

 private:
  friend class NameCollector;
  Column<char> text_;
  Column<std::uint64_t> first_{0};
};

/// Makes a pool: the same text gets the same id, in the order of first use.
class NameCollector {
 public:
  /// None for the empty text. Cost: O(length), expected.
  NameId add(std::string_view name);

  [[nodiscard]] NamePool const& pool() const noexcept { return pool_; }
  [[nodiscard]] NamePool take() && noexcept { return std::move(pool_); }

 private:
  void grow();
  /// Where `name` stands in `slots_`, or would.
  [[nodiscard]] std::size_t slot_of(std::string_view name) const;

  NamePool pool_;
  std::vector<NameId> slots_;  ///< open addressing, at most half full, a power of two
};

}  // namespace gapmap
