#include "gapmap/report/print_layout.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/record_sheets.h"

namespace gapmap::report {
namespace {

/// A rectangle on paper in millimetres from the upper left corner.
struct Spot {
  double x, y, width, height;
};

/// Where everything is. The legend is beside the map in either, so that it has room downwards.
struct Paper {
  Spot page, title, map, north, legend, scale, sources;
};

constexpr Paper kLandscape{.page = {0, 0, 297, 210},
                           .title = {10, 9, 277, 11},
                           .map = {10, 23, 207, 162},
                           .north = {203, 26, 11, 13},
                           .legend = {220, 23, 67, 162},
                           .scale = {10, 188, 75, 12},
                           .sources = {90, 188, 197, 14}};
constexpr Paper kPortrait{.page = {0, 0, 210, 297},
                          .title = {10, 9, 190, 11},
                          .map = {10, 23, 124, 245},
                          .north = {120, 26, 11, 13},
                          .legend = {137, 23, 63, 245},
                          .scale = {10, 271, 70, 12},
                          .sources = {80, 271, 120, 18}};

/// Types of items, as QGIS numbers them.
enum class ItemType : int {
  Page = 65638,
  Map = 65639,
  Picture = 65640,
  Label = 65641,
  Legend = 65642,
  ScaleBar = 65646
};

constexpr std::string_view kMapId{"{gapmap-map}"};

std::string font(std::string_view element, int points, bool is_bold) {
  return fmt::format(R"(<{} style="" description="Sans Serif,{},-1,5,{},0,0,0,0,0"/>)", element,
                     points, is_bold ? 75 : 50);
}

std::string item(ItemType type, std::string_view id, Spot const& at, std::string_view attributes,
                 std::string_view content, bool has_frame = false) {
  // A later item lies above an earlier one, in the order of the file reversed; so it is said.
  static constexpr std::array kOrder{ItemType::Page,   ItemType::Map,      ItemType::Label,
                                     ItemType::Legend, ItemType::ScaleBar, ItemType::Picture};
  auto const level = std::ranges::find(kOrder, type) - kOrder.begin();
  return fmt::format(
      R"(<LayoutItem type="{}" id="" uuid="{}" templateUuid="{}" zValue="{}" position="{},{},mm" positionOnPage="{},{},mm" size="{},{},mm" referencePoint="0" itemRotation="0" visibility="1" background="{}" frame="{}" frameJoinStyle="miter" outlineWidthM="0.2,mm" opacity="1" blendMode="0" {}><FrameColor red="90" green="90" blue="90" alpha="255"/><BackgroundColor red="255" green="255" blue="255" alpha="255"/>{}</LayoutItem>)",
      static_cast<int>(type), id, id, level, at.x, at.y, at.x, at.y, at.width, at.height, has_frame,
      has_frame, attributes, content);
}

std::string text_item(std::string_view id, Spot const& at, std::string_view text, int points,
                      bool is_title) {
  // 1 and 2: to the left and right; 32 and 128: at the top, in the middle.
  return item(
      ItemType::Label, id, at,
      fmt::format(R"(labelText="{}" halign="{}" valign="{}" marginX="0" marginY="0" htmlState="0")",
                  escaped(text), is_title ? 1 : 2, is_title ? 128 : 32),
      font("LabelFont", points, is_title) +
          R"(<FontColor red="40" green="40" blue="40" alpha="255"/>)");
}

std::string page_of(Paper const& paper) {
  return R"(<PageCollection><symbol type="fill" name="" alpha="1" clip_to_extent="1"><layer class="SimpleFill" enabled="1" pass="0" locked="0"><Option type="Map"><Option name="color" type="QString" value="255,255,255,255"/><Option name="outline_style" type="QString" value="no"/><Option name="style" type="QString" value="solid"/></Option></layer></symbol>)" +
         item(ItemType::Page, "{gapmap-page}", paper.page, "", "") + "</PageCollection>";
}

/// Millimetres of paper a metre of the ground.
double scale_on(Paper const& paper, std::pair<Point, Point> const& extent) {
  auto const& [low, high] = extent;
  return std::min(paper.map.width / (high.x - low.x), paper.map.height / (high.y - low.y));
}

/// The map has the shape of its room on paper, and the extent in its middle: QGIS would make the
/// room of another shape.
std::string map_of(Paper const& paper, std::pair<Point, Point> const& extent) {
  auto const& [low, high] = extent;
  double const scale = scale_on(paper, extent);
  double const x = paper.map.width / scale / 2;
  double const y = paper.map.height / scale / 2;
  Point const middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
  return item(
      ItemType::Map, kMapId, paper.map,
      R"(keepLayerSet="false" followPreset="false" drawCanvasItems="true" mapRotation="0" mapFlags="0" labelMargin="0,mm")",
      fmt::format(R"(<Extent xmin="{:.1f}" ymin="{:.1f}" xmax="{:.1f}" ymax="{:.1f}"/>)",
                  middle.x - x, middle.y - y, middle.x + x, middle.y + y),
      true);
}

std::string legend_of(Paper const& paper, std::string const& tree) {
  struct Part {
    std::string_view name;
    double above_mm;
    int points;
    bool is_bold;
  };
  static constexpr std::array<Part, 5> kParts{{{"title", 0, 10, true},
                                               {"group", 2, 9, true},
                                               {"subgroup", 2.5, 9, true},
                                               {"symbol", 1.2, 8, false},
                                               {"symbolLabel", 1.5, 8, false}}};
  std::string styles;
  for (auto const& part : kParts) {
    styles += fmt::format(
        R"(<style name="{}" alignment="1" indent="0" marginTop="{}" marginLeft="1.5" marginBottom="0">{}</style>)",
        part.name, part.above_mm, font("styleFont", part.points, part.is_bold));
  }
  return item(
      ItemType::Legend, "{gapmap-legend}", paper.legend,
      fmt::format(
          R"(map_uuid="{}" title="" columnCount="1" resizeToContents="1" symbolWidth="6" symbolHeight="3.5" boxSpace="0" wrapChar=": " splitLayer="0" legendFilterByAtlas="0")",
          kMapId),
      fmt::format("<styles>{}</styles><layer-tree-group>{}</layer-tree-group>", styles, tree));
}

std::string scale_of(Paper const& paper) {
  return item(
      ItemType::ScaleBar, "{gapmap-scale}", paper.scale,
      fmt::format(
          R"(mapUuid="{}" style="Single Box" unitType="km" unitLabel="km" numMapUnitsPerScaleBarUnit="1" segmentSizeMode="1" minBarWidth="25" maxBarWidth="60" numSegments="2" numSegmentsLeft="0" numUnitsPerSegment="10" height="2" labelBarSpace="1.5" boxContentSpace="0" outlineWidth="0.2" alignment="0")",
          kMapId),
      R"(<text-style fontSize="8" fontSizeUnit="Point" textColor="40,40,40,255"/>)");
}

std::string north_of(Paper const& paper) {
  return item(
      ItemType::Picture, "{gapmap-north}", paper.north,
      fmt::format(
          R"(file=":/images/north_arrows/layout_default_north_arrow.svg" mode="2" resizeMode="0" northMode="0" mapUuid="{}" anchorPoint="0" pictureRotation="0" svgFillColor="40,40,40,255" svgBorderColor="40,40,40,255" svgBorderWidth="0.2")",
          kMapId),
      "");
}

/// Who must be named where their data are shown.
std::string licences(Language language, std::span<io::ImportReport const> inputs) {
  auto const is_any = [&](auto... kinds) {
    return std::ranges::any_of(
        inputs, [&](io::ImportReport const& input) { return ((input.kind == kinds) || ...); });
  };
  using enum io::DataKind;
  std::string licences;
  if (is_any(OpenStreetMap)) licences += ' ' + std::string{label(language, "licence_osm")};
  if (is_any(Eurostat, EurostatCensusGrid))
    licences += ' ' + std::string{label(language, "licence_eurostat")};
  return licences;
}

}  // namespace

ProjectWords project_words(Language language, std::string title,
                           std::span<io::ImportReport const> inputs, std::string_view version) {
  std::vector<std::string> sources;
  for (auto const& input : inputs) {
    auto const file = std::filesystem::path{input.source.path}.filename().string();
    sources.push_back(fmt::format("{} {}", input_name(language, input.input), file));
  }
  return {.title = std::move(title),
          .layout = std::string{label(language, "map to print")},
          .sources = sentence(language, "sources of the map",
                              fmt::format("{}", fmt::join(sources, ", ")), version) +
                     licences(language, inputs)};
}

std::string print_layout(ProjectWords const& words, std::string const& legend,
                         std::pair<Point, Point> const& extent) {
  auto const& paper =
      scale_on(kPortrait, extent) > scale_on(kLandscape, extent) ? kPortrait : kLandscape;
  constexpr int kTitlePoints = 15;
  constexpr int kSourcePoints = 7;
  return fmt::format(
      R"(<Layouts><Layout name="{}" units="mm" printResolution="300">{}{}{}{}{}{}{}</Layout></Layouts>)",
      escaped(words.layout), page_of(paper), map_of(paper, extent),
      text_item("{gapmap-title}", paper.title, words.title, kTitlePoints, true),
      legend_of(paper, legend), scale_of(paper), north_of(paper),
      text_item("{gapmap-sources}", paper.sources, words.sources, kSourcePoints, false));
}

}  // namespace gapmap::report
