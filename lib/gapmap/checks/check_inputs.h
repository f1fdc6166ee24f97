#pragma once
// Findings about one input as it was read: remarks of its reader, coordinates, letters, years. Each
// function returns nothing for a healthy input.

#include <string>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/checks/misplaced.h"
#include "gapmap/checks/survey.h"
#include "gapmap/places/place.h"

namespace gapmap::checks {

/// Returns every remark, except remarks that check_positions() or the checks of places report in
/// more detail.
[[nodiscard]] Findings check_remarks(io::ImportReport const& report);

/// The options by which a user says in which CRS an input is, and which fields hold its
/// coordinates.
struct PositionOptions {
  std::string input;   ///< "places"
  std::string crs;     ///< "place-crs"
  std::string x = {};  ///< "place-x"; empty: the input has no such option
  std::string y = {};
};
/// Finds coordinates that are not what they claim to be: `misplaced` was found in `survey`.
[[nodiscard]] Findings check_positions(Survey const& survey, Misplaced const& misplaced,
                                       WorkingFrame const& frame, PositionOptions const& options);

/// Finds letters lost in names and other texts, one finding per field.
[[nodiscard]] Findings check_letters(std::string const& input,
                                     std::vector<BrokenText> const& broken);
/// Finds letters lost in the names of places.
[[nodiscard]] Findings check_name_letters(std::string const& input, Places const& places);

/// Finds an input with rows of several years, which repeat its residents or areas.
[[nodiscard]] Findings check_single_year(std::string const& input, Survey const& survey);

/// Returns the year of an input: what its fields say (the latest of several), else the year in the
/// names of its layer and file, else that of the convention it follows ("census grid 2021").
/// Nothing if there is no year or more than one.
[[nodiscard]] std::optional<int> year_of(Survey const& survey, io::ImportReport const& report);

/// Years of the inputs. A population of 31 December belongs with the borders of the following
/// January; roads may be a few years older. The area key is of the year of the areas; the official
/// population is of the year of the population or of the year before, as a census may be: Finland's
/// part of the European census of 2021 is of 31 December 2020.
struct Years {
  std::optional<int> areas = {}, roads = {}, population = {}, key = {}, official = {};
  bool is_census = false;  ///< the population is from a European census
};
[[nodiscard]] Findings check_years(Years const& years);

/// Finds areas that share a code, so that they are read as one, but have different names.
[[nodiscard]] Findings check_area_codes(std::vector<CodedRow> const& rows);

}  // namespace gapmap::checks
