#include "gapmap/io/osm_file.h"

#include <bzlib.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>

#include "gapmap/io/remote.h"
#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

/// Bytes to examine, enough for comments that people write above the data.
constexpr std::size_t kLookedAt = std::size_t{16} << 10U;

using namespace std::string_view_literals;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string unpack_gzip(std::string_view packed) {
  std::string plain(kLookedAt, '\0');
  z_stream stream{};
  constexpr int kGzip = 16 + MAX_WBITS;
  if (inflateInit2(&stream, kGzip) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  inflate(&stream, Z_SYNC_FLUSH);
  plain.resize(plain.size() - stream.avail_out);
  inflateEnd(&stream);
  return plain;
}

std::string unpack_bzip2(std::string_view packed) {
  std::string plain(kLookedAt, '\0');
  bz_stream stream{};
  if (BZ2_bzDecompressInit(&stream, 0, 0) != BZ_OK) return {};
  stream.next_in = const_cast<char*>(packed.data());
  stream.avail_in = static_cast<unsigned>(packed.size());
  stream.next_out = plain.data();
  stream.avail_out = static_cast<unsigned>(plain.size());
  while (stream.avail_out > 0 && BZ2_bzDecompress(&stream) == BZ_OK && stream.avail_in > 0) {
  }
  plain.resize(plain.size() - stream.avail_out);
  BZ2_bzDecompressEnd(&stream);
  return plain;
}

/// Returns the name of the outermost XML element, whatever precedes it; empty if the text is not
/// XML.
std::string_view root_of(std::string_view text) {
  constexpr auto kBlank = " \t\r\n"sv;
  while (true) {
    auto const at = text.find_first_not_of(kBlank);
    if (at == std::string_view::npos || text[at] != '<') return {};
    text.remove_prefix(at);
    auto const end_of = [&]() -> std::string_view {
      if (text.starts_with("<!--")) return "-->";
      if (text.starts_with("<?")) return "?>";
      if (text.starts_with("<!")) return ">";
      return {};
    }();
    if (end_of.empty()) break;
    auto const end = text.find(end_of);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + end_of.size());
  }
  text.remove_prefix(1);
  return text.substr(0, text.find_first_of(" \t\r\n/>"));
}

/// Returns text without its byte order mark; for UTF-16, as PowerShell writes it, only the ASCII
/// letters.
std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string{bytes.substr(3)};
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return std::string{bytes};
  std::string text{bytes.substr(2)};
  std::erase(text, '\0');
  return text;
}

OsmFormat format_of(std::string_view bytes) {
  // A PBF begins with the length of the header of its first blob, which names its type.
  constexpr std::size_t kMostHeaderBytes = 64;
  if (bytes.starts_with("\0\0"sv) && contains(bytes.substr(0, kMostHeaderBytes), "OSMHeader"))
    return OsmFormat::Pbf;
  if (bytes.starts_with("\xFF\xE0\x04o5m2")) return OsmFormat::O5m;
  if (bytes.starts_with("\xFF\xE0\x04o5c2")) return OsmFormat::Changes;
  auto const text = plain_text(bytes);
  auto const root = root_of(text);
  if (root == "osm") return OsmFormat::Xml;
  if (root == "osmChange" || root == "osmAugmentedDiff") return OsmFormat::Changes;
  auto const first = text.find_first_not_of(" \t\r\n");
  bool const is_json = first != std::string::npos && text[first] == '{' &&
                       contains(text, "\"elements\"") && contains(text, "\"generator\"");
  return is_json ? OsmFormat::Json : OsmFormat::None;
}

std::string beginning_of(std::string const& path) {
  std::error_code ignored;
  // Reading a pipe would consume its bytes.
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  // Bzip2 returns nothing before the end of a block of 900 kB.
  constexpr std::size_t kBlock = std::size_t{1} << 20U;
  std::ifstream file{path, std::ios::binary};
  std::string bytes(kLookedAt, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() < kLookedAt || !bytes.starts_with("BZh")) return bytes;
  bytes.resize(kBlock);
  file.read(bytes.data() + kLookedAt, static_cast<std::streamsize>(kBlock - kLookedAt));
  bytes.resize(kLookedAt + static_cast<std::size_t>(file.gcount()));
  return bytes;
}

