#pragma once
// One pass over an input for what its reader does not look at or does not keep: where rows say they
// are, years, codes of municipalities, letters that were lost. For gapmap check alone.

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
  std::string meant;  ///< empty if nobody can tell
};

struct CodedRow {
  std::string id;  ///< by which its reader knows the row: that of its id field, else its number
  std::string code;
  std::string name;
};

struct Survey {
  std::string path;
  std::string layer;
  std::optional<Crs> crs;    ///< of the positions, as the reader takes them
  std::string x_field = {};  ///< if positions are in fields
  std::string y_field = {};
  std::vector<RawPosition> positions;  ///< the first point of every row that has one
  std::vector<BrokenText> broken;
  std::map<std::string, std::set<int>> years;  ///< by field: vuosi, year …
  std::string code_field;                      ///< of municipalities; empty: none
  std::vector<CodedRow> codes;
};

/// OpenStreetMap files, network files and rasters give an empty survey: their positions are degrees
/// or done, their text is UTF-8 or none. Throws InputError if the input cannot be opened.
[[nodiscard]] Survey survey(io::MunicipalityInput const& areas);
[[nodiscard]] Survey survey(io::RoadInput const& roads);
[[nodiscard]] Survey survey(io::PopulationInput const& population);
[[nodiscard]] Survey survey(io::PlaceInput const& places);
[[nodiscard]] Survey survey(io::GazetteerInput const& gazetteer);
[[nodiscard]] Survey survey(io::ZoneInput const& zones);
[[nodiscard]] Survey survey(io::AreaKeyInput const& key);
[[nodiscard]] Survey survey(io::OfficialInput const& official);

/// Years from 1900 to 2099 that stand as numbers of their own in a name: "vaki2021_1km" has 2021,
/// "kunta1000k_2023" 2023.
[[nodiscard]] std::set<int> years_in(std::string_view name);

}  // namespace gapmap::checks
