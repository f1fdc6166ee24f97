#pragma once
// Findings about one input as it was read: what its reader remarked, coordinates, letters, years.
// Each function gives nothing for a healthy input.

#include <string>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/checks/misplaced.h"
#include "gapmap/checks/survey.h"

namespace gapmap::checks {

/// Every remark but those that check_positions and the checks of places tell better.
[[nodiscard]] Findings check_remarks(io::ImportReport const& report);

/// How a user says otherwise in which CRS an input is, or which fields hold its coordinates.
struct PositionOptions {
  std::string input;   ///< "places"
  std::string crs;     ///< "place-crs"
  std::string x = {};  ///< "place-x"; empty: the input has no such option
  std::string y = {};
};
/// `survey` as it was read with `misplaced` found in it.
[[nodiscard]] Findings check_positions(Survey const& survey, Misplaced const& misplaced,
                                       WorkingFrame const& frame, PositionOptions const& options);

/// Letters lost in names and other texts: one finding a field.
[[nodiscard]] Findings check_letters(std::string const& input,
                                     std::vector<BrokenText> const& broken);

/// Rows of several years in one input, whose residents or areas then stand there several times.
[[nodiscard]] Findings check_single_year(std::string const& input, Survey const& survey);

/// The one year an input is of: what its fields say (the latest, if they say several), else the
/// names of its layer and file, else the convention it follows ("census grid 2021"). Nothing if
/// that is none or several.
[[nodiscard]] std::optional<int> year_of(Survey const& survey, io::ImportReport const& report);

/// A population of 31 December of a year goes with the borders of the next year's January; roads
/// may be a few years older. The area key is of the year of the areas, the official population of
/// that of the population or of the one before, as censuses are: Finland's part of the European
/// census of 2021 is of 31 December 2020.
struct Years {
  std::optional<int> areas = {}, roads = {}, population = {}, key = {}, official = {};
  bool is_census = false;  ///< the population is of a European census
};
[[nodiscard]] Findings check_years(Years const& years);

/// Areas of the same code, which are read as one, where their names differ.
[[nodiscard]] Findings check_area_codes(std::vector<CodedRow> const& rows);

}  // namespace gapmap::checks
