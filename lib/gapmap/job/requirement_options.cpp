#include "gapmap/job/requirement_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "gapmap/tables/requirement_table.h"
#include "gapmap/tables/columns.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/requirement_text.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::job {
namespace {

std::vector<std::string> const kKeys{"name", "where", "limit", "at_least"};

/// One requirement as given, with its name in messages.
struct Wording {
  std::map<std::string, std::string> values;
  std::string who;  ///< requirement 2 "lähitalo"

  [[nodiscard]] std::string value(std::string const& key) const {
    auto const found = values.find(key);
    return found == values.end() ? std::string{} : found->second;
  }
};

Wording wording_of(std::string const& text, std::size_t number, Problems& problems) {
  Wording wording{.values = {}, .who = fmt::format("requirement {}", number)};
  auto const parts = parts_of_requirement(text);
  for (auto const& [key, value] : parts) {
    if (key == "name" && !value.empty()) wording.who += fmt::format(" \"{}\"", value);
  }
  for (auto const& [written, value] : parts) {
    auto key = written;
    std::ranges::replace(key, '-', '_');
    problems.check([&, &part = value] {
      if (std::ranges::find(kKeys, key) == kKeys.end()) {
        auto const meant = did_you_mean(key, kKeys);
        throw UsageError{wording.who,
                         key.empty() ? fmt::format("\"{}\" has no key", part)
                                     : fmt::format("unknown key \"{}\"", key),
                         meant.empty() || key.empty()
                             ? "the keys are name, where, limit and at_least"
                             : fmt::format("did you mean \"{}\"?", meant)};
      }
      if (!wording.values.emplace(key, part).second)
        throw UsageError{wording.who, fmt::format("\"{}\" is given twice", key), "write it once"};
    });
  }
  return wording;
}

/// Whether a column of results has this name, or one that GeoPackage reserves. Upper and lower case
/// are the same, as they are to databases.
bool is_taken(std::string const& name) {
  constexpr std::array<std::string_view, 7> kOfFiles{"fid", "geom", "geometry", "lon",
                                                     "lat", "x",    "y"};
  auto const lower = ascii_lower_case(name);
  return tables::is_taken(lower) || std::ranges::find(kOfFiles, lower) != kOfFiles.end();
}

/// Checks a name, which becomes the name of a column.
void check_name(std::string const& name, std::string const& who) {
  constexpr char const* kHint = "write for instance name = \"lahitalo\"";
  if (name.empty()) throw UsageError{who, "has no name", kHint};
  auto const may_stand = [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == ' ' || c >= 0x80;
  };
  bool const is_usable = std::ranges::all_of(name, may_stand) &&
                         std::isdigit(static_cast<unsigned char>(name.front())) == 0;
  if (!is_usable) {
    throw UsageError{who, "its name is no name of a column",
                     "use letters, digits, _, - and blanks, a letter first"};
  }
  if (name == tables::kAllRequirements)
    throw UsageError{who, "that is what all of them together are called", "choose another name"};
  if (is_taken(name))
    throw UsageError{who, "its name is that of another column", "choose another name"};
}

std::variant<Meters, Seconds> limit_of(std::string const& text, std::string const& who) {
  if (text.empty()) throw UsageError{who, "has no limit", R"(write limit = "20 km" or "30 min")"};
  auto const limit = parse_limit(text, who + ": limit");
  double const value = std::visit([](auto quantity) { return quantity.value(); }, limit);
  if (!to_cost<Millimeters>(value).is_finite()) {
    throw UsageError{who, fmt::format("the limit \"{}\" is more than can be counted", text),
                     "write at most 4 000 km or 49 days"};
  }
  return limit;
}

std::size_t at_least_of(std::string const& text, std::string const& who) {
  constexpr std::size_t kMost = 20;
  if (text.empty()) return 1;
  auto const number = parse_whole(text);
  if (!number || *number < 1 || *number > kMost) {
    throw UsageError{who, fmt::format("at_least is \"{}\"", text),
                     fmt::format("write a whole number of places from 1 to {}", kMost)};
  }
  return *number;
}

void check_selections(std::vector<std::string> const& who, io::PlaceInput const& places,
                      Problems& problems) {
  if (places.selections.empty()) return;
  try {
    io::check_source(places.source);
  } catch (InputError const&) {
    return;  // reported where the places are checked
  }
  std::vector<std::string> found;
  problems.check([&] { found = io::problems_of_selections(places); });
  for (std::size_t s = 0; s < found.size(); ++s) {
    problems.check([&] {
      if (!found[s].empty()) throw UsageError{who[s], found[s]};
    });
  }
}

}  // namespace

void declare_requirements(Options& o, RequirementWords& w) {
  o.group("Requirements and accounts");
  o.add({"--requirement", "TEXT",
         "What residents should have near beside the limit, \"name=talo; where=tyyppi = 'talo'; "
         "limit=30 min; at_least=2\"; may be given several times, in a job file as tables "
         "[[requirement]]"},
        w.requirements);
}

std::vector<Requirement> understand_requirements(RequirementWords const& words,
                                                 io::PlaceInput& places, Problems& problems) {
  std::vector<Requirement> requirements;
  std::vector<std::string> who;  // names in messages, for requirements that have a filter
  for (auto const& text : words.requirements) {
    auto const wording = wording_of(text, requirements.size() + 1, problems);
    Requirement requirement{.name = wording.value("name"),
                            .where = wording.value("where"),
                            .limit_text = wording.value("limit"),
                            .limit = Meters{0}};
    problems.check([&] { check_name(requirement.name, wording.who); });
    problems.check([&] {
      bool const is_taken = std::ranges::any_of(requirements, [&](auto const& other) {
        return !other.name.empty() && other.name == requirement.name;
      });
      if (is_taken) throw UsageError{wording.who, "another one has this name", "give each its own"};
    });
    problems.check([&] { requirement.limit = limit_of(requirement.limit_text, wording.who); });
    problems.check(
        [&] { requirement.at_least = at_least_of(wording.value("at_least"), wording.who); });
    if (!requirement.where.empty()) {
      places.selections.push_back(requirement.where);
      who.push_back(wording.who);
    }
    requirements.push_back(std::move(requirement));
  }
  check_selections(who, places, problems);
  return requirements;
}

}  // namespace gapmap::job
