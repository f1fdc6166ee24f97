#pragma once
// The options about what readers see first, as text and as values: language, title, region and
// logo.

#include <array>
#include <string>

#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// The options as text.
struct DeliveryWords {
  std::string lang, title, region, logo;
  std::array<std::string, kLanguages.size()> titles, regions;  ///< in the order of kLanguages
};

/// The options as values.
struct DeliveryChoice {
  Language language = Language::Finnish;
  report::Masthead masthead;
  std::string logo_file = {};  ///< file from which the logo was read
};

/// Adds the options; `usual` describes the language used if none is given.
void declare_delivery(Options& options, DeliveryWords& words, std::string const& usual);

/// Returns the language that `word` names; Finnish if it is empty. Throws UsageError.
[[nodiscard]] Language language_named(std::string const& word);

/// Returns the value of an option if it fits a heading, the properties of a workbook and the title
/// of a window. Throws UsageError if it does not.
[[nodiscard]] std::string line_of(std::string const& option, std::string const& text);

[[nodiscard]] DeliveryChoice understand_delivery(DeliveryWords const& words, Problems& problems);

}  // namespace gapmap::job
