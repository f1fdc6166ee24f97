#pragma once
// The report of a plan of siting: one self-contained HTML page.

#include <span>
#include <string>

#include "gapmap/places/names.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/tables/site_table.h"

namespace gapmap::report {

/// What the report of a plan is made from.
struct ReportedPlan {
  std::span<tables::OutputTable const> tables;  ///< as `gapmap site` makes them
  tables::SiteFigures const& figures;
  AreaNames const& names;
  AboutRun about;
  Masthead masthead = {};
  Language language = Language::Finnish;  ///< in which its gaps are named
};

/// A plan has not happened: what it does is told so.
inline RunWords const kOfPlan{.is_plan = true};

/// Returns the page as HTML5 that is also well-formed XML. Equal plans give equal bytes. A plan
/// without a map has a page without one.
[[nodiscard]] std::string site_page(Language language, ReportedPlan const& plan);

}  // namespace gapmap::report
