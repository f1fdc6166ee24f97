#include "gapmap/job/publish_options.h"

#include <fmt/format.h>

#include "gapmap/units/parse_quantity.h"

#include "gapmap/publishing/published.h"

namespace gapmap::job {
namespace {

double threshold_of(std::string const& word) {
  constexpr std::size_t kMost = 1'000'000'000;
  auto const below = parse_whole(word);
  if (below && *below >= 2 && *below <= kMost) return static_cast<double>(*below);
  throw UsageError{"publish-below", fmt::format("\"{}\" is no threshold", word),
                   "write a whole number of residents, 2 or more"};
}

}  // namespace

void declare_publish(Options& o, PublishWords& w) {
  o.group("Publishing");
  o.add({"--publish", "",
         "Hide small numbers of residents in all results, and the others from which they could be "
         "computed",
         OptionKind::Flag},
        w.publish);
  o.add({"--publish-below", "N",
         fmt::format("With --publish: numbers from 1 to N - 1 are small (default: {})",
                     publishing::kUsualThreshold),
         OptionKind::Number},
        w.below);
}

std::optional<double> understand_publish(PublishWords const& w, Problems& problems) {
  std::optional<double> below;
  problems.check([&] {
    if (w.publish.empty()) {
      if (w.below.empty()) return;
      throw UsageError{"publish-below", "is of no use without `publish`", "add `publish`"};
    }
    below = w.below.empty() ? publishing::kUsualThreshold : threshold_of(w.below);
  });
  return below;
}

}  // namespace gapmap::job
