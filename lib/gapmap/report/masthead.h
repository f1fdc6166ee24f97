#pragma once
// The head of everything that readers open: whose report it is, and about which region.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

struct Masthead {
  std::string title;   ///< empty: the title that gapmap has in the reader's language
  std::string region;  ///< empty: no region is named
  std::string logo;    ///< as io::read_picture() returns it; empty: none
  /// Label of the title that gapmap gives: another for a comparison.
  std::string_view usual_title = "title";
  /// Title and region for readers of one language, by language, in place of those above.
  std::map<std::string, std::string> titles = {};
  std::map<std::string, std::string> regions = {};

  /// Returns the title as plain text, without the region.
  [[nodiscard]] std::string title_in(Language language) const;
  /// Returns the region; empty if none is named.
  [[nodiscard]] std::string region_in(Language language) const;
  /// Returns "Title – Region", or the title alone.
  [[nodiscard]] std::string full_title_in(Language language) const;
};

/// Adds the region if neither title nor region is given and exactly one municipality was studied.
/// For more than one any name would be a guess.
[[nodiscard]] Masthead with_region(Masthead masthead, std::span<tables::OutputTable const> tables);

}  // namespace gapmap::report
