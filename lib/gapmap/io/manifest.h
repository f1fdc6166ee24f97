#pragma once
// run.json: what was run, on what, with what result. Everything in it but "seconds" is the same in
// every run of the same command on the same inputs with the same versions.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/tables/denominator_table.h"
#include "gapmap/io/import_report.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/area_key.h"
#include "gapmap/places/assign.h"
#include "gapmap/units/quantity.h"

namespace gapmap::io {

/// What the road network turned out to be.
struct NetworkFigures {
  std::size_t junctions = 0;
  std::size_t segments = 0;
  std::size_t components =
      0;  ///< without connection for the mode of the run, small components not counted
  std::size_t small_components = 0;
  Meters small_length{0};
  Meters longest_component{0};
  std::size_t joined_ends = 0;
  std::size_t repeated_points = 0;
  std::vector<std::pair<std::string, Meters>> length_by_class;
};

/// A level of zones that was asked for.
struct LevelRecord {
  std::string level;
  std::size_t zones = 0;            ///< with figures
  places::AssignmentCount outside;  ///< cells in none of them
};

/// A table that was written: what its CSV has, and its layer.
struct TableRecord {
  std::string name;
  std::vector<tables::Column> columns;
  std::size_t rows = 0;
  std::optional<tables::OutputShape> shape;  ///< of its layer; nothing: it is none
  std::size_t shapes = 0;                    ///< features of the layer: those of the first rows
};

[[nodiscard]] TableRecord record_of(tables::OutputTable const& table, bool is_layer);

/// What of a run was hidden so that it may be published.
struct PublicationRecord {
  double below = 0;                   ///< numbers of residents under this are small
  std::size_t figures = 0;            ///< that the tables tell, each once
  std::size_t small = 0;              ///< hidden because they are small
  std::size_t complements = 0;        ///< hidden because small ones could be computed from them
  std::vector<std::string> left_out;  ///< tables
};

/// What a run of gapmap coverage was, as values: what reports and comparisons take from its record.
struct RunFacts {
  std::string crs = {};                                  ///< working CRS, as it was asked for
  bool is_time = false;                                  ///< limits are seconds; else metres
  double limit = 0;                                      ///< what people may be asked to travel
  std::vector<double> class_bounds = {};                 ///< upper ends of the classes of distance
  std::string mode = {};                                 ///< "car"
  std::string trip = {};                                 ///< "to-place"
  std::string traffic = {};                              ///< "day"
  std::optional<double> published_below = std::nullopt;  ///< nothing: the run is not published
  std::string language = {};                             ///< of the workbook, "fi"
  std::string title = {};
  std::string region = {};
  std::string logo = {};  ///< file
  bool is_exact = true;   ///< whether no result depends on what was not read
  /// Costs up to this are exact whatever was not read, where some results are in doubt.
  std::optional<double> exact_up_to = std::nullopt;
  std::size_t cells_in_doubt = 0;
};

struct Manifest {
  std::string command;
  std::string job = "{}";         ///< what was asked, as a JSON object; see job::Options::object()
  std::optional<RunFacts> facts;  ///< of gapmap coverage
  std::string working_crs;
  std::vector<ImportReport> inputs;
  std::string reading;  ///< how much of the inputs was read, where that is a choice
  NetworkFigures network;
  std::optional<places::AssignmentReport> assignment;  ///< of runs that read a population
  places::AssignmentCount not_studied;
  std::vector<LevelRecord> levels;
  std::vector<MissingFromKey> missing_from_key;
  std::optional<tables::DenominatorRecord> denominators;
  std::vector<std::pair<std::string, std::optional<double>>>
      totals;  ///< see tables/gap_map totals()
  std::optional<std::size_t> gaps;
  /// Residents who are not covered, by reason; nothing where the number is hidden.
  std::vector<std::pair<std::string, std::optional<double>>> reasons;
  std::optional<MetersPerSecond> straight_speed;  ///< of straight lines, where times count
  std::optional<MetersPerSecond> access_speed;    ///< of access legs, likewise
  /// By name, each with its totals.
  std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::optional<double>>>>>
      accounts;
  std::vector<TableRecord> tables;  ///< that read_run() reads again
  /// If there is one, the record tells no number of residents but those of the published tables.
  std::optional<PublicationRecord> publication;
  std::vector<std::pair<std::string, double>> seconds;  ///< per stage
};

/// Name of the file in a folder of results.
inline constexpr char const* kRecordFile = "run.json";

/// The text as run.json holds it: bytes that are no UTF-8, as paths may have, are U+FFFD; secrets
/// of addresses are masked.
[[nodiscard]] std::string as_recorded(std::string const& text);
/// Every text in a JSON object so.
[[nodiscard]] std::string job_as_recorded(std::string const& object);
/// The options in a JSON object as texts, lists joined by commas.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> option_texts(
    std::string const& object);
/// The report with its addresses and filter so.
[[nodiscard]] ImportReport as_recorded(ImportReport report);

/// Throws InputError if the file cannot be written.
void write_manifest(std::string const& path, Manifest const& manifest);

}  // namespace gapmap::io
