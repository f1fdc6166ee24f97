#include "gapmap/report/change_lines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

class ChangeLines {
 public:
  ChangeLines(Language language, ReportedComparison const& comparison)
      : language_{language},
        comparison_{comparison},
        rows_{*table_named(comparison.tables, "municipalities")},
        total_{rows_.size() - 1} {}

  std::vector<ClosingLine> all() {
    auto const names = names_of(comparison_.record);
    add("runs_compared", fmt::format("{} → {}", names.before, names.after));
    add("change_differ", differences());
    add("covered", both("covered"));
    add("column not_covered", both("not_covered"));
    add_crossed("gained", 1);
    add_crossed("lost", -1);
    add_parts();
    add_areas();
    add_places();
    return std::move(lines_);
  }

 private:
  void add(std::string_view name, std::string text) {
    lines_.push_back({std::string{label(language_, name)}, std::move(text)});
  }
  [[nodiscard]] double of(std::string_view column) const {
    return rows_.number(total_, column).value_or(0);
  }
  [[nodiscard]] std::string count(double people) const { return number(language_, people); }
  [[nodiscard]] std::string filled(std::string_view key, auto const&... words) const {
    return fmt::format(fmt::runtime(label(language_, key)), words...);
  }

  /// Returns what differs between the runs, by factor, with the values of options where they are
  /// short.
  [[nodiscard]] std::string differences() const {
    constexpr std::size_t kShort = 40;
    std::vector<std::string> words;
    for (auto const& [factor, what, before, after] : comparison_.record.differences) {
      std::string text{label(language_, fmt::format("factor {}", name_of(factor)))};
      auto const option = what == name_of(factor) ? std::string{} : what;
      if (before != after && before.size() <= kShort && after.size() <= kShort) {
        text += fmt::format(" ({}{}{} → {})", option, option.empty() ? "" : ": ",
                            before.empty() ? "–" : quantity_as_written(language_, before),
                            after.empty() ? "–" : quantity_as_written(language_, after));
      } else if (!option.empty()) {
        text += fmt::format(" ({})", option);
      }
      words.push_back(std::move(text));
    }
    return words.empty() ? std::string{label(language_, "change_nothing_to_split")}
                         : fmt::format("{}", fmt::join(words, ", "));
  }

  /// Returns a figure of both runs, the later one first.
  [[nodiscard]] std::string both(std::string_view figure) const {
    auto const share = [&](double people, double all) {
      return all > 0 ? percent(language_, people / all) : std::string{"–"};
    };
    auto const before = of(fmt::format("{}_before", figure));
    auto const after = of(fmt::format("{}_after", figure));
    return filled("change_line_figure", count(after), count(of("residents_after")),
                  share(after, of("residents_after")), count(before), count(of("residents_before")),
                  share(before, of("residents_before")));
  }

  /// Adds residents who came within the limit or fell outside, and the municipality where most did.
  /// Municipalities of one run alone have none.
  void add_crossed(std::string_view change, double sign) {
    if (!rows_.number(total_, change)) return;
    std::size_t most = total_;
    double greatest = 0;
    for (std::size_t r = 0; r < total_; ++r) {
      if (rows_.text(r, "change") != "kept") continue;
      auto const moved = sign * rows_.number(r, "covered_change").value_or(0);
      if (moved <= greatest) continue;
      greatest = moved;
      most = r;
    }
    auto text = residents_in_words(language_, of(change));
    if (most != total_ && of(change) > 0)
      text += filled(sign > 0 ? "change_line_rose" : "change_line_fell",
                     rows_.text(most, "municipality_name"), count(greatest));
    add(change, std::move(text));
  }

  void add_parts() {
    auto const* const parts = table_named(comparison_.tables, "parts");
    if (parts == nullptr) {
      add("parts", std::string{label(language_, "change_line_no_parts")});
    } else if (auto words = parts_in_words(language_, *parts); !words.empty()) {
      add("parts", std::move(words));
    }
  }

  /// Adds the largest area of each kind, which is the first of its kind in the table.
  void add_areas() {
    auto const* const areas = table_named(comparison_.tables, "changes");
    if (areas == nullptr) return;
    tables::ResultRows const rows{*areas};
    std::vector<std::string> words;
    for (auto const* change : {"gained", "lost"}) {
      for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows.text(r, "change") != change) continue;
        words.push_back(fmt::format("{} {}{}", rows.text(r, "municipality_name"),
                                    std::string_view{change} == "gained" ? "+" : "−",
                                    count(rows.number(r, "residents").value_or(0))));
        break;
      }
    }
    if (!words.empty()) add("change_areas", fmt::format("{}", fmt::join(words, ", ")));
  }

  void add_places() {
    auto const* const places = table_named(comparison_.tables, "places");
    if (places == nullptr) return;
    tables::ResultRows const rows{*places};
    std::vector<std::string> words;
    for (auto const* change : {"kept", "moved", "new", "gone"}) {
      int places_so = 0;
      for (std::size_t r = 0; r < rows.size(); ++r) places_so += rows.text(r, "change") == change;
      if (places_so > 0) {
        words.push_back(fmt::format("{}: {}", label(language_, fmt::format("places {}", change)),
                                    number(language_, places_so)));
      }
    }
    add("places", fmt::format("{}", fmt::join(words, ", ")));
  }

  Language language_;
  ReportedComparison const& comparison_;
  tables::ResultRows rows_;
  std::size_t total_;
  std::vector<ClosingLine> lines_;
};

}  // namespace

std::vector<ClosingLine> change_lines(Language language, ReportedComparison const& comparison) {
  return ChangeLines{language, comparison}.all();
}

}  // namespace gapmap::report
