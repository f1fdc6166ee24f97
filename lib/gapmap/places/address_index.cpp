#include "gapmap/places/address_index.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "gapmap/places/codes.h"
#include "gapmap/places/municipality_areas.h"
#include "gapmap/places/spelling.h"
#include "gapmap/places/street_names.h"
#include "gapmap/units/stop.h"

namespace gapmap {

AddressIndex::AddressIndex() : municipalities_(1) {}

std::uint32_t AddressIndex::municipality(MunicipalityKey const& key) {
  if (auto const number = known(key)) return *number;
  if (key.text.empty()) return 0;
  municipalities_.push_back(key);
  return static_cast<std::uint32_t>(municipalities_.size() - 1);
}

std::optional<std::uint32_t> AddressIndex::known(MunicipalityKey const& key) const {
  if (key.text.empty()) return std::nullopt;
  auto const found = std::ranges::find(municipalities_, key);
  if (found == municipalities_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - municipalities_.begin());
}

std::uint32_t AddressIndex::street_of(std::string_view name, std::uint32_t municipality) {
  interned_.assign(name);
  interned_ += '\0';
  interned_ += std::to_string(municipality);
  if (auto const found = street_numbers_.find(std::string_view{interned_});
      found != street_numbers_.end())
    return found->second;
  auto const number = static_cast<std::uint32_t>(streets_.size());
  streets_.push_back(
      {.name = std::string{name}, .key = {}, .ascii = {}, .municipality = municipality});
  street_numbers_.emplace(interned_, number);
  return number;
}

void AddressIndex::add(Address const& address) {
  houses_.push_back({.point = address.point,
                     .street = street_of(address.street, address.municipality),
                     .postal_code = address.postal_code,
                     .number = address.house.number,
                     .last = address.house.last,
                     .letter = address.house.letter,
                     .is_minor = address.is_minor});
}

void AddressIndex::add_town(std::string_view town, std::uint32_t postal_code) {
  if (postal_code == 0) return;
  auto found = postal_codes_of_town_.find(town);
  if (found == postal_codes_of_town_.end())
    found = postal_codes_of_town_.emplace(std::string{town}, std::vector<std::uint32_t>{}).first;
  auto& codes = found->second;
  auto const at = std::ranges::lower_bound(codes, postal_code);
  if (at == codes.end() || *at != postal_code) codes.insert(at, postal_code);
}

void AddressIndex::locate(Municipalities const& municipalities) {
  if (municipalities.empty()) return;
  places::MunicipalityAreas const areas{municipalities};
  std::vector<std::uint32_t> numbers;
  for (auto const& each : municipalities)
    numbers.push_back(municipality({places::bare_code(each.code), true}));
  for (auto& house : houses_) {
    if (streets_[house.street].municipality != 0) continue;
    stop_if_asked();
    auto const at = areas.at(house.point);
    if (!at) continue;
    auto const name = streets_[house.street].name;
    house.street = street_of(name, numbers[at->value()]);
  }
}

void AddressIndex::finish() {
  street_numbers_.clear();
  for (auto& street : streets_) {
    street.key = places::street_key(street.name);
    street.ascii = places::ascii_spelling(street.key);
  }
  // Spellings of one name in one municipality become one street.
  Streets order(streets_.size());
  std::iota(order.begin(), order.end(), 0U);
  auto const rank = [&](std::uint32_t s) {
    auto const& street = streets_[s];
    return std::tie(street.key, street.municipality, street.name);
  };
  std::ranges::sort(order, [&](auto a, auto b) { return rank(a) < rank(b); });
  std::vector<Street> merged;
  Streets number_now(streets_.size());
  for (auto const s : order) {
    auto& street = streets_[s];
    bool const is_same = !merged.empty() && merged.back().key == street.key &&
                         merged.back().municipality == street.municipality;
    number_now[s] = static_cast<std::uint32_t>(merged.size() - (is_same ? 1 : 0));
    if (!is_same) merged.push_back(std::move(street));
  }
  streets_ = std::move(merged);
  stop_if_asked();
  for (auto& house : houses_) house.street = number_now[house.street];
  std::ranges::sort(houses_, [](House const& a, House const& b) {
    auto const key = [](House const& house) {
      return std::tuple{house.street,   house.number,  house.letter,  house.last,
                        house.is_minor, house.point.x, house.point.y, house.postal_code};
    };
    if (a.street != b.street) return a.street < b.street;
    return key(a) < key(b);
  });
  // A building with several records of one address stands once.
  auto const same = [](House const& a, House const& b) {
    return a.street == b.street && a.text() == b.text() && a.point == b.point &&
           a.postal_code == b.postal_code;
  };
  houses_.erase(std::unique(houses_.begin(), houses_.end(), same), houses_.end());
  stop_if_asked();
  for (std::uint32_t h = 0; h < houses_.size(); ++h) {
    auto& street = streets_[houses_[h].street];
    if (street.end == 0) street.first = h;
    street.end = h + 1;
    municipality_of_postal_code_.emplace_back(houses_[h].postal_code, street.municipality);
    // Neighbours on a street mostly share their code.
    auto const size = municipality_of_postal_code_.size();
    if (size > 1 && municipality_of_postal_code_[size - 2] == municipality_of_postal_code_.back())
      municipality_of_postal_code_.pop_back();
  }
  std::ranges::sort(municipality_of_postal_code_);
  municipality_of_postal_code_.erase(
      std::unique(municipality_of_postal_code_.begin(), municipality_of_postal_code_.end()),
      municipality_of_postal_code_.end());
  by_ascii_.resize(streets_.size());
  std::iota(by_ascii_.begin(), by_ascii_.end(), 0U);
  by_municipality_ = by_ascii_;
  std::ranges::stable_sort(by_ascii_, {},
                           [&](auto s) { return std::string_view{streets_[s].ascii}; });
  std::ranges::stable_sort(by_municipality_, {}, [&](auto s) { return streets_[s].municipality; });
}

AddressIndex::Streets AddressIndex::with_key(std::string_view key) const {
  Streets found;
  auto at = std::ranges::lower_bound(
      streets_, key, {}, [](Street const& street) { return std::string_view{street.key}; });
  for (; at != streets_.end() && at->key == key; ++at)
    found.push_back(static_cast<std::uint32_t>(at - streets_.begin()));
  return found;
}

AddressIndex::Streets AddressIndex::with_ascii(std::string_view ascii) const {
  auto const spelling = [&](auto s) { return std::string_view{streets_[s].ascii}; };
  auto at = std::ranges::lower_bound(by_ascii_, ascii, {}, spelling);
  Streets found;
  for (; at != by_ascii_.end() && spelling(*at) == ascii; ++at) found.push_back(*at);
  return found;
}

std::span<std::uint32_t const> AddressIndex::streets_in(std::uint32_t municipality) const {
  auto const of = [&](auto s) { return streets_[s].municipality; };
  auto const first = std::ranges::lower_bound(by_municipality_, municipality, {}, of);
  auto const end = std::ranges::upper_bound(by_municipality_, municipality, {}, of);
  return {first, end};
}

}  // namespace gapmap
