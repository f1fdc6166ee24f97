#pragma once
// All remarks on rows of an input. A remark that is not in this table does not compile, so that
// reports can translate every one.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gapmap::io {

/// The texts of remarks; "{}" stands for a detail.
inline constexpr auto kRemarkTexts = std::to_array<std::string_view>({
    "a group of more residents than there are people on Earth, counted as unknown",
    "a number of residents that is none",
    "a point that cannot be projected",
    "abbreviated street that may be several",
    "address in a post town or municipality that is not known here",
    "address of a post office box, without a street",
    "address that several places have",
    "address whose postal code and municipality contradict each other",
    "address without a street",
    "address without municipality and postal code, of a street that one municipality has",
    "candidate on the very same point as an earlier one",
    "candidate too far from everybody studied",
    "capacity that is no number of people, taken as unknown",
    "cell id spells another square than its geometry, which was used",
    "cell id that spells no square",
    "coordinates are not numbers",
    "coordinates in degrees and minutes: write them as decimal degrees",
    "coordinates in the wrong order (x and y swapped)",
    "coordinates outside the area of {}",
    "corner that an earlier row has as well",
    "corner that is not on the grid of the others, used as it is",
    "cost is not a number",
    "formula that was never computed: open the file in a spreadsheet and save it",
    "height that no place on Earth has, taken as unknown",
    "highway that is no road to travel on",
    "id that an earlier row has as well",
    "id that no demand has",
    "id that no site has",
    "invalid polygon ({}), repaired",
    "line without length",
    "link for service or exceptional transports only",
    "link not in use (LINK_TILA)",
    "locality that the gazetteer does not have",
    "locality that the gazetteer has in several places",
    "locality that the gazetteer has only in another municipality",
    "more residents than there are people on Earth",
    "municipality that an earlier row has as well",
    "municipality that an earlier row of the year has as well",
    "municipality that is no code or name known here",
    "name longer than 100 000 bytes, of which the beginning was used",
    "negative cost",
    "negative number of a group, counted as unknown",
    "negative number of residents",
    "negative weight, counted as unknown",
    "neither coordinates nor a locality",
    "neither coordinates nor an address",
    "neither one point nor a polygon",
    "no area of the level {}",
    "no code",
    "no coordinates",
    "no cost",
    "no data",
    "no geometry",
    "no id",
    "no line",
    "no name",
    "no number of a group, counted as unknown",
    "no number of residents",
    "no polygon",
    "no weight, counted as unknown",
    "not a number",
    "number of a group is not a number, counted as unknown",
    "number of residents is not a number",
    "number of residents suppressed, counted as unknown",
    "numbers of groups suppressed, counted as unknown",
    "of another year",
    "pair that another row has as well, of which the cheaper counts",
    "place farther than {} from every road",
    "place more than {} from the cells",
    "place added, moved or closed since the file was read",
    "place on the very same point as an earlier one",
    "polygon that encloses nothing",
    "postal code that the street does not have, placed by its municipality",
    "quotation mark in the middle of a cell, read as text",
    "quotation mark that is never closed, read as text",
    "relation, only nodes and closed ways are read",
    "road on ice or for winter only (`ice-roads`)",
    "road or ferry that is not open all year, {} in all",
    "row of the table above its header",
    "row with more cells than there are fields",
    "speed limit is no number of km/h from 1 to 250",
    "speed limit without a link or a number of km/h",
    "street that the addresses do not have",
    "street that the addresses do not have, only one alike",
    "street that the addresses have in several municipalities",
    "street that the addresses have only elsewhere",
    "subheading row",
    "the header once more",
    "totals row",
    "turn restriction at some hours or for some vehicles only",
    "turn restriction by a way that the extract lacks or nobody may travel",
    "turn restriction of an unknown kind",
    "turn restriction that may mean several turns",
    "turn restriction whose ways do not meet, or closed anyway",
    "unknown AJOSUUNTA, taken as both ways",
    "unknown level of a road, taken as the ground",
    "unknown one-way value, taken as both ways",
    "unknown road class, travelled like a road",
    "value of the filter that no row has",
    "way that encloses nothing",
    "way that is planned, under construction or impassable",
    "way that its tags close to everybody",
    "way that nobody may travel",
    "way with fewer than two nodes in a row in the extract",
    "way with nodes that the extract lacks",
    "way with nodes that the extract lacks, cut there",
    "weight is not a number, counted as unknown",
    "without coordinates, placed by its address: the house",
    "without coordinates, placed by its address: the nearest number on the street",
    "without coordinates, placed by its address: the street alone",
    "written otherwise than in the filter",
    "xkoord and ykoord are not the corner of its geometry, which was used",
    "without coordinates, placed by the gazetteer",
    "zone without a code, for which its number in the file stands",
});

/// One of kRemarkTexts.
class RemarkText {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): texts are written as
  // such
  consteval RemarkText(char const* text) : text_{text} {
    if (std::ranges::find(kRemarkTexts, text_) == kRemarkTexts.end())
      throw "a remark that the table does not have";
  }

  [[nodiscard]] constexpr std::string_view text() const { return text_; }
  /// Returns the text with `what` in place of "{}".
  [[nodiscard]] std::string with(std::string_view what) const {
    std::string filled{text_};
    return filled.replace(filled.find("{}"), 2, what);
  }

 private:
  std::string_view text_;
};

/// Remark on rows of a sheet, and on rows that readers lose because of it.
inline constexpr RemarkText kNeverComputed{
    "formula that was never computed: open the file in a spreadsheet and save it"};

/// A remark with its detail filled in, for ImportReport::count.
class FilledRemark {
 public:
  FilledRemark(RemarkText remark, std::string_view what) : text_{remark.with(what)} {}
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace gapmap::io
