// The rule by which an AddressIndex tells which address is meant.

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "gapmap/places/address_index.h"
#include "gapmap/places/spelling.h"
#include "gapmap/places/street_names.h"
#include "gapmap/units/edit_distance.h"

namespace gapmap {
namespace {

/// Number of a municipality that has no address.
constexpr std::uint32_t kWithoutAddresses = ~std::uint32_t{0};

bool is_all_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

}  // namespace

/// One look-up.
class AddressIndex::Search {
 public:
  Search(AddressIndex const& index, AddressQuery const& query) : index_{index}, query_{query} {
    learn_where();
  }

  [[nodiscard]] AddressMatch find() const {
    AddressMatch best;
    auto const& streets = query_.streets;
    bool const has_number =
        std::ranges::any_of(streets, [](auto const& each) { return each.house.number != 0; });
    for (auto const& written : streets) {
      // Venues and parts of town have no number where the street has one.
      if (has_number && written.house.number == 0) continue;
      auto match = look_up(written);
      if (match.outcome == AddressOutcome::Found) return match;
      bool const says_more = best.outcome == AddressOutcome::NoStreet ||
                             (best.outcome == AddressOutcome::UnknownStreet &&
                              match.outcome != AddressOutcome::UnknownStreet);
      if (says_more) best = std::move(match);
    }
    return best;
  }

 private:
  /// What municipality, postal code and post town say about where to look.
  void learn_where() {
    auto const numbered = [&](MunicipalityKey const& key) -> std::optional<std::uint32_t> {
      if (auto const number = index_.known(key)) return number;
      return key.is_code ? std::optional{kWithoutAddresses} : std::nullopt;
    };
    auto const& [municipality, town] = std::tie(query_.municipality, query_.town);
    if (!municipality.text.empty()) {
      municipality_ = numbered(municipality);
      is_certain_ = municipality_.has_value();
      is_unknown_ = !is_certain_;
    }
    if (municipality_ || town.text.empty()) return;
    municipality_ = numbered(town);
    if (municipality_) return;
    auto const codes = index_.postal_codes_of_town_.find(town.text);
    if (codes != index_.postal_codes_of_town_.end()) {
      codes_of_town_ = &codes->second;
    } else {
      is_unknown_ = true;
    }
  }

  [[nodiscard]] AddressMatch look_up(places::WrittenStreet const& written) const {
    auto const own = places::street_key(written.name);
    auto match = among(index_.with_key(own), written);
    bool const is_there = match.outcome != AddressOutcome::UnknownStreet &&
                          match.outcome != AddressOutcome::OnlyInOthers;
    if (is_there) return match;
    auto keys = places::written_out(written.name);
    std::vector<Streets> meant;
    for (auto const& key : keys) meant.push_back(index_.with_key(key));
    if (auto found = only_one(meant, written)) return *std::move(found);
    meant.clear();
    keys.insert(keys.begin(), own);
    if (places::has_lost_letters(own)) {
      meant = by_key(all_like(own));
    } else {
      for (auto const& key : keys) {
        if (!is_all_ascii(own)) break;
        for (auto& streets : by_key(index_.with_ascii(places::ascii_spelling(key))))
          meant.push_back(std::move(streets));
      }
    }
    if (auto found = only_one(meant, written)) {
      found->is_exact = false;
      return *std::move(found);
    }
    if (match.outcome == AddressOutcome::UnknownStreet) match.alike = alike(own);
    return match;
  }

  [[nodiscard]] Streets all_like(std::string_view key) const {
    Streets found;
    for (std::uint32_t s = 0; s < index_.streets_.size(); ++s) {
      if (places::may_be(key, index_.streets_[s].key)) found.push_back(s);
    }
    return found;
  }

  /// Divides streets into those of one name each.
  [[nodiscard]] std::vector<Streets> by_key(Streets const& streets) const {
    std::map<std::string_view, Streets> of_key;
    for (auto const s : streets) of_key[index_.streets_[s].key].push_back(s);
    std::vector<Streets> divided;
    for (auto& [key, of] : of_key) divided.push_back(std::move(of));
    return divided;
  }

