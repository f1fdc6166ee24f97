// Who stands at a gate is on both sides of it, whoever may pass.

#include "gapmap/access/attach.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/flows.h"
#include "gapmap/reach/isochrone.h"
#include "gapmap/reach/k_nearest.h"
#include "gapmap/reach/matrix.h"
#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

/// A gate that stops cars in the middle of two kilometres, a home at either end and one at the
/// gate.
struct Gate {
  Gate() : town{drawn_town("a---------#---------b")} {
    auto const a = town.at('a');
    auto const b = town.at('b');
    Point const gate{(a.x + b.x) / 2, a.y};
    auto const attached = access::attach(std::vector{a, gate, b}, town.network(), town.frame());
    ends.cells = IdVector<CellId, Attachment>{attached};
    ends.places = IdVector<PlaceId, Attachment>{{attached[1]}};
    EXPECT_TRUE(attached[1].is_gate);
  }

  DrawnTown town;
  Ends ends;
};

/// Metres to the first place of each row, -1 where there is none.
std::vector<double> metres(ReachTable<Millimeters> const& reach, std::size_t cells) {
  std::vector<double> all;
  for (std::uint32_t c = 0; c < cells; ++c) {
    auto const nearest = reach.nearest(CellId{c});
    all.push_back(nearest ? std::round(static_cast<double>(nearest->cost.value()) / 1000) : -1);
  }
  return all;
}

TEST(Gates, APlaceAtAGateIsReachedFromEitherSide) {
  Gate const test;
  auto const& [town, ends] = test;
  std::vector<double> const expected{1000, 0, 1000};
  for (auto const trip : {Trip::ToPlace, Trip::FromPlace}) {
    EXPECT_EQ(metres(nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile(),
                                          {.trip = trip}),
                     3),
              expected);
    EXPECT_EQ(metres(k_nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile(),
                                            {.k = 2, .trip = trip}),
                     3),
              expected);
    EXPECT_EQ(metres(matrix<Millimeters>(town.graph(), town.costs(), ends, town.profile(),
                                         {.trip = trip}),
                     3),
              expected);
    EditableNearest<Millimeters> editable{
        town.graph(), town.costs(), ends, town.profile(), {.trip = trip}};
    EXPECT_EQ(metres(editable.table(), 3), expected);
    editable.remove(PlaceId{0U});
    EXPECT_EQ(metres(editable.table(), 3), (std::vector<double>{-1, -1, -1}));
    editable.move(PlaceId{0U}, ends.places[PlaceId{0U}]);
    EXPECT_EQ(metres(editable.table(), 3), expected);
  }
}

TEST(Gates, SomebodyAtAGateDoesNotOpenItForOthers) {
  Gate test;
  auto& [town, ends] = test;
  ends.places[PlaceId{0U}] = ends.cells[CellId{2U}];
  auto const reach = nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile());
  EXPECT_EQ(metres(reach, 3), (std::vector<double>{-1, 1000, 0}));
}

TEST(Gates, WaysToAPlaceAtAGateLeadOverBothSides) {
  Gate const test;
  auto const& [town, ends] = test;
  Population people;
  for (double const residents : {1, 2, 4}) {
    people.push_back({.id = "", .center = {}, .outline = {}, .residents = People{residents}});
  }
  Clientele const everybody{{CellId{0U}, CellId{1U}, CellId{2U}}, {PlaceId{0U}}};
  auto const reach = nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile());
  auto const flow =
      flows<Millimeters>(town.graph(), town.costs(), ends, town.profile(), std::span{&everybody, 1},
                         people, reach, {.limit = Millimeters{5'000'000}});
  std::vector<double> residents;
  for (auto const s : flow.ids()) {
    if (town.network().length(s) > Meters{0}) residents.push_back(flow[s].residents.value());
  }
  EXPECT_EQ(residents, (std::vector<double>{1, 4}));
}

TEST(Gates, AnIsochroneFromAGateGoesBothWays) {
  Gate const test;
  auto const& [town, ends] = test;
  auto const stretches = isochrone<Millimeters>(town.graph(), town.costs(), ends.places.values(),
                                                town.profile(), {.limits = {Millimeters{300'000}}});
  double sum = 0;
  for (auto const& stretch : stretches)
    sum += (stretch.to - stretch.from) * town.network().length(stretch.segment).value();
  EXPECT_NEAR(sum, 600, 1e-3);
}

}  // namespace
}  // namespace gapmap::reach
