#pragma once
// The options about what readers see first: language, title, region and logo. As text and as
// values.

#include <string>

#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// As given.
struct DeliveryWords {
  std::string lang, title, region, logo;
};

/// Understood.
struct DeliveryChoice {
  Language language = Language::Finnish;
  report::Masthead masthead;
  std::string logo_file = {};  ///< that the logo was read from
};

/// `usual` tells of the language where none is given.
void declare_delivery(Options& options, DeliveryWords& words, std::string const& usual);

/// What `lang` says; nothing is Finnish. Throws UsageError.
[[nodiscard]] Language language_named(std::string const& word);

[[nodiscard]] DeliveryChoice understand_delivery(DeliveryWords const& words, Problems& problems);

}  // namespace gapmap::job
