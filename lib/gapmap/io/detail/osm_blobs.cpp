#include "gapmap/io/detail/osm_blobs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <protozero/pbf_message.hpp>
#include <stdexcept>

namespace gapmap::io {
namespace {

using protozero::tag_and_type;
// Fields of another type than in the format are skipped, since damaged data may contain anything.
constexpr auto kVarint = protozero::pbf_wire_type::varint;
constexpr auto kDelimited = protozero::pbf_wire_type::length_delimited;

// Limits set by the format.
constexpr std::size_t kMostHeaderBytes = std::size_t{64} << 10U;
constexpr std::size_t kMostBlobBytes = std::size_t{32} << 20U;

enum class BlobHeader : protozero::pbf_tag_type { Type = 1, DataSize = 3 };
enum class Blob : protozero::pbf_tag_type { Raw = 1, RawSize = 2, Zlib = 3 };
enum class HeaderBlock : protozero::pbf_tag_type { RequiredFeatures = 4 };

[[noreturn]] void damaged(std::string const& what) { throw std::runtime_error{what}; }

}  // namespace

struct BlobReader::Inflater {
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor{
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
};

BlobReader::BlobReader() : inflater_{std::make_unique<Inflater>()} {}
BlobReader::~BlobReader() = default;
BlobReader::BlobReader(BlobReader&&) noexcept = default;
BlobReader& BlobReader::operator=(BlobReader&&) noexcept = default;

OsmBlobs::OsmBlobs(std::string const& path) : file_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
  struct stat status {};
  if (file_ < 0 || ::fstat(file_, &status) != 0) damaged("the file cannot be opened");
  size_ = static_cast<std::uint64_t>(status.st_size);
  try {
    std::string header;
    bool has_header = false;
    for (std::uint64_t at = 0; at < size_;) {
      std::array<unsigned char, 4> length{};
      read(at, reinterpret_cast<char*>(length.data()), length.size());
      std::size_t const header_bytes = std::size_t{length[0]} << 24U |
                                       std::size_t{length[1]} << 16U |
                                       std::size_t{length[2]} << 8U | length[3];
      if (header_bytes == 0 || header_bytes > kMostHeaderBytes)
        damaged(fmt::format("no blob begins at byte {}", at));
      header.resize(header_bytes);
      read(at + length.size(), header.data(), header_bytes);
      std::string_view type;
      std::int64_t bytes = -1;
      protozero::pbf_message<BlobHeader> message{header};
      while (message.next()) {
        if (message.tag_and_type() == tag_and_type(BlobHeader::Type, kDelimited)) {
          type = message.get_view();
        } else if (message.tag_and_type() == tag_and_type(BlobHeader::DataSize, kVarint)) {
          bytes = message.get_int32();
        } else {
          message.skip();
        }
      }
      Extent const extent{at + length.size() + header_bytes, static_cast<std::uint32_t>(bytes)};
      if (bytes < 0 || extent.bytes > kMostBlobBytes)
        damaged(fmt::format("the blob at byte {} has no believable size", at));
      if (extent.offset + extent.bytes > size_) damaged("the file is truncated");
      if (type == "OSMHeader") {
        check_header(extent);
        has_header = true;
      } else if (!has_header) {
        damaged("it does not begin with a header");
      } else if (type == "OSMData") {
        blobs_.push_back(extent);
      }
      at = extent.offset + extent.bytes;
    }
    if (!has_header) damaged("the file is empty");
  } catch (...) {
    ::close(file_);
    throw;
  }
}

OsmBlobs::~OsmBlobs() { ::close(file_); }

void OsmBlobs::read(std::uint64_t offset, char* to, std::size_t bytes) const {
  while (bytes > 0) {
    auto const got = ::pread(file_, to, bytes, static_cast<off_t>(offset));
    if (got <= 0) damaged("the file is truncated");
    to += got;
    offset += static_cast<std::uint64_t>(got);
    bytes -= static_cast<std::size_t>(got);
  }
}

std::string_view OsmBlobs::unpack(std::size_t blob, BlobReader& reader) const {
  return unpack(blobs_[blob], reader);
}

std::string_view OsmBlobs::unpack(Extent extent, BlobReader& reader) const {
  reader.packed_.resize(extent.bytes);
  read(extent.offset, reader.packed_.data(), extent.bytes);
  std::string_view zlib;
  std::int64_t plain_bytes = -1;
  protozero::pbf_message<Blob> message{reader.packed_.data(), reader.packed_.size()};
  while (message.next()) {
    switch (message.tag_and_type()) {
      case tag_and_type(Blob::Raw, kDelimited):
        return message.get_view();
      case tag_and_type(Blob::RawSize, kVarint):
        plain_bytes = message.get_int32();
        break;
      case tag_and_type(Blob::Zlib, kDelimited):
        zlib = message.get_view();
        break;
      default:
        damaged(fmt::format(
            "the blob at byte {} is packed in another way than zlib; osmium cat packs it anew",
            extent.offset));
    }
  }
  if (plain_bytes < 0 || static_cast<std::size_t>(plain_bytes) > kMostBlobBytes) {
    damaged(fmt::format("the blob at byte {} has no believable size", extent.offset));
  }
  reader.plain_.resize(static_cast<std::size_t>(plain_bytes));
  // Without an argument for the number of bytes written, any number other than the announced one is
  // an error.
  if (libdeflate_zlib_decompress(reader.inflater_->decompressor.get(), zlib.data(), zlib.size(),
                                 reader.plain_.data(), reader.plain_.size(),
                                 nullptr) != LIBDEFLATE_SUCCESS) {
    damaged(fmt::format("the blob at byte {} cannot be unpacked", extent.offset));
  }
  return {reader.plain_.data(), reader.plain_.size()};
}

void OsmBlobs::check_header(Extent extent) {
  BlobReader reader;
  auto const block = unpack(extent, reader);
  protozero::pbf_message<HeaderBlock> message{block.data(), block.size()};
  while (message.next(HeaderBlock::RequiredFeatures, protozero::pbf_wire_type::length_delimited)) {
    auto const feature = message.get_view();
    if (feature == "HistoricalInformation") {
      has_history_ = true;
    } else if (feature != "OsmSchema-V0.6" && feature != "DenseNodes") {
      damaged(fmt::format("it needs \"{}\", which is not known here", feature));
    }
  }
}

}  // namespace gapmap::io