  /// Returns the match among the streets of one name if no other name has one there; nothing if no
  /// name has.
  [[nodiscard]] std::optional<AddressMatch> only_one(std::vector<Streets> const& names,
                                                     places::WrittenStreet const& written) const {
    std::optional<AddressMatch> only;
    for (auto const& streets : names) {
      auto match = among(streets, written);
      if (match.outcome == AddressOutcome::UnknownStreet ||
          match.outcome == AddressOutcome::OnlyInOthers)
        continue;
      if (only) return AddressMatch{.outcome = AddressOutcome::SeveralStreets, .asked = written};
      only = std::move(match);
    }
    return only;
  }

  /// Finds a house on one of several streets of one name.
  [[nodiscard]] AddressMatch among(Streets const& streets,
                                   places::WrittenStreet const& written) const {
    AddressMatch match{.outcome = AddressOutcome::UnknownStreet, .asked = written};
    if (streets.empty()) return match;
    auto const houses = meant(streets, match);
    if (match.outcome == AddressOutcome::Found) choose(houses, written.house, match);
    return match;
  }

  /// Selects the houses on these streets where the query says it is, and sets the outcome.
  [[nodiscard]] Houses meant(Streets const& streets, AddressMatch& match) const {
    Houses all;
    Houses in_municipality;
    Houses in_postal_area;
    Houses in_both;
    for (auto const s : streets) {
      auto const& street = index_.streets_[s];
      for (auto h = street.first; h < street.end; ++h) {
        auto const& house = index_.houses_[h];
        bool const is_here = street.municipality == municipality_;
        bool const has_code =
            codes_of_town_ != nullptr && query_.postal_code == 0
                ? std::ranges::binary_search(*codes_of_town_, house.postal_code)
                : query_.postal_code != 0 && house.postal_code == query_.postal_code;
        all.push_back(&house);
        if (is_here) in_municipality.push_back(&house);
        if (has_code) in_postal_area.push_back(&house);
        if (is_here && (has_code || house.postal_code == 0)) in_both.push_back(&house);
      }
    }
    auto const found = [&](Houses houses) {
      match.outcome = is_in_one_municipality(houses) ? AddressOutcome::Found
                                                     : AddressOutcome::InSeveralMunicipalities;
      return houses;
    };
    match.outcome = AddressOutcome::OnlyInOthers;
    bool const has_code = query_.postal_code != 0;
    if (municipality_) {
      if (!has_code) return in_municipality.empty() ? Houses{} : found(std::move(in_municipality));
      if (!in_both.empty()) return found(std::move(in_both));
      if (!in_municipality.empty() && !in_postal_area.empty()) {
        match.outcome = AddressOutcome::Contradiction;
        return {};
      }
      if (!in_municipality.empty()) {
        match.is_other_postal_code = true;
        return found(std::move(in_municipality));
      }
      // A post town may reach into other municipalities.
      if (is_certain_) return {};
    }
    if (has_code || codes_of_town_ != nullptr)
      return in_postal_area.empty() ? Houses{} : found(std::move(in_postal_area));
    if (is_unknown_) {
      match.outcome = AddressOutcome::InUnknownMunicipality;
      return {};
    }
    match.is_only_one = true;
    return found(std::move(all));
  }

  [[nodiscard]] bool is_in_one_municipality(Houses const& houses) const {
    auto const of = [&](House const* house) { return index_.streets_[house->street].municipality; };
    return std::ranges::all_of(houses,
                               [&](House const* house) { return of(house) == of(houses.front()); });
  }

  /// Chooses the house with the number, else the nearest one, else the middle of the street.
  /// Requires: `houses` is not empty.
  void choose(Houses const& houses, places::HouseNumber const& asked, AddressMatch& match) const {
    match.street = index_.streets_[houses.front()->street].name;
    if (asked.number == 0) return take_street(houses, match);
    auto const those = [&](auto const& holds) {
      Houses some;
      std::ranges::copy_if(houses, std::back_inserter(some),
                           [&](House const* house) { return holds(*house); });
      return some;
    };
    auto const has_number = [&](House const& house) { return house.number == asked.number; };
    auto const whole = those([&](House const& house) {
      return has_number(house) && asked.last != 0 && house.last == asked.last;
    });
    if (!whole.empty()) return take(whole, AddressGrade::House, match);
    auto const plain =
        those([&](House const& house) { return has_number(house) && house.letter == 0; });
    auto const lettered =
        those([&](House const& house) { return has_number(house) && house.letter != 0; });
    auto const own_letter = those([&](House const& house) {
      return has_number(house) && asked.letter != 0 && house.letter == asked.letter;
    });
    if (!own_letter.empty()) return take(own_letter, AddressGrade::House, match);
    // A letter that no house of the number has is that of a staircase.
    bool const is_plain = asked.letter == 0 || lettered.empty();
    if (!plain.empty())
      return take(plain, is_plain ? AddressGrade::House : AddressGrade::NearestNumber, match);
    auto const in_range = those([&](House const& house) {
      return house.last != 0 && house.number < asked.number && house.last >= asked.number &&
             (house.last == asked.number || (house.number - asked.number) % 2 == 0);
    });
    if (lettered.empty() && !in_range.empty()) return take(in_range, AddressGrade::House, match);
    take_nearest(houses, asked, match);
  }

