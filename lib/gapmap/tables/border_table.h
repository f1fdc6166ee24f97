#pragma once
// A plan beside what areas would do alone, as a table.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// An area in the joint plan, and alone. Numbers are residents, or whatever demands weigh.
struct BorderRow {
  std::string code;  ///< empty, as the name: of whom and what is in no area
  std::string name;
  double residents = 0;
  double before = 0;      ///< served now
  double after = 0;       ///< served by the joint plan
  double across = 0;      ///< of these, not without a new place of another area
  double alone = 0;       ///< served by what the area does alone
  double alone_used = 0;  ///< served then by what any area does, as nobody is turned away
  std::optional<double> alone_at_most = {};  ///< with as many places; of the fewest nothing
  std::size_t opens = 0;                     ///< places of the joint plan
  std::size_t opens_alone = 0;
  std::optional<std::size_t> opens_alone_at_least = {};  ///< of the fewest
};

/// What all areas do, for the record and the lines on the terminal. Pairs are the least and the
/// most as far as is proven.
struct BorderFigures {
  std::string level;
  double across = 0;      ///< served by the joint plan, not without a new place of another area
  double alone = 0;       ///< served by what all areas do alone
  double alone_used = 0;  ///< the same if nobody is turned away at a border
  std::size_t opens_alone = 0;
  /// Of coverage: with as many places, however shared out among areas.
  std::optional<double> alone_at_most = {};
  std::optional<std::pair<double, double>> worth = {};  ///< of coverage: whom the joint plan adds
  /// Of coverage: places that areas need alone to serve as many; nothing: they never do.
  std::optional<std::pair<std::size_t, std::size_t>> needed = {};
  std::optional<std::size_t> opens_alone_at_least = {};  ///< of the fewest
  std::optional<double> only_together = {};  ///< of the fewest: whom no area alone can serve
};

/// Returns the table "borders": a row per area, then the total of all.
[[nodiscard]] OutputTable border_table(std::vector<BorderRow> const& rows,
                                       std::optional<BorderFigures> const& figures);

}  // namespace gapmap::tables
