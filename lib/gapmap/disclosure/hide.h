#pragma once
// Which figures of published tables must be hidden so that no small one is told, neither by itself
// nor by what can be computed from the others: cell suppression with complementary suppression
// (Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001, ch. 4).

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::disclosure {

using FigureId = Id<struct FigureTag>;

/// A number of residents. Equal figures of several tables are one.
struct Figure {
  double count = 0;
  /// Figures of lower rank are shown first, of equals the larger first: it is the last ones that
  /// are hidden to protect others.
  std::uint32_t rank = 0;
  /// Else no table tells it; it is here because others are sums of it, and is protected like them.
  bool is_published = true;
};
using Figures = IdVector<FigureId, Figure>;

/// total = sum of parts, as everybody knows.
struct Sum {
  FigureId total;
  std::vector<FigureId> parts;
};

enum class Telling : std::uint8_t {
  Shown,
  Small,       ///< hidden because it is small
  Complement,  ///< hidden because a small one could be computed from it
  Unpublished,
};

/// Small figures, 0 < count < threshold, are hidden, and with them as many others as it takes that
///
/// * no hidden figure, and no small unpublished one, is determined by the shown ones and the sums.
///   That is decided exactly, whatever chain of sums an attacker follows (see span.h);
/// * no hidden figure is pinned because nobody is counted less than once: for each there is a
///   witness, a second set of whole numbers, at least 1 wherever there is anybody, that agrees with
///   all sums and shown figures and in which it differs. (With fractions there always is one:
///   everything that is not zero may be a little less.) How far apart the values are that remain is
///   not bounded.
///
/// Figures are shown one after another, by rank, and each is hidden if with those shown before it
/// would tell a small one. So what is hidden stays hidden by what comes later, and nothing that is
/// hidden to protect others could still be shown under the first rule. Zeros are always shown.
/// Same input, same result. Requires: counts agree with the sums, and are not negative.
/// Cost: sparse elimination, about the figures of a sum each; seconds for 10⁵ figures in small sums.
[[nodiscard]] IdVector<FigureId, Telling> hide(Figures const& figures, std::span<Sum const> sums,
                                               double threshold);

}  // namespace gapmap::disclosure
