#pragma once
// Where a place without coordinates is: by its street address, else by its locality.

#include <optional>

#include "gapmap/io/detail/point_rows.h"
#include "gapmap/io/read_addresses.h"
#include "gapmap/io/read_gazetteer.h"
#include "gapmap/places/place.h"

namespace gapmap::io {

/// What places are looked up in; null where there is none.
struct LookUpIn {
  AddressesRead const* addresses = nullptr;
  GazetteerRead const* gazetteer = nullptr;
  [[nodiscard]] bool is_any() const noexcept {
    return addresses != nullptr || gazetteer != nullptr;
  }
};

/// Looks up places without coordinates, and counts how they were found, or why they were not. What
/// is not certain is not found. An address comes first; where it is not found, the locality does.
class PlaceLocator {
 public:
  /// Keeps the references.
  PlaceLocator(LookUpIn in, ImportReport& report) : in_{in}, report_{report} {}

  /// Sets the point of a place and how it was found; false if it is unknown.
  bool locate(PointRow const& row, Place& place);

 private:
  /// Looks up the address. Returns what is to be said if it is not found; nothing if it is.
  std::optional<Remark> by_address(PointRow const& row, Place& place);
  bool by_locality(PointRow const& row, Place& place);

  LookUpIn in_;
  ImportReport& report_;
};

}  // namespace gapmap::io
