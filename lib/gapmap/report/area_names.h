#pragma once
// Areas in the reader's language: Hämeenlinna is Tavastehus to Swedish readers, where the data say
// so. CSV and GeoJSON files keep the first name.

#include <span>
#include <vector>

#include "gapmap/places/names.h"
#include "gapmap/report/change_page.h"
#include "gapmap/report/language.h"
#include "gapmap/report/page.h"
#include "gapmap/report/site_page.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// Replaces the names of municipalities and zones, which rows have beside their codes, by those of
/// the language; areas without one keep their name.
void name_areas(Language language, AreaNames const& names, tables::OutputTable& table);

/// Whether an area has another name in the language than the one in files may be.
[[nodiscard]] bool has_names_in(Language language, AreaNames const& names);

/// Returns the tables with the names of the language.
/// Cost: all tables are copied.
[[nodiscard]] std::vector<tables::OutputTable> named_in(
    Language language, AreaNames const& names, std::span<tables::OutputTable const> tables);

/// A run as one language's readers see it: areas and gaps have their names in that language, and so
/// has the region where the run names none and has one municipality only. Not to be copied, as the
/// run refers to the tables.
class NamedRun {
 public:
  /// Refers to all that `run` refers to.
  NamedRun(Language language, ReportedRun const& run);
  NamedRun(NamedRun const&) = delete;
  NamedRun& operator=(NamedRun const&) = delete;

  [[nodiscard]] ReportedRun const& run() const noexcept { return run_; }

 private:
  std::vector<tables::OutputTable> tables_;
  ReportedRun run_;
};

/// A comparison as one language's readers see it, with the names that NamedRun gives a run. Not to
/// be copied, as the comparison refers to the tables.
class NamedComparison {
 public:
  /// Refers to all that `comparison` refers to.
  NamedComparison(Language language, ReportedComparison const& comparison);
  NamedComparison(NamedComparison const&) = delete;
  NamedComparison& operator=(NamedComparison const&) = delete;

  [[nodiscard]] ReportedComparison const& comparison() const noexcept { return comparison_; }

 private:
  std::vector<tables::OutputTable> tables_;
  ReportedComparison comparison_;
};

/// A plan of places as one language's readers see it, with the names that NamedRun gives a run. Not
/// to be copied, as the plan refers to the tables.
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

}  // namespace gapmap::report
