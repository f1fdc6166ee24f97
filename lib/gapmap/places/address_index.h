#pragma once
// Finds where a street address is: millions of addresses with their points, and the rule that tells
// which of them is meant. What is not certain is not found, and what is found says how good it is.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/places/address.h"
#include "gapmap/places/gazetteer.h"

namespace gapmap {

/// How much of an address was found.
enum class AddressGrade : std::uint8_t {
  House,          ///< the number, or the range of numbers that has it
  NearestNumber,  ///< another number on the street, at most kNearNumbers away
  Street          ///< the street alone
};

enum class AddressOutcome : std::uint8_t {
  Found,
  NoStreet,                 ///< the address names no street
  UnknownStreet,            ///< no street has the name
  OnlyInOthers,             ///< streets with the name are in other municipalities or postal areas
  InUnknownMunicipality,    ///< the municipality or post town is none that the addresses have
  InSeveralMunicipalities,  ///< streets with the name are in several, and nothing says which is
                            ///< meant
  Contradiction,   ///< the postal code is in one municipality, the one named is another, and the
                   ///< street is in both
  SeveralStreets,  ///< an abbreviation that stands for several streets there
  SeveralPlaces    ///< the same address at points too far apart to be one house
};

/// What is asked of an AddressIndex.
struct AddressQuery {
  std::vector<places::WrittenStreet> streets;  ///< what may be the street, best first
  std::uint32_t postal_code = 0;               ///< 0: not told
  MunicipalityKey municipality = {};           ///< of a field of its own: the address must be there
  MunicipalityKey town = {};  ///< post town of the address; a municipality if it is one by name
};

struct AddressMatch {
  AddressOutcome outcome = AddressOutcome::NoStreet;
  AddressGrade grade = AddressGrade::House;
  Point point = {};
  std::string street;                ///< name of the street found, as the addresses write it
  places::HouseNumber house = {};    ///< number found; for a street alone none
  places::WrittenStreet asked = {};  ///< what was looked for
  double length_m = 0;       ///< of a street alone: diagonal of the box around its addresses
  bool is_only_one = false;  ///< neither municipality nor postal code was told, and only one
                             ///< municipality has such a street
  bool is_other_postal_code = false;  ///< the street has another postal code than the one told
  bool is_exact = true;               ///< otherwise found only without marks on letters
  std::string alike;  ///< of an unknown street: one there that is spelt alike, or empty
};

class AddressIndex {
 public:
  /// Numbers on one side of a street go up by two a house in towns, and by one every ten metres of
  /// road in the country; farther off the number tells nothing about where the house is.
  static constexpr int kNearNumbers = 20;
  /// Buildings of one address stand on one lot, on farms some hundred metres apart.
  static constexpr double kOnePlaceM = 500;

  /// An address as it is added.
  struct Address {
    std::string_view street;
    places::HouseNumber house = {};
    std::uint32_t postal_code = 0;   ///< 0: unknown
    std::uint32_t municipality = 0;  ///< number of municipality(); 0: unknown
    Point point = {};
    bool is_minor = false;  ///< a shed or a workshop, which gives way to a home of the same address
  };

  AddressIndex();

  /// Returns the number of a municipality for `Address::municipality`; 0 for an empty key.
  [[nodiscard]] std::uint32_t municipality(MunicipalityKey const& key);
  /// Adds an address under one name of its street. A house with two names, Finnish and Swedish, is
  /// added twice.
  void add(Address const& address);
  /// Adds the name of a post town of a postal code.
  void add_town(std::string_view town, std::uint32_t postal_code);
  void reserve(std::size_t addresses) { houses_.reserve(addresses); }
  /// Gives each address without a municipality the one it lies in.
  void locate(Municipalities const& municipalities);
  /// Makes the index ready for find().
  /// Cost: O(n log n), 32 bytes an address and about 200 a street.
  void finish();

  /// Looks an address up. Names of streets are compared by street_key(); if no street there has the
  /// name, then by what it may abbreviate, and a name all in ASCII also by names without marks on
  /// their letters, which must then be one street. What is told decides where to look:
  /// the municipality and postal code together, else whichever of them the street has; a post town
  /// that is no municipality by its postal codes.
  ///
  /// Among addresses with the number the one nearest to the middle of them counts, homes before
  /// other buildings. Where houses of the number have letters, the letter must be theirs. Without
  /// the number the nearest one counts, of equals on the same side of the street, else the lower.
  /// A street alone is where the address nearest to the middle of all is.
  /// Ties: the least x, then y, whatever the order in which addresses were added.
  /// Cost: O(log n) and the addresses on streets of the name; linear in the number of streets if
  /// letters are lost or no street has the name.
  [[nodiscard]] AddressMatch find(AddressQuery const& query) const;

  [[nodiscard]] std::size_t size() const noexcept { return houses_.size(); }
  [[nodiscard]] std::size_t streets() const noexcept { return streets_.size(); }

 private:
  struct House {
    Point point;
    std::uint32_t street;
    std::uint32_t postal_code;
    std::uint16_t number;
    std::uint16_t last;
    char letter;
    bool is_minor;
    [[nodiscard]] places::HouseNumber text() const { return {number, last, letter}; }
  };
  struct Street {
    std::string name;
    std::string key;
    std::string ascii;  ///< key without marks on letters
    std::uint32_t municipality;
    std::uint32_t first = 0;  ///< house
    std::uint32_t end = 0;
  };
  using Streets = std::vector<std::uint32_t>;
  using Houses = std::vector<House const*>;
  class Search;
  friend class Search;

  [[nodiscard]] std::uint32_t street_of(std::string_view name, std::uint32_t municipality);
  [[nodiscard]] Streets with_key(std::string_view key) const;
  [[nodiscard]] Streets with_ascii(std::string_view ascii) const;
  [[nodiscard]] std::span<std::uint32_t const> streets_in(std::uint32_t municipality) const;
  [[nodiscard]] std::optional<std::uint32_t> known(MunicipalityKey const& key) const;

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<MunicipalityKey> municipalities_;
  std::vector<House> houses_;
  std::vector<Street> streets_;
  Streets by_ascii_;         ///< streets in the order of their keys without marks
  Streets by_municipality_;  ///< streets in the order of their municipalities
  std::vector<std::pair<std::uint32_t, std::uint32_t>> municipality_of_postal_code_;  ///< ascending
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> street_numbers_;
  std::string interned_;  ///< kept to save memory allocations
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> postal_codes_of_town_;
};

}  // namespace gapmap
