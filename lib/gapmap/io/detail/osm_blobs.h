#pragma once
// The outer layer of the PBF format: a file is a sequence of blobs, each compressed by itself, so
// that threads can share the work by blob. Source: OpenStreetMap wiki, PBF Format.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap::io {

/// Buffers for unpacking blobs, for one thread at a time.
class BlobReader {
 public:
  BlobReader();
  ~BlobReader();
  BlobReader(BlobReader&&) noexcept;
  BlobReader& operator=(BlobReader&&) noexcept;

 private:
  friend class OsmBlobs;
  struct Inflater;
  std::vector<char> packed_;
  std::vector<char> plain_;
  std::unique_ptr<Inflater> inflater_;
};

class OsmBlobs {
 public:
  /// Finds the blobs that hold data and checks that the header requires no unknown feature. Throws
  /// std::exception if the file cannot be read, is truncated, or is not PBF.
  explicit OsmBlobs(std::string const& path);
  ~OsmBlobs();
  OsmBlobs(OsmBlobs const&) = delete;
  OsmBlobs& operator=(OsmBlobs const&) = delete;

  [[nodiscard]] std::size_t size() const noexcept { return blobs_.size(); }
  /// Whether the header says that objects may occur in several versions, or deleted.
  [[nodiscard]] bool has_history() const noexcept { return has_history_; }
  /// Returns the total packed size of the blobs from `first` on.
  [[nodiscard]] std::uint64_t packed_bytes(std::size_t first) const noexcept {
    return first < size() ? size_ - blobs_[first].offset : 0;
  }
  [[nodiscard]] std::uint64_t packed_bytes_of(std::size_t blob) const noexcept {
    return blobs_[blob].bytes;
  }
  /// Returns the unpacked content of `blob`, valid until `reader` is used again. Throws
  /// std::exception if it is damaged. May be called from any thread.
  [[nodiscard]] std::string_view unpack(std::size_t blob, BlobReader& reader) const;

 private:
  struct Extent {
    std::uint64_t offset;
    std::uint32_t bytes;
  };
  void read(std::uint64_t offset, char* to, std::size_t bytes) const;
  [[nodiscard]] std::string_view unpack(Extent extent, BlobReader& reader) const;
  void check_header(Extent extent);

  int file_;
  std::uint64_t size_ = 0;
  std::vector<Extent> blobs_;
  bool has_history_ = false;
};

}  // namespace gapmap::io
