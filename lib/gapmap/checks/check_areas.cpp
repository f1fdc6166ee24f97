#include "gapmap/checks/check_areas.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/places/inspect_areas.h"

namespace gapmap::checks {
namespace {

constexpr Meters kSliverWidth{20};
constexpr double kLeastOverlap_m2 = 1;
constexpr double kLeastSliver_m2 = 100;
constexpr double kHectare_m2 = 10'000;

std::string area_in_words(double m2) {
  return m2 < kHectare_m2 ? fmt::format("{:.0f} m²", m2)
                          : fmt::format("{:.1f} ha", m2 / kHectare_m2);
}

/// Finds overlaps among `all`, which are municipalities or zones.
template <class All>
Findings check_overlaps(All const& all, Finding overlap) {
  for (auto const& shared : places::overlapping_areas(all, kLeastOverlap_m2)) {
    if (shared.shared_m2 > kHectare_m2) overlap.severity = Severity::Warning;
    count(overlap, fmt::format("{} and {}: {}", all[shared.first].name, all[shared.second].name,
                               area_in_words(shared.shared_m2)));
  }
  return if_any(std::move(overlap));
}

std::string input_of(Zoning const& zoning) { return "zones " + zoning.level; }

/// Returns for example "588 Pertunmaa: 507 Mäntyharju, merged on 1.1.2025".
std::string successor_in_words(MissingFromKey const& missing) {
  auto const who = fmt::format("{} {}", missing.code, missing.name);
  if (missing.successor.empty()) return who + ": nobody beside it is in the key";
  auto const why =
      missing.merged_on.empty() ? "longest border in common" : "merged on " + missing.merged_on;
  return fmt::format("{}: {} {}, {}", who, missing.successor, missing.successor_name, why);
}

}  // namespace

Findings check_borders(Municipalities const& areas) {
  auto findings =
      check_overlaps(areas, {.input = "areas",
                             .what = "areas that overlap",
                             .advice = "cells there go to the area with the larger share of them"});
  Finding sliver{.input = "areas",
                 .what = "strips between areas that belong to none",
                 .advice = "cells there go to the nearest area; snap the borders to each other"};
  for (auto const& land : places::slivers(areas, kSliverWidth, kLeastSliver_m2)) {
    if (land.m2 > kHectare_m2) sliver.severity = Severity::Warning;
    count(sliver, fmt::format("{} and {}: {} at ({:.0f}, {:.0f})", areas[land.beside[0]].name,
                              areas[land.beside[1]].name, area_in_words(land.m2), land.position().x,
                              land.position().y));
  }
  append(findings, if_any(std::move(sliver)));
  return findings;
}

Findings check_zone_borders(Zoning const& zoning) {
  return check_overlaps(
      zoning.zones, {.input = input_of(zoning),
                     .what = "zones that overlap",
                     .advice = "a cell is in one zone of a layer only, that with the larger share "
                               "of it: give nested zones as two layers"});
}

Findings check_empty_zones(Zoning const& zoning) {
  Finding empty{.input = input_of(zoning),
                .what = "zones without any cell of those studied: they have no figures"};
  for (auto const& zone : zoning.zones) {
    if (!zone.is_studied) count(empty, zone.name);
  }
  if (empty.rows == zoning.zones.size()) {
    empty.severity = Severity::Warning;
    empty.advice = "check that the layer is of the same region, and `zones-crs`";
  }
  return if_any(std::move(empty));
}

Findings check_area_key(std::vector<MissingFromKey> const& missing) {
  Finding finding{
      .severity = Severity::Warning,
      .input = "area key",
      .what = "municipalities that are not in the key: their residents count as outside"};
  std::string successors;
  for (auto const& each : missing) {
    count(finding, successor_in_words(each));
    if (each.cells > 0) finding.residents = finding.residents.value_or(People{0}) + each.residents;
    if (each.successor.empty()) continue;
    successors += fmt::format("{}{}={}", successors.empty() ? "" : ",", each.code, each.successor);
  }
  finding.advice = successors.empty() ? "take a key of the same year as the areas"
                                      : fmt::format(
                                            "take a key of the same year as the areas, or say "
                                            "`area-successors` \"{}\"",
                                            successors);
  return if_any(std::move(finding));
}

}  // namespace gapmap::checks
