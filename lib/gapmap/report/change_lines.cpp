#include "gapmap/report/change_lines.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "gapmap/report/change_words.h"
#include "gapmap/report/detail/change_groups.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/hidden_numbers.h"
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
        words_{comparison.words()},
        rows_{*table_named(comparison.tables, "municipalities")},
        total_{rows_.size() - 1} {}

  std::vector<ClosingLine> all() {
    add("runs_compared", runs_in_words(comparison_));
    add("change_differ", differences());
    if (auto of_group = group_change_sentence(language_, comparison_); !of_group.empty())
      add("beyond_limits", std::move(of_group));
    add("covered", both("covered"));
    add("change", net());
    add_beneath();
    add_parts();
    add_areas();
    add_effects();
    add_places();
    if (auto const hidden = hidden_in(comparison_.record))
      add("closing hidden", publication_line(language_, *hidden));
    return std::move(lines_);
  }

 private:
  void add(std::string_view key, std::string text) {
    lines_.push_back({std::string{label_of_change(language_, key, words_)}, std::move(text)});
  }
  [[nodiscard]] std::optional<double> told(std::string_view column) const {
    return rows_.number(total_, column);
  }
  [[nodiscard]] std::string count(std::optional<double> people) const {
    return number_or_sign(language_, people);
  }
  [[nodiscard]] std::string with_sign(std::optional<double> change) const {
    return change ? signed_number(language_, *change) : kHiddenSign;
  }
  [[nodiscard]] std::string filled(std::string_view key, auto const&... words) const {
    return fmt::format(fmt::runtime(label(language_, key)), words...);
  }

  /// Returns what differs between the runs and has an effect, by factor, with the values of options
  /// where they are short.
  [[nodiscard]] std::string differences() const {
    constexpr std::size_t kShort = 40;
    std::vector<std::string> words;
    for (auto const& [factor, what, before, after, has_no_effect] :
         comparison_.record.differences) {
      if (!factor || has_no_effect) continue;
      std::string text{label(language_, fmt::format("factor {}", name_of(*factor)))};
      auto const option = what == name_of(*factor) ? std::string{} : what;
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
    auto const share = [&](std::optional<double> people, std::optional<double> all) {
      if (!people || !all) return std::string{kHiddenSign};
      return *all > 0 ? percent(language_, *people / *all) : std::string{"–"};
    };
    auto const before = told(fmt::format("{}_before", figure));
    auto const after = told(fmt::format("{}_after", figure));
    auto const all_before = told("residents_before");
    auto const all_after = told("residents_after");
    return counted(language_, "change_line_figure", all_after.value_or(0), count(after),
                   count(all_after), share(after, all_after), count(before), count(all_before),
                   share(before, all_before));
  }

  /// Returns the net change of residents within the limit, and where it is greatest each way.
  /// Municipalities of one run alone are not among those.
  [[nodiscard]] std::string net() const {
    auto text = counted(language_, "change_line_net", std::abs(told("covered_change").value_or(0)),
                        with_sign(told("covered_change")));
    for (auto const& [key, sign] : {std::pair{"change_line_rose", 1}, {"change_line_fell", -1}}) {
      std::size_t most = total_;
      double greatest = 0;
      for (std::size_t r = 0; r < total_; ++r) {
        if (rows_.text(r, "change") != "kept") continue;
        auto const changed = sign * rows_.number(r, "covered_change").value_or(0);
        if (changed <= greatest) continue;
        greatest = changed;
        most = r;
      }
      if (most != total_)
        text += filled(key, rows_.text(most, "municipality_name"),
                       signed_number(language_, sign * greatest));
    }
    return text;
  }

  /// Adds what the net change is made of: who came within the limit, who fell outside, and the
  /// population itself.
  void add_beneath() {
    if (!comparison_.record.are_cells_matched) return;
    for (auto const* part : {"gained", "lost"})
      add(part, residents_in_words(language_, told(part)));
    auto const rest = told("from_population").value_or(0);
    if (rest != 0)
      add("from_population",
          counted(language_, "residents counted", std::abs(rest), signed_number(language_, rest)));
  }

  void add_parts() {
    if (comparison_.record.publication) return;
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
      // Where a number is hidden nobody is told which is the largest.
      bool is_any_hidden = false;
      for (std::size_t r = 0; r < rows.size(); ++r) {
        is_any_hidden =
            is_any_hidden || (rows.text(r, "change") == change && !rows.number(r, "residents"));
      }
      if (is_any_hidden) continue;
      for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows.text(r, "change") != change) continue;
        words.push_back(fmt::format("{} {}{}", rows.text(r, "municipality_name"),
                                    std::string_view{change} == "gained" ? "+" : "−",
                                    count(rows.number(r, "residents"))));
        break;
      }
    }
    if (!words.empty()) add("change_areas", fmt::format("{}", fmt::join(words, ", ")));
  }

  /// Adds the places that do most by themselves, as the only change.
  void add_effects() {
    constexpr std::size_t kShown = 4;
    auto const* const places = table_named(comparison_.tables, "places");
    if (places == nullptr) return;
    tables::ResultRows const rows{*places};
    std::vector<std::string> words;
    for (auto const r : changed_places(*places)) {
      auto const gained = rows.number(r, "gained_alone");
      auto const lost = rows.number(r, "lost_alone");
      if (!gained || !lost || words.size() == kShown) break;
      words.push_back(fmt::format("{} {}", rows.text(r, "place_name"),
                                  signed_number(language_, *gained - *lost)));
    }
    if (!words.empty()) add("change_places_alone", fmt::format("{}", fmt::join(words, ", ")));
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
        words.push_back(fmt::format(
            "{}: {}", label_of_change(language_, fmt::format("places {}", change), words_),
            number(language_, places_so)));
      }
    }
    add("places", fmt::format("{}", fmt::join(words, ", ")));
  }

  Language language_;
  ReportedComparison const& comparison_;
  RunWords words_;
  tables::ResultRows rows_;
  std::size_t total_;
  std::vector<ClosingLine> lines_;
};

}  // namespace

std::vector<ClosingLine> change_lines(Language language, ReportedComparison const& comparison) {
  return ChangeLines{language, comparison}.all();
}

}  // namespace gapmap::report
