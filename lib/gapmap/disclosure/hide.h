#pragma once
// Decides which figures of published tables must be hidden so that no small one is told, neither by
// itself nor by what can be computed from the others: cell suppression with complementary
// suppression.
// Source: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, ch. 4.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::disclosure {

using FigureId = Id<struct FigureTag>;

/// A number of residents. A figure that several tables show is one Figure.
struct Figure {
  double count = 0;
  /// As few residents as everybody knows that there are, such as one in each inhabited cell.
  double least = 0;
  /// Figures of lower rank are shown first, and within a rank larger ones first; the last ones are
  /// the first to be hidden to protect others.
  std::uint32_t rank = 0;
  /// Whether a table shows the figure. Unpublished figures are here because others are sums of
  /// them, and are protected like published ones.
  bool is_published = true;
  /// Figures with the same number are closely tied: the municipality that all its people live in.
  /// Figures of several municipalities have none.
  std::uint32_t home = kNoHome;
  static constexpr std::uint32_t kNoHome = std::numeric_limits<std::uint32_t>::max();
};
using Figures = IdVector<FigureId, Figure>;

/// A sum that every reader knows: total = sum of parts.
struct Sum {
  FigureId total;
  std::vector<FigureId> parts;
};

enum class Telling : std::uint8_t {
  Shown,
  Small,       ///< hidden because it is small itself
  Complement,  ///< hidden because a small one could be computed from it
  Unpublished,
};

/// What is told of each figure.
struct Hidden {
  IdVector<FigureId, Telling> telling;
  /// Hidden figures, ascending, of which it was not found that values so far apart are possible.
  std::vector<FigureId> narrow = {};
};

/// Hides small figures, 0 < count < threshold, and as many others as it takes that
///
/// * no hidden figure, and no small unpublished one, is determined by the shown ones and the sums.
///   This is decided exactly, whatever chain of sums an attacker follows (see
///   disclosure/detail/span.h);
/// * no hidden figure is pinned down because nobody is counted less than once: each has a witness,
///   a second set of whole numbers, at least 1 wherever there is anybody, that agrees with all sums
///   and shown figures and in which it differs. (With fractions there always is one: everything
///   that is not zero may be a little less.)
///
/// Hidden figures of which no values `threshold` - 1 apart are found besides are told as narrow
/// (see disclosure/detail/ranges.h): to widen them all would take a multiple of what is hidden, up
/// to the totals that results are published for.
///
/// Figures are shown one after another, by rank; a figure is hidden if, with those shown before it,
/// it would tell a small one. A later decision therefore never reveals what is hidden, and no
/// figure that is hidden to protect others could still be shown under the first rule. Zeros are
/// always shown. Equal input gives an equal result.
/// Requires: counts agree with the sums and are not negative.
/// Cost: sparse elimination, about the figures of a sum each; then small linear programs, about one
/// for each hidden figure. Seconds for 10⁵ figures in small sums.
[[nodiscard]] Hidden hide(Figures const& figures, std::span<Sum const> sums, double threshold);

}  // namespace gapmap::disclosure
