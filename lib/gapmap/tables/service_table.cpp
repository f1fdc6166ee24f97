#include "gapmap/tables/service_table.h"

#include <algorithm>
#include <array>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

struct ServiceColumn {
  char const* name;
  std::string Service::*part;
};

constexpr std::array kServiceColumns{ServiceColumn{"type", &Service::type},
                                     ServiceColumn{"target_group", &Service::target_group},
                                     ServiceColumn{"languages", &Service::languages},
                                     ServiceColumn{"open_to_all", &Service::open_to_all},
                                     ServiceColumn{"schedule", &Service::schedule}};

}  // namespace

OutputTable service_table(Places const& places) {
  OutputTable table{"services", {}, {}, {}};
  table.rows.resize(places.size());
  auto const columns = columns_of("places");
  auto const add = [&](Column column, auto const& value) {
    auto row = table.rows.begin();
    for (auto const& place : places) (row++)->push_back(value(place));
    table.columns.push_back(std::move(column));
  };
  for (auto const& [name, part] : kServiceColumns) {
    auto const says = [&, member = part](Place const& place) {
      auto const& words = place.service.*member;
      return words.empty() ? Value{} : Value{words};
    };
    if (std::ranges::any_of(places, [&](auto const& f) { return says(f) != Value{}; }))
      add(columns(name), says);
  }
  if (std::ranges::any_of(places, [](auto const& f) { return f.capacity.has_value(); })) {
    add(columns("capacity"),
        [](Place const& place) { return place.capacity ? Value{*place.capacity} : Value{}; });
  }
  if (std::ranges::any_of(places, [](auto const& f) { return !f.position.empty(); })) {
    add(columns("located_by"),
        [](Place const& place) { return Value{std::string{name_of(place.located_by)}}; });
    add(columns("position"), [](Place const& place) {
      return Value{place.position.empty() ? "given" : place.position};
    });
  }
  return table;
}

}  // namespace gapmap::tables
