#include "tools/compare/change_summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <map>

#include "gapmap/report/result_rows.h"
#include "tools/text_table.h"

namespace gapmap::tools {
namespace {

using report::ResultRows;

/// "+1 234", "−56", "0"
std::string with_sign(double people) {
  auto const count = grouped(People{std::abs(people)});
  if (people == 0 || count == "0") return "0";
  return (people > 0 ? "+" : "−") + count;
}

std::string shared(double people, double of) {
  if (!(of > 0)) return "nobody";
  return fmt::format("{} of {} ({:.1f} %)", grouped(People{people}), grouped(People{of}),
                     100 * people / of);
}

/// What differs, by factor, with values where they are short.
std::string differences_in_words(std::vector<io::RunDifference> const& differences) {
  if (differences.empty()) return "Nothing that can change who is covered differs";
  constexpr std::size_t kShort = 40;
  std::vector<std::string> words;
  for (auto const& [factor, what, before, after] : differences) {
    bool const is_told = before != after && before.size() <= kShort && after.size() <= kShort;
    words.push_back(is_told ? fmt::format("{} ({} → {})", what, before.empty() ? "none" : before,
                                          after.empty() ? "none" : after)
                            : what);
  }
  return fmt::format("They differ in {}", fmt::join(words, ", "));
}

/// The municipality with the greatest change up or down; empty if there is none.
std::string most(ResultRows const& rows, double sign, char const* verb) {
  double greatest = 0;
  std::string_view name;
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    auto const change = sign * rows.number(r, "covered_change").value_or(0);
    if (change <= greatest) continue;
    greatest = change;
    name = rows.text(r, "municipality_name");
  }
  return name.empty()
             ? std::string{}
             : fmt::format("Covered {} most in {}: {}\n", verb, name, with_sign(sign * greatest));
}

std::string parts_in_words(io::OutputTable const* parts) {
  if (parts == nullptr) return "The change is not split into parts, see run.json\n";
  ResultRows const rows{*parts};
  std::vector<std::string> words;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "municipality_name") != "Total" || rows.text(r, "figure") != "covered")
      continue;
    for (std::size_t f = 0; f < kFactors; ++f) {
      auto const factor = name_of(static_cast<Factor>(f));
      auto const part = rows.number(r, fmt::format("by_{}", factor)).value_or(0);
      if (part != 0) words.push_back(fmt::format("{} {}", factor, with_sign(part)));
    }
  }
  if (words.empty()) return {};
  return fmt::format("Of the change in who is covered, by {}\n", fmt::join(words, ", "));
}

std::string largest_area(io::OutputTable const* changes, std::string_view change) {
  if (changes == nullptr) return {};
  ResultRows const rows{*changes};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "change") != change) continue;
    return fmt::format("Largest area that {}: {} residents in {}\n", change,
                       grouped(People{rows.number(r, "residents").value_or(0)}),
                       rows.text(r, "municipality_name"));
  }
  return {};
}

std::string places_in_words(io::OutputTable const* places) {
  if (places == nullptr) return {};
  std::map<std::string, int, std::less<>> count;
  ResultRows const rows{*places};
  for (std::size_t r = 0; r < rows.size(); ++r) ++count[std::string{rows.text(r, "change")}];
  std::vector<std::string> words;
  for (auto const* change : {"kept", "moved", "new", "gone"}) {
    if (count[change] > 0) words.push_back(fmt::format("{} {}", count[change], change));
  }
  return fmt::format("Places: {}\n", fmt::join(words, ", "));
}

}  // namespace

std::string change_summary(std::vector<io::RunDifference> const& differences,
                           std::span<io::OutputTable const> tables) {
  ResultRows const rows{*report::table_named(tables, "municipalities")};
  auto const last = rows.size() - 1;
  auto const of = [&](char const* column) { return rows.number(last, column).value_or(0); };
  auto text = differences_in_words(differences) + '\n';
  text += fmt::format("Covered: {} before, {} after: {} residents\n",
                      shared(of("covered_before"), of("residents_before")),
                      shared(of("covered_after"), of("residents_after")),
                      with_sign(of("covered_change")));
  text += fmt::format(
      "Not covered: {} before, {} after: {}\n", grouped(People{of("not_covered_before")}),
      grouped(People{of("not_covered_after")}), with_sign(of("not_covered_change")));
  if (rows.number(last, "gained")) {
    text +=
        fmt::format("Where people live now, {} gained a place within the limit and {} lost it\n",
                    grouped(People{of("gained")}), grouped(People{of("lost")}));
  }
  auto const* const changes = report::table_named(tables, "changes");
  text += parts_in_words(report::table_named(tables, "parts"));
  text += most(rows, 1, "rose") + most(rows, -1, "fell");
  text += largest_area(changes, "gained") + largest_area(changes, "lost");
  text += places_in_words(report::table_named(tables, "places"));
  return text + '\n';
}

}  // namespace gapmap::tools
