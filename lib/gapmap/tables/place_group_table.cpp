#include "gapmap/tables/place_group_table.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {

OutputTable place_group_table(Comparison const& comparison) {
  expects(comparison.effects != nullptr, "effects are known");
  auto const& effects = *comparison.effects;
  auto const columns = columns_of(compared("place_groups"));
  OutputTable table{"place_groups", columns({"place_id", "place_name", "change", "group"}), {}, {}};
  constexpr std::array kWhich{std::pair{"alone", &PlaceEffect::alone},
                              std::pair{"together", &PlaceEffect::together}};
  constexpr std::array kWhom{std::pair{"gained", &Crossing::gained_of},
                             std::pair{"lost", &Crossing::lost_of}};
  for (auto const& which : kWhich) {
    for (auto const& whom : kWhom) {
      for (auto const* end : {"low", "high"})
        table.columns.push_back(columns(fmt::format("{}_{}_{}", whom.first, which.first, end)));
    }
  }
  for (std::size_t p = 0; p < comparison.places.size(); ++p) {
    auto const& effect = effects.of_places[p];
    if (!effect) continue;
    auto const& pair = comparison.places[p];
    auto const& place = pair.after.is_none() ? comparison.before.places[pair.before]
                                             : comparison.after.places[pair.after];
    for (std::size_t g = 0; g < effects.groups.size(); ++g) {
      auto& row = table.rows.emplace_back();
      row = {place.id, place.name, std::string{name_of(pair.change)}, effects.groups[g]};
      for (auto const& which : kWhich) {
        for (auto const& whom : kWhom) {
          auto const& sum = ((*effect).*which.second.*whom.second)[g];
          row.push_back(value_of(sum.people.low));
          row.push_back(sum.is_bounded ? value_of(sum.people.high) : Value{});
        }
      }
    }
  }
  return table;
}

}  // namespace gapmap::tables
