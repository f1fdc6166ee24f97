#pragma once
// Files written at once or piece by piece, with every write checked.

#include <fstream>
#include <string>
#include <string_view>

namespace gapmap::io {

/// Creates or replaces `path`. Throws InputError if not every byte was written.
void write_file(std::string const& path, std::string_view bytes);

/// Gathers what is appended and writes it in large pieces. Throws InputError if the disk fails or
/// is full.
class StreamedFile {
 public:
  /// Creates or replaces `path`.
  explicit StreamedFile(std::string path);

  void append(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= kPiece) flush();
  }
  /// Overwrites the beginning of the file.
  /// Requires: at least as many bytes were appended before.
  void replace_beginning(std::string_view bytes);
  void close();

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 20U;
  void flush();
  void check() const;

  std::string path_;
  std::string buffer_;
  std::ofstream file_;
};

}  // namespace gapmap::io
