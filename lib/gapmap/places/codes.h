#pragma once
// Codes of areas as files write them, made comparable.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap::places {

/// Returns a code without what files add to it. "020", "20", " 20 ", "20.0", "20,0" and '020 give
/// one code, like KU020 and FI_020 of statistics, and "020 Akaa" and "Akaa (020)" of lists; "fi1"
/// and "FI1" are one as well. Blanks of every kind (units/blanks) count as spaces.
[[nodiscard]] std::string bare_code(std::string_view written);

/// The bare codes of two inputs that should be about the same areas.
struct CodeJoin {
  std::vector<std::string> joined;
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
};
[[nodiscard]] CodeJoin join_codes(std::set<std::string> const& left,
                                  std::set<std::string> const& right);

}  // namespace gapmap::places
