#include "gapmap/tables/change_table.h"

#include <array>
#include <cmath>
#include <map>

#include "gapmap/tables/detail/triple.h"
#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

/// Adds the columns of a comparison to its tables.
class ChangeColumns {
 public:
  ChangeColumns(Comparison const& comparison, std::string_view table)
      : people_{units_per_person(comparison.before, comparison.after) == 1},
        before_{compared(table), comparison.before.is_time, people_.are_whole()},
        after_{compared(table), comparison.after.is_time, people_.are_whole()},
        is_alike_{comparison.before.is_time == comparison.after.is_time} {}

  [[nodiscard]] PeopleValues const& people() const { return people_; }
  [[nodiscard]] Column operator()(std::string_view name) const { return after_(name); }
  [[nodiscard]] std::vector<Column> operator()(
      std::initializer_list<std::string_view> names) const {
    return after_(names);
  }
  [[nodiscard]] Triple of_both(OutputTable& table, std::string_view name) const {
    return {table, name, before_, after_};
  }
  [[nodiscard]] Triple cost_of_both(OutputTable& table, std::string_view name) const {
    return {table, name, before_, after_, is_alike_};
  }
  /// Adds a column for each run but none for the change, as for text.
  void add_of_each(OutputTable& table, std::string_view name) const {
    for (auto const* when : {"before", "after"})
      table.columns.push_back(after_.compared(name, when));
  }
  void add_nearest(OutputTable& table) const {
    for (auto const* when : {"before", "after"}) {
      for (auto const* name : {"nearest_place_id", "nearest_place_name"})
        table.columns.push_back(after_.compared(name, when));
    }
  }

 private:
  PeopleValues people_;
  ColumnsOf before_;
  ColumnsOf after_;
  bool is_alike_;
};

double sum_of(std::optional<FigureSet> const& figures, People FigureSet::*member) {
  return figures ? ((*figures).*member).value() : 0;
}

double covered_of(std::optional<FigureSet> const& figures) {
  return sum_of(figures, &FigureSet::covered);
}

double not_covered(std::optional<FigureSet> const& figures) {
  return figures ? figures->not_covered().value() : 0;
}

/// Returns "new", "gone", or "kept" for what both runs have.
Value presence_of(bool is_before, bool is_after) {
  return std::string{name_of(is_before && is_after ? PlaceChange::Kept
                             : is_after            ? PlaceChange::New
                                                   : PlaceChange::Gone)};
}

Value text_or_nothing(std::string const& text) { return text.empty() ? Value{} : Value{text}; }

Value municipality_code(Outcome const& outcome, CellId cell) {
  return cell.is_none() ? Value{}
                        : code_of(outcome.municipalities, outcome.population[cell].municipality);
}

void add_nearest(std::vector<Value>& row, Outcome const& outcome, CellId cell) {
  auto const nearest = cell.is_none() ? PlaceId::none() : outcome.cells[cell].nearest;
  row.push_back(nearest.is_none() ? Value{} : Value{outcome.places[nearest].id});
  row.push_back(nearest.is_none() ? Value{} : Value{outcome.places[nearest].name});
}

std::optional<double> residents_of(Outcome const& outcome, CellId cell) {
  if (cell.is_none() || !outcome.population[cell].residents) return std::nullopt;
  return outcome.population[cell].residents->value();
}

std::optional<double> cost_of(Outcome const& outcome, CellId cell) {
  return cell.is_none() ? std::nullopt : outcome.cells[cell].cost;
}

/// Mean cost weighted by the residents of the later run; nothing where no known resident has a way.
class MeanCost {
 public:
  void add(std::optional<double> cost, double residents) {
    if (!cost) return;
    sum_ += *cost * residents;
    weight_ += residents;
  }
  [[nodiscard]] std::optional<double> mean() const {
    return weight_ > 0 ? std::optional{sum_ / weight_} : std::nullopt;
  }

 private:
  double sum_ = 0;
  double weight_ = 0;
};

}  // namespace

std::int64_t units_per_person(Outcome const& before, Outcome const& after) {
  constexpr std::int64_t kPerPerson = 1000;
  return are_whole(before.population) && are_whole(after.population) ? 1 : kPerPerson;
}

