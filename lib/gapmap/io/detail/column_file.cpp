#include "gapmap/io/detail/column_file.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <xxhash.h>

#include <algorithm>

#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kBlock = std::size_t{1} << 20U;  ///< bytes per block of the checksum

struct Header {
  std::array<char, 8> magic;
  std::uint32_t byte_order = kByteOrder;
  std::uint32_t version;
  std::uint64_t bytes;     ///< of the whole file
  std::uint64_t checksum;  ///< XXH3 of the XXH3s of the blocks after the header
};
static_assert(sizeof(Header) == 32);

std::uint64_t checksum_of(std::span<std::uint64_t const> checksums) {
  return XXH3_64bits(checksums.data(), checksums.size_bytes());
}

std::uint64_t checksum_of(std::string_view bytes) {
  std::vector<std::uint64_t> checksums((bytes.size() + kBlock - 1) / kBlock);
  auto const sum_up = [&](std::size_t i) {
    auto const block = bytes.substr(i * kBlock, kBlock);
    checksums[i] = XXH3_64bits(block.data(), block.size());
  };
  tbb::parallel_for(std::size_t{0}, checksums.size(), handed_on(sum_up));
  return checksum_of(checksums);
}

Header checked_header(std::string_view bytes, std::string const& path, ColumnFormat const& format,
                      ColumnFileWords const& words) {
  auto const refuse = [&](std::string const& what) {
    return InputError{{path}, what, words.what_to_do};
  };
  Header header{};
  if (bytes.size() < sizeof(Header))
    throw refuse(fmt::format("is no {}, or the beginning of one", words.kind));
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != format.magic) throw refuse(fmt::format("is no {}", words.kind));
  if (header.byte_order != kByteOrder)
    throw refuse("was made on a machine with another byte order");
  if (header.version != format.version) {
    throw refuse(fmt::format("was made by another version of gapmap (format {}, this one reads {})",
                             header.version, format.version));
  }
  if (header.bytes != bytes.size()) {
    throw refuse(fmt::format("is {} bytes long and should be {}: it was not copied whole",
                             bytes.size(), header.bytes));
  }
  if (checksum_of(bytes.substr(sizeof(Header))) != header.checksum)
    throw refuse("is damaged: its checksum does not fit");
  return header;
}

}  // namespace

ColumnSink::ColumnSink(std::string path, ColumnFormat const& format)
    : path_{std::move(path)}, format_{format}, file_{path_, std::ios::binary} {
  block_.reserve(kBlock);
  // The magic is written by close(), so that an unfinished file has no format.
  file_ << std::string(sizeof(Header), '\0');
  written_ = sizeof(Header);
}

void ColumnSink::bytes(void const* data, std::size_t size) {
  auto const* from = static_cast<char const*>(data);
  written_ += size;
  while (size > 0) {
    auto const fitting = std::min(size, kBlock - block_.size());
    block_.append(from, fitting);
    from += fitting;
    size -= fitting;
    if (block_.size() == kBlock) end_block();
  }
}

void ColumnSink::end_block() {
  if (block_.empty()) return;
  stop_if_asked();
  checksums_.push_back(XXH3_64bits(block_.data(), block_.size()));
  file_ << block_;
  block_.clear();
}

void ColumnSink::pad(std::size_t alignment) {
  constexpr std::array<char, kColumnAlignment> kNothing{};
  bytes(kNothing.data(), (alignment - written_ % alignment) % alignment);
}

void ColumnSink::text(std::string_view text) {
  number(text.size());
  bytes(text.data(), text.size());
  pad(sizeof(std::uint64_t));
}

void ColumnSink::begin_column(std::size_t size) {
  number(size);
  pad(kColumnAlignment);
}

void ColumnSink::close() {
  end_block();
  Header const header{.magic = format_.magic,
                      .version = format_.version,
                      .bytes = written_,
                      .checksum = checksum_of(checksums_)};
  file_.seekp(0);
  file_.write(reinterpret_cast<char const*>(&header), sizeof(Header));
  file_.close();
  if (!file_) {
    throw InputError{
        {path_}, "cannot be written", "check the disk and the permissions of the folder"};
  }
}

ColumnStream::ColumnStream(std::string const& path, ColumnFormat const& format,
                           ColumnFileWords const& words)
    : file_{.path = path, .held = stamp_of(path)}, mapped_{map_file(path)} {
  auto const header = checked_header(mapped_.bytes, path, format, words);
  file_.bytes = header.bytes;
  file_.xxh3 = fmt::format("{:016x}", header.checksum);
  at_ = sizeof(Header);
}

char const* ColumnStream::take(std::size_t size) {
  expects(at_ <= mapped_.bytes.size() && size <= mapped_.bytes.size() - at_,
          "a value lies within its file");
  at_ += size;
  return mapped_.bytes.data() + at_ - size;
}

std::uint64_t ColumnStream::number() {
  std::uint64_t number = 0;
  std::memcpy(&number, take(sizeof(number)), sizeof(number));
  return number;
}

std::size_t ColumnStream::count() {
  auto const count = number();
  expects(count <= mapped_.bytes.size(), "a list lies within its file");
  return count;
}

std::string ColumnStream::text() {
  auto const size = number();
  std::string text{take(size), size};
  align(sizeof(std::uint64_t));
  return text;
}

}  // namespace gapmap::io
