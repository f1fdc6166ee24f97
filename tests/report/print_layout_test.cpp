#include "gapmap/report/print_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/report/parsed_page.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string layout_of(std::pair<Point, Point> const& extent) {
  return print_layout({.title = "Matkat & kävely", .layout = "Kartta, A4", .sources = "Lähteet: a"},
                      "<layer-tree-layer id=\"cells\"/>", extent);
}

/// The numbers of an attribute or element that looks like `pattern`.
std::vector<double> numbers_in(std::string const& text, std::string const& pattern) {
  std::smatch found;
  std::vector<double> numbers;
  if (!std::regex_search(text, found, std::regex{pattern})) return numbers;
  for (std::size_t i = 1; i < found.size(); ++i) numbers.push_back(std::stod(found[i]));
  return numbers;
}

TEST(PrintLayout, HasTitleLegendScaleNorthAndSources) {
  auto const text = layout_of({{0, 0}, {200'000, 100'000}});
  EXPECT_EQ(parse(text).error, "");
  EXPECT_THAT(text, HasSubstr("name=\"Kartta, A4\""));
  EXPECT_THAT(text, HasSubstr("labelText=\"Matkat &amp; kävely\""));
  EXPECT_THAT(text, HasSubstr("labelText=\"Lähteet: a\""));
  for (auto const* type : {"65639", "65640", "65642", "65646"})
    EXPECT_THAT(text, HasSubstr(std::string{"type=\""} + type + "\"")) << type;
  EXPECT_THAT(text, HasSubstr("<layer-tree-group><layer-tree-layer id=\"cells\"/>"));
  // A title such as "Kunnat: Nykytila → Suunnitelma" takes two lines: it is wider than its room.
  EXPECT_THAT(text, HasSubstr("wrapChar=\": \""));
}

TEST(PrintLayout, TheMapHoldsTheExtentAndHasTheShapeOfItsRoom) {
  for (double const height : {50'000.0, 190'000.0, 400'000.0}) {
    auto const text = layout_of({{0, 0}, {200'000, height}});
    auto const room = numbers_in(text, "type=\"65639\"[^>]* size=\"([0-9.]+),([0-9.]+),mm\"");
    auto const extent = numbers_in(
        text,
        "<Extent xmin=\"([-0-9.]+)\" ymin=\"([-0-9.]+)\" xmax=\"([-0-9.]+)\" ymax=\"([-0-9.]+)\"");
    ASSERT_EQ(room.size(), 2U);
    ASSERT_EQ(extent.size(), 4U);
    EXPECT_NEAR((extent[3] - extent[1]) / (extent[2] - extent[0]), room[1] / room[0], 1e-4);
    EXPECT_LE(extent[0], 0);
    EXPECT_LE(extent[1], 0);
    EXPECT_GE(extent[2], 200'000);
    EXPECT_GE(extent[3], height);
  }
}

TEST(PrintLayout, APageStandsIfTheMapIsLargerThen) {
  EXPECT_THAT(layout_of({{0, 0}, {100, 100}}), HasSubstr("size=\"297,210,mm\""));
  EXPECT_THAT(layout_of({{0, 0}, {100, 200}}), HasSubstr("size=\"210,297,mm\""));
}

TEST(ProjectWords, NameTheInputsAndWhoMustBeNamed) {
  std::vector<io::ImportReport> inputs{{.input = "roads", .source = {"/data/tiet.osm.pbf"}}};
  inputs.back().kind = io::DataKind::OpenStreetMap;
  auto const words = project_words(Language::Finnish, "T", inputs, "9.9");
  EXPECT_EQ(words.sources,
            "Lähteet: Tiet tiet.osm.pbf. Laskenta: gapmap 9.9. Tiedot: © OpenStreetMapin "
            "tekijät, Open Database License (ODbL) 1.0, openstreetmap.org/copyright.");
  EXPECT_THAT(project_words(Language::Swedish, "T", {}, "9.9").sources,
              Not(HasSubstr("OpenStreet")));
}

}  // namespace
}  // namespace gapmap::report
