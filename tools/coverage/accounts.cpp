#include "tools/coverage/accounts.h"

#include <algorithm>

#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"

namespace gapmap::tools {
namespace {

/// One way of using ferries: roads weighed, people and places attached to them.
template <CostType Cost>
struct Footing {
  Travel travel;
  WeighedRoads<Cost> weighed;
  reach::Ends ends;
};

template <CostType Cost>
Footing<Cost> footing_with(Ferries ferries, Found<Cost> const& found, WorkingFrame const& frame,
                           Console& console) {
  auto const& scene = found.scene;
  Footing<Cost> footing{.travel = found.travel, .weighed = scene.weighed, .ends = scene.ends};
  if (ferries == found.travel.profile.ferries) return footing;
  footing.travel.profile.ferries = ferries;
  if (!travel::has_ferries(scene.roads.assembly.network, found.travel.profile)) return footing;
  footing.weighed = weigh_roads<Cost>(scene.roads, footing.travel, console,
                                      found.box ? std::optional{found.box->roads} : std::nullopt);
  console.stage("attach to roads", [&] {
    auto halls = scene.halls;  // its report is that of the run itself
    footing.ends =
        reach::ends_of(attach_people(found.population, scene.roads, footing.weighed, frame),
                       attach_places(halls, scene.roads, footing.weighed, frame), frame,
                       found.travel.max_off_road);
  });
  return footing;
}

}  // namespace

template <CostType Cost>
std::vector<Account<Cost>> find_accounts(Found<Cost> const& found, Whose whose,
                                         PlacesOf const& anybodys, PlacesOf const& own,
                                         WorkingFrame const& frame, Doubts<Cost>& doubts,
                                         Console& console) {
  auto const& roads = found.scene.roads;
  auto const ferries = found.travel.profile.ferries;
  bool const has_ferries = travel::has_ferries(roads.assembly.network, found.travel.profile);
  auto const search = [&](AccountRule rule, Footing<Cost> const& footing) {
    auto const& places = rule.whose == Whose::Anybody ? anybodys : own;
    auto const reach = reach::own_nearest<Cost>(roads.graph, footing.weighed.costs, footing.ends,
                                                footing.travel.profile, places.clienteles,
                                                {.k = 1, .trip = footing.travel.trip});
    if (found.box) {
      auto wanted = places.there_are;
      for (auto& count : wanted) count = std::min<std::size_t>(count, 1);
      doubts += doubts_about(*found.box, roads, footing.weighed, footing.ends, reach, wanted,
                             footing.travel, found.population);
    }
    return coverage::assess(reach, found.coverage.limit);
  };

  std::vector<Account<Cost>> accounts;
  for (auto const rule : kAccountRules) accounts.push_back({rule, found.coverage});
  for (auto const now : {ferries, ferries == Ferries::Use ? Ferries::Avoid : Ferries::Use}) {
    if (now != ferries && !has_ferries) continue;
    auto const footing = footing_with(now, found, frame, console);
    for (auto& account : accounts) {
      if (account.rule.ferries != now || account.rule == AccountRule{whose, ferries}) continue;
      console.stage("account " + std::string{name_of(account.rule)},
                    [&] { account.coverage = search(account.rule, footing); });
    }
  }
  if (!has_ferries) {
    for (auto& account : accounts) {
      auto const same = std::ranges::find(accounts, AccountRule{account.rule.whose, ferries},
                                          &Account<Cost>::rule);
      if (account.rule.ferries != ferries) account.coverage = same->coverage;
    }
  }
  return accounts;
}

template std::vector<Account<Millimeters>> find_accounts(Found<Millimeters> const&, Whose,
                                                         PlacesOf const&, PlacesOf const&,
                                                         WorkingFrame const&, Doubts<Millimeters>&,
                                                         Console&);
template std::vector<Account<Milliseconds>> find_accounts(Found<Milliseconds> const&, Whose,
                                                          PlacesOf const&, PlacesOf const&,
                                                          WorkingFrame const&,
                                                          Doubts<Milliseconds>&, Console&);

}  // namespace gapmap::tools
