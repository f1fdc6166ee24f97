#include "gapmap/report/change_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "gapmap/report/detail/change_groups.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

/// Returns the limit by which a run says who is covered: the first that it was given.
std::string limit_of(io::ComparedRun const& run) {
  for (auto const& [name, value] : run.options) {
    if (name == "limit") return value.substr(0, value.find(", "));
  }
  return {};
}

tables::OutputTable const& totals_of(ReportedComparison const& comparison) {
  auto const* const table = table_named(comparison.tables, "municipalities");
  expects(table != nullptr && !table->rows.empty(),
          "a comparison is of municipalities and their total");
  return *table;
}

/// Makes the sentences, conditional ones of a plan.
class Sentences {
 public:
  Sentences(Language language, ReportedComparison const& comparison)
      : language_{language},
        comparison_{comparison},
        words_{names_in(language, comparison)},
        rows_{totals_of(comparison)} {}

  std::vector<std::string> all() {
    auto of_group = group_change_sentence(language_, comparison_);
    bool const is_about_group = !comparison_.record.face.group.empty();
    if (is_about_group && !of_group.empty()) sentences_.push_back(of_group);
    add_net();
    if (!is_about_group && !of_group.empty()) sentences_.push_back(of_group);
    add_beneath();
    add_limits();
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] std::optional<double> told(std::string_view column) const {
    return rows_.number(rows_.size() - 1, column);
  }
  [[nodiscard]] std::string count(std::optional<double> people) const {
    return number_or_sign(language_, people);
  }
  template <class... Words>
  void add(std::string_view key, Words const&... filled) {
    sentences_.push_back(
        fmt::format(fmt::runtime(label_of_change(language_, key, words_)), filled...));
  }
  /// Adds a sentence in its form for `number`.
  template <class... Words>
  void add_counted(std::string_view key, double number, Words const&... filled) {
    sentences_.push_back(
        fmt::format(fmt::runtime(label_of_change(language_, key, number, words_)), filled...));
  }

  /// Returns the figures of one run: "Nykytila: 160 351 / 169 887 asukasta (94,4 %)."
  [[nodiscard]] std::string figures(std::string const& name, std::string_view when) const {
    auto const column = [&](std::string_view figure) { return fmt::format("{}_{}", figure, when); };
    auto const share = told(column("share"));
    auto const residents = told(column("residents"));
    auto const* const unknown = comparison_.record.publication ? kHiddenSign : "–";
    return counted(language_, "change_figures", residents.value_or(0), name,
                   count(told(column("covered"))), count(residents),
                   share ? percent(language_, *share) : std::string{unknown});
  }

  void add_net() {
    if (auto const net = told("covered_change")) {
      add(*net > 0   ? "change_rose"
          : *net < 0 ? "change_fell"
                     : "change_same",
          count(std::abs(*net)));
    } else {
      add("change_hidden");
    }
    sentences_.push_back(figures(words_.before, "before") + ' ' + figures(words_.after, "after"));
  }

  void add_beneath() {
    if (!comparison_.record.are_cells_matched) {
      add("change_no_cells");
      return;
    }
    add_crossings();
    auto const rest = told("from_population").value_or(0);
    if (rest == 0) return;
    auto const& differences = comparison_.record.differences;
    bool const are_areas_alike =
        std::ranges::none_of(differences, [](io::RunDifference const& difference) {
          return difference.factor == Factor::Boundaries;
        });
    add_counted(are_areas_alike ? "change_by_population" : "change_by_population_and_areas",
                std::abs(rest), signed_number(language_, rest));
  }

  /// Adds who came within the limit and who fell outside it; of nobody only that there is nobody.
  void add_crossings() {
    if (!told("gained") || !told("lost")) {
      add("change_crossings_hidden");
      return;
    }
    auto const gained = *told("gained");
    auto const lost = *told("lost");
    if (std::round(gained) > 0 && std::round(lost) > 0) {
      add_counted("change_gained_lost", gained, count(gained), count(lost));
    } else if (std::round(gained) > 0) {
      add_counted("change_gained", gained, count(gained));
    } else if (std::round(lost) > 0) {
      add_counted("change_lost", lost, count(lost));
    } else {
      add("change_nobody");
    }
  }

  void add_limits() {
    auto const before = limit_of(comparison_.record.before);
    auto const after = limit_of(comparison_.record.after);
    if (before == after) {
      if (!after.empty()) add("change_limit", quantity_as_written(language_, after));
      return;
    }
    add("change_limit_differs", words_.before, quantity_as_written(language_, before), words_.after,
        quantity_as_written(language_, after));
  }