  void take_nearest(Houses const& houses, places::HouseNumber const& asked,
                    AddressMatch& match) const {
    auto const rank = [&](House const* house) {
      int const off = std::abs(house->number - asked.number);
      int const off_last =
          house->last == 0 ? off : std::min(off, std::abs(house->last - asked.number));
      // Houses without a number are far from all.
      int const distance = house->number == 0 ? 1 << 16 : off_last;
      return std::tuple{distance, off % 2, house->number, house->letter, house->last};
    };
    auto const nearest = rank(*std::ranges::min_element(houses, {}, rank));
    if (std::get<0>(nearest) > kNearNumbers) return take_street(houses, match);
    Houses some;
    std::ranges::copy_if(houses, std::back_inserter(some),
                         [&](House const* house) { return rank(house) == nearest; });
    take(some, AddressGrade::NearestNumber, match);
  }

  static Box box_of(Houses const& houses) {
    Box box;
    for (auto const* house : houses) box.extend(house->point);
    return box;
  }

  static double diagonal(Box const& box) { return planar_distance(box.min, box.max).value(); }

  /// Returns the house nearest to the middle of all.
  static House const* middle(Houses const& houses) {
    Point sum;
    for (auto const* house : houses) sum = {sum.x + house->point.x, sum.y + house->point.y};
    auto const count = static_cast<double>(houses.size());
    Point const mean{sum.x / count, sum.y / count};
    return *std::ranges::min_element(houses, {}, [&](House const* house) {
      return std::tuple{planar_distance(house->point, mean), house->point};
    });
  }

  static void take(Houses houses, AddressGrade grade, AddressMatch& match) {
    match.grade = grade;
    if (diagonal(box_of(houses)) > kOnePlaceM) {
      match.outcome = AddressOutcome::SeveralPlaces;
      return;
    }
    if (std::ranges::any_of(houses, [](House const* house) { return !house->is_minor; }))
      std::erase_if(houses, [](House const* house) { return house->is_minor; });
    auto const* house = middle(houses);
    match.point = house->point;
    match.house = house->text();
  }

  static void take_street(Houses const& houses, AddressMatch& match) {
    match.grade = AddressGrade::Street;
    match.point = middle(houses)->point;
    match.length_m = diagonal(box_of(houses));
  }

  /// Returns the name of a street there that is spelt alike; empty if there is none. Without a
  /// municipality or postal code the whole country would be there.
  [[nodiscard]] std::string alike(std::string_view own) const {
    std::set<std::uint32_t> where;
    if (municipality_) where.insert(*municipality_);
    for (auto const& [code, municipality] : index_.municipality_of_postal_code_) {
      if (code == query_.postal_code && code != 0) where.insert(municipality);
    }
    auto const ascii = places::ascii_spelling(own);
    constexpr std::size_t kLong = 8;
    auto best = (ascii.size() < kLong ? 1U : 2U) + 1U;
    std::string name;
    for (auto const municipality : where) {
      for (auto const s : index_.streets_in(municipality)) {
        auto const& street = index_.streets_[s];
        auto const edits = static_cast<unsigned>(edits_between(
            std::string_view{ascii}, std::string_view{street.ascii}, std::size_t{best} - 1));
        if (edits >= best) continue;
        best = edits;
        name = street.name;
        if (best == 0) return name;
      }
    }
    return name;
  }

  AddressIndex const& index_;
  AddressQuery const& query_;
  std::optional<std::uint32_t> municipality_;  ///< where the address is; nothing: not told
  bool is_certain_ = false;                    ///< told by a field of its own
  bool is_unknown_ = false;                    ///< told, but by a name that nobody has
  std::vector<std::uint32_t> const* codes_of_town_ = nullptr;
};

AddressMatch AddressIndex::find(AddressQuery const& query) const {
  return Search{*this, query}.find();
}

}  // namespace gapmap
