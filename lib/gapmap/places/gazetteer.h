#pragma once
// Where a locality is that a list only names: names with their points, and the rule by which one of
// them is meant. What is not certain is not found.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/places/municipality.h"

namespace gapmap {

/// A municipality as lists write it, "046", "46" or "Enonkoski", made comparable.
struct MunicipalityKey {
  std::string text;      ///< code without leading zeros, or plain spelling of the name; or empty
  bool is_code = false;  ///< codes and names cannot be compared
  friend bool operator==(MunicipalityKey const&, MunicipalityKey const&) = default;
};

struct NamedPoint {
  std::string name;  ///< as written
  Point point;
  MunicipalityKey municipality = {};  ///< as the list says, else the one it lies in
  MunicipalityKey lies_in = {};       ///< where the list says none, or a name that nobody knows
};

enum class Located : std::uint8_t {
  Found,
  Unknown,                ///< no such name
  OnlyInOthers,           ///< the name, but in other municipalities
  InUnknownMunicipality,  ///< the name, and nobody knows whether in the municipality that was meant
  InSeveralPlaces         ///< the name more than once, and nothing says which is meant
};

struct LocalityMatch {
  Located located = Located::Unknown;
  NamedPoint const* entry = nullptr;  ///< of the gazetteer, if found
  std::size_t of_that_name = 0;       ///< entries before municipalities were compared
  /// The spelling is that of the entry but for case, hyphens and a broken encoding; else also for
  /// marks on letters.
  bool is_exact = true;
  std::string part;  ///< of an address, the locality that was found
};

class Gazetteer {
 public:
  explicit Gazetteer(std::vector<NamedPoint> entries);

  /// The entry with this name, in this municipality if both say one. Names are compared by their
  /// plain spelling. One that is all ASCII may have lost the marks on its letters and stands for
  /// every name that is so without them; the same if the gazetteer has none. Of an address
  /// ("Kauppakatu 5, 50100 Mikkeli") that is no name the post town behind the code or the last
  /// comma is looked up. Entries of one name on one point are one. Cost: O(log n); linear if
  /// letters are lost.
  [[nodiscard]] LocalityMatch find(std::string_view locality,
                                   MunicipalityKey const& municipality) const;

  [[nodiscard]] std::vector<NamedPoint> const& entries() const noexcept { return entries_; }

 private:
  [[nodiscard]] std::vector<NamedPoint const*> named(std::string const& plain) const;
  [[nodiscard]] LocalityMatch find_name(std::string const& plain,
                                        MunicipalityKey const& municipality) const;
  std::vector<NamedPoint> entries_;
  bool has_marks_ = false;
  std::multimap<std::string, std::size_t, std::less<>> by_plain_;
  std::multimap<std::string, std::size_t, std::less<>> by_ascii_;
};

/// Makes what lists say of municipalities comparable: names of `municipalities` become codes.
class MunicipalityKeys {
 public:
  explicit MunicipalityKeys(Municipalities const& municipalities);
  /// A code, alone ("1", "KU001", "KU 1", "FI001") or beside the name ("001, Juva", "Juva 001"), or
  /// a name, also with its kind ("Juvan kunta", "Vasa stad"). What is neither stays the name that
  /// it is, as does a code beside the name of another municipality.
  [[nodiscard]] MunicipalityKey of(std::string_view text) const;

 private:
  std::map<std::string, std::string, std::less<>> code_of_name_;
};

namespace places {

/// Gives each entry without the code of a municipality the one that it lies in; beside all of them
/// none.
void locate_entries(std::vector<NamedPoint>& entries, Municipalities const& municipalities);

}  // namespace places
}  // namespace gapmap