OutputTable municipality_change_table(Comparison const& comparison) {
  ChangeColumns const columns{comparison, "municipalities"};
  OutputTable table{
      "municipalities", columns({"municipality_code", "municipality_name", "change"}), {}, {}};
  auto const residents = columns.of_both(table, "residents");
  auto const covered = columns.of_both(table, "covered");
  auto const uncovered = columns.of_both(table, "not_covered");
  auto const share = columns.of_both(table, "share");
  auto const cost = columns.cost_of_both(table, "cost_mean");
  for (auto const* name : {"gained", "lost", "from_population"})
    table.columns.push_back(columns(name));
  auto const add = [&](MunicipalityChange const& change) {
    auto const& before = change.figures_before;
    auto const& after = change.figures_after;
    auto& row = table.rows.emplace_back();
    row = {text_or_nothing(change.code), change.name,
           presence_of(before.has_value(), after.has_value())};
    residents.add(row, sum_of(before, &FigureSet::residents), sum_of(after, &FigureSet::residents));
    covered.add(row, sum_of(before, &FigureSet::covered), sum_of(after, &FigureSet::covered));
    uncovered.add(row, not_covered(before), not_covered(after));
    share.add(row, before ? before->share() : std::nullopt, after ? after->share() : std::nullopt);
    cost.add(row, before ? before->cost_mean : std::nullopt,
             after ? after->cost_mean : std::nullopt);
    row.push_back(columns.people()(change.gained));
    row.push_back(columns.people()(change.lost));
    // The rest of the change. People are whole, or rounded to thousandths as the columns are.
    auto const is_split = change.gained && change.lost;
    row.push_back(
        columns.people()(is_split ? std::optional{People{covered_of(after) - covered_of(before)} -
                                                  (*change.gained - *change.lost)}
                                  : std::nullopt));
  };
  MunicipalityChange total{.figures_before = comparison.before.total,
                           .figures_after = comparison.after.total};
  total.name = "Total";
  if (comparison.cells) total.gained = total.lost = People{0};
  for (auto const& change : comparison.municipalities) {
    add(change);
    if (change.gained) *total.gained += *change.gained;
    if (change.lost) *total.lost += *change.lost;
    // Residents outside all municipalities come last and have no area.
    if (!change.after.is_none()) {
      table.areas.push_back(comparison.after.municipalities[change.after].area);
    } else if (!change.before.is_none()) {
      table.areas.push_back(comparison.before.municipalities[change.before].area);
    }
  }
  add(total);
  return table;
}

OutputTable part_table(Comparison const& comparison, std::vector<Factor> const& factors,
                       Parts const& parts) {
  ChangeColumns const columns{comparison, "parts"};
  OutputTable table{"parts", columns({"municipality_code", "municipality_name", "figure"}), {}, {}};
  auto const figures = columns.of_both(table, "figure");
  for (std::size_t f = 0; f < kFactors; ++f)
    table.columns.push_back(columns("by_" + std::string{name_of(static_cast<Factor>(f))}));
  auto const per_person =
      static_cast<double>(units_per_person(comparison.before, comparison.after));
  auto const add = [&](MunicipalityChange const& change, char const* figure,
                       std::optional<double> before, std::optional<double> after,
                       std::vector<std::int64_t> const* units, double per_unit) {
    auto& row = table.rows.emplace_back();
    row = {text_or_nothing(change.code), change.name, std::string{figure}};
    figures.add(row, before, after);
    // Factors in which the runs do not differ have no part in any change.
    std::array<double, kFactors> shown{};
    for (std::size_t f = 0; units != nullptr && f < factors.size(); ++f)
      shown[static_cast<std::size_t>(factors[f])] = static_cast<double>((*units)[f]) / per_unit;
    for (auto const part : shown) row.push_back(units == nullptr ? Value{} : Value{part});
  };
  auto const add_all = [&](MunicipalityChange const& change, std::size_t row) {
    auto const& before = change.figures_before;
    auto const& after = change.figures_after;
    add(change, "residents", sum_of(before, &FigureSet::residents),
        sum_of(after, &FigureSet::residents), &parts.residents[row], per_person);
    add(change, "covered", sum_of(before, &FigureSet::covered), sum_of(after, &FigureSet::covered),
        &parts.covered[row], per_person);
    add(change, "not_covered", not_covered(before), not_covered(after), &parts.not_covered[row],
        per_person);
    constexpr double kMillion = 1e6;
    add(change, "share", before ? before->share() : std::nullopt,
        after ? after->share() : std::nullopt, parts.share[row] ? &*parts.share[row] : nullptr,
        kMillion);
  };
  for (std::size_t row = 0; row < comparison.municipalities.size(); ++row)
    add_all(comparison.municipalities[row], row);
  MunicipalityChange total{.figures_before = comparison.before.total,
                           .figures_after = comparison.after.total};
  total.name = "Total";
  add_all(total, comparison.municipalities.size());
  return table;
}

