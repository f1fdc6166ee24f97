#pragma once
// One pass over an input for what its reader does not look at or does not keep: stated positions,
// years, codes of municipalities, lost letters. Used only by gapmap check.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/checks/misplaced.h"
#include "gapmap/io/read_area_key.h"
#include "gapmap/io/read_places.h"
#include "gapmap/io/read_municipalities.h"
#include "gapmap/io/read_official_population.h"
#include "gapmap/io/read_population.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/io/read_zones.h"

namespace gapmap::checks {

/// Text in which letters were lost.
struct BrokenText {
  std::string field;
  std::string row;
  std::string text;
  std::string meant;  ///< the text with its letters, empty if unknown
};

struct CodedRow {
  std::string id;  ///< as its reader identifies the row: value of the id field, else the row number
  std::string code;
  std::string name;
};

struct Survey {
  std::string path;
  std::string layer;
  std::optional<Crs> crs;    ///< CRS of the positions, as the reader takes it
  std::string x_field = {};  ///< empty: positions are not in fields
  std::string y_field = {};
  std::vector<RawPosition> positions;  ///< first point of every row that has one
  std::vector<BrokenText> broken;
  std::map<std::string, std::set<int>> years;  ///< by field: vuosi, year …
  std::string code_field;                      ///< field with codes of municipalities; empty: none
  std::vector<CodedRow> codes;
};

/// Surveys one input. OpenStreetMap files, network files and rasters give an empty survey: their
/// positions are degrees or already projected, and their text is UTF-8 or absent. Throws InputError
/// if the input cannot be opened.
[[nodiscard]] Survey survey(io::MunicipalityInput const& areas);
[[nodiscard]] Survey survey(io::RoadInput const& roads);
[[nodiscard]] Survey survey(io::PopulationInput const& population);
[[nodiscard]] Survey survey(io::PlaceInput const& places);
[[nodiscard]] Survey survey(io::GazetteerInput const& gazetteer);
[[nodiscard]] Survey survey(io::ZoneInput const& zones);
[[nodiscard]] Survey survey(io::AreaKeyInput const& key);
[[nodiscard]] Survey survey(io::OfficialInput const& official);

/// Returns the numbers from 1900 to 2099 that stand by themselves in a name: "vaki2021_1km" gives
/// 2021, "kunta1000k_2023" gives 2023.
[[nodiscard]] std::set<int> years_in(std::string_view name);

}  // namespace gapmap::checks
