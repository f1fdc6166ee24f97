#pragma once
// Finds where a locality is that a list only names: names with their points, and the rule that
// tells which of them is meant. What is not certain is not found.

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
  std::string text;      ///< code without leading zeros, plain spelling of the name, or empty
  bool is_code = false;  ///< codes and names cannot be compared
  friend bool operator==(MunicipalityKey const&, MunicipalityKey const&) = default;
};

struct NamedPoint {
  std::string name;  ///< name as written
  Point point;
  MunicipalityKey municipality = {};  ///< as the list says, else the one the point lies in
  MunicipalityKey lies_in = {};       ///< the one the point lies in, unless the list gives a code
};

enum class Located : std::uint8_t {
  Found,
  Unknown,                ///< no entry has the name
  OnlyInOthers,           ///< entries with the name are in other municipalities
  InUnknownMunicipality,  ///< entries have the name, but it is not known whether they are in the
                          ///< municipality meant
  InSeveralPlaces         ///< several entries have the name, and nothing says which is meant
};

struct LocalityMatch {
  Located located = Located::Unknown;
  NamedPoint const* entry = nullptr;  ///< entry of the gazetteer; null unless found
  std::size_t of_that_name = 0;  ///< entries with the name, before municipalities were compared
  /// Whether the spelling differs from that of the entry at most in case, hyphens and a broken
  /// encoding; otherwise it also differs in marks on letters.
  bool is_exact = true;
  std::string part;  ///< the locality found in an address
};

class Gazetteer {
 public:
  explicit Gazetteer(std::vector<NamedPoint> entries);

  /// Returns the entry with this name, and in this municipality if both say one. Names are compared
  /// by their plain spelling. A name all in ASCII may have lost the marks on its letters and stands
  /// for every name that equals it without marks; if no entry has marks, every name is compared
  /// without them. For an address that is no name ("Kauppakatu 5, 50100 Mikkeli"), the post town
  /// after the postal code or the last comma is looked up. Entries of one name on one point count
  /// as one.
  /// Cost: O(log n); linear if letters are lost.
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

/// Makes the municipalities in lists comparable: names of `municipalities` become codes.
class MunicipalityKeys {
 public:
  explicit MunicipalityKeys(Municipalities const& municipalities);
  /// Returns the key of a code, alone ("1", "KU001", "KU 1", "FI001") or beside the name ("001,
  /// Juva", "Juva 001"), or of a name, also with its kind ("Juvan kunta", "Vasa stad"). Any other
  /// text stays a name as it is, and so does a code beside the name of another municipality.
  [[nodiscard]] MunicipalityKey of(std::string_view text) const;

 private:
  std::map<std::string, std::string, std::less<>> code_of_name_;
};

namespace places {

/// Gives each entry without the code of a municipality the one that its point lies in; none outside
/// all of them.
void locate_entries(std::vector<NamedPoint>& entries, Municipalities const& municipalities);

}  // namespace places
}  // namespace gapmap