  Language language_;
  ReportedComparison const& comparison_;
  RunWords words_;
  tables::ResultRows rows_;
  std::vector<std::string> sentences_;
};

/// Returns the part of a factor in the change of all covered residents.
double part_of_total(tables::OutputTable const& parts, Factor factor) {
  tables::ResultRows const rows{parts};
  for (auto r = rows.size(); r-- > 0;) {
    if (rows.text(r, "figure") == "covered")
      return rows.number(r, fmt::format("by_{}", name_of(factor))).value_or(0);
  }
  return 0;
}

/// Returns "kohtaamispaikat +120".
std::string part_in_words(Language language, tables::OutputTable const& parts, Factor factor) {
  return fmt::format("{} {}", label(language, fmt::format("factor {}", name_of(factor))),
                     signed_number(language, part_of_total(parts, factor)));
}

}  // namespace

RunWords ReportedComparison::words() const {
  return {record.face.name_before, record.face.name_after, record.face.is_plan};
}

RunWords names_in(Language language, ReportedComparison const& comparison) {
  auto words = comparison.words();
  if (words.before.empty()) words.before = label(language, "run_before");
  if (words.after.empty()) words.after = label(language, "run_after");
  return words;
}

std::vector<std::string> change_in_sentences(Language language,
                                             ReportedComparison const& comparison) {
  return Sentences{language, comparison}.all();
}

std::string runs_in_words(ReportedComparison const& comparison) {
  auto const& [before, after] = std::tie(comparison.record.before, comparison.record.after);
  auto const words = comparison.words();
  if (!words.before.empty()) return fmt::format("{} → {}", words.before, words.after);
  auto const last = [](std::string const& folder) {
    auto const path = std::filesystem::path{folder}.lexically_normal();
    auto const name = path.has_filename() ? path : path.parent_path();
    return (name.extension() == ".toml" ? name.stem() : name.filename()).string();
  };
  auto names = std::pair{last(before.folder), last(after.folder)};
  if (names.first == names.second || names.first.empty() || names.second.empty())
    names = {before.folder, after.folder};
  return fmt::format("{} → {}", names.first, names.second);
}

std::string parts_in_words(Language language, tables::OutputTable const& parts) {
  std::vector<std::string> words;
  for (std::size_t f = 0; f < kFactors; ++f) {
    auto const factor = static_cast<Factor>(f);
    if (part_of_total(parts, factor) != 0) words.push_back(part_in_words(language, parts, factor));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::size_t> changed_places(tables::OutputTable const& places) {
  tables::ResultRows const rows{places};
  std::vector<std::size_t> changed;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "change") != "kept") changed.push_back(r);
  }
  auto const moved = [&](std::size_t r) {
    double most = 0;
    for (auto const* how : {"alone", "together"}) {
      most = std::max(most, rows.number(r, fmt::format("gained_{}", how)).value_or(0) +
                                rows.number(r, fmt::format("lost_{}", how)).value_or(0));
    }
    return most;
  };
  std::ranges::stable_sort(changed, std::ranges::greater{}, moved);
  return changed;
}

std::string signed_number(Language language, double value) {
  auto const* const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return sign + number(language, std::abs(value));
}

io::Sheet differences_sheet(Language language, ReportedComparison const& comparison) {
  tables::OutputTable table{"change_differences", {}, {}, {}};
  for (auto const* name : {"change_option", "run_before", "run_after", "change_effect"})
    table.columns.push_back({name, tables::ColumnType::Text});
  auto const text = [&](std::string const& value) {
    return value.empty() ? tables::Value{} : tables::Value{quantity_as_written(language, value)};
  };
  auto const* const parts = table_named(comparison.tables, "parts");
  for (auto const& difference : comparison.record.differences) {
    auto const name = label_of(language, "--" + difference.what);
    std::string effect{label(language, "change_no_effect")};
    if (difference.factor) {
      effect =
          difference.has_no_effect || parts == nullptr
              ? std::string{label(language, fmt::format("factor {}", name_of(*difference.factor)))}
              : part_in_words(language, *parts, *difference.factor);
      if (difference.has_no_effect)
        effect += fmt::format(", {}", label(language, "change_no_effect_found"));
    }
    table.rows.push_back({std::string{name.value_or(difference.what)}, text(difference.before),
                          text(difference.after), std::move(effect)});
  }
  auto sheet = sheet_of(language, std::move(table));
  auto const words = names_in(language, comparison);
  sheet.columns[1].header = words.before;
  sheet.columns[2].header = words.after;
  return sheet;
}

}  // namespace gapmap::report