constexpr std::array kPacked{".gz"sv, ".bz2"sv, ".xz"sv, ".zst"sv};

bool is_named_as_osm(std::string const& path) {
  auto name = ascii_lower_case(path);
  for (auto const ending : kPacked) {
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  }
  constexpr std::array kEndings{".osm"sv, ".pbf"sv, ".osh"sv, ".osc"sv, ".o5m"sv, ".o5c"sv};
  return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

/// Returns what a file named as OpenStreetMap data is instead, and what to do.
std::pair<std::string, std::string> what_else(std::string_view bytes) {
  if (bytes.empty()) return {"is empty", "fetch it anew"};
  if (bytes.starts_with("\xFD"
                        "7zXZ") ||
      bytes.starts_with("\x28\xB5\x2F\xFD") || bytes.starts_with("PK\x03\x04"))
    return {"is packed in a way that is not read here", "unpack it, or pack it with gzip"};
  auto const text = ascii_lower_case(plain_text(bytes));
  if (root_of(text) == "html")
    return {"is a web page, no OpenStreetMap data",
            "open it in a browser: servers explain there why they gave nothing else"};
  if (contains(text, "\"featurecollection\""))
    return {"is GeoJSON, not OpenStreetMap data as its name says",
            "in Overpass turbo export \"raw OSM data\"; or, to have its lines read by their "
            "fields, name it .geojson"};
  return {"is no OpenStreetMap data, though its name says so",
          "check that the file is whole, and what it is"};
}

}  // namespace

OsmFile recognise_osm(std::string const& path, std::string_view beginning) {
  if (beginning.starts_with("\x1F\x8B"))
    return {path, format_of(unpack_gzip(beginning)), OsmPacking::Gzip};
  if (beginning.starts_with("BZh"))
    return {path, format_of(unpack_bzip2(beginning)), OsmPacking::Bzip2};
  return {path, format_of(beginning), OsmPacking::None};
}

OsmFile recognise_osm(std::string const& path) { return recognise_osm(path, beginning_of(path)); }

bool is_osm_file(std::string const& path) {
  return is_named_as_osm(path) || recognise_osm(path).format != OsmFormat::None;
}

InputError osm_for_gdal_only(InputError::Where const& where) {
  return {where, "is OpenStreetMap data that only GDAL can reach",
          "copy or unpack the file into a folder, and name it without layer or /vsi"};
}

OsmFile require_osm(Source const& source) {
  auto const& path = source.path;
  if (path.starts_with("/vsi") || is_remote(path)) throw osm_for_gdal_only({path});
  if (!source.layer.empty()) {
    throw InputError{
        {path},
        fmt::format("is OpenStreetMap data, which have no layer \"{}\" here", source.layer),
        fmt::format("name only the file, {}: its tags say what is a road or a place, "
                    "who may travel there and in which direction",
                    path)};
  }
  auto const beginning = beginning_of(path);
  auto file = recognise_osm(path, beginning);
  switch (file.format) {
    case OsmFormat::Xml:
    case OsmFormat::O5m:
      return file;
    case OsmFormat::Pbf:
      if (file.packing == OsmPacking::None) return file;
      throw InputError{{path},
                       "is OpenStreetMap PBF that was packed once more",
                       "unpack it with gunzip or bunzip2; PBF is packed already"};
    case OsmFormat::Changes:
      throw InputError{{path},
                       "holds changes of OpenStreetMap data (osmChange), not the data themselves",
                       "apply them to the extract they belong to: osmium apply-changes "
                       "extract.osm.pbf changes.osc.gz -o new.osm.pbf"};
    case OsmFormat::Json:
      throw InputError{{path}, "is OpenStreetMap data as JSON, which is not read", kAskForNodes};
    case OsmFormat::None:
      break;
  }
  auto const [what, hint] = what_else(beginning);
  throw InputError{{path}, what, hint};
}

}  // namespace gapmap::io
