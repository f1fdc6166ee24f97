#pragma once
// Codes of areas as files write them, made comparable.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap::places {

/// A code without what files put around it: "020", "20", " 20 ", "20.0", "20,0" and '020 are one
/// code; so are KU020 and FI_020 of statistics, and "020 Akaa", "Akaa (020)" of lists; so
/// are "fi1" and "FI1". Blanks of every kind (units/blanks) count as spaces.
[[nodiscard]] std::string bare_code(std::string_view written);

/// Codes of two inputs that ought to be about the same areas, as bare codes.
struct CodeJoin {
  std::vector<std::string> joined;
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
};
[[nodiscard]] CodeJoin join_codes(std::set<std::string> const& left,
                                  std::set<std::string> const& right);

}  // namespace gapmap::places
