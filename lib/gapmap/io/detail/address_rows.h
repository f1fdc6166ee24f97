#pragma once
// Addresses of one input on their way into an index: projected and judged many at a time, because
// there are millions.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/placing.h"
#include "gapmap/places/address_index.h"

namespace gapmap::io {

struct AddressRow {
  std::string row;  ///< as remarks call it
  std::string street;
  std::string other_street;  ///< its name in the other language, or empty
  places::HouseNumber house = {};
  std::uint32_t postal_code = 0;   ///< 0: unknown
  std::uint32_t municipality = 0;  ///< number in the index; 0: unknown
  RawPoint point = {};
  bool is_minor = false;
};

/// Numbers of municipalities in an index by how rows write them.
class MunicipalityNumbers {
 public:
  MunicipalityNumbers(MunicipalityKeys const& keys, AddressIndex& index)
      : keys_{keys}, index_{index} {}

  /// Returns the number of a municipality; 0 for blank text.
  [[nodiscard]] std::uint32_t of(std::string_view text);
  /// Returns the number of the municipality that is called like a post town and registers the town
  /// with its postal code; 0 if no municipality is called so.
  [[nodiscard]] std::uint32_t of_town(std::string_view town, std::uint32_t postal_code);

 private:
  MunicipalityKeys const& keys_;
  AddressIndex& index_;
  std::string text_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::string, MunicipalityKey> towns_;
  std::string last_town_;
  std::uint32_t last_code_ = 0;
  std::uint32_t last_number_ = 0;
};

class AddressRows {
 public:
  /// Keeps all references.
  AddressRows(AddressIndex& index, Placing& placing, ImportReport& report)
      : index_{index}, placing_{placing}, report_{report} {}

  /// Takes a row; one without a street is counted and left out.
  void take(AddressRow&& row);
  /// Takes in what is left. Call it behind the last row.
  void finish() { flush(); }

 private:
  void flush();
  void add(AddressRow const& row, Point point);

  AddressIndex& index_;
  Placing& placing_;
  ImportReport& report_;
  std::vector<AddressRow> rows_;
  std::vector<RawPoint> points_;
};

}  // namespace gapmap::io
