#pragma once
// Somebody else's costs of trips, who makes them and where they lead: tables of any format that
// need no map.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gapmap/io/import_report.h"

namespace gapmap::io {

/// The ids of a table, numbered from 0 in the order of their rows.
class NumberedIds {
 public:
  /// Returns the number of an id, a new one where it has none.
  std::uint32_t add(std::string const& id);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string const& id) const;
  [[nodiscard]] std::vector<std::string> const& all() const noexcept { return all_; }

 private:
  std::vector<std::string> all_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct DemandInput {
  Source source;
  std::string id_field = {};
  std::string weight_field = {};
};

struct DemandsRead {
  NumberedIds ids;
  std::vector<std::optional<double>> weights;  ///< of each id; nothing: unknown
  ImportReport report;
};

/// Reads a demand a row. Rows without an id, or with that of an earlier row, are left out and
/// counted; a number that is suppressed (−1) or missing is unknown. Throws InputError if the input
/// cannot be used.
[[nodiscard]] DemandsRead read_demands(DemandInput const& input);

struct SiteInput {
  Source source;
  std::string id_field = {};
  std::string name_field = {};
  std::string cost_field = {};  ///< of what it costs to open the site
  std::string capacity_field = {};
  std::string noun = "candidate";  ///< what reports call a row, and options about it begin with
};

struct SitesRead {
  NumberedIds ids;
  std::vector<std::string> names;                 ///< of each id; the id where a row has none
  std::vector<std::optional<double>> prices;      ///< of each id; nothing: unknown
  std::vector<std::optional<double>> capacities;  ///< of each id; nothing: unknown
  ImportReport report;
};

/// Reads a site a row. Rows without an id, or with that of an earlier row, are left out and
/// counted. Throws InputError if the input cannot be used.
[[nodiscard]] SitesRead read_sites(SiteInput const& input);

struct CostInput {
  Source source;
  std::string from_field = {};
  std::string to_field = {};
  std::string cost_field = {};
};

struct PairCost {
  std::uint32_t demand;
  std::uint32_t site;
  double cost;
};

struct CostsRead {
  std::vector<PairCost> pairs;  ///< in the order of the rows
  std::string cost_field;       ///< as the input calls it, "distance_m"
  ImportReport report;
};

/// What becomes of a row with an id that is not among the known ones.
enum class Unknown : std::uint8_t { LeftOut, Added };

/// Reads a pair of a demand and a site a row, with what the trip costs. Rows without an id or a
/// cost, or with a negative one, are left out and counted. Throws InputError if the input cannot be
/// used.
/// Memory: 16 bytes per pair.
[[nodiscard]] CostsRead read_costs(CostInput const& input, NumberedIds& demands,
                                   Unknown unknown_demands, NumberedIds& sites,
                                   Unknown unknown_sites);

}  // namespace gapmap::io
