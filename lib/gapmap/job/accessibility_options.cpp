#include "gapmap/job/accessibility_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {

std::variant<Meters, Seconds> half_of(std::variant<Meters, Seconds> const& limit) {
  return std::visit([](auto whole) -> std::variant<Meters, Seconds> { return whole / 2; }, limit);
}

namespace {

bool is_positive(std::variant<Meters, Seconds> const& limit) {
  return std::visit([](auto value) { return value.value() > 0; }, limit);
}

/// Reads `word`. A limit that could not be read is 0 here and has been reported.
std::variant<Meters, Seconds> parse_half(std::string const& word,
                                         std::variant<Meters, Seconds> const& limit) {
  auto const half = parse_limit(word, "half-at");
  if (!is_positive(half)) {
    throw UsageError{"half-at", fmt::format("\"{}\" is no way", word),
                     "write what a place costs that counts half, such as \"10 km\""};
  }
  if (is_positive(limit) && half.index() != limit.index()) {
    bool const is_length = std::holds_alternative<Meters>(limit);
    throw UsageError{
        "half-at",
        fmt::format("\"{}\" is a {}, but `limit` is a {}", word, is_length ? "time" : "length",
                    is_length ? "length" : "time"),
        is_length ? "write a length such as \"10 km\"" : "write a time such as \"15 min\""};
  }
  return half;
}

}  // namespace

void declare_accessibility(Options& o, AccessibilityWords& w) {
  o.group("Indicators");
  o.add({"--accessibility", "",
         "Also those that look at every place within reach: how many there are, gravity "
         "accessibility, E2SFCA",
         OptionKind::Flag},
        w.accessibility);
  o.add({"--half-at", "LIMIT",
         "With --accessibility: how far off a place counts half (default: half the limit)"},
        w.half_at);
}

std::optional<AccessibilityQuestion> understand_accessibility(
    AccessibilityWords const& w, std::variant<Meters, Seconds> const& limit, Problems& problems) {
  AccessibilityQuestion question{half_of(limit)};
  problems.check([&] {
    if (w.half_at.empty()) return;
    if (w.accessibility.empty())
      throw UsageError{"half-at", "is of no use without `accessibility`", "add `accessibility`"};
    question.half = parse_half(w.half_at, limit);
    question.is_usual = false;
  });
  return w.accessibility.empty() ? std::nullopt : std::optional{question};
}

}  // namespace gapmap::job
