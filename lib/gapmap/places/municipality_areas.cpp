#include "gapmap/places/municipality_areas.h"

namespace gapmap::places {
namespace {

std::vector<Box> boxes_of(Municipalities const& municipalities) {
  std::vector<Box> boxes;
  for (auto const& municipality : municipalities) boxes.push_back(municipality.area.box());
  return boxes;
}

}  // namespace

MunicipalityAreas::MunicipalityAreas(Municipalities const& municipalities)
    : tree_{boxes_of(municipalities)} {
  prepared_.reserve(municipalities.size());
  for (auto const& municipality : municipalities) prepared_.emplace_back(municipality.area);
}

std::optional<MunicipalityId> MunicipalityAreas::at(Point point) const {
  for (auto const m : tree_.touching({point, point})) {
    if (prepared_[m].covers(point)) return MunicipalityId{m};
  }
  return std::nullopt;
}

}  // namespace gapmap::places
