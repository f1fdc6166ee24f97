#include "gapmap/report/detail/access_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <vector>

#include "gapmap/report/cost_steps.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sentences.h"

namespace gapmap::report {
namespace {

constexpr char const* kTable = "sensitivity";

/// Returns a speed as people write it: 20, 12.5.
std::string speed(Language language, double kmh) {
  return number(language, kmh, kmh == static_cast<double>(static_cast<long>(kmh)) ? 0 : 1);
}

/// Returns for example "kävelyvauhdilla 812 asukasta jäisi rajan ulkopuolelle"; `key` is the
/// beginning of the keys of its parts.
std::string part(Language language, tables::ResultRows const& rows, std::size_t row,
                 std::string_view key) {
  auto const with = in_a_sentence(word(language, "assumption", rows.text(row, "assumption")));
  std::vector<std::string> parts;
  for (auto const* change : {"come_within", "fall_outside"}) {
    auto const residents = rows.number(row, fmt::format("residents_{}", change)).value_or(0);
    if (residents > 0) {
      parts.push_back(counted(language, fmt::format("{} {}", key, change), residents, with,
                              number(language, residents)));
    }
  }
  if (parts.empty()) parts.push_back(sentence(language, fmt::format("{} nobody", key), with));
  auto text = fmt::format("{}", fmt::join(parts, ", "));
  auto const suppressed = rows.number(row, "cells_changed_without_number").value_or(0);
  if (suppressed > 0)
    text += counted(language, "if suppressed", suppressed, number(language, suppressed));
  return text;
}

/// Returns `key` filled with all assumptions, or a sentence that nobody's result depends on them.
std::optional<std::string> told(Language language, std::span<tables::OutputTable const> tables,
                                std::string_view key, std::string_view part_key) {
  auto const* const table = table_named(tables, kTable);
  if (table == nullptr) return std::nullopt;
  tables::ResultRows const rows{*table};
  std::vector<std::string> parts;
  bool is_anybody = false;
  // The first row is the run itself.
  for (std::size_t r = 1; r < rows.size(); ++r) {
    auto const changed = rows.number(r, "cells_changed");
    if (!changed) return std::nullopt;
    is_anybody |= rows.number(r, "residents_come_within").value_or(0) > 0 ||
                  rows.number(r, "residents_fall_outside").value_or(0) > 0 ||
                  rows.number(r, "cells_changed_without_number").value_or(0) > 0;
    parts.push_back(part(language, rows, r, part_key));
  }
  if (parts.empty()) return std::nullopt;
  if (!is_anybody) return std::string{label(language, fmt::format("{} nobody", key))};
  return sentence(language, key, fmt::format("{}", fmt::join(parts, "; ")));
}

}  // namespace

std::optional<std::string> access_sentence(Language language,
                                           std::span<tables::OutputTable const> tables) {
  auto const* const table = table_named(tables, kTable);
  if (table == nullptr || table->rows.empty()) return std::nullopt;
  tables::ResultRows const rows{*table};
  auto const kmh = rows.number(0, "access_speed_kmh");
  auto text = kmh ? sentence(language, "method_access speed", speed(language, *kmh))
                  : std::string{label(language, "method_access")};
  auto const mean = rows.number(0, "access_mean_m");
  auto const share = rows.number(0, "access_share");
  if (mean && share) {
    constexpr double kHundred = 100;
    tables::CostScale const lengths{.is_time = false, .limit = 0, .bounds = {}};
    text +=
        ' ' + sentence(language, kmh ? "method_access share_of_time" : "method_access share",
                       cost_in_words(language, lengths, std::round(*mean / kHundred) * kHundred),
                       percent(language, *share));
  }
  return text;
}

std::optional<std::string> sensitivity_sentence(Language language,
                                                std::span<tables::OutputTable const> tables) {
  return told(language, tables, "sensitivity_note", "if");
}

std::optional<std::string> sensitivity_line(Language language,
                                            std::span<tables::OutputTable const> tables) {
  return told(language, tables, "sensitivity_line", "line");
}

}  // namespace gapmap::report
