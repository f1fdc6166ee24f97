#pragma once
// The table "groups" as sections read it: who is covered by each rule of the run, zone by zone and
// group by group.

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/report/html.h"
#include "gapmap/report/language.h"
#include "gapmap/report/page.h"
#include "gapmap/tables/group_table.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {

class GroupRows {
 public:
  struct Zone {
    std::string_view level;  ///< "total", "municipality", "hyvinvointialue"
    std::string_view code = {};
    std::string_view name = {};
    /// Returns its name; in the reader's language for the whole area and for those in no zone.
    [[nodiscard]] std::string in_words(Language language) const;
    friend auto operator<=>(Zone const&, Zone const&) = default;
  };

  /// Keeps a reference to `table`.
  explicit GroupRows(tables::OutputTable const& table);

  /// Returns the rules of a kind, in their order.
  [[nodiscard]] std::vector<std::string_view> rules(tables::RuleKind kind) const;
  /// Returns all groups in their order; the first is "all".
  [[nodiscard]] std::vector<std::string_view> const& groups() const noexcept { return groups_; }
  [[nodiscard]] std::vector<std::string_view> const& levels() const noexcept { return levels_; }
  /// Returns the zones of a level in their order.
  [[nodiscard]] std::vector<Zone> zones(std::string_view level) const;
  /// Returns the number of `column` in words: "120–140" where only a range is known, "at least 120"
  /// where nothing bounds it, ".." where a published run hides it; "–" if there is no such row.
  [[nodiscard]] std::string people(Language language, std::string_view rule, Zone const& zone,
                                   std::string_view group, std::string_view column) const;
  /// Returns the share that is covered.
  [[nodiscard]] std::string share(Language language, std::string_view rule, Zone const& zone,
                                  std::string_view group) const;
  /// Returns a number; nothing if it is hidden or there is no such row.
  [[nodiscard]] std::optional<double> number(std::string_view rule, Zone const& zone,
                                             std::string_view group, std::string_view column) const;
  /// Whether some number is known as a range only.
  [[nodiscard]] bool has_ranges() const;

 private:
  struct Key {
    std::string_view rule;
    Zone zone;
    std::string_view group;
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  [[nodiscard]] std::optional<std::size_t> row(std::string_view rule, Zone const& zone,
                                               std::string_view group) const;

  tables::ResultRows rows_;
  bool has_range_columns_;
  std::map<Key, std::size_t> row_of_;
  std::vector<std::string_view> groups_, levels_;
};

inline constexpr GroupRows::Zone kWholeArea{"total", {}, "Total"};

/// Name of everybody among the groups.
inline constexpr std::string_view kEverybody = "all";

/// Returns the group that the report is about; "all" is everybody.
[[nodiscard]] std::string_view group_of(ReportedRun const& run);

/// Returns what a rule is called: "20 km", the user's word for a requirement.
[[nodiscard]] std::string rule_in_words(Language language, tables::RuleKind kind,
                                        std::string_view rule);
/// Returns what those are called whom the rule does not cover: who is not within all limits is
/// outside at least one of them.
[[nodiscard]] std::string outside_in_words(Language language, tables::RuleKind kind,
                                           std::string_view rule);

/// Returns the result for the group that the report is about, by the first limit, as a sentence;
/// empty if that is everybody.
[[nodiscard]] std::string group_figure(Language language, ReportedRun const& run);

/// Returns how many of the group that the report is about are beyond each of several limits and
/// all of them, as a name ("Rajojen ulkopuolella") and what it says ("20 km: 4 057, …"); both empty
/// of a run with one limit.
struct BeyondLimits {
  std::string name;
  std::string text;
};
[[nodiscard]] BeyondLimits beyond_limits(Language language, ReportedRun const& run);

/// Returns the least and most of a column in words, as GroupRows::people() does, of a table that
/// has NAME_low and NAME_high: "120–140".
[[nodiscard]] std::string range_in_words(Language language, tables::ResultRows const& rows,
                                         std::size_t row, std::string const& name);

/// Inserts numbers of a group, NAME_low to NAME_high, as a column of a table with these rows;
/// nothing if they have none, as in published runs.
void insert_group(Language language, HtmlTable& table, tables::ResultRows const& rows,
                  std::string const& heading, std::string const& name, std::size_t before);

}  // namespace gapmap::report
