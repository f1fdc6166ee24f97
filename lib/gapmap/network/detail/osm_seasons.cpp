#include "gapmap/network/detail/osm_seasons.h"

#include <algorithm>
#include <array>
#include <optional>

#include "gapmap/network/detail/osm_access.h"

namespace gapmap::network {
namespace {

/// Returns the first and the last month of a range in a condition, "no @ (May-Oct)" or "no @ (2024
/// Apr 15-Dec 1)"; 0 is January. Returns nothing if it names fewer than two months.
std::optional<std::array<std::size_t, 2>> months_of(std::string_view condition) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::array<std::size_t, 2> found{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < condition.size() && count < 2; ++at) {
    for (std::size_t m = 0; m < kMonths.size(); ++m) {
      if (condition.substr(at).starts_with(kMonths[m])) found[count++] = m;
      if (count == 2) break;
    }
  }
  return count == 2 ? std::optional{found} : std::nullopt;
}

struct ClosedMonths {
  bool some = false;
  bool february = false;
  bool july = false;
};

/// Returns when conditions that name months close a way; several conditions are separated by ";"
/// outside brackets.
ClosedMonths closed_months(KnownTags const& tags) {
  constexpr std::size_t kFebruary = 1;
  constexpr std::size_t kJuly = 6;
  ClosedMonths closed;
  for (auto const key : {OsmKey::AccessConditional, OsmKey::VehicleConditional,
                         OsmKey::MotorVehicleConditional, OsmKey::MotorcarConditional}) {
    for (auto text = tags[key]; !text.empty();) {
      auto const end = text.find(");");
      auto const clause = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
      auto const at = clause.find('@');
      if (at == std::string_view::npos) continue;
      auto value = clause.substr(0, at);
      value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
      value = value.substr(0, value.find(' '));
      auto const months = months_of(clause.substr(at));
      if (!months || verdict_of(value) != Verdict::Closed) continue;
      auto const [first, last] = *months;
      auto const holds_in = [&, first = first, last = last](std::size_t month) {
        return first <= last ? first <= month && month <= last : first <= month || month <= last;
      };
      closed.some = true;
      closed.february = closed.february || holds_in(kFebruary);
      closed.july = closed.july || holds_in(kJuly);
    }
  }
  return closed;
}

}  // namespace

Season season_of(KnownTags const& tags) {
  auto const seasonal = tags[OsmKey::Seasonal];
  bool const is_part = (!seasonal.empty() && seasonal != "no") || closed_months(tags).some ||
                       tags.has(OsmKey::WinterRoad, "yes") || tags.has(OsmKey::IceRoad, "yes");
  return is_part ? Season::PartOfYear : Season::AllYear;
}

bool is_ice_road(KnownTags const& tags) {
  auto const closed = closed_months(tags);
  if (closed.july && !closed.february) return true;
  return tags.has(OsmKey::Highway, "ice_road") || tags.has(OsmKey::Highway, "winter_road") ||
         tags.has(OsmKey::IceRoad, "yes") || tags.has(OsmKey::WinterRoad, "yes") ||
         tags.has(OsmKey::Seasonal, "winter") || tags.has(OsmKey::Surface, "ice");
}

}  // namespace gapmap::network
