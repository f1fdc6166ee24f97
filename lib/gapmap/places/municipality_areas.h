#pragma once
// In which municipality a point lies, for many points: names of a gazetteer, addresses.

#include <optional>
#include <vector>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/places/municipality.h"

namespace gapmap::places {

/// Keeps a reference to the municipalities. Not for two threads at once.
class MunicipalityAreas {
 public:
  explicit MunicipalityAreas(Municipalities const& municipalities);

  /// Returns the municipality that covers the point, the first of several; nothing outside all.
  [[nodiscard]] std::optional<MunicipalityId> at(Point point) const;

 private:
  std::vector<PreparedArea> prepared_;
  BoxTree tree_;
};

}  // namespace gapmap::places
