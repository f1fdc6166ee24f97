#pragma once
// What stands at the head of everything that readers open: whose report it is, and of which region.

#include <span>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

struct Masthead {
  std::string title;   ///< empty: what gapmap calls it in the reader's language
  std::string region;  ///< empty: none is named
  std::string logo;    ///< as io::read_picture() gives it; empty: none

  /// Plain text, without the region.
  [[nodiscard]] std::string title_in(Language language) const;
  /// "Title – Region", or the title alone.
  [[nodiscard]] std::string full_title_in(Language language) const;
};

/// The head with the region that nobody had to name: where neither title nor region is given and
/// one municipality was studied, that one. Anything more would be a guess.
[[nodiscard]] Masthead with_region(Masthead masthead, std::span<tables::OutputTable const> tables);

}  // namespace gapmap::report
