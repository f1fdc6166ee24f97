#include "gapmap/disclosure/hide.h"

#include "gapmap/disclosure/cross_counts.h"
#include "gapmap/disclosure/detail/span.h"
#include "tests/disclosure/attacker.h"
#include "tests/support/random.h"

namespace gapmap::disclosure {
namespace {

constexpr double kThreshold = 10;
/// Ranges are of numbers that may be fractions; those of whole numbers end up to this much earlier.
constexpr double kFractions = 2;

/// People in rows and columns, all sums of them shown if the rules allow it.
struct TwoWay {
  std::size_t rows;
  std::size_t columns;
  std::vector<double> counts;  ///< row by row

  [[nodiscard]] std::vector<Crossing> figures() const {
    std::vector<Crossing> all{{{0}, {}}};
    auto const r = static_cast<std::uint32_t>(rows);
    auto const c = static_cast<std::uint32_t>(columns);
    for (std::uint32_t i = 0; i < r; ++i) all.push_back({{0}, {{0, i, i}}});
    for (std::uint32_t j = 0; j < c; ++j) all.push_back({{0}, {{1, j, j}}});
    for (std::uint32_t i = 0; i < r; ++i) {
      for (std::uint32_t j = 0; j < c; ++j) all.push_back({{0}, {{0, i, i}, {1, j, j}}});
    }
    return all;
  }
  [[nodiscard]] std::vector<Division> divisions() const {
    std::vector<Division> both(2);
    for (std::uint32_t i = 0; i < rows; ++i) {
      for (std::uint32_t j = 0; j < columns; ++j) {
        both[0].push_back(i);
        both[1].push_back(j);
      }
    }
    return both;
  }
};

/// By hand, from the definition.
Support support_of(Crossing const& crossing, std::vector<Division> const& divisions,
                   std::vector<Layer> const& layers) {
  Support support;
  for (std::size_t l = 0; l < layers.size(); ++l) {
    bool const is_counted =
        std::find(crossing.layers.begin(), crossing.layers.end(), l) != crossing.layers.end();
    for (std::size_t unit = 0; unit < layers[l].counts.size(); ++unit) {
      bool is_in = is_counted && layers[l].counts[unit] > 0;
      for (auto const& [division, from, to] : crossing.conditions) {
        auto const part = divisions[division][unit];
        is_in = is_in && from <= part && part <= to;
      }
      support.push_back(is_in ? 1 : 0);
    }
  }
  return support;
}

struct Published {
  std::vector<Support> supports;
  std::vector<double> counts;
  std::vector<Telling> telling;
  std::vector<char> is_narrow;
};

Published publish(std::vector<Division> const& divisions, std::vector<Layer> const& layers,
                  std::vector<Crossing> const& figures) {
  CrossCounts counts{divisions, layers};
  std::vector<FigureId> ids;
  for (auto const& figure : figures)
    ids.push_back(counts.add(figure, static_cast<std::uint32_t>(figure.conditions.size())));
  auto const [telling, narrow] = counts.hide(kThreshold);
  Published published;
  for (std::size_t f = 0; f < figures.size(); ++f) {
    published.supports.push_back(support_of(figures[f], divisions, layers));
    published.counts.push_back(counts.count(ids[f]));
    published.telling.push_back(telling[ids[f]]);
    published.is_narrow.push_back(std::find(narrow.begin(), narrow.end(), ids[f]) != narrow.end());
  }
  return published;
}

Published publish(TwoWay const& table) {
  return publish(table.divisions(), {{table.counts, {0, 1}}}, table.figures());
}

/// Hidden figures that the attacker recovers; with `small_only`, if only small ones were hidden.
std::size_t recovered(Published const& published, bool small_only = false) {
  SubtractingAttacker attacker;
  auto const is_hidden = [&](std::size_t f) {
    return published.telling[f] == Telling::Small ||
           (!small_only && published.telling[f] == Telling::Complement);
  };
  for (std::size_t f = 0; f < published.supports.size(); ++f) {
    if (!is_hidden(f)) attacker.learn(published.supports[f]);
  }
  std::size_t count = 0;
  for (std::size_t f = 0; f < published.supports.size(); ++f)
    count += is_hidden(f) && attacker.recovers(published.supports[f]) ? 1 : 0;
  return count;
}

TEST(Hide, ShowsEverythingWhereNothingIsSmall) {
  auto const published = publish(TwoWay{2, 2, {10, 20, 30, 40}});
  EXPECT_THAT(published.telling, testing::Each(Telling::Shown));
}

TEST(Hide, ZerosAreShown) {
  auto const published = publish(TwoWay{2, 2, {0, 20, 30, 40}});
  EXPECT_THAT(published.telling, testing::Each(Telling::Shown));
}

TEST(Hide, SmallFigureTakesThreeOthersOfATable) {
  auto const published = publish(TwoWay{3, 3, {3, 50, 60, 70, 20, 90, 40, 80, 30}});
  std::vector<double> hidden;
  for (std::size_t f = 0; f < published.counts.size(); ++f) {
    if (published.telling[f] != Telling::Shown) hidden.push_back(published.counts[f]);
  }
  // Totals stay; of the rectangles with the 3, the one of the smallest others goes.
  EXPECT_THAT(hidden, testing::ElementsAre(3, 60, 40, 30));
  EXPECT_EQ(recovered(published), 0U);
  EXPECT_EQ(recovered(published, true), 1U);
}

TEST(Hide, EqualFiguresAreHiddenTogether) {
  // Units of the second row are those of the second kind: one figure under two names.
  std::vector<Division> const divisions{{0, 0, 1, 1}, {0, 0, 1, 1}, {0, 1, 0, 1}};
  std::vector<Layer> const layers{{{40, 50, 2, 3}, {0, 1, 2}}};
  auto const published = publish(
      divisions, layers, {{{0}, {}}, {{0}, {{0, 1, 1}}}, {{0}, {{1, 1, 1}}}, {{0}, {{1, 0, 0}}}});
  using enum Telling;
  EXPECT_THAT(published.telling, testing::ElementsAre(Shown, Small, Small, Complement));
}

TEST(Hide, FewPeopleOfSeveralFiguresAreOneSmallFigure) {
  // 2 + 3 people are left of 105: told apart from nobody, yet 5 is a small number.
  std::vector<Division> const divisions{{0, 0, 0, 0}, {0, 1, 2, 3}};
  std::vector<Layer> const layers{{{2, 3, 40, 60}, {0, 1}}};
  std::vector<Crossing> figures{{{0}, {}}};
  for (std::uint32_t i = 0; i < 4; ++i) figures.push_back({{0}, {{1, i, i}}});
  using enum Telling;
  EXPECT_THAT(publish(divisions, layers, figures).telling,
              testing::ElementsAre(Shown, Small, Small, Complement, Shown));
}

TEST(Hide, OnesThatFillTheirTotalAreNotPinned) {
  // Ten figures of 1 in a total of 10: whoever knows that none is zero knows all.
  std::vector<Division> divisions(2);
  std::vector<Crossing> figures{{{0}, {}}, {{0}, {{0, 0, 0}}}, {{0}, {{0, 1, 1}}}};
  for (std::uint32_t i = 0; i < 11; ++i) {
    divisions[0].push_back(i == 10 ? 1 : 0);
    divisions[1].push_back(i);
    figures.push_back({{0}, {{0, divisions[0][i], divisions[0][i]}, {1, i, i}}});
  }
  std::vector<double> counts(11, 1);
  counts[10] = 500;
  auto const published = publish(divisions, {{counts, {0, 1}}}, figures);
  EXPECT_EQ(published.telling[1], Telling::Complement);
}

/// People in homes, kinds and classes, and figures of any crossing of these.
struct Drawn {
  std::vector<Division> divisions;
  std::vector<Layer> layers;
  std::vector<Crossing> figures;
};

Drawn draw(Random& random, std::uint32_t units, std::uint32_t most) {
  Drawn drawn;
  drawn.divisions.resize(3);
  Layer everybody{{}, {0, 1, 2}, true};
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    for (auto& division : drawn.divisions) division.push_back(random.whole(0, 2));
    everybody.counts.push_back(random.chance(0.1) ? 0 : random.whole(1, most));
  }
  drawn.layers.push_back(std::move(everybody));
  for (std::uint32_t which = 0; which < 8; ++which) {
    if (which > 0 && random.chance(0.3)) continue;  // a table that nobody writes
    for (std::uint32_t parts = 0; parts < 27; ++parts) {
      Crossing crossing{{0}, {}};
      std::uint32_t rest = parts;
      bool is_first_of_its_kind = true;
      for (std::uint32_t d = 0; d < 3; ++d, rest /= 3) {
        bool const is_asked = ((which >> d) & 1U) != 0;
        if (is_asked)
          crossing.conditions.push_back({d, d == 2 && which == 6 ? 0 : rest % 3, rest % 3});
        is_first_of_its_kind &= is_asked || rest % 3 == 0;
      }
      if (is_first_of_its_kind) drawn.figures.push_back(std::move(crossing));
    }
  }
  return drawn;
}

TEST(Hide, NothingHiddenIsRecoveredFromRandomTables) {
  Random random{61};
  std::size_t recovered_from_small = 0;
  std::size_t hidden = 0;
  for (int round = 0; round < 300; ++round) {
    auto const drawn = draw(random, random.whole(3, 60), random.whole(5, 80));
    auto const published = publish(drawn.divisions, drawn.layers, drawn.figures);
    ASSERT_EQ(recovered(published), 0U) << "round " << round;
    recovered_from_small += recovered(published, true);
    for (auto const told : published.telling) hidden += told == Telling::Shown ? 0 : 1;
  }
  EXPECT_GT(recovered_from_small, 500U) << "an attacker without teeth proves nothing";
  EXPECT_GT(hidden, 1000U);
}

TEST(Hide, NoTwoShownFiguresOfRandomTablesDifferByFew) {
  Random random{63};
  std::size_t differing_if_only_small_were_hidden = 0;
  for (int round = 0; round < 300; ++round) {
    auto const drawn = draw(random, random.whole(3, 30), 40);
    auto const published = publish(drawn.divisions, drawn.layers, drawn.figures);
    for (std::size_t whole = 0; whole < published.supports.size(); ++whole) {
      for (std::size_t part = 0; part < published.supports.size(); ++part) {
        auto const rest = published.counts[whole] - published.counts[part];
        if (rest <= 0 || rest >= kThreshold || published.counts[part] < kThreshold) continue;
        bool is_within = true;
        for (std::size_t unit = 0; unit < published.supports[whole].size(); ++unit)
          is_within &= published.supports[part][unit] <= published.supports[whole][unit];
        if (!is_within) continue;
        ++differing_if_only_small_were_hidden;
        EXPECT_FALSE(published.telling[whole] == Telling::Shown &&
                     published.telling[part] == Telling::Shown)
            << "round " << round << ", " << rest;
      }
    }
  }
  EXPECT_GT(differing_if_only_small_were_hidden, 500U) << "else nothing was looked at";
}

TEST(Hide, WhatIsLeftOfAClassWithoutAReasonIsNotTold) {
  // 25 residents between 20 and 30 km, 19 of them for a detour; the other 6 are of two reasons.
  std::vector<Division> const divisions{{0, 0, 0, 0, 0}, {0, 1, 1, 1, 2}, {0, 1, 2, 3, 3}};
  std::vector<Layer> const layers{{{500, 19, 4, 2, 300}, {0, 1, 2}, true}};
  std::vector<Crossing> figures{{{0}, {}}};
  for (std::uint32_t i = 0; i < 3; ++i) figures.push_back({{0}, {{1, i, i}}});
  for (std::uint32_t i = 0; i < 4; ++i) figures.push_back({{0}, {{2, i, i}}});
  auto const published = publish(divisions, layers, figures);
  bool const is_class_shown = published.telling[2] == Telling::Shown;
  bool const is_reason_shown = published.telling[5] == Telling::Shown;
  EXPECT_FALSE(is_class_shown && is_reason_shown) << "25 - 19 = 6";
}

TEST(Hide, ValuesFarApartRemainOfEachHiddenFigureOfSmallTables) {
  Random random{62};
  std::size_t tried = 0;
  std::size_t wide = 0;
  std::size_t tight = 0;
  for (int round = 0; round < 500; ++round) {
    auto const drawn = draw(random, random.whole(3, 7), 16);
    auto const published = publish(drawn.divisions, drawn.layers, drawn.figures);
    // Only those who live anywhere are unknown.
    std::vector<std::size_t> inhabited;
    for (std::size_t unit = 0; unit < drawn.layers[0].counts.size(); ++unit) {
      if (drawn.layers[0].counts[unit] > 0) inhabited.push_back(unit);
    }
    std::vector<TryingAttacker::Known> known;
    std::vector<Support> hidden;
    std::vector<char> is_narrow;
    for (std::size_t f = 0; f < published.supports.size(); ++f) {
      Support support;
      for (auto const unit : inhabited) support.push_back(published.supports[f][unit]);
      if (published.telling[f] == Telling::Shown) {
        known.push_back({support, static_cast<std::int64_t>(published.counts[f])});
      } else {
        hidden.push_back(support);
        is_narrow.push_back(published.is_narrow[f]);
      }
    }
    TryingAttacker attacker{known, inhabited.size()};
    if (hidden.empty() || !attacker.try_all(hidden, 2'000'000)) continue;
    ++tried;
    for (std::size_t h = 0; h < hidden.size(); ++h) {
      auto const width = attacker.most(h) - attacker.least(h);
      EXPECT_GE(width, 1) << "round " << round;
      tight +=
          is_narrow[h] == 0 && static_cast<double>(width) < kThreshold - 1 - kFractions ? 1 : 0;
      wide += is_narrow[h] == 0 ? 1 : 0;
    }
  }
  EXPECT_GT(tried, 300U);
  EXPECT_LE(100 * tight, wide) << "ranges are of fractions, which whole numbers seldom lack";
  EXPECT_GT(wide, 500U) << "a list of all figures proves nothing";
}

TEST(Residue, CountsModuloAPrime) {
  Residue const a{-12345678901234};
  EXPECT_EQ(a * a.inverse(), Residue{1});
  EXPECT_EQ(Residue{5} - Residue{7}, Residue{-2});
  EXPECT_TRUE((Residue{-1} - Residue{static_cast<std::int64_t>(Residue::kPrime) - 1}).is_zero());
}

TEST(Span, KnowsWhatFollows) {
  Span span{{1, 1, 1}};
  auto const learn = [&](Row const& row) { span.insert(span.reduced(row)); };
  learn({{0, Residue{1}}, {1, Residue{1}}});
  learn({{1, Residue{1}}, {2, Residue{1}}});
  EXPECT_TRUE(span.reduced(Row{{0, Residue{2}}, {2, Residue{-2}}}).empty());
  EXPECT_FALSE(span.reduced(Row{{0, Residue{1}}}).empty());
}

}  // namespace
}  // namespace gapmap::disclosure
