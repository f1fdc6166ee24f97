#include "gapmap/engine/denominators.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace gapmap::engine {
namespace {

std::vector<std::string> named(std::vector<MunicipalityId> const& ids,
                               Municipalities const& municipalities) {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (auto const m : ids) names.push_back(municipalities[m].code + ' ' + municipalities[m].name);
  return names;
}

tables::FamilyRecord record_of(FamilySums const& sums, Population const& population) {
  tables::FamilyRecord record{sums, {}};
  auto const& cells = sums.differing > 0 ? sums.first_differing : sums.first_exceeding;
  for (auto const c : cells) record.examples.push_back(population[c].id);
  return record;
}

void show(tables::FamilyRecord const& record, Groups const& groups, Listener& listener) {
  auto const& sums = record.sums;
  auto const& family = sums.family;
  auto const name = family.is_whole() ? "groups by " + family.name
                                      : groups[GroupId{family.groups.front().value() + 1}].name;
  std::vector<std::string> what;
  if (sums.differing > 0) {
    what.push_back(fmt::format("{:+.0f} to {:+.0f} off the residents in {} of {} cells",
                               sums.least_difference.value(), sums.most_difference.value(),
                               sums.differing, sums.cells));
  }
  if (sums.exceeding > 0) {
    what.push_back(fmt::format("{}more than the residents in {} cells, by up to {:.0f}",
                               family.is_whole() ? "one group " : "", sums.exceeding,
                               sums.most_excess.value()));
  }
  if (what.empty()) return;
  listener.remark(fmt::format("{}: {}; kept as published; first: {}", name, fmt::join(what, ", "),
                              fmt::join(record.examples, ", ")));
}

}  // namespace

Counted count_residents(std::optional<io::OfficialInput> const& official, Studied const& studied,
                        Listener& listener) {
  auto const& population = studied.people.population;
  auto const& groups = studied.people.groups;
  auto const& municipalities = studied.areas.municipalities;
  Counted counted;
  OfficialCounts counts;
  auto& record = counted.record;
  if (official) {
    auto read = listener.stage("read official population",
                               [&] { return io::read_official_population(*official, groups); });
    counts = places::official_counts(read.population, municipalities);
    record.official_year = read.population.year;
    counted.is_year_certain = read.is_year_certain;
    counted.years = read.years;
    counted.report = std::move(read.report);
  }
  bool const narrows = official && counted.is_year_certain;
  counted.ranges = narrows ? places::resident_ranges(population, groups, counts)
                           : places::resident_ranges(population, groups);
  counted.denominators = places::denominators(population, municipalities, counted.ranges, counts);
  record.is_narrowed =
      narrows && std::ranges::all_of(counted.ranges.families, &FamilySums::is_exact);
  record.total = counted.denominators.total;
  record.groups = counted.ranges.groups;
  for (auto const& sums : counted.ranges.families)
    record.families.push_back(record_of(sums, population));
  record.cells_without_bound = counted.ranges.cells_without_bound;
  record.without_official = named(counted.denominators.without_official, municipalities);
  record.contradicted = named(counted.ranges.contradicted, municipalities);
  return counted;
}

void show(Counted const& counted, Listener& listener) {
  auto const& record = counted.record;
  for (auto const& family : record.families) show(family, record.groups, listener);
  if (!counted.is_year_certain) {
    listener.remark(fmt::format(
        "official population: of {}, the newest of {} years, which narrows no range; choose that "
        "of the grid with `official-year`",
        record.official_year, counted.years));
  }
  if (auto const ratio = record.total.ratio()) {
    listener.remark(
        fmt::format("official population{}: {:.0f} of {:.0f} residents are in the cells "
                    "({:.2f} %)",
                    record.official_year.empty() ? "" : " of " + record.official_year,
                    record.total.residents.value(), record.total.official->value(), *ratio * 100));
  }
  if (!record.without_official.empty()) {
    listener.remark(fmt::format("official population: nothing about {}",
                                fmt::join(record.without_official, ", ")));
  }
  if (!record.contradicted.empty()) {
    listener.remark(fmt::format(
        "official population: fewer than the cells wholly inside hold, so that it narrows no "
        "range: {}; is it of the same year?",
        fmt::join(record.contradicted, ", ")));
  }
}

}  // namespace gapmap::engine
