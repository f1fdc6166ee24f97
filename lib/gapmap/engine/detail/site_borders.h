#pragma once
// A plan beside what areas would do alone: in which area everything lies, what each does, and what
// that amounts to.

#include <optional>
#include <vector>

#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// Finds the areas of the level that the job asks for, in which somebody lives or a place may open;
/// nothing if it asks for none. Throws UsageError if there is no such level.
void set_borders(SiteScene& scene);

/// Looks for what areas do alone. Throws Stopped if that is asked for between searches.
/// Requires: the scene has borders.
[[nodiscard]] PlansAlone alone_of(SiteScene const& scene, SitePlan const& joint,
                                  siting::EffortLimits const& limits);

/// Returns a row for each area in which somebody lives or a place opens; none if what areas do
/// alone was not finished.
[[nodiscard]] std::vector<tables::BorderRow> border_rows(SiteScene const& scene,
                                                         SiteResult const& result);

/// Returns what all areas do together, alone and in the joint plan; nothing as border_rows().
[[nodiscard]] std::optional<tables::BorderFigures> border_figures(SiteScene const& scene,
                                                                  SiteResult const& result);

/// Adds the figures to the totals of a record.
void add_border_totals(tables::BorderFigures const& figures, io::Manifest& record);

}  // namespace gapmap::engine
