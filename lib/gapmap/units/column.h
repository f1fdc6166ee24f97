#pragma once
// A column of plain values: a vector that the column owns while it is built, or a view of memory
// that somebody else keeps, such as a mapped file.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace gapmap {

/// Values in memory that the column owns or borrows; reading does not show the difference. Borrowed
/// memory never changes: the first access that could change a borrowed column (own(), or any member
/// that is not const) makes it own a copy. Code that only reads therefore reads through a const
/// reference.
///
/// A copy of a borrowed column borrows the same memory and keeps it alive as well.
template <class T>
class Column {
 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = T const*;

  Column() = default;
  /// Not explicit: code that builds a column in a vector moves it in.
  Column(std::vector<T> values) : owned_(std::move(values)) {}
  Column(std::initializer_list<T> values) : owned_(values) {}
  explicit Column(std::size_t size) : owned_(size) {}
  Column(std::size_t size, T const& value) : owned_(size, value) {}

  /// Makes a view of `values`, which stay unchanged while `keeper` lives.
  /// Requires: `keeper` is not null.
  [[nodiscard]] static Column borrowed(
      std::span<T const> values,
      // NOLINTNEXTLINE(performance-unnecessary-value-param): it is moved, though into a template.
      std::shared_ptr<void const> keeper) {
    static_assert(std::is_trivially_copyable_v<T>);
    Column column;
    column.borrowed_ = values;
    column.keeper_ = std::move(keeper);
    return column;
  }
  [[nodiscard]] bool is_borrowed() const noexcept { return keeper_ != nullptr; }

  [[nodiscard]] T const* data() const noexcept {
    return is_borrowed() ? borrowed_.data() : owned_.data();
  }
  [[nodiscard]] std::size_t size() const noexcept {
    return is_borrowed() ? borrowed_.size() : owned_.size();
  }
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] T const& operator[](std::size_t i) const noexcept {
    return is_borrowed() ? borrowed_[i] : owned_[i];
  }
  [[nodiscard]] T const& back() const noexcept { return (*this)[size() - 1]; }
  [[nodiscard]] T const* begin() const noexcept { return data(); }
  [[nodiscard]] T const* end() const noexcept { return data() + size(); }

  /// Returns the vector to build on; a borrowed column is copied into it first.
  [[nodiscard]] std::vector<T>& own() {
    if (is_borrowed()) {
      owned_.assign(borrowed_.begin(), borrowed_.end());
      keeper_.reset();
    }
    return owned_;
  }
  /// Lets code that appends to a vector append to a column.
  operator std::vector<T>&() { return own(); }

  [[nodiscard]] T* data() { return own().data(); }
  [[nodiscard]] T& operator[](std::size_t i) { return own()[i]; }
  [[nodiscard]] T& back() { return own().back(); }
  [[nodiscard]] T* begin() { return own().data(); }
  [[nodiscard]] T* end() { return begin() + owned_.size(); }
  void reserve(std::size_t size) { own().reserve(size); }
  void resize(std::size_t size) { own().resize(size); }
  void assign(std::size_t size, T const& value) { own().assign(size, value); }
  void push_back(T value) { own().push_back(std::move(value)); }
  void append(std::span<T const> values) {
    own().insert(owned_.end(), values.begin(), values.end());
  }

  friend bool operator==(Column const& a, Column const& b) { return std::ranges::equal(a, b); }

 private:
  std::vector<T> owned_;
  std::span<T const> borrowed_;  ///< the values as long as `keeper_` is set
  std::shared_ptr<void const> keeper_;
};

}  // namespace gapmap
