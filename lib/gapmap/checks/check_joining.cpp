#include "gapmap/checks/check_joining.h"

#include <fmt/format.h>

#include <array>

namespace gapmap::checks {
namespace {

/// Continuations of "whose nearest road is …".
constexpr std::array<std::string_view, kJoinings> kNearestRoad{
    "",
    "",
    "a motorway, a ramp or a road for motor traffic",
    "in a tunnel",
    "on a bridge",
    "a small component that connects to nothing",
    "one that leads nowhere"};

struct Moved {
  Finding cells{Severity::Note, "population", "", 0, People{0}};
  Finding places{Severity::Note, "places", "", 0};
};

}  // namespace

Findings check_joining(AttachedPeople const& people, NearestRoads const& nearest) {
  std::array<Moved, kJoinings> moved;
  Finding stay{Severity::Warning, "population",
               "cells on a road that leads nowhere, with no other within 500 m more: unreachable",
               0, People{0}};
  stay.advice =
      "look for one-way streets that only go in, and for breaks: gapmap network info shows them on "
      "a map (joining)";
  auto const farther = [](Attachment const& to, Attachment const& than) {
    return fmt::format("{:.0f} m instead of {:.0f} m", to.off_road.value(), than.off_road.value());
  };
  for (auto const c : people.cells.ids()) {
    auto const& at = people.cells[c];
    auto const& cell = people.population[c];
    auto const residents = cell.residents.value_or(People{0});
    if (at.is_attached() && nearest.homes_join[at.segment] == Joining::LeadsNowhere) {
      count(stay, cell.id);
      *stay.residents += residents;
    }
    auto const& other = nearest.cells[c];
    if (!other.is_attached() || other.segment == at.segment) continue;
    auto const why = nearest.homes_join[other.segment];
    if (why == Joining::Open) continue;
    auto& finding = moved[static_cast<std::size_t>(why)].cells;
    *finding.residents += residents;
    count(finding, fmt::format("{}: {}", cell.id, farther(at, other)));
  }
  for (auto const f : people.attached_places.ids()) {
    auto const& at = people.attached_places[f];
    auto const& other = nearest.places[f];
    if (!other.is_attached() || other.segment == at.segment) continue;
    auto const why = nearest.places_join[other.segment];
    if (why == Joining::Open) continue;
    auto& finding = moved[static_cast<std::size_t>(why)].places;
    count(finding, fmt::format("{}: {}", people.places[f].id, farther(at, other)));
  }
  Findings findings;
  if (*stay.rows > 0) findings.push_back(std::move(stay));
  for (std::size_t why = 0; why < moved.size(); ++why) {
    auto& [cells, places] = moved[why];
    cells.what = fmt::format("cells whose nearest road is {}: they join the next one that leads on",
                             kNearestRoad[why]);
    places.what =
        fmt::format("places whose nearest road is {}: they are on the next one that is led to",
                    kNearestRoad[why]);
    for (auto* finding : {&cells, &places}) {
      if (*finding->rows > 0) findings.push_back(std::move(*finding));
    }
  }
  return findings;
}

}  // namespace gapmap::checks
