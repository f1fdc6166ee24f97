#pragma once
// Values indexed by one kind of id.

#include <utility>
#include <vector>

#include "gapmap/units/column.h"
#include "gapmap/units/id_range.h"

namespace gapmap {

template <class Index, class T, class Values = std::vector<T>>
class IdVector {
 public:
  using value_type = T;

  IdVector() = default;
  explicit IdVector(std::size_t size) : values_(size) {}
  IdVector(std::size_t size, T const& value) : values_(size, value) {}
  explicit IdVector(Values values) : values_(std::move(values)) {}

  [[nodiscard]] decltype(auto) operator[](Index id) { return values_[id.value()]; }
  [[nodiscard]] decltype(auto) operator[](Index id) const { return values_[id.value()]; }

  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
  [[nodiscard]] bool empty() const noexcept { return values_.empty(); }
  void reserve(std::size_t size) { values_.reserve(size); }
  void resize(std::size_t size) { values_.resize(size); }

  /// Appends `value` and returns its id.
  Index push_back(T value) {
    values_.push_back(std::move(value));
    return Index{values_.size() - 1};
  }

  /// Returns all ids in ascending order.
  [[nodiscard]] IdRange<Index> ids() const noexcept { return {0, values_.size()}; }

  [[nodiscard]] auto begin() noexcept { return values_.begin(); }
  [[nodiscard]] auto end() noexcept { return values_.end(); }
  [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
  [[nodiscard]] auto end() const noexcept { return values_.end(); }

  /// Returns the plain values, for spans and foreign interfaces.
  [[nodiscard]] Values const& values() const noexcept { return values_; }

  friend bool operator==(IdVector const&, IdVector const&) = default;

 private:
  Values values_;
};

/// An IdVector that may borrow its values, see Column.
template <class Index, class T>
using IdColumn = IdVector<Index, T, Column<T>>;

}  // namespace gapmap
