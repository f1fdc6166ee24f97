// Places that come, go and move, against a search from scratch after every edit, and in towns.
#include "gapmap/reach/editable_nearest.h"

#include <fmt/format.h>

#include "gapmap/access/attach.h"
#include "gapmap/units/error.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_ends.h"

namespace gapmap::reach {
namespace {

template <CostType Cost>
void expect_same(ReachTable<Cost> const& table, ReachTable<Cost> const& expected) {
  ASSERT_EQ(table.first_reach, expected.first_reach);
  ASSERT_EQ(table.reaches, expected.reaches);
  ASSERT_EQ(table.connections, expected.connections);
  ASSERT_EQ(table.off_road, expected.off_road);
  ASSERT_EQ(table.place_off_road, expected.place_off_road);
  ASSERT_EQ(table.place_is_attached, expected.place_is_attached);
  ASSERT_EQ(table.cutoff, expected.cutoff);
  ASSERT_EQ(table.k, expected.k);
}

/// One random network, on which places are edited and everything is searched again each time.
template <CostType Cost>
class Edits {
 public:
  Edits(Random& random, RandomEnds<Cost>& test, NearestOptions<Cost> const& options)
      : random_{random},
        test_{test},
        options_{options},
        edited_{test.graph, test.costs, test.ends, test.profile, options},
        before_{afresh()} {}

  void compare_first() {
    expect_same(edited_.table(), before_);
    EXPECT_TRUE(edited_.changed().empty());
  }

  /// The table is asked for every time or now and then, so that it is both patched and made anew.
  void edit(bool is_asked_for) {
    auto& places = test_.ends.places;
    bool const adds = places.empty() || random_.chance(0.3);
    if (adds) {
      auto const at = somewhere();
      auto const id = places.push_back(at);
      ASSERT_EQ(edited_.add(at), id);
    } else {
      PlaceId const place{random_.whole(0, static_cast<std::uint32_t>(places.size() - 1))};
      bool const removes = random_.chance(0.5);
      auto const to = removes ? Attachment{} : somewhere();
      places[place] = to;
      if (removes) edited_.remove(place);
      if (!removes) edited_.move(place, to);
    }
    compare(is_asked_for);
  }

  std::size_t changed = 0;
  std::size_t unchanged = 0;  ///< edits that no cell noticed
  std::size_t ties = 0;       ///< cells whose place alone has changed
  std::size_t emptied = 0;
  std::size_t filled = 0;

 private:
  ReachTable<Cost> afresh() const {
    return nearest(test_.graph, test_.costs, test_.ends, test_.profile, options_);
  }

  /// Often the very place of a cell or of another place.
  Attachment somewhere() {
    auto const& cells = test_.ends.cells;
    auto const& places = test_.ends.places;
    if (random_.chance(0.2))
      return cells[CellId{random_.whole(0, static_cast<std::uint32_t>(cells.size() - 1))}];
    if (!places.empty() && random_.chance(0.2)) {
      auto const last = static_cast<std::uint32_t>(places.size() - 1);
      return places[PlaceId{random_.whole(0, last)}];
    }
    return test_.anywhere(random_);
  }

  void compare(bool is_asked_for) {
    auto const expected = afresh();
    std::vector<CellId> differ;
    for (auto const c : expected.connections.ids()) {
      auto const was = before_.nearest(c);
      auto const is = expected.nearest(c);
      ASSERT_EQ(edited_.nearest(c), is) << "cell " << c.value();
      if (was == is) continue;
      differ.push_back(c);
      ties += was && is && was->cost == is->cost ? 1 : 0;
      emptied += is ? 0 : 1;
      filled += was ? 0 : 1;
    }
    ASSERT_EQ(std::vector<CellId>(edited_.changed().begin(), edited_.changed().end()), differ);
    changed += differ.size();
    unchanged += differ.empty() ? 1 : 0;
    if (is_asked_for) expect_same(edited_.table(), expected);
    before_ = expected;
  }

