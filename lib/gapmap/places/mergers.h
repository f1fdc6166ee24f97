#pragma once
// Mergers of Finnish municipalities that are on record here, so that areas of one year and a key of
// another can be brought together with more than a guess.

#include <string_view>

namespace gapmap::places {

/// Codes are bare, without leading zeros.
struct Merger {
  std::string_view merged;
  std::string_view into;
  std::string_view on;  ///< the day it came into force, "1.1.2025"
};

/// The merger that ended the municipality with this bare code; nothing if none is on record. The
/// table is not complete.
[[nodiscard]] Merger const* merger_of(std::string_view bare_code) noexcept;

}  // namespace gapmap::places
