#include "gapmap/io/detail/osm_xml_objects.h"

#include <expat.h>
#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <exception>
#include <future>
#include <memory>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap::io {
namespace {

using namespace std::string_view_literals;
using Attributes = XML_Char const**;

[[noreturn]] void damaged(std::string const& what) { throw std::runtime_error{what}; }

template <class Number>
Number number_of(std::string_view text, char const* of) {
  Number number = 0;
  auto const* const end = text.data() + text.size();
  auto const [read, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || read != end) damaged(fmt::format("\"{}\" is no {}", text, of));
  return number;
}

/// Returns `text` if it is a coordinate in range. libosmium would read "1e99" as 0 because of
/// integer overflow.
char const* coordinate(char const* text) {
  constexpr double kMost = 214;  // degrees that fit a 32-bit integer of 1e-7 degrees
  double degrees = 0;
  std::from_chars(text, text + std::strlen(text), degrees);
  if (std::abs(degrees) > kMost) damaged(fmt::format("\"{}\" is no coordinate", text));
  return text;
}

/// An object while its elements are read.
struct Open {
  osmium::item_type type = osmium::item_type::undefined;
  osmium::object_id_type id = 0;
  osmium::object_version_type version = 0;
  bool is_visible = true;
  bool is_wanted = false;
  osmium::Location location{};
  std::vector<osmium::NodeRef> nodes = {};
  std::vector<std::pair<std::string, std::string>> tags = {};
  struct Member {
    osmium::item_type type;
    osmium::object_id_type ref;
    std::string role;
  };
  std::vector<Member> members = {};

