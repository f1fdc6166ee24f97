#include "gapmap/network/detail/osm_access.h"

#include <algorithm>
#include <array>

namespace gapmap::network {
namespace {

// Values that open a way. Values that neither open nor close (unknown, variable, a spelling
// mistake) leave the general rule as it is.
constexpr std::array<std::string_view, 14> kOpen{
    "yes",       "permissive", "designated", "destination", "customers", "official", "public",
    "residents", "resident",   "dismount",   "discouraged", "allowed",   "true",     "1"};
constexpr std::array<std::string_view, 16> kClosed{
    "no",   "private",   "agricultural", "forestry", "emergency", "military",
    "psv",  "bus",       "restricted",   "delivery", "permit",    "hov",
    "taxi", "employees", "use_sidepath", "false"};

struct AccessRule {
  Mode mode;
  std::array<OsmKey, 4> keys;  ///< general keys first: a later key overrides an earlier one
};

constexpr std::array kAccess{
    AccessRule{Mode::Car,
               {OsmKey::Access, OsmKey::Vehicle, OsmKey::MotorVehicle, OsmKey::Motorcar}},
    AccessRule{Mode::Bike, {OsmKey::Access, OsmKey::Vehicle, OsmKey::Bicycle, OsmKey::None}},
    AccessRule{Mode::Walk, {OsmKey::Access, OsmKey::Foot, OsmKey::None, OsmKey::None}},
};

}  // namespace

Verdict verdict_of(std::string_view value) {
  if (value.empty()) return Verdict::Silent;
  if (std::ranges::find(kClosed, value) != kClosed.end()) return Verdict::Closed;
  if (std::ranges::find(kOpen, value) != kOpen.end()) return Verdict::Open;
  // A list is closed if every part is: "agricultural;forestry", "private;delivery".
  auto const separator = value.find(';');
  if (separator == std::string_view::npos) return Verdict::Silent;
  auto const first = verdict_of(value.substr(0, separator));
  auto const rest = verdict_of(value.substr(separator + 1));
  if (first == Verdict::Open || rest == Verdict::Open) return Verdict::Open;
  return first == Verdict::Closed && rest == Verdict::Closed ? Verdict::Closed : Verdict::Silent;
}

ModeSet with_access(ModeSet permitted, KnownTags const& tags, Direction direction,
                    GeneralOpens general_opens) {
  auto const ward = direction == Direction::Along
                        ? 1
                        : 2;  // offset of the key for this direction, after the key for both
  for (auto const& rule : kAccess) {
    auto verdict = Verdict::Silent;
    bool opens = false;
    for (auto const key : rule.keys) {
      if (key == OsmKey::None) continue;
      auto said = verdict_of(tags[static_cast<OsmKey>(static_cast<int>(key) + ward)]);
      if (said == Verdict::Silent) said = verdict_of(tags[key]);
      if (said == Verdict::Silent) continue;
      verdict = said;
      opens =
          general_opens == GeneralOpens::Yes || (key != OsmKey::Access && key != OsmKey::Vehicle);
    }
    if (verdict == Verdict::Open && opens) permitted.insert(rule.mode);
    if (verdict == Verdict::Closed) permitted.erase(rule.mode);
  }
  return permitted;
}

}  // namespace gapmap::network