  Random& random_;
  RandomEnds<Cost>& test_;
  NearestOptions<Cost> options_;
  EditableNearest<Cost> edited_;
  ReachTable<Cost> before_;
};

template <class Cost>
class EditableNearestOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(EditableNearestOnRandomNetworks, BothCosts);

TYPED_TEST(EditableNearestOnRandomNetworks, EveryEditEqualsASearchFromScratch) {
  using Cost = TypeParam;
  std::size_t edits = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t ties = 0;
  std::size_t emptied = 0;
  std::size_t filled = 0;
  for (std::uint64_t round = 0; round < 300; ++round) {
    Random random{1700 + round};
    RandomEnds<Cost> test{random};
    // As they are weighed; each direction by itself; and nearly all ways equally long, or of no
    // length.
    if (round % 3 == 1) make_costs_uneven(random, test.costs);
    if (round % 3 == 2) test.costs = random_costs<Cost>(random, test.graph, CostRange::Ties);
    NearestOptions<Cost> const options{
        .cutoff = random.chance(0.5) ? Cost::infinite() : Cost{random.whole(0, 1'000'000)},
        .trip = round % 2 == 0 ? Trip::ToPlace : Trip::FromPlace};
    Edits<Cost> trial{random, test, options};
    trial.compare_first();
    for (int i = 0; i < 40; ++i, ++edits) {
      trial.edit(round % 4 < 2 || random.chance(0.3));
      if (testing::Test::HasFailure()) return;
    }
    changed += trial.changed;
    unchanged += trial.unchanged;
    ties += trial.ties;
    emptied += trial.emptied;
    filled += trial.filled;
  }
  EXPECT_EQ(edits, 12'000U);
  EXPECT_GT(changed, 12'000U);
  EXPECT_GT(unchanged, 500U);
  EXPECT_GT(ties, 200U);
  EXPECT_GT(emptied, 500U);
  EXPECT_GT(filled, 500U);
}

/// A town whose places are edited: all letters are cells, the upper-case ones places.
class EditedTown {
 public:
  explicit EditedTown(std::string_view picture, NearestOptions<Millimeters> const& options = {})
      : town_{drawn_town(picture)},
        nearest_{town_.graph(), town_.costs(),
                 Ends{IdVector<CellId, Attachment>{attached(town_.letters())},
                      IdVector<PlaceId, Attachment>{attached(town_.places())}},
                 town_.profile(), options} {
    names_ = town_.places();
  }

  EditedTown& add(char letter, char name) {
    auto const place = nearest_.add(attached({&letter, 1}).front());
    EXPECT_EQ(place.value(), names_.size());
    names_ += name;
    return *this;
  }
  EditedTown& remove(char name) {
    nearest_.remove(place(name));
    return *this;
  }
  EditedTown& move(char name, char to) {
    nearest_.move(place(name), attached({&to, 1}).front());
    return *this;
  }

  /// "A:0@A b:400@A c:none" in metres.
  [[nodiscard]] std::string rows() {
    std::string text;
    auto const& table = nearest_.table();
    for (auto const cell : table.connections.ids()) {
      auto const reach = table.nearest(cell);
      text += fmt::format("{}{}:", text.empty() ? "" : " ", town_.letters()[cell.value()]);
      text += reach ? fmt::format("{:.0f}@{}", to_meters(reach->cost).value(),
                                  names_[reach->place.value()])
                    : "none";
    }
    return text;
  }
  /// Letters of the cells that the last edit has changed.
  [[nodiscard]] std::string changed() const {
    std::string letters;
    for (auto const cell : nearest_.changed()) letters += town_.letters()[cell.value()];
    return letters;
  }
  [[nodiscard]] EditableNearest<Millimeters>& nearest() { return nearest_; }

 private:
  [[nodiscard]] std::vector<Attachment> attached(std::string_view letters) const {
    std::vector<Point> points;
    for (char const letter : letters) points.push_back(town_.at(letter));
    return access::attach(points, town_.network(), town_.frame());
  }
  [[nodiscard]] PlaceId place(char name) const { return PlaceId{names_.find(name)}; }

  DrawnTown town_;
  EditableNearest<Millimeters> nearest_;
  std::string names_;
};

TEST(EditableNearest, NewPlaceTakesOnlyThoseNearerToIt) {
  EditedTown town{"A---b---c---d---e"};
  EXPECT_EQ(town.rows(), "A:0@A b:400@A c:800@A d:1200@A e:1600@A");
  EXPECT_EQ(town.add('e', 'N').rows(), "A:0@A b:400@A c:800@A d:400@N e:0@N");
  EXPECT_EQ(town.changed(), "de") << "c is as near to both, and the first keeps it";
}

TEST(EditableNearest, WhoseItWasReturnToTheOthers) {
  EditedTown town{"A---b---C---d---E"};
  EXPECT_EQ(town.remove('C').rows(), "A:0@A b:400@A C:800@A d:400@E E:0@E");
  EXPECT_EQ(town.changed(), "Cd");
}

TEST(EditableNearest, PlaceThatComesBackHasItsNumberAndSoItsTies) {
  EditedTown town{"A---b---C"};
  EXPECT_EQ(town.remove('A').rows(), "A:800@C b:400@C C:0@C");
  EXPECT_EQ(town.move('A', 'A').rows(), "A:0@A b:400@A C:0@C");
  EXPECT_EQ(town.changed(), "Ab");
}

TEST(EditableNearest, MoveTellsOfNobodyWhoKeepsHisRow) {
  EditedTown town{"A---b---C---d"};
  EXPECT_EQ(town.move('A', 'b').rows(), "A:400@A b:0@A C:0@C d:400@C");
  EXPECT_EQ(town.changed(), "Ab");
  EXPECT_EQ(town.move('A', 'b').changed(), "") << "it stands there already";
}

TEST(EditableNearest, LastPlaceLeavesEmptyRowsAndTheNextFillsThem) {
  EditedTown town{R"(
      A---b
      c---d
  )"};
  EXPECT_EQ(town.rows(), "A:0@A b:400@A c:none d:none");
  EXPECT_EQ(town.remove('A').rows(), "A:none b:none c:none d:none");
  EXPECT_EQ(town.changed(), "Ab");
  EXPECT_EQ(town.remove('A').changed(), "") << "it was gone";
  EXPECT_EQ(town.add('d', 'N').rows(), "A:none b:none c:400@N d:0@N");
  EXPECT_EQ(town.changed(), "cd");
}

TEST(EditableNearest, PlaceOnOneStretchOfRoadServesThoseWhoPassNoJunction) {
  // x, y and z stand beside one road without a junction between them: no label of its ends changes
  // for y when Z opens, if the roads at both ends lead to a nearer place.
  EditedTown town{R"(
        x  y  z
      A------------B
  )"};
  EXPECT_EQ(town.rows(), "A:0@A B:0@B x:300@A y:600@A z:600@B");
  EXPECT_EQ(town.add('y', 'N').rows(), "A:0@A B:0@B x:300@A y:200@N z:500@N");
  EXPECT_EQ(town.changed(), "yz");
  EXPECT_EQ(town.remove('N').rows(), "A:0@A B:0@B x:300@A y:600@A z:600@B");
  EXPECT_EQ(town.changed(), "yz");
}

TEST(EditableNearest, OneWayStreetsAreHonouredInTheDirectionAskedFor) {
  auto const* const picture = "A-->--b-->--c";
  EditedTown to{picture};
  EXPECT_EQ(to.rows(), "A:0@A b:none c:none");
  EXPECT_EQ(to.add('c', 'N').rows(), "A:0@A b:600@N c:0@N");
  EditedTown from{picture, {.trip = Trip::FromPlace}};
  EXPECT_EQ(from.rows(), "A:0@A b:600@A c:1200@A");
  EXPECT_EQ(from.add('c', 'N').rows(), "A:0@A b:600@A c:0@N");
}

TEST(EditableNearest, CutoffCountsTheWholeTrip) {
  EditedTown town{"A---b---c---d", {.cutoff = Millimeters{500'000}}};
  EXPECT_EQ(town.rows(), "A:0@A b:400@A c:none d:none");
  EXPECT_EQ(town.move('A', 'd').rows(), "A:none b:none c:400@A d:0@A");
  EXPECT_EQ(town.changed(), "Abcd");
}

TEST(EditableNearest, TableIsTheSameOneWhereNoRowMoves) {
  EditedTown town{"A---b---c"};
  auto const* const reaches = town.nearest().table().reaches.data();
  town.add('c', 'N');
  EXPECT_EQ(town.nearest().table().reaches.data(), reaches) << "patched in place";
  EXPECT_EQ(town.rows(), "A:0@A b:400@A c:0@N");
}

TEST(EditableNearest, WhatCannotBeEditedIsABrokenPromiseAndChangesNothing) {
  EditedTown town{"A---b"};
  auto& nearest = town.nearest();
  PlaceId const first{std::size_t{0}};
  EXPECT_THROW(nearest.remove(PlaceId{std::size_t{1}}), BrokenPromise);
  Attachment const beyond{SegmentId{std::size_t{99}}, JunctionId{std::size_t{0}}, 0, Meters{0}};
  EXPECT_THROW(nearest.move(first, beyond), BrokenPromise);
  EXPECT_THROW(nearest.add(beyond), BrokenPromise);
  Attachment const backwards{SegmentId{std::size_t{0}}, JunctionId{std::size_t{1}}, 0, Meters{0}};
  EXPECT_THROW(nearest.add(backwards), BrokenPromise);
  EXPECT_EQ(nearest.ends().places.size(), 1U);
  EXPECT_EQ(town.rows(), "A:0@A b:400@A");
}

TEST(EditableNearest, RoundTripsAreRefused) {
  EXPECT_THROW((EditedTown{"A---b", {.trip = Trip::Round}}), BrokenPromise);
}

}  // namespace
}  // namespace gapmap::reach
