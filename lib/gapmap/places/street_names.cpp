#include "gapmap/places/street_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "gapmap/places/spelling.h"

namespace gapmap::places {

std::string street_key(std::string_view name) {
  auto key = plain_spelling(name);
  std::erase(key, ' ');
  return key;
}

namespace {

struct Abbreviation {
  std::string_view abbreviated;
  std::string_view meant;
};

// Endings as street signs, maps and the post office abbreviate them; "gatan" and "gata" are two
// forms of one word. "k." is always katu: kuja is "kj.".
constexpr auto kEndings = std::to_array<Abbreviation>({
    {"k", "katu"},
    {"t", "tie"},
    {"kj", "kuja"},
    {"p", "polku"},
    {"rt", "raitti"},
    {"kr", "kaari"},
    {"puistok", "puistokatu"},
    {"esp", "esplanadi"},
    {"g", "gatan"},
    {"gat", "gatan"},
    {"gata", "gatan"},
    {"v", "vägen"},
    {"vg", "vägen"},
    {"väg", "vägen"},
    {"gr", "gränden"},
    {"gr", "gränd"},
    {"gränd", "gränden"},
    {"st", "stigen"},
    {"stig", "stigen"},
    {"pl", "platsen"},
    {"esp", "esplanaden"},
});

constexpr auto kBeginnings = std::to_array<Abbreviation>({
    {"p", "pohjoinen"},
    {"pohj", "pohjoinen"},
    {"e", "eteläinen"},
    {"et", "eteläinen"},
    {"etel", "eteläinen"},
    {"it", "itäinen"},
    {"i", "itäinen"},
    {"i", "iso"},
    {"l", "läntinen"},
    {"länt", "läntinen"},
    {"n", "norra"},
    {"s", "södra"},
    {"ö", "östra"},
    {"v", "västra"},
    {"v", "vanha"},
    {"st", "stora"},
});

}  // namespace

std::vector<std::string> written_out(std::string_view name) {
  auto const plain = plain_spelling(name);
  auto const own = street_key(name);
  std::vector<std::string> beginnings{own};
  auto const blank = std::min(plain.find(' '), plain.size());
  for (auto const& [abbreviated, meant] : kBeginnings) {
    if (blank < plain.size() && std::string_view{plain}.substr(0, blank) == abbreviated)
      beginnings.push_back(std::string{meant} + street_key(plain.substr(blank)));
  }
  std::vector<std::string> keys;
  auto const add = [&](std::string key) {
    if (key != own && std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
  };
  for (auto const& beginning : beginnings) {
    add(beginning);
    for (auto const& [abbreviated, meant] : kEndings) {
      // Something must be left of the name itself.
      constexpr std::size_t kShortest = 2;
      if (beginning.size() < abbreviated.size() + kShortest || !beginning.ends_with(abbreviated))
        continue;
      add(beginning.substr(0, beginning.size() - abbreviated.size()) + std::string{meant});
    }
  }
  return keys;
}

}  // namespace gapmap::places
