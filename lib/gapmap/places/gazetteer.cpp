#include "gapmap/places/gazetteer.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "gapmap/places/codes.h"
#include "gapmap/places/municipality_areas.h"
#include "gapmap/places/spelling.h"
#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

/// Returns the post town of an address in plain spelling, "mikkeli" in "kauppakatu 5, 50100
/// mikkeli": the text after the postal code, else after the last comma; empty if it has neither.
std::string post_town_of(std::string_view plain) {
  constexpr std::size_t kDigits = 5;
  std::size_t run = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    run = is_ascii_digit(plain[i]) ? run + 1 : 0;
    bool const ends = i + 1 < plain.size() && plain[i + 1] == ' ';
    bool const begins = i + 1 == kDigits || (i >= kDigits && plain[i - kDigits] == ' ');
    if (run == kDigits && ends && begins) return std::string{plain.substr(i + 2)};
  }
  auto const comma = plain.rfind(',');
  if (comma == std::string_view::npos) return {};
  auto town = plain.substr(comma + 1);
  if (town.starts_with(' ')) town.remove_prefix(1);
  return std::string{town};
}

/// Chooses which of the entries of one name is meant.
LocalityMatch choose(std::vector<NamedPoint const*> named, MunicipalityKey const& municipality) {
  LocalityMatch match{.of_that_name = named.size()};
  auto const is_same = [&](NamedPoint const* entry) {
    return entry->municipality == municipality || entry->lies_in == municipality;
  };
  auto const is_other = [&](NamedPoint const* entry) {
    bool const are_told = !municipality.text.empty() && !entry->municipality.text.empty();
    return are_told && !is_same(entry);
  };
  // An unknown municipality name may belong to any code.
  bool const is_in_doubt = std::ranges::any_of(named, [&](NamedPoint const* entry) {
    return is_other(entry) && entry->municipality.is_code != municipality.is_code;
  });
  std::erase_if(named, is_other);
  bool const is_settled = !municipality.text.empty() && std::ranges::any_of(named, is_same);
  if (is_settled) std::erase_if(named, [&](auto const* entry) { return !is_same(entry); });
  if (named.empty()) {
    match.located = is_in_doubt ? Located::InUnknownMunicipality : Located::OnlyInOthers;
  } else if (std::ranges::all_of(
                 named, [&](auto const* entry) { return entry->point == named[0]->point; })) {
    match.located = Located::Found;
    match.entry = named[0];
  } else {
    match.located = Located::InSeveralPlaces;
  }
  return match;
}

}  // namespace

Gazetteer::Gazetteer(std::vector<NamedPoint> entries) : entries_{std::move(entries)} {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    auto plain = places::plain_spelling(entries_[i].name);
    has_marks_ = has_marks_ || !is_ascii(plain);
    by_ascii_.emplace(places::ascii_spelling(plain), i);
    by_plain_.emplace(std::move(plain), i);
  }
}

std::vector<NamedPoint const*> Gazetteer::named(std::string const& plain) const {
  std::vector<NamedPoint const*> named;
  if (places::has_lost_letters(plain)) {
    for (auto const& [name, entry] : by_plain_) {
      if (name == plain || places::may_be(plain, name)) named.push_back(&entries_[entry]);
    }
    return named;
  }
  bool const has_marks = !is_ascii(plain) && has_marks_;
  auto const [first, last] = has_marks ? by_plain_.equal_range(plain)
                                       : by_ascii_.equal_range(places::ascii_spelling(plain));
  for (auto entry = first; entry != last; ++entry) named.push_back(&entries_[entry->second]);
  return named;
}

LocalityMatch Gazetteer::find_name(std::string const& plain,
                                   MunicipalityKey const& municipality) const {
  auto of_that_name = named(plain);
  if (of_that_name.empty()) return {};
  auto match = choose(std::move(of_that_name), municipality);
  match.is_exact = match.entry != nullptr && places::plain_spelling(match.entry->name) == plain;
  return match;
}

