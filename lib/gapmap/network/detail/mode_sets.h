#pragma once
// Sets of modes of travel that rules about roads name.

#include "gapmap/network/road.h"

namespace gapmap::network {

inline constexpr ModeSet kNone{};
inline constexpr ModeSet kCar = ModeSet::of(Mode::Car);
inline constexpr ModeSet kBike = ModeSet::of(Mode::Bike);
inline constexpr ModeSet kWalk = ModeSet::of(Mode::Walk);
inline constexpr ModeSet kBikeWalk = kBike | kWalk;
inline constexpr ModeSet kAll = ModeSet::all();

}  // namespace gapmap::network
