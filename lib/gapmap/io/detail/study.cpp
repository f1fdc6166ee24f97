#include "gapmap/io/detail/study.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "gapmap/places/codes.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::io {
namespace {

/// Words that stand before the name of a municipality to tell it from a larger area.
constexpr std::array<std::string_view, 3> kMunicipalityWords{"kunta", "kommun", "municipality"};

/// What a name may be of: a municipality, or an area of a level of the key.
struct Named {
  std::string level;  ///< "kunta" for a municipality
  std::string code;   ///< bare
  std::vector<std::string> names;
  std::set<MunicipalityId> municipalities;
};

std::vector<std::string> all_names(std::string const& name, NamesByLanguage const& others) {
  std::vector<std::string> names{name};
  for (auto const& [language, other] : others) {
    if (std::ranges::find(names, other) == names.end()) names.push_back(other);
  }
  return names;
}

std::vector<Named> everything_named(AreaKey const& key, Municipalities const& municipalities) {
  std::vector<Named> all;
  for (auto const m : municipalities.ids()) {
    auto const& each = municipalities[m];
    all.push_back({std::string{kMunicipalityWords[0]},
                   places::bare_code(each.code),
                   all_names(each.name, each.names),
                   {m}});
  }
  for (auto const& level : key.levels) {
    // Keys may have the municipalities themselves as a level.
    if (std::ranges::find(kMunicipalityWords, level.name) != kMunicipalityWords.end()) continue;
    auto const of_municipality = places::zones_of_municipalities(level, {}, municipalities);
    for (auto const z : level.zones.ids()) {
      auto const& zone = level.zones[z];
      Named named{level.name, places::bare_code(zone.code), all_names(zone.name, zone.names), {}};
      for (auto const m : municipalities.ids()) {
        if (of_municipality[m] == z) named.municipalities.insert(m);
      }
      if (!named.municipalities.empty()) all.push_back(std::move(named));
    }
  }
  return all;
}

/// Returns what `name` is of. Codes are of municipalities unless a level stands before them.
std::vector<Named const*> found_by(std::string_view name, std::vector<Named const*> const& among,
                                   bool has_level) {
  std::vector<Named const*> found;
  auto const look = [&](auto const& is_it) {
    for (auto const* each : among) {
      if (found.empty() || found.back() != each) {
        if (is_it(*each)) found.push_back(each);
      }
    }
    return !found.empty();
  };
  auto const spelled = [&](auto const& spelling) {
    auto const written = spelling(name);
    return look([&](Named const& each) {
      return std::ranges::any_of(each.names,
                                 [&](auto const& own) { return spelling(own) == written; });
    });
  };
  if (spelled(places::plain_spelling) || spelled(places::spelling_key)) return found;
  auto const code = places::bare_code(std::string{name});
  bool const is_code = std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
  if (is_code && !code.empty()) {
    look([&](Named const& each) {
      return each.code == code && (has_level || each.level == kMunicipalityWords[0]);
    });
  }
  return found;
}

/// Returns the things of the level that stands before a name, and the name alone; all things if
/// none does.
std::pair<std::vector<Named const*>, std::string_view> of_level(std::string_view name,
                                                                std::vector<Named> const& all) {
  std::vector<Named const*> some;
  auto const blank = name.find(' ');
  auto const first = ascii_lower_case(name.substr(0, blank));
  bool const is_municipality =
      std::ranges::find(kMunicipalityWords, first) != kMunicipalityWords.end();
  if (blank != std::string_view::npos) {
    for (auto const& each : all) {
      if (is_municipality ? each.level == kMunicipalityWords[0]
                          : ascii_lower_case(each.level) == first)
        some.push_back(&each);
    }
  }
  if (!some.empty()) return {some, without_blanks_around(name.substr(blank))};
  for (auto const& each : all) some.push_back(&each);
  return {some, name};
}

[[noreturn]] void refuse_unknown(std::string_view name, std::vector<Named const*> const& among,
                                 bool has_key, InputError::Where const& where) {
  std::vector<std::string> names;
  for (auto const* each : among) names.insert(names.end(), each->names.begin(), each->names.end());
  auto const what = fmt::format("`study`: nothing is called \"{}\"", name);
  if (auto const meant = did_you_mean(name, names); !meant.empty())
    throw InputError{where, what, fmt::format("did you mean \"{}\"?", meant)};
  if (!has_key) {
    throw InputError{where, what,
                     "write names or codes of municipalities, with commas between them; names of "
                     "larger areas are in an `area-key`"};
  }
  throw InputError{where, what,
                   "write names or codes of municipalities, or names of areas of the key, with "
                   "commas between them"};
}

[[noreturn]] void refuse_several(std::string_view name, std::vector<Named const*> const& found,
                                 InputError::Where const& where) {
  std::vector<std::string> told;
  told.reserve(found.size());
  for (auto const* each : found) told.push_back(fmt::format("\"{} {}\"", each->level, name));
  throw InputError{where, fmt::format("`study`: \"{}\" is the name of several areas", name),
                   fmt::format("write which of them: {}", fmt::join(told, ", "))};
}

}  // namespace

bool is_condition(std::string_view study) {
  if (study.find_first_of("=<>'\"()!%*") != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 7> kWords{"in",  "like", "ilike",  "is",
                                                   "not", "and",  "between"};
  auto const lower = ascii_lower_case(study);
  for (std::size_t at = 0; at < lower.size();) {
    auto const end = std::min(lower.find_first_of(" ,;\t", at), lower.size());
    if (std::ranges::find(kWords, std::string_view{lower}.substr(at, end - at)) != kWords.end())
      return true;
    at = end + 1;
  }
  return false;
}

void study_named(std::string_view study, AreaKey const& key, Municipalities& municipalities,
                 InputError::Where const& where) {
  auto const all = everything_named(key, municipalities);
  std::set<MunicipalityId> studied;
  for (std::size_t at = 0; at <= study.size();) {
    auto const end = std::min(study.find_first_of(",;", at), study.size());
    auto const written = without_blanks_around(study.substr(at, end - at));
    at = end + 1;
    if (written.empty()) continue;
    auto const [among, name] = of_level(written, all);
    auto found = found_by(name, among, among.size() != all.size());
    if (found.empty()) refuse_unknown(written, among, !key.levels.empty(), where);
    // Nearly every town gives its name to the area around it too.
    if (found.front()->level == kMunicipalityWords[0]) found.resize(1);
    bool const is_one = std::ranges::all_of(found, [&](auto const* each) {
      return each->municipalities == found.front()->municipalities;
    });
    if (!is_one) refuse_several(name, found, where);
    studied.insert(found.front()->municipalities.begin(), found.front()->municipalities.end());
  }
  for (auto const m : municipalities.ids()) municipalities[m].is_studied = studied.contains(m);
}

}  // namespace gapmap::io
