#pragma once
// The keys that the rules of osm_tags look at, found in one pass over an object's tags: a country
// has millions of ways, and asking for forty keys one by one would cost more than reading them.

#include <array>
#include <cstdint>
#include <string_view>

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {

/// The known keys. `X`, `XForward` and `XBackward` follow each other.
enum class OsmKey : std::uint8_t {
  None,
  Access,
  AccessForward,
  AccessBackward,
  Vehicle,
  VehicleForward,
  VehicleBackward,
  MotorVehicle,
  MotorVehicleForward,
  MotorVehicleBackward,
  Motorcar,
  MotorcarForward,
  MotorcarBackward,
  Bicycle,
  BicycleForward,
  BicycleBackward,
  Foot,
  FootForward,
  FootBackward,
  Maxspeed,
  MaxspeedForward,
  MaxspeedBackward,
  MaxspeedType,
  SourceMaxspeed,
  ZoneMaxspeed,
  Highway,
  Route,
  Junction,
  Motorroad,
  Sidewalk,
  Service,
  Construction,
  Impassable,
  Oneway,
  OnewayBicycle,
  OnewayFoot,
  OnewayVehicle,
  OnewayMotorVehicle,
  OnewayMotorcar,
  Cycleway,
  CyclewayLeft,
  CyclewayRight,
  CyclewayBoth,
  CyclewayLeftOneway,
  CyclewayRightOneway,
  CyclewayBothOneway,
  Surface,
  Tracktype,
  Smoothness,
  IceRoad,
  WinterRoad,
  Seasonal,
  Duration,
  Ferry,
  FerryCable,
  CableFerry,
  Name,
  NameFi,
  Barrier,
  Bollard,
  Locked,
  Tunnel,
  Bridge,
  Layer,
  Location,
  Disused,
  AccessConditional,
  VehicleConditional,
  MotorVehicleConditional,
  MotorcarConditional,
  Hgv,
  Bus,
  Maxweight,
  Maxheight,
  Amenity,
  PublicTransport,
  Entrance,
};

inline constexpr std::array<std::string_view, 77> kOsmKeys{"",
                                                           "access",
                                                           "access:forward",
                                                           "access:backward",
                                                           "vehicle",
                                                           "vehicle:forward",
                                                           "vehicle:backward",
                                                           "motor_vehicle",
                                                           "motor_vehicle:forward",
                                                           "motor_vehicle:backward",
                                                           "motorcar",
                                                           "motorcar:forward",
                                                           "motorcar:backward",
                                                           "bicycle",
                                                           "bicycle:forward",
                                                           "bicycle:backward",
                                                           "foot",
                                                           "foot:forward",
                                                           "foot:backward",
                                                           "maxspeed",
                                                           "maxspeed:forward",
                                                           "maxspeed:backward",
                                                           "maxspeed:type",
                                                           "source:maxspeed",
                                                           "zone:maxspeed",
                                                           "highway",
                                                           "route",
                                                           "junction",
                                                           "motorroad",
                                                           "sidewalk",
                                                           "service",
                                                           "construction",
                                                           "impassable",
                                                           "oneway",
                                                           "oneway:bicycle",
                                                           "oneway:foot",
                                                           "oneway:vehicle",
                                                           "oneway:motor_vehicle",
                                                           "oneway:motorcar",
                                                           "cycleway",
                                                           "cycleway:left",
                                                           "cycleway:right",
                                                           "cycleway:both",
                                                           "cycleway:left:oneway",
                                                           "cycleway:right:oneway",
                                                           "cycleway:both:oneway",
                                                           "surface",
                                                           "tracktype",
                                                           "smoothness",
                                                           "ice_road",
                                                           "winter_road",
                                                           "seasonal",
                                                           "duration",
                                                           "ferry",
                                                           "ferry:cable",
                                                           "cable_ferry",
                                                           "name",
                                                           "name:fi",
                                                           "barrier",
                                                           "bollard",
                                                           "locked",
                                                           "tunnel",
                                                           "bridge",
                                                           "layer",
                                                           "location",
                                                           "disused",
                                                           "access:conditional",
                                                           "vehicle:conditional",
                                                           "motor_vehicle:conditional",
                                                           "motorcar:conditional",
                                                           "hgv",
                                                           "bus",
                                                           "maxweight",
                                                           "maxheight",
                                                           "amenity",
                                                           "public_transport",
                                                           "entrance"};
static_assert(static_cast<std::size_t>(OsmKey::Entrance) + 1 == kOsmKeys.size());

/// Number of slots of a perfect hash, in which every known key has a slot of its own.
inline constexpr std::size_t kOsmKeySlots = 1024;
[[nodiscard]] constexpr std::size_t osm_key_slot(std::string_view key,
                                                 std::uint32_t seed) noexcept {
  auto const at = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(key[i]));
  };
  auto const mixed = static_cast<std::uint32_t>(key.size()) * 0x9E3779B1U + at(0) * 0x85EBCA77U +
                     at(key.size() / 3) * 0x165667B1U + at(key.size() / 2) * 0xC2B2AE3DU +
                     at(key.size() - 1) * 0x27D4EB2FU;
  return ((mixed * seed) >> 22U) % kOsmKeySlots;
}

struct OsmKeySlots {
  std::uint32_t seed = 1;
  std::array<OsmKey, kOsmKeySlots> keys{};
};

[[nodiscard]] consteval OsmKeySlots make_osm_key_slots() {
  for (std::uint32_t seed = 1;; seed += 2) {
    OsmKeySlots slots{.seed = seed};
    bool is_perfect = true;
    for (std::size_t i = 1; i < kOsmKeys.size() && is_perfect; ++i) {
      auto& slot = slots.keys[osm_key_slot(kOsmKeys[i], seed)];
      is_perfect = slot == OsmKey::None;
      slot = static_cast<OsmKey>(i);
    }
    if (is_perfect) return slots;
  }
}

/// The values of the known keys of one object; empty for keys it does not have.
class KnownTags {
 public:
  explicit KnownTags(OsmTags tags) noexcept {
    static constexpr auto kSlots = make_osm_key_slots();
    for (auto const& tag : tags.all()) {
      if (tag.key.empty()) continue;
      auto const key = kSlots.keys[osm_key_slot(tag.key, kSlots.seed)];
      auto& value = values_[static_cast<std::size_t>(key)];
      if (key != OsmKey::None && value.empty() &&
          kOsmKeys[static_cast<std::size_t>(key)] == tag.key)
        value = tag.value;
    }
  }
  [[nodiscard]] std::string_view operator[](OsmKey key) const noexcept {
    return values_[static_cast<std::size_t>(key)];
  }
  [[nodiscard]] bool has(OsmKey key, std::string_view value) const noexcept {
    return (*this)[key] == value;
  }

 private:
  std::array<std::string_view, kOsmKeys.size()> values_{};
};

}  // namespace gapmap::network
