#include "gapmap/io/detail/speed_limits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "gapmap/io/dataset.h"
#include "gapmap/io/detail/input_sheet.h"

namespace gapmap::io {
namespace {

struct Sum {
  double metres = 0;
  double metres_times_kmh = 0;
};

// Codes of VAIK_SUUNT, which differ from those of AJOSUUNTA.
constexpr double kBothWays = 1;
constexpr double kAlong = 2;
constexpr double kAgainst = 3;

/// Returns a required field.
FieldIndex field_of(Table const& table, std::string const& name) {
  auto const field = table.find_field(name);
  if (field) return *field;
  throw InputError{table.where(), fmt::format("has no field \"{}\" (`road-speed-limits`)", name),
                   fmt::format("give the layer DR_NOPEUSRAJOITUS_K of Digiroad; its fields are {}",
                               fmt::join(table.fields(), ", "))};
}

/// Returns the length of the stretch that a row is about; 1 if unknown, so that such rows have
/// equal weight.
double length_of(Record const& record, std::optional<FieldIndex> from,
                 std::optional<FieldIndex> to) {
  auto const first = from ? record.number(*from) : std::nullopt;
  auto const last = to ? record.number(*to) : std::nullopt;
  double const length = first && last ? std::abs(*last - *first) : 1;
  return length > 0 ? length : 1;
}

}  // namespace

SpeedLimitsByLink read_speed_limits(Source const& source, ImportReport& report) {
  auto table = Table::open(source);
  auto files = table.fingerprints();
  auto const link_field = field_of(table, "LINK_ID");
  auto const limit_field = field_of(table, "ARVO");
  auto const direction_field = table.find_field("VAIK_SUUNT");
  auto const from = table.find_field("ALKU_M");
  auto const to = table.find_field("LOPPU_M");
  std::map<std::string, std::array<Sum, 2>, std::less<>> sums;
  table.visit([&](Record const& record) {
    auto const link = record.text(link_field);
    auto const kmh = record.number(limit_field);
    if (!link || !kmh || !(*kmh >= 1) || *kmh > SpeedLimit::kGreatestKmh) {
      return report.count("speed limit without a link or a number of km/h",
                          link.value_or(record.row()), Consequence::Used);
    }
    double const direction =
        direction_field ? record.number(*direction_field).value_or(kBothWays) : kBothWays;
    double const metres = length_of(record, from, to);
    for (std::size_t d = 0; d < 2; ++d) {
      bool const is_of_other = d == 0 ? direction == kAgainst : direction == kAlong;
      if (is_of_other) continue;
      auto& sum = sums[*link][d];
      sum.metres += metres;
      sum.metres_times_kmh += metres * *kmh;
    }
  });
  files = table.fingerprints();
  std::ranges::move(files, std::back_inserter(report.files));
  for (auto const& odd : table.oddities()) {
    if (odd.is_left_out)
      report.count("speed limit without a link or a number of km/h", odd.place, Consequence::Used);
  }
  if (sums.empty())
    throw InputError{table.where(), "has no speed limit that can be used",
                     "check that it is the right file and layer"};
  SpeedLimitsByLink limits;
  for (auto const& [link, by_direction] : sums) {
    auto const mean = [](Sum const& sum) {
      return sum.metres > 0 ? SpeedLimit{sum.metres_times_kmh / sum.metres} : SpeedLimit{};
    };
    limits.emplace_hint(limits.end(), link,
                        SpeedLimits{mean(by_direction[0]), mean(by_direction[1])});
  }
  return limits;
}

}  // namespace gapmap::io
