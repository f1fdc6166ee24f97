#pragma once
// Mergers of Finnish municipalities on record here, so that areas of one year and a key of another
// can be joined by more than a guess.

#include <string_view>

namespace gapmap::places {

/// A merger of one municipality into another. Codes are bare, without leading zeros.
struct Merger {
  std::string_view merged;
  std::string_view into;
  std::string_view on;  ///< day it came into force, "1.1.2025"
};

/// Returns the merger that ended the municipality with this bare code; null if none is on record.
/// The table is not complete.
[[nodiscard]] Merger const* merger_of(std::string_view bare_code) noexcept;

}  // namespace gapmap::places
