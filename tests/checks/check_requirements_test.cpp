#include "gapmap/checks/check_requirements.h"

#include <gtest/gtest.h>

#include "tests/checks/found.h"

namespace gapmap::checks {
namespace {

Requirement required(std::string name, std::string where, std::size_t at_least) {
  return {.name = std::move(name),
          .where = std::move(where),
          .limit_text = "1 km",
          .limit = Meters{1000},
          .at_least = at_least};
}

/// Three places, the last of which no road comes near.
IdVector<PlaceId, Attachment> attached() {
  Attachment const on_road{.segment = SegmentId{0U}};
  return IdVector<PlaceId, Attachment>{std::vector{on_road, on_road, Attachment{}}};
}

std::string said_of_these(std::vector<Requirement> const& requirements) {
  // The first filter selects one place near a road, the second also the one far from it.
  std::vector const selected{IdVector<PlaceId, char>{std::vector<char>{1, 0, 0}},
                             IdVector<PlaceId, char>{std::vector<char>{0, 1, 1}}};
  return said_of(check_requirements(requirements, selected, attached()));
}

TEST(CheckRequirements, WithEnoughPlacesGiveNothing) {
  EXPECT_EQ(said_of_these({}), "");
  EXPECT_EQ(
      said_of_these({required("talo", "a", 1), required("mika", "", 2), required("tupa", "b", 1)}),
      "");
}

TEST(CheckRequirements, PlacesFarFromRoadsDoNotCount) {
  EXPECT_EQ(
      said_of_these({required("talo", "a", 1), required("mika", "", 3), required("tupa", "b", 2)}),
      "warning job: requirement mika asks for 3 places, but only 2 of those it selects are "
      "near a road: nobody can have it\n"
      "warning job: requirement tupa asks for 2 places, but only 1 of those it selects is "
      "near a road: nobody can have it");
}

}  // namespace
}  // namespace gapmap::checks
