#include "gapmap/io/detail/osm_objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/o5m_input.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/osm/object.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "gapmap/io/detail/osm_versions.h"
#include "gapmap/io/detail/osm_xml_objects.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kTypes = 3;

std::size_t type_of(osmium::OSMObject const& object) {
  return osmium::item_type_to_nwr_index(object.type());
}

/// Returns the name of the format in libosmium.
std::string format_name(OsmFile const& file) {
  std::string name = file.format == OsmFormat::Pbf ? "pbf" : "o5m";
  if (file.packing == OsmPacking::Gzip) name += ".gz";
  if (file.packing == OsmPacking::Bzip2) name += ".bz2";
  return name;
}

/// Throws if tags contain zero bytes. libosmium finds tags by the zero byte after each key and
/// value; one more within a text would make it read beyond the last.
void refuse_zero_bytes(osmium::OSMObject const& object) {
  auto const& tags = object.tags();
  auto const* const first = tags.data() + sizeof(osmium::TagList);
  auto const* const end = tags.data() + tags.byte_size();
  bool const is_whole = tags.empty() || (end[-1] == 0 && std::count(first, end, 0) % 2 == 0);
  if (is_whole) return;
  throw std::runtime_error{fmt::format("{} {} has a tag with a zero byte",
                                       osmium::item_type_to_name(object.type()), object.id())};
}

/// Reads every object with its version until `take` returns false.
template <class Take>
PositionsInWays read(OsmFile const& file, OsmKinds kinds, Take const& take) {
  if (file.format == OsmFormat::Xml) return read_osm_xml(file, kinds, take);
  using osmium::osm_entity_bits::type;
  static_assert(static_cast<type>(OsmKinds::Nodes) == type::node &&
                static_cast<type>(OsmKinds::Ways) == type::way &&
                static_cast<type>(OsmKinds::Relations) == type::relation &&
                static_cast<type>(OsmKinds::All) == type::nwr);
  osmium::io::Reader reader{osmium::io::File{file.path, format_name(file)},
                            static_cast<type>(kinds), osmium::io::read_meta::yes};
  while (auto const buffer = reader.read()) {
    for (auto const& object : buffer.select<osmium::OSMObject>()) {
      refuse_zero_bytes(object);
      if (!take(object)) return PositionsInWays::No;
    }
  }
  reader.close();
  return PositionsInWays::No;
}

/// Whether each object counts, by type and in the order of the file.
using Current = std::array<std::vector<bool>, kTypes>;

Current find_current(OsmFile const& file, OsmKinds kinds, OsmVisit const& visit) {
  std::array<OsmVersions, kTypes> versions;
  read(file, kinds, [&](osmium::OSMObject const& object) {
    stop_if_asked();
    auto& of_type = versions[type_of(object)];
    if (visit.is_wanted && !visit.is_wanted(object)) {
      of_type.skip();
    } else {
      of_type.add(object.id(), object.version(), !object.visible());
    }
    return true;
  });
  Current current;
  for (std::size_t type = 0; type < kTypes; ++type)
    current[type] = std::move(versions[type]).current();
  return current;
}

}  // namespace

PositionsInWays visit_osm_objects(OsmFile const& file, OsmKinds kinds, OsmVisit const& visit) {
  visit.begin();
  std::array<OsmSequence, kTypes> sequences;
  bool is_plain = true;
  auto const positions = read(file, kinds, [&](osmium::OSMObject const& object) {
    stop_if_asked();
    auto& sequence = sequences[type_of(object)];
    sequence.add(object.id());
    is_plain = sequence.is_ascending();
    if (is_plain && object.visible()) visit.take(object);
    return is_plain;
  });
  if (is_plain) return positions;

  auto const current = find_current(file, kinds, visit);
  visit.begin();
  std::array<std::size_t, kTypes> next{};
  return read(file, kinds, [&](osmium::OSMObject const& object) {
    stop_if_asked();
    auto const type = type_of(object);
    if (current[type][next[type]++]) visit.take(object);
    return true;
  });
}

void read_as_osm(std::string const& path, std::function<void()> const& work) {
  try {
    work();
  } catch (InputError const&) {
    throw;
  } catch (Stopped const&) {
    throw;
  } catch (std::exception const& error) {
    if (is_shortage(error)) throw;
    throw InputError{{path},
                     std::string{"cannot be read as OpenStreetMap data: "} + error.what(),
                     "check that the file is whole"};
  }
}

std::string first_of(osmium::TagList const& tags, std::initializer_list<char const*> keys) {
  for (auto const* key : keys) {
    auto const* value = tags.get_value_by_key(key);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

}  // namespace gapmap::io
