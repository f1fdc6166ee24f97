#pragma once
// run.json: what was run, on what, with what result. All of it except "seconds" is the same for
// every run of the same command on the same inputs with the same versions.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/tables/denominator_table.h"
#include "gapmap/io/import_report.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/names.h"
#include "gapmap/places/area_key.h"
#include "gapmap/places/assign.h"
#include "gapmap/units/quantity.h"

namespace gapmap::io {

/// Figures of the assembled road network.
struct NetworkFigures {
  std::size_t junctions = 0;
  std::size_t segments = 0;
  std::size_t components = 0;  ///< by the mode of the run, without small components
  std::size_t small_components = 0;
  Meters small_length{0};
  Meters longest_component{0};
  std::size_t joined_ends = 0;
  std::size_t repeated_points = 0;
  std::vector<std::pair<std::string, Meters>> length_by_class;
};

/// A requested level of zones.
struct LevelRecord {
  std::string level;
  std::size_t zones = 0;            ///< zones with figures
  places::AssignmentCount outside;  ///< cells in no zone
};

/// A written table: the contents of its CSV file, and its layer.
struct TableRecord {
  std::string name;
  std::vector<tables::Column> columns;
  std::size_t rows = 0;
  std::optional<tables::OutputShape> shape;  ///< type of its layer; nothing: none
  std::size_t shapes = 0;  ///< number of features of the layer, which are the first rows
};

[[nodiscard]] TableRecord record_of(tables::OutputTable const& table, bool is_layer);

/// What was hidden from a run so that it may be published.
struct PublicationRecord {
  double below = 0;             ///< numbers of residents below this are small
  std::size_t figures = 0;      ///< number of distinct figures in the tables
  std::size_t small = 0;        ///< figures hidden because they are small
  std::size_t complements = 0;  ///< figures hidden because small ones could be computed from them
  std::vector<std::string> left_out;  ///< names of tables
  struct Field {
    std::string table;
    std::size_t row = 0;  ///< from 1
    std::string column;
  };
  std::vector<Field> narrow;  ///< hidden fields of which fewer than `below` values are possible
};

/// The properties of a run of gapmap coverage as values, which reports and comparisons take from
/// its record.
struct RunFacts {
  std::string crs = {};                                  ///< working CRS as it was asked for
  bool is_time = false;                                  ///< limits are seconds, else metres
  double limit = 0;                                      ///< how far people may be asked to travel
  std::vector<double> class_bounds = {};                 ///< upper bounds of the distance classes
  std::string mode = {};                                 ///< "car"
  std::string trip = {};                                 ///< "to-place"
  std::string traffic = {};                              ///< "day"
  std::optional<double> published_below = std::nullopt;  ///< nothing: the run is not published
  bool is_public_grid = false;    ///< anybody can look up the residents of each cell
  std::size_t narrow_fields = 0;  ///< see PublicationRecord::narrow
  std::string language = {};      ///< of the workbook, "fi"
  std::string title = {};
  std::string region = {};
  /// Title and region of one language's report, by language.
  std::map<std::string, std::string> titles = {};
  std::map<std::string, std::string> regions = {};
  std::string logo = {};  ///< file
  /// Families of groups, which are all residents together, by name with the names of their groups.
  std::vector<std::pair<std::string, std::vector<std::string>>> families = {};
  std::string group = {};  ///< whom the report is about, "Y_GE65"; empty: everybody
  AreaNames names = {};    ///< of municipalities and zones, other than in files
  bool is_exact = true;    ///< no result depends on what was not read
  /// If some results are in doubt: costs up to this are exact whatever was not read.
  std::optional<double> exact_up_to = std::nullopt;
  std::size_t cells_in_doubt = 0;
};

struct Manifest {
  std::string command;
  std::string job = "{}";         ///< what was asked, as a JSON object; see job::Options::object()
  std::optional<RunFacts> facts;  ///< for gapmap coverage
  std::string working_crs;
  std::vector<ImportReport> inputs;
  std::string reading;  ///< how much of the inputs was read, where that is a choice
  NetworkFigures network;
  std::optional<places::AssignmentReport> assignment;  ///< for runs that read a population
  places::AssignmentCount not_studied;
  std::vector<LevelRecord> levels;
  std::vector<MissingFromKey> missing_from_key;
  std::optional<tables::DenominatorRecord> denominators;
  std::vector<std::pair<std::string, std::optional<double>>>
      totals;  ///< see totals() of tables/gap_map
  std::optional<std::size_t> gaps;
  /// Residents who are not covered, by reason; nothing where the number is hidden.
  std::vector<std::pair<std::string, std::optional<double>>> reasons;
  std::optional<MetersPerSecond> straight_speed;  ///< speed of straight lines, for times
  std::optional<MetersPerSecond> access_speed;    ///< speed of access legs, for times
  /// Accounts by name, each with its totals.
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::optional<double>>>>>
      accounts;
  std::vector<TableRecord> tables;  ///< tables that read_run() reads
  /// If present, the record has no numbers of residents except those of the published tables.
  std::optional<PublicationRecord> publication;
  std::vector<std::pair<std::string, double>> seconds;  ///< per stage
};

/// Name of the file in a folder of results.
inline constexpr char const* kRecordFile = "run.json";

/// Returns the text in the form of run.json: bytes that are not UTF-8, which paths may contain,
/// become U+FFFD, and secrets in addresses are masked.
[[nodiscard]] std::string as_recorded(std::string const& text);
/// Returns a JSON object with every text in the form of as_recorded().
[[nodiscard]] std::string job_as_recorded(std::string const& object);
/// Returns the options in a JSON object as text, lists joined by commas.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> option_texts(
    std::string const& object);
/// Returns the report with its addresses and filter in the form of as_recorded().
[[nodiscard]] ImportReport as_recorded(ImportReport report);

/// Writes run.json. Throws InputError if the file cannot be written.
void write_manifest(std::string const& path, Manifest const& manifest);

}  // namespace gapmap::io