LocalityMatch Gazetteer::find(std::string_view locality,
                              MunicipalityKey const& municipality) const {
  auto const plain = places::plain_spelling(locality);
  auto match = find_name(plain, municipality);
  if (match.located != Located::Unknown) return match;
  auto const town = post_town_of(plain);
  if (town.empty()) return match;
  match = find_name(town, municipality);
  match.part = town;
  return match;
}

namespace {

/// A code and the text beside it, in plain spelling.
struct CodeAndName {
  std::string code;  ///< code without leading zeros; empty if there is none
  std::string name;
  bool is_code_first = false;
};

/// Separates a code and a name: "ku 1", "fi001", "001, länsikylä", "länsikylä 1".
CodeAndName parted(std::string const& plain) {
  constexpr std::size_t kMostDigits = 3;
  constexpr std::string_view kDigits = "0123456789";
  auto const first = plain.find_first_of(kDigits);
  if (first == std::string::npos) return {};
  auto const end = std::min(plain.find_first_not_of(kDigits, first), plain.size());
  bool const is_one = plain.find_first_of(kDigits, end) == std::string::npos;
  if (!is_one || end - first > kMostDigits) return {};
  auto const bare = [](std::string const& text) {
    constexpr std::string_view kBeside = " ,;:/()";
    auto const begin = text.find_first_not_of(kBeside);
    if (begin == std::string::npos) return std::string{};
    return text.substr(begin, text.find_last_not_of(kBeside) - begin + 1);
  };
  auto const before = bare(plain.substr(0, first));
  auto const behind = bare(plain.substr(end));
  if (!before.empty() && !behind.empty()) return {};
  bool const is_prefix = before == "ku" || before == "fi";
  return {places::bare_code(plain.substr(first, end - first)), is_prefix ? "" : before + behind,
          before.empty() && end - first == kMostDigits};
}

/// Returns the municipality names that a name with its kind may mean: "juvan kunta", "vasa stad".
/// Only genitives that just add letters are resolved.
std::vector<std::string> without_kind(std::string const& plain) {
  for (std::string_view const kind : {" kunta", " kaupunki", " kommun", " stad"}) {
    if (!plain.ends_with(kind)) continue;
    auto const name = plain.substr(0, plain.size() - kind.size());
    std::vector<std::string> names{name};
    if (name.ends_with('n') || name.ends_with('s'))
      names.push_back(name.substr(0, name.size() - 1));
    if (name.ends_with("en")) names.push_back(name.substr(0, name.size() - 2) + "i");
    return names;
  }
  return {};
}

}  // namespace

MunicipalityKeys::MunicipalityKeys(Municipalities const& municipalities) {
  for (auto const& municipality : municipalities) {
    code_of_name_.emplace(places::spelling_key(municipality.name),
                          places::bare_code(municipality.code));
  }
}

MunicipalityKey MunicipalityKeys::of(std::string_view text) const {
  auto const plain = places::spelling_key(text);
  if (plain.empty()) return {};
  auto code = places::bare_code(text);
  if (!code.empty() && std::ranges::all_of(code, is_ascii_digit)) return {std::move(code), true};
  auto const known = [&](std::string const& name) {
    auto const found = code_of_name_.find(name);
    return found == code_of_name_.end() ? std::string{} : found->second;
  };
  if (code = known(plain); !code.empty()) return {std::move(code), true};
  for (auto const& name : without_kind(plain)) {
    if (code = known(name); !code.empty()) return {std::move(code), true};
  }
  if (auto beside = parted(plain); !beside.code.empty()) {
    auto const of_name = known(beside.name);
    bool const is_certain =
        of_name.empty() ? beside.name.empty() || beside.is_code_first : of_name == beside.code;
    if (is_certain) return {std::move(beside.code), true};
  }
  return {plain, false};
}

void places::locate_entries(std::vector<NamedPoint>& entries,
                            Municipalities const& municipalities) {
  MunicipalityAreas const areas{municipalities};
  for (auto& entry : entries) {
    if (entry.municipality.is_code) continue;
    auto const at = areas.at(entry.point);
    if (!at) continue;
    entry.lies_in = {places::bare_code(municipalities[*at].code), true};
    if (entry.municipality.text.empty()) entry.municipality = entry.lies_in;
  }
}

}  // namespace gapmap