OutputTable group_part_table(Comparison const& comparison, Mixtures const& mixtures) {
  // The middle of two whole numbers may be half a resident.
  auto const per_person = units_per_person(comparison.before, comparison.after) == 1 ? 2 : 1000;
  auto const per_unit = static_cast<double>(per_person);
  ColumnsOf const columns{compared("group_parts"), false, true};
  OutputTable table{"group_parts",
                    columns({"group", "municipality_code", "municipality_name", "figure"}),
                    {},
                    {}};
  Triple const figures{table, "figure", columns, columns};
  for (std::size_t f = 0; f < kFactors; ++f)
    table.columns.push_back(columns("by_" + std::string{name_of(static_cast<Factor>(f))}));
  std::vector<std::string> codes;
  for (auto const& municipality : comparison.municipalities) codes.push_back(municipality.code);
  for (std::size_t g = 0; g < mixtures.groups.size(); ++g) {
    auto const& found = mixtures.of_groups[g];
    auto const parts =
        scenario::split({.factors = mixtures.factors, .found = found}, codes, per_person);
    CoveredResidents total_before;
    CoveredResidents total_after;
    auto const add = [&](Value const& code, std::string const& name, std::string const& figure,
                         People before, People after, std::vector<std::int64_t> const& units) {
      auto& row = table.rows.emplace_back();
      row = {mixtures.groups[g], code, name, figure};
      figures.add(row, before.value(), after.value());
      std::array<double, kFactors> shown{};
      for (std::size_t f = 0; f < mixtures.factors.size(); ++f) {
        shown[static_cast<std::size_t>(mixtures.factors[f])] =
            static_cast<double>(units[f]) / per_unit;
      }
      for (auto const part : shown) row.push_back(part);
    };
    auto const add_both = [&](Value const& code, std::string const& name,
                              CoveredResidents const& before, CoveredResidents const& after,
                              std::size_t row) {
      add(code, name, "covered", before.covered, after.covered, parts.covered[row]);
      add(code, name, "not_covered", before.residents - before.covered,
          after.residents - after.covered, parts.not_covered[row]);
    };
    auto const of = [](CoveredByCode const& by_code, std::string const& code) {
      auto const here = by_code.find(code);
      return here == by_code.end() ? CoveredResidents{} : here->second;
    };
    for (std::size_t row = 0; row < codes.size(); ++row) {
      auto const before = of(found.front(), codes[row]);
      auto const after = of(found.back(), codes[row]);
      add_both(text_or_nothing(codes[row]), comparison.municipalities[row].name, before, after,
               row);
      for (auto const& [sum, part] : {std::pair{&total_before, &before}, {&total_after, &after}}) {
        sum->residents += part->residents;
        sum->covered += part->covered;
      }
    }
    add_both(Value{}, "Total", total_before, total_after, codes.size());
  }
  return table;
}

OutputTable cell_change_table(Comparison const& comparison) {
  expects(comparison.cells.has_value(), "cells are matched");
  auto const& [before, after, municipalities, cells, places, effects] = comparison;
  ChangeColumns const columns{comparison, "cells"};
  OutputTable table{"cells", columns({"cell_id", "x", "y", "change"}), {}, {}};
  auto const residents = columns.of_both(table, "residents");
  columns.add_of_each(table, "municipality_code");
  columns.add_of_each(table, "status");
  auto const cost = columns.cost_of_both(table, "cost");
  columns.add_nearest(table);
  for (auto const& pair : *cells) {
    bool const is_after = !pair.after.is_none();
    auto const& cell = is_after ? after.population[pair.after] : before.population[pair.before];
    auto& row = table.rows.emplace_back();
    row = {cell.id, cell.center.x, cell.center.y, std::string{name_of(pair.change)}};
    residents.add(row, residents_of(before, pair.before), residents_of(after, pair.after));
    row.push_back(municipality_code(before, pair.before));
    row.push_back(municipality_code(after, pair.after));
    row.push_back(pair.before.is_none()
                      ? Value{}
                      : Value{std::string{name_of(before.cells[pair.before].status)}});
    row.push_back(is_after ? Value{std::string{name_of(after.cells[pair.after].status)}} : Value{});
    cost.add(row, cost_of(before, pair.before), cost_of(after, pair.after));
    add_nearest(row, before, pair.before);
    add_nearest(row, after, pair.after);
    table.areas.push_back(cell.outline);
  }
  return table;
}