  void clear() {
    id = 0;
    version = 0;
    is_visible = true;
    location = osmium::Location{};
    nodes.clear();
    tags.clear();
    members.clear();
  }
};

osmium::item_type type_named(std::string_view name) {
  if (name == "node") return osmium::item_type::node;
  if (name == "way") return osmium::item_type::way;
  if (name == "relation") return osmium::item_type::relation;
  return osmium::item_type::undefined;
}

class Walk {
 public:
  Walk(OsmKinds kinds, std::function<bool(osmium::OSMObject const&)> const& take)
      : kinds_{kinds}, take_{take}, parser_{XML_ParserCreate(nullptr), XML_ParserFree} {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* walk, XML_Char const* name, Attributes attributes) {
          static_cast<Walk*>(walk)->guard([&](Walk& w) { w.start(name, attributes); });
        },
        [](void* walk, XML_Char const* /*name*/) {
          static_cast<Walk*>(walk)->guard([](Walk& w) { w.end(); });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* walk, XML_Char const* text, int bytes) {
      auto& w = *static_cast<Walk*>(walk);
      if (w.is_remark_) w.remark_.append(text, static_cast<std::size_t>(bytes));
    });
    // Entities of a few letters can expand to gigabytes.
    XML_SetEntityDeclHandler(
        parser_.get(), [](void* walk, XML_Char const*, int, XML_Char const*, int, XML_Char const*,
                          XML_Char const*, XML_Char const*, XML_Char const*) {
          static_cast<Walk*>(walk)->guard([](Walk&) { damaged("it declares entities"); });
        });
  }

  /// Returns false if no more objects are wanted.
  bool feed(std::string const& text, bool is_last) {
    auto const status =
        XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), is_last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    if (is_enough_) return false;
    if (status == XML_STATUS_ERROR) {
      damaged(fmt::format("line {}: {}", XML_GetCurrentLineNumber(parser_.get()),
                          XML_ErrorString(XML_GetErrorCode(parser_.get()))));
    }
    return true;
  }

  [[nodiscard]] PositionsInWays positions() const noexcept { return positions_; }

 private:
  /// Runs `work` and keeps its exception, which must not pass through expat, a C library.
  template <class Work>
  void guard(Work const& work) noexcept {
    if (failure_ || is_enough_) return;
    try {
      work(*this);
    } catch (...) {
      failure_ = std::current_exception();
    }
    if (failure_ || is_enough_) XML_StopParser(parser_.get(), XML_FALSE);
  }

  template <class Visit>
  static void each(Attributes attributes, Visit const& visit) {
    for (; *attributes != nullptr; attributes += 2)
      visit(std::string_view{attributes[0]}, attributes[1]);
  }

  void start(std::string_view name, Attributes attributes) {
    ++depth_;
    if (depth_ == 2) start_object(name, attributes);
    if (depth_ == 3 && object_.is_wanted) start_part(name, attributes);
  }

  void end() {
    if (depth_ == 2 && object_.is_wanted) {
      object_.is_wanted = false;
      is_enough_ = !give();
    }
    if (depth_ == 2 && is_remark_) end_remark();
    --depth_;
  }

  void start_object(std::string_view name, Attributes attributes) {
    object_.type = type_named(name);
    if (object_.type == osmium::item_type::undefined) {
      if (name == "action") damaged("it holds differences between two states, not one of them");
      is_remark_ = name == "remark";
      return;
    }
    object_.is_wanted = (static_cast<osmium::osm_entity_bits::type>(kinds_) &
                         osmium::osm_entity_bits::from_item_type(object_.type)) != 0;
    if (!object_.is_wanted) return;
    object_.clear();
    each(attributes, [&](std::string_view key, XML_Char const* value) {
      if (key == "id") {
        object_.id = number_of<osmium::object_id_type>(value, "id");
      } else if (key == "lon") {
        object_.location.set_lon(coordinate(value));
      } else if (key == "lat") {
        object_.location.set_lat(coordinate(value));
      } else if (key == "version") {
        object_.version = number_of<osmium::object_version_type>(value, "version");
      } else if (key == "visible") {
        if (value == "false"sv) object_.is_visible = false;
      } else if (key == "action") {
        // JOSM keeps deleted objects until they are uploaded.
        if (value == "delete"sv) object_.is_visible = false;
      }
    });
  }

  void start_part(std::string_view name, Attributes attributes) {
    if (name == "tag") {
      auto& [tag, text] = object_.tags.emplace_back();
      each(attributes, [&tag = tag, &text = text](std::string_view key, XML_Char const* value) {
        if (key == "k") tag = value;
        if (key == "v") text = value;
      });
    } else if (name == "nd") {
      osmium::NodeRef node;
      each(attributes, [&](std::string_view key, XML_Char const* value) {
        if (key == "ref") node.set_ref(number_of<osmium::object_id_type>(value, "id"));
        if (key == "lat") positions_ = PositionsInWays::Yes;
      });
      object_.nodes.push_back(node);
    } else if (name == "center") {
      positions_ = PositionsInWays::Yes;
    } else if (name == "member") {
      Open::Member member{};
      each(attributes, [&](std::string_view key, XML_Char const* value) {
        if (key == "type") member.type = type_named(value);
        if (key == "ref") member.ref = number_of<osmium::object_id_type>(value, "id");
        if (key == "role") member.role = value;
      });
      bool const is_known = member.type != osmium::item_type::undefined;
      if (is_known && member.role.size() <= osmium::max_osm_string_length)
        object_.members.push_back(std::move(member));
    }
  }

  /// Passes the finished object on. Returns false if no more objects are wanted.
  bool give() {
    buffer_.clear();
    switch (object_.type) {
      case osmium::item_type::node: {
        osmium::builder::NodeBuilder node{buffer_};
        node.set_location(object_.location);
        finish(node);
        break;
      }
      case osmium::item_type::way: {
        osmium::builder::WayBuilder way{buffer_};
        finish(way);
        break;
      }
      default: {
        osmium::builder::RelationBuilder relation{buffer_};
        finish(relation);
      }
    }
    buffer_.commit();
    return take_(buffer_.get<osmium::OSMObject>(0));
  }

  template <class Builder>
  void finish(Builder& object) {
    object.set_id(object_.id).set_version(object_.version).set_visible(object_.is_visible);
    object.set_user("");
    if (!object_.nodes.empty()) {
      osmium::builder::WayNodeListBuilder list{object};
      for (auto const& node : object_.nodes) list.add_node_ref(node);
    }
    if (!object_.members.empty()) {
      osmium::builder::RelationMemberListBuilder list{object};
      for (auto const& [type, ref, role] : object_.members) list.add_member(type, ref, role);
    }
    if (!object_.tags.empty()) {
      osmium::builder::TagListBuilder list{object};
      for (auto const& [key, value] : object_.tags) {
        // Longer tags are notes added by converters; OpenStreetMap has none, and none is used here.
        if (std::max(key.size(), value.size()) <= osmium::max_osm_string_length)
          list.add_tag(key, value);
      }
    }
  }

  /// Handles the remark with which Overpass ends an incomplete file.
  void end_remark() {
    is_remark_ = false;
    if (remark_.find("error") != std::string::npos)
      damaged(fmt::format("its server broke off: {}", remark_));
    remark_.clear();
  }

  OsmKinds kinds_;
  std::function<bool(osmium::OSMObject const&)> const& take_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  int depth_ = 0;
  Open object_;
  osmium::memory::Buffer buffer_{std::size_t{1} << 16U, osmium::memory::Buffer::auto_grow::yes};
  bool is_remark_ = false;
  std::string remark_;
  PositionsInWays positions_ = PositionsInWays::No;
  bool is_enough_ = false;
  std::exception_ptr failure_;
};

osmium::io::file_compression compression_of(OsmPacking packing) {
  switch (packing) {
    case OsmPacking::Gzip:
      return osmium::io::file_compression::gzip;
    case OsmPacking::Bzip2:
      return osmium::io::file_compression::bzip2;
    case OsmPacking::None:
      break;
  }
  return osmium::io::file_compression::none;
}

}  // namespace

PositionsInWays read_osm_xml(OsmFile const& file, OsmKinds kinds,
                             std::function<bool(osmium::OSMObject const&)> const& take) {
  auto const descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) damaged("the file cannot be opened");
  auto const source = osmium::io::CompressionFactory::instance().create_decompressor(
      compression_of(file.packing), descriptor);
  Walk walk{kinds, take};
  // The next part is unpacked while this one is parsed.
  auto const unpack = [&] { return source->read(); };
  auto next = std::async(std::launch::async, unpack);
  while (true) {
    auto const text = next.get();
    if (!text.empty()) next = std::async(std::launch::async, unpack);
    if (!walk.feed(text, text.empty()) || text.empty()) break;
  }
  if (next.valid()) next.wait();
  source->close();
  return walk.positions();
}

}  // namespace gapmap::io
