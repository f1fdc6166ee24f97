#pragma once
// Names of roads, for readers of the results: nothing that travels asks for a name. A street is
// thousands of segments, so each text is kept once and roads refer to it.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/units/column.h"
#include "gapmap/units/id.h"

namespace gapmap {

/// The id of a name; none() for a road without a name.
using NameId = Id<struct NameTag>;

/// The texts of names, one after the other, by id.
class NamePool {
 public:
  NamePool() = default;
  /// Makes a pool of the columns of another pool: the text of `id` begins at `first[id]` and ends
  /// where the next one begins; the last entry of `first` is the end of all texts.
  /// Requires: the two columns fit together.
  NamePool(Column<char> text, Column<std::uint64_t> first);

  [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
  /// Returns the text of `id`; empty for none(). It is valid as long as the pool lives and does not
  /// grow.
  [[nodiscard]] std::string_view operator[](NameId id) const;

  [[nodiscard]] Column<char> const& text() const noexcept { return text_; }
  [[nodiscard]] Column<std::uint64_t> const& first() const noexcept { return first_; }

 private:
  friend class NameCollector;
  Column<char> text_;
  Column<std::uint64_t> first_{0};
};

/// Makes a pool. Equal texts get one id, in the order of first use.
class NameCollector {
 public:
  /// Returns the id of `name`; none() for the empty text.
  /// Cost: O(length), expected.
  NameId add(std::string_view name);

  [[nodiscard]] NamePool const& pool() const noexcept { return pool_; }
  [[nodiscard]] NamePool take() && noexcept { return std::move(pool_); }

 private:
  void grow();
  /// Returns the slot of `name`: where it stands or would stand in `slots_`.
  [[nodiscard]] std::size_t slot_of(std::string_view name) const;

  NamePool pool_;
  std::vector<NameId> slots_;  ///< open-addressing hash table, a power of two, at most half full
};

}  // namespace gapmap
