#include "gapmap/engine/detail/accounts.h"

#include <algorithm>

#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"

namespace gapmap::engine {
namespace {

/// One way of using ferries: roads weighed, people and places attached to them.
template <CostType Cost>
struct Footing {
  job::Travel travel;
  WeighedRoads<Cost> weighed;
  reach::Ends ends;
};

template <CostType Cost>
Footing<Cost> footing_with(Ferries ferries, CoverageResult<Cost> const& result,
                           Listener& listener) {
  auto const& scene = result.scene;
  auto const& frame = *scene.frame;
  Footing<Cost> footing{.travel = result.job.travel, .weighed = *scene.weighed, .ends = scene.ends};
  if (ferries == footing.travel.profile.ferries) return footing;
  footing.travel.profile.ferries = ferries;
  if (!travel::has_ferries(scene.roads->assembly.network, result.job.travel.profile))
    return footing;
  footing.weighed = weigh_roads<Cost>(*scene.roads, footing.travel, listener,
                                      scene.box ? std::optional{scene.box->roads} : std::nullopt);
  listener.stage("attach to roads", [&] {
    auto places = scene.places;  // its report is that of the run itself
    footing.ends =
        reach::ends_of(attach_people(scene.population(), *scene.roads, footing.weighed, frame),
                       attach_places(places, *scene.roads, footing.weighed, frame), frame,
                       footing.travel.max_off_road);
  });
  return footing;
}

}  // namespace

template <CostType Cost>
std::vector<Account<Cost>> find_accounts(CoverageResult<Cost> const& result, Whose whose,
                                         PlacesOf const& anybodys, PlacesOf const& own,
                                         Doubts<Cost>& doubts, Listener& listener) {
  auto const& scene = result.scene;
  auto const& roads = *scene.roads;
  auto const& profile = result.job.travel.profile;
  auto const ferries = profile.ferries;
  bool const has_ferries = travel::has_ferries(roads.assembly.network, profile);
  auto const search = [&](AccountRule rule, Footing<Cost> const& footing) {
    auto const& places = rule.whose == Whose::Anybody ? anybodys : own;
    auto const reach = reach::own_nearest<Cost>(roads.graph, footing.weighed.costs, footing.ends,
                                                footing.travel.profile, places.clienteles,
                                                {.k = 1, .trip = footing.travel.trip});
    if (scene.box) {
      auto wanted = places.there_are;
      for (auto& count : wanted) count = std::min<std::size_t>(count, 1);
      doubts += doubts_about(*scene.box, roads, footing.weighed, footing.ends, reach, wanted,
                             footing.travel, scene.population());
    }
    return coverage::assess(reach, result.coverage.limit);
  };

  std::vector<Account<Cost>> accounts;
  accounts.reserve(kAccountRules.size());
  for (auto const rule : kAccountRules) accounts.push_back({rule, result.coverage});
  for (auto const now : {ferries, ferries == Ferries::Use ? Ferries::Avoid : Ferries::Use}) {
    if (now != ferries && !has_ferries) continue;
    auto const footing = footing_with(now, result, listener);
    for (auto& account : accounts) {
      if (account.rule.ferries != now || account.rule == AccountRule{whose, ferries}) continue;
      listener.stage("account " + std::string{name_of(account.rule)},
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

template std::vector<Account<Millimeters>> find_accounts(CoverageResult<Millimeters> const&, Whose,
                                                         PlacesOf const&, PlacesOf const&,
                                                         Doubts<Millimeters>&, Listener&);
template std::vector<Account<Milliseconds>> find_accounts(CoverageResult<Milliseconds> const&,
                                                          Whose, PlacesOf const&, PlacesOf const&,
                                                          Doubts<Milliseconds>&, Listener&);

}  // namespace gapmap::engine
