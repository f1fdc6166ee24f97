#pragma once
// Text, numbers and whole columns in a file that is mapped for reading. Magic, byte order, version,
// size and checksum are handled here, the contents of columns elsewhere.

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "gapmap/io/mapped_file.h"
#include "gapmap/io/source.h"
#include "gapmap/units/column.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

struct ColumnFormat {
  std::array<char, 8> magic;
  std::uint32_t version;
};

/// Words for errors about a file that cannot be used.
struct ColumnFileWords {
  std::string kind;        ///< "network file of gapmap"
  std::string what_to_do;  ///< "build it anew with …"
};

/// Alignment of columns, relative to the beginning of the file.
inline constexpr std::size_t kColumnAlignment = 64;

/// Writes values one after another, with no more memory than a block.
class ColumnSink {
 public:
  /// Throws InputError, as close() does, if not every byte could be written.
  ColumnSink(std::string path, ColumnFormat const& format);

  template <class T>
  void value(T const& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes(&value, sizeof(T));
  }
  void number(std::uint64_t number) { value(number); }
  void text(std::string_view text);
  template <class T>
  void column(std::span<T const> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    begin_column(values.size());
    bytes(values.data(), values.size_bytes());
    end_column();
  }
  /// Begins a column of `size` values that are written one by one.
  void begin_column(std::size_t size);
  void end_column() { pad(sizeof(std::uint64_t)); }

  /// Writes the header; a file that was not closed has no valid header.
  void close();

 private:
  void bytes(void const* data, std::size_t size);
  void pad(std::size_t alignment);
  void end_block();

  std::string path_;
  ColumnFormat format_;
  std::ofstream file_;
  std::string block_;
  std::vector<std::uint64_t> checksums_;
  std::size_t written_ = 0;  ///< bytes of the file, including those still in `block_`
};

/// Reads what a ColumnSink wrote. The checksum is verified before the first value is read; reading
/// beyond the end is still refused, as a broken promise of the program that wrote the file.
class ColumnStream {
 public:
  /// Throws InputError unless `path` is a complete, undamaged file of this format, version and byte
  /// order.
  ColumnStream(std::string const& path, ColumnFormat const& format, ColumnFileWords const& words);

  /// Returns the file itself, with size and checksum.
  [[nodiscard]] InputFile const& file() const noexcept { return file_; }

  [[nodiscard]] std::uint64_t number();
  /// Reads a number of items that follow, each of at least one byte.
  [[nodiscard]] std::size_t count();
  [[nodiscard]] std::string text();
  /// Returns a view of the file, which stays mapped as long as the view exists.
  template <class T>
  [[nodiscard]] Column<T> column() {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kColumnAlignment);
    auto const size = number();
    align(kColumnAlignment);
    expects(size <= mapped_.bytes.size() / sizeof(T), "a column lies within its file");
    std::span const values{reinterpret_cast<T const*>(take(size * sizeof(T))), size};
    align(sizeof(std::uint64_t));
    return Column<T>::borrowed(values, mapped_.keeper);
  }

 private:
  char const* take(std::size_t size);
  void align(std::size_t alignment) { at_ = (at_ + alignment - 1) / alignment * alignment; }

  InputFile file_;
  MappedFile mapped_;
  std::size_t at_ = 0;
};

}  // namespace gapmap::io
