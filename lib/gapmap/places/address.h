#pragma once
// Street addresses as people write them, taken apart: "c/o Martat, Porrassalmenk. 19 A 3, 50100
// MIKKELI". Whether there is such a street only places/address_index knows.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gapmap::places {

/// The number of a house on its street: 19, 19a, 19–21. Flats do not count, as they are in the
/// house.
struct HouseNumber {
  std::uint16_t number = 0;  ///< 0: none
  std::uint16_t last = 0;    ///< last number of a range of numbers, 21 in 19–21; 0: no range
  char letter = 0;           ///< letter of the house or its staircase, in lower case; 0: none
  friend bool operator==(HouseNumber const&, HouseNumber const&) = default;
};

struct WrittenStreet {
  std::string name;  ///< name as written
  HouseNumber house = {};
  friend bool operator==(WrittenStreet const&, WrittenStreet const&) = default;
};

struct WrittenAddress {
  /// What may be the street. Those with a number come first, each in the order of the text: a
  /// venue or a part of the town may stand before and behind the street.
  std::vector<WrittenStreet> streets;
  std::string postal_code;   ///< five digits, or empty
  std::string town;          ///< behind the postal code or the street, as written; may be empty
  bool is_post_box = false;  ///< a post office box is named, besides a street or without one
};

/// Takes an address apart. Commas, semicolons, line breaks and tabs separate its parts, and a slash
/// does between two streets. A number behind a word is that of the house; a single letter behind
/// it, "A 3" or "19a", is its letter, whether of the house or of a staircase. Flats ("as. 5", "bst
/// 5"), floors, names behind "c/o", texts in brackets and the name of the country are left out.
/// Five digits are a postal code, and words behind it the post town; without one the post town is
/// the last part behind the street. Any text is accepted; one that has no street gives none.
[[nodiscard]] WrittenAddress parse_address(std::string_view text);

/// Reads the number of a house in a field of its own: "19", "19 a", "19-21", "19a-b", "19;21". No
/// number, 0, if the text does not begin with one from 1 to 9999.
[[nodiscard]] HouseNumber parse_house_number(std::string_view text);

/// Returns five digits for a postal code in a field of its own, "50100", "FI-50100", or "780" where
/// a spreadsheet removed the zeros; 0 if it is none.
[[nodiscard]] std::uint32_t parse_postal_code(std::string_view text);

/// Returns for example "19a" or "19–21"; empty for no number.
[[nodiscard]] std::string text_of(HouseNumber const& house);

}  // namespace gapmap::places
