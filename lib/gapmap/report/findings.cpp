#include "gapmap/report/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/record_sheets.h"

namespace gapmap::report {
namespace {

/// Whether a row is named by where it stands, as "row 7", "line 7" or "row 3 column 5": in rasters,
/// and where a sheet has rows that are none of its table.
bool is_position(std::string_view example) {
  constexpr std::string_view kNumbers = "0123456789 ";
  for (std::string_view const word : {"row ", "line "}) {
    if (!example.starts_with(word)) continue;
    auto rest = example.substr(word.size());
    if (auto const at = rest.find(" column "); at != std::string_view::npos)
      rest = rest.substr(0, at);
    return rest.find_first_not_of(kNumbers) == std::string_view::npos;
  }
  return false;
}

/// Returns `text` up to the first `mark` and removes both from `text`.
std::string_view next_part(std::string_view& text, std::string_view mark) {
  auto const end = std::min(text.find(mark), text.size());
  auto const part = text.substr(0, end);
  text.remove_prefix(std::min(end + mark.size(), text.size()));
  return part;
}

/// Translates a role and keeps the field that has it: "target group kohderyhma".
std::string field_in(Language language, std::string_view text) {
  for (auto end = text.rfind(' '); end != std::string_view::npos && end > 0;
       end = text.rfind(' ', end - 1)) {
    auto const role = label_of(language, "role " + std::string{text.substr(0, end)});
    if (role) return std::string{*role} + std::string{text.substr(end)};
  }
  return std::string{text};
}

/// Translates for example "Statistics Finland municipalities (code kunta, name nimi)".
std::string schema_in(Language language, std::string_view text) {
  auto open = text.find(" (");
  // Some titles contain brackets themselves.
  if (auto const next = text.find(" (", open + 1); open != std::string_view::npos &&
                                                   next != std::string_view::npos &&
                                                   label_of(language, text.substr(0, next)))
    open = next;
  auto const title = label_of(language, text.substr(0, open));
  if (!title || open == std::string_view::npos || !text.ends_with(')'))
    return phrase(language, text);
  auto fields = text.substr(open + 2, text.size() - open - 3);
  std::string all;
  while (!fields.empty()) {
    if (!all.empty()) all += ", ";
    all += field_in(language, next_part(fields, ", "));
  }
  return fmt::format("{} ({})", *title, all);
}

/// Translates a remark apart from what became of its rows, which follows in brackets.
std::string what_in(Language language, std::string const& what) {
  for (std::string const& end : {std::string{" (left out)"}, std::string{" (used)"}}) {
    if (!what.ends_with(end)) continue;
    auto const remark = what.substr(0, what.size() - end.size());
    auto told = phrase(language, remark);
    if (told == remark) continue;
    return told + phrase(language, end);
  }
  return phrases(language, what);
}

}  // namespace

checks::Finding finding_in(Language language, checks::Finding finding) {
  if (language == Language::English) return finding;
  bool const is_of_rows = finding.what.ends_with("(left out)") || finding.what.ends_with("(used)");
  finding.what =
      finding.error ? error_in(language, *finding.error) : what_in(language, finding.what);
  finding.advice = phrases(language, finding.advice);
  for (auto& example : finding.examples) {
    example =
        is_of_rows ? row_in(language, example) : phrase_of_kind(language, "example ", example);
  }
  return finding;
}

std::string row_in(Language language, std::string const& row) {
  return is_position(row) ? phrase_of_kind(language, "example ", row) : row;
}

std::string error_in(Language language, ErrorParts const& error) {
  auto text = error.is_of_options ? error.place_in_words()
                                  : phrase_of_kind(language, "place ", error.place);
  auto const add = [&](std::string_view part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (!error.layer.empty())
    add(fmt::format("{} \"{}\"", label(language, "check layer"), error.layer));
  if (!error.feature.empty()) {
    add(fmt::format("{} {}", label(language, "check feature"),
                    phrase_of_kind(language, "place ", error.feature)));
  }
  if (!text.empty()) text += ": ";
  text += phrase(language, error.what);
  if (!error.hint.empty()) text += "; " + phrases(language, error.hint);
  return text;
}

std::string remark_in(Language language, std::string const& remark) {
  return phrase_of_kind(language, "remark ", remark);
}

std::string stage_in(Language language, std::string_view stage) {
  constexpr std::string_view kBetween = ": ";
  std::string told;
  while (!stage.empty()) {
    if (!told.empty()) told += kBetween;
    told += phrase_of_kind(language, "stage ", next_part(stage, kBetween));
  }
  return told;
}

std::vector<std::string> input_in(Language language, io::ImportReport const& report) {
  auto const count = [&](std::size_t rows) { return number(language, static_cast<double>(rows)); };
  std::vector<std::string> lines{fmt::format(
      "{}: {}; {}{}{}", input_name(language, report.input),
      sentence(language, "check rows used", count(report.rows_used), count(report.rows)),
      recognised_in(language, report.recognised), report.crs.empty() ? "" : "; ",
      phrase(language, report.crs))};
  for (auto const& remark : report.remarks) {
    bool const is_out = remark.consequence == io::Consequence::LeftOut;
    std::vector<std::string> first;
    for (auto const& row : remark.examples) first.push_back(row_in(language, row));
    lines.push_back(fmt::format(
        "  {} ({}): {}; {}: {}", count(remark.count), label(language, is_out ? "left_out" : "used"),
        phrase(language, remark.what), label(language, "check first"), fmt::join(first, ", ")));
  }
  return lines;
}

std::string recognised_in(Language language, std::string_view recognised) {
  std::string all;
  while (!recognised.empty()) {
    if (!all.empty()) all += "; ";
    all += schema_in(language, next_part(recognised, "; "));
  }
  return all;
}

}  // namespace gapmap::report