OutputTable place_change_table(Comparison const& comparison) {
  auto const& [before, after, municipalities, cells, places, effects] = comparison;
  ChangeColumns const columns{comparison, "places"};
  OutputTable table{
      "places", columns({"place_id", "place_name", "x", "y", "change", "moved_m"}), {}, {}};
  table.shape_if_empty = OutputShape::Point;
  auto const nearest = columns.of_both(table, "residents_nearest");
  auto const within = columns.of_both(table, "residents_within_limit");
  for (auto const* name : {"gained_alone", "lost_alone", "gained_together", "lost_together"})
    table.columns.push_back(columns(name));
  auto const number = [](Outcome const& outcome, PlaceId place, People PlaceOutcome::*member) {
    return place.is_none() ? 0 : (outcome.place_figures[place].*member).value();
  };
  for (std::size_t p = 0; p < places.size(); ++p) {
    auto const& pair = places[p];
    auto const& place =
        pair.after.is_none() ? before.places[pair.before] : after.places[pair.after];
    Value moved;
    if (!pair.before.is_none() && !pair.after.is_none()) {
      auto const& from = before.places[pair.before].point;
      moved = std::hypot(place.point.x - from.x, place.point.y - from.y);
    }
    auto& row = table.rows.emplace_back();
    row = {place.id, place.name, place.point.x, place.point.y, std::string{name_of(pair.change)},
           moved};
    for (auto const& [triple, member] : {std::pair{&nearest, &PlaceOutcome::residents_nearest},
                                         std::pair{&within, &PlaceOutcome::residents_within_limit}})
      triple->add(row, number(before, pair.before, member), number(after, pair.after, member));
    auto const effect = effects == nullptr ? std::nullopt : effects->of_places[p];
    for (auto const member : {&PlaceEffect::alone, &PlaceEffect::together}) {
      for (auto const whom : {&Crossing::gained, &Crossing::lost})
        row.push_back(
            columns.people()(effect ? std::optional{(*effect).*member.*whom} : std::nullopt));
    }
    table.lines.push_back({place.point});
  }
  return table;
}

OutputTable changed_area_table(Comparison const& comparison,
                               std::vector<ChangedArea> const& areas) {
  expects(comparison.cells.has_value(), "cells are matched");
  auto const& [before, after, municipalities, cells, places, effects] = comparison;
  ChangeColumns const columns{comparison, "changes"};
  OutputTable table{"changes",
                    columns({"change_id", "change", "municipality_code", "municipality_name",
                             "residents", "cells", "cells_without_number"}),
                    {},
                    {}};
  auto const cost = columns.cost_of_both(table, "cost_mean");
  columns.add_nearest(table);
  std::map<CellId, CellId> earlier;
  for (auto const& pair : *cells) {
    if (pair.change == CellChange::Gained || pair.change == CellChange::Lost)
      earlier[pair.after] = pair.before;
  }
  for (auto const& area : areas) {
    MeanCost mean_before;
    MeanCost mean_after;
    auto most = area.cells.front();  // the cell with the most residents
    for (auto const cell : area.cells) {
      auto const residents = residents_of(after, cell).value_or(0);
      mean_before.add(cost_of(before, earlier.at(cell)), residents);
      mean_after.add(cost_of(after, cell), residents);
      if (residents > residents_of(after, most).value_or(0)) most = cell;
    }
    auto& row = table.rows.emplace_back();
    row = {count_of(table.rows.size()),
           std::string{name_of(area.change)},
           code_of(after.municipalities, area.municipality),
           name_of(after.municipalities, area.municipality),
           columns.people()(area.residents),
           count_of(area.cells.size()),
           count_of(area.cells_without_number)};
    cost.add(row, mean_before.mean(), mean_after.mean());
    add_nearest(row, before, earlier.at(most));
    add_nearest(row, after, most);
    table.areas.push_back(area.area);
  }
  return table;
}

}  // namespace gapmap::tables
