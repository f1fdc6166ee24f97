#pragma once
// The report of a plan of siting: one self-contained HTML page.

#include <span>
#include <string>
#include <vector>

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
};

/// A plan has not happened: what it does is told so.
inline RunWords const kOfPlan{.is_plan = true};

/// A plan as one language's readers see it, as NamedRun does for a run. Not to be copied, as the
/// plan refers to the tables.
class NamedPlan {
 public:
  /// Refers to all that `plan` refers to.
  NamedPlan(Language language, ReportedPlan const& plan);
  NamedPlan(NamedPlan const&) = delete;
  NamedPlan& operator=(NamedPlan const&) = delete;

  [[nodiscard]] ReportedPlan const& plan() const noexcept { return plan_; }

 private:
  std::vector<tables::OutputTable> tables_;
  ReportedPlan plan_;
};

/// Returns the page as HTML5 that is also well-formed XML. Equal plans give equal bytes. A plan
/// without a map has a page without one.
[[nodiscard]] std::string site_page(Language language, ReportedPlan const& plan);

}  // namespace gapmap::report
