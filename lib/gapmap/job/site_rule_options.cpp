#include "gapmap/job/site_rule_options.h"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

/// "municipality=2" as its two parts.
AreaQuota quota_of(std::string const& option, std::string const& word) {
  auto const equals = word.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError{option, fmt::format("\"{}\" is no level and number", word),
                     "write LEVEL=N, such as municipality=1"};
  }
  AreaQuota quota{.level = word.substr(0, equals)};
  auto const number = places_in(option, word.substr(equals + 1), 0);
  (option == "least-per" ? quota.least : quota.most) = number;
  return quota;
}

}  // namespace

std::uint32_t places_in(std::string const& option, std::string const& word, std::uint32_t least) {
  auto const number = parse_whole(word);
  if (number && *number >= least && *number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(*number);
  throw UsageError{option, fmt::format("\"{}\" is no number of places", word),
                   least == 0 ? "write a whole number" : "write a whole number, 1 or more"};
}

std::string SiteRuleChoice::set_rule() const {
  return budget ? "budget" : apart ? "apart" : "most-per, least-per";
}

void declare_site_rules(Options& o, SiteRuleWords& w) {
  o.add({"--candidate-cost", "FIELD", "What a candidate costs"}, w.candidate_cost);
  o.add({"--budget", "NUMBER", "For the costs of all places that open"}, w.budget);
  o.add({"--require", "ID",
         "Id or name of a place or candidate that is open in any case, and counts among those of "
         "--open; may be given several times"},
        w.required);
  o.add({"--exclude", "ID",
         "Id or name of a place or candidate that stays closed; may be given several times"},
        w.excluded);
  o.add({"--apart", "LENGTH",
         "Least distance, in a straight line, between a place that opens and any other"},
        w.apart);
  o.add({"--most-per", "LEVEL=N",
         "So many places at most may open in each area of a level: municipality, or a level of the "
         "--area-key, such as hyvinvointialue=2; may be given several times"},
        w.most_per);
  o.add({"--least-per", "LEVEL=N",
         "So many places at least open in each area of a level where residents live; may be given "
         "several times"},
        w.least_per);
  o.add({"--may-close", "",
         "Places that exist may close, and as many more may open elsewhere (default: they stay)",
         OptionKind::Flag},
        w.may_close);
}

SiteRuleChoice understand_site_rules(SiteRuleWords const& w, Problems& problems) {
  SiteRuleChoice rules;
  rules.may_close = !w.may_close.empty();
  rules.excluded = w.excluded;
  rules.required = w.required;
  rules.has_prices = !w.candidate_cost.empty();
  problems.check([&] {
    if (w.budget.empty()) return;
    auto const budget = parse_number(w.budget);
    if (!budget || *budget < 0)
      throw UsageError{"budget", fmt::format("\"{}\" is no sum", w.budget), "write a number"};
    if (!rules.has_prices)
      throw UsageError{"budget", "is of no use without prices", "name them with `candidate-cost`"};
    rules.budget = *budget;
  });
  problems.check([&] {
    if (!w.apart.empty()) rules.apart = parse_length(w.apart, "apart");
  });
  for (auto const& [option, words] :
       {std::pair{"most-per", &w.most_per}, std::pair{"least-per", &w.least_per}}) {
    for (auto const& word : *words)
      problems.check([&, option = option] { rules.quotas.push_back(quota_of(option, word)); });
  }
  return rules;
}

}  // namespace gapmap::job
