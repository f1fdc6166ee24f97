#include "gapmap/io/read_costs.h"

#include <array>
#include <utility>

#include "gapmap/io/opened.h"
#include "gapmap/io/places_read.h"
#include "gapmap/io/detail/resident_number.h"

namespace gapmap::io {
namespace {

/// A number of a demand; nothing where it is unknown, which is counted.
std::optional<double> weight_of(Record const& record, FieldIndex field, std::string const& id,
                                ImportReport& report) {
  constexpr std::array kSuppressedWeights{-1.0};
  auto const number = resident_number(record, field, kSuppressedWeights);
  switch (number.published) {
    case Published::Number:
      return number.people.value();
    case Published::Suppressed:
    case Published::Blank:
      report.count("no weight, counted as unknown", id, Consequence::Used);
      break;
    case Published::Negative:
      report.count("negative weight, counted as unknown", id, Consequence::Used);
      break;
    case Published::NotANumber:
    case Published::TooMany:
      report.count("weight is not a number, counted as unknown", id, Consequence::Used);
      break;
  }
  return std::nullopt;
}

/// The id of a row that no earlier row has; nothing otherwise, which is counted.
std::optional<std::string> new_id(Record const& record, FieldIndex field, NumberedIds& ids,
                                  ImportReport& report) {
  ++report.rows;
  auto id = record.text(field);
  if (!id) {
    report.count("no id", record.row());
  } else if (ids.find(*id)) {
    report.count("id that an earlier row has as well", *id);
    id.reset();
  } else {
    ids.add(*id);
    ++report.rows_used;
  }
  return id;
}

/// The number of an id, or nothing.
std::optional<std::uint32_t> number_of(std::string const& id, NumberedIds& ids, Unknown unknown) {
  return unknown == Unknown::Added ? std::optional{ids.add(id)} : ids.find(id);
}

}  // namespace

std::uint32_t NumberedIds::add(std::string const& id) {
  auto const [found, is_new] = numbers_.try_emplace(id, static_cast<std::uint32_t>(all_.size()));
  if (is_new) all_.push_back(id);
  return found->second;
}

std::optional<std::uint32_t> NumberedIds::find(std::string const& id) const {
  auto const found = numbers_.find(id);
  return found == numbers_.end() ? std::nullopt : std::optional{found->second};
}

DemandsRead read_demands(DemandInput const& input) {
  auto opened = open_input("demand", input.source, GeometryKind::Point, demand_schemas(),
                           {{Role::Id, "demand-id", input.id_field},
                            {Role::Residents, "demand-weight", input.weight_field}});
  DemandsRead read;
  auto const id_field = *opened.fields.field(Role::Id);
  auto const weight_field = *opened.fields.field(Role::Residents);
  opened.table.visit([&](Record const& record) {
    if (auto const id = new_id(record, id_field, read.ids, opened.report))
      read.weights.push_back(weight_of(record, weight_field, *id, opened.report));
  });
  end_reading(opened);
  read.report = std::move(opened.report);
  return read;
}

SitesRead read_sites(SiteInput const& input) {
  auto opened = open_input(input.noun + "s", input.source, GeometryKind::Point, site_schemas(),
                           {{Role::Id, input.noun + "-id", input.id_field},
                            {Role::Name, input.noun + "-name", input.name_field},
                            {Role::Cost, input.noun + "-cost", input.cost_field},
                            {Role::Capacity, input.noun + "-capacity", input.capacity_field}});
  SitesRead read;
  auto const id_field = *opened.fields.field(Role::Id);
  auto const name_field = opened.fields.field(Role::Name);
  auto const cost_field = opened.fields.field(Role::Cost);
  auto const capacity_field = opened.fields.field(Role::Capacity);
  opened.table.visit([&](Record const& record) {
    auto const id = new_id(record, id_field, read.ids, opened.report);
    if (!id) return;
    auto const name = name_field ? record.text(*name_field) : std::nullopt;
    read.names.push_back(name.value_or(*id));
    auto const price = cost_field ? record.number(*cost_field) : std::nullopt;
    read.prices.push_back(price && *price >= 0 ? price : std::nullopt);
    auto capacity = capacity_field ? record.number(*capacity_field) : std::nullopt;
    bool const is_given = capacity_field && record.text(*capacity_field);
    if (is_given && !(capacity && *capacity >= 0)) {
      capacity.reset();
      opened.report.count(kNoCapacity, *id, Consequence::Used);
    }
    read.capacities.push_back(capacity);
  });
  end_reading(opened);
  read.report = std::move(opened.report);
  return read;
}

CostsRead read_costs(CostInput const& input, NumberedIds& demands, Unknown unknown_demands,
                     NumberedIds& sites, Unknown unknown_sites) {
  auto opened = open_input("costs", input.source, GeometryKind::Point, cost_schemas(),
                           {{Role::From, "costs-from", input.from_field},
                            {Role::To, "costs-to", input.to_field},
                            {Role::Cost, "costs-column", input.cost_field}});
  CostsRead read;
  auto& report = opened.report;
  auto const from_field = *opened.fields.field(Role::From);
  auto const to_field = *opened.fields.field(Role::To);
  auto const cost_field = *opened.fields.field(Role::Cost);
  read.cost_field = opened.table.fields()[static_cast<std::size_t>(cost_field)];
  opened.table.visit([&](Record const& record) {
    ++report.rows;
    auto const from = record.text(from_field);
    auto const to = record.text(to_field);
    if (!from || !to) return report.count("no id", record.row());
    auto const cost = record.number(cost_field);
    if (!cost) {
      auto const is_blank = !record.text(cost_field);
      return is_blank ? report.count("no cost", record.row())
                      : report.count("cost is not a number", record.row());
    }
    if (*cost < 0) return report.count("negative cost", record.row());
    auto const demand = number_of(*from, demands, unknown_demands);
    if (!demand) return report.count("id that no demand has", *from);
    auto const site = number_of(*to, sites, unknown_sites);
    if (!site) return report.count("id that no site has", *to);
    read.pairs.push_back({*demand, *site, *cost});
    ++report.rows_used;
  });
  end_reading(opened);
  read.report = std::move(report);
  return read;
}

}  // namespace gapmap::io
