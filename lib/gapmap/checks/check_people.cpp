#include "gapmap/checks/check_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "gapmap/io/import_report.h"
#include "gapmap/places/codes.h"
#include "gapmap/places/families.h"
#include "gapmap/places/gazetteer.h"
#include "gapmap/places/inspect.h"
#include "gapmap/places/inspect_areas.h"
#include "gapmap/places/mergers.h"
#include "gapmap/units/did_you_mean.h"

namespace gapmap::checks {
namespace {

constexpr Meters kTwinsWithin{200};

/// Compares the codes of one kind of row with the areas, row by row.
class CodeCheck {
 public:
  CodeCheck(std::string const& input, Municipalities const& areas)
      : areas_{areas},
        keys_{areas},
        unknown_{Severity::Warning, input, "lie in an area but carry a code that no area has"},
        misspelt_{Severity::Warning, input,
                  "lie in an area but carry a name of a municipality that is like that of an area"},
        elsewhere_{Severity::Note, input, "carry the code of another area than they lie in"} {
    unknown_.advice =
        "areas and this input are of different years, or a municipality was merged: take both of "
        "the same year";
    misspelt_.advice = "correct the name in the file, or write the code of the municipality";
    elsewhere_.advice =
        "gapmap counts by position; rows on a border may belong to either, others are misplaced";
    for (auto const& area : areas) {
      known_.insert(places::bare_code(area.code));
      names_.push_back(area.name);
      for (auto const& [language, name] : area.names) names_.push_back(name);
    }
  }

  void look_at(std::string const& id, std::string const& code, MunicipalityId in,
               std::optional<People> residents) {
    if (in.is_none()) return;
    ++seen_;
    auto const bare = code_of(code);
    if (bare == places::bare_code(areas_[in].code)) {
      ++joined_;
      return;
    }
    auto const meant = known_.contains(bare) ? std::string{} : meant_by(code, bare);
    auto& finding = known_.contains(bare) ? elsewhere_ : meant.empty() ? unknown_ : misspelt_;
    count(finding, meant.empty() ? fmt::format("{} ({}, in {})", id, code, areas_[in].code)
                                 : fmt::format("{} ({} → {})", id, code, meant));
    if (residents) finding.residents = finding.residents.value_or(People{0}) + *residents;
  }

  /// Returns nothing if few codes are known, since they are then codes of something else.
  [[nodiscard]] Findings findings() const {
    if (joined_ * 2 < seen_) return {};
    auto findings = if_any(unknown_);
    append(findings, if_any(misspelt_));
    append(findings, if_any(elsewhere_));
    return findings;
  }

 private:
  /// Returns the code in `text`, which some data replace by the name of the municipality.
  [[nodiscard]] std::string code_of(std::string const& text) const {
    auto bare = places::bare_code(text);
    if (known_.contains(bare)) return bare;
    auto key = keys_.of(text);
    return key.is_code ? std::move(key.text) : bare;
  }

  /// Returns the name that a misspelt one may mean; empty for codes, for a municipality that a
  /// merger on record ended, and for what is like no name.
  [[nodiscard]] std::string meant_by(std::string const& text, std::string const& bare) const {
    bool const is_code = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (is_code || places::merger_of(bare) != nullptr) return {};
    return did_you_mean(text, names_);
  }

  Municipalities const& areas_;
  MunicipalityKeys keys_;
  std::vector<std::string> names_;
  std::set<std::string> known_;
  std::size_t seen_ = 0;
  std::size_t joined_ = 0;
  Finding unknown_;
  Finding misspelt_;
  Finding elsewhere_;
};

/// Returns what does not add up in a family of groups; nothing if all does.
Findings check_family(FamilySums const& sums, Population const& population, Groups const& groups) {
  if (sums.differing == 0 && sums.exceeding == 0) return {};
  bool const differs = sums.differing > 0;
  Finding finding{Severity::Note, "population", "", differs ? sums.differing : sums.exceeding};
  auto const excess = sums.most_excess.value();
  if (differs) {
    auto const differences =
        fmt::format("{:+.0f} to {:+.0f} in a cell, {:+.0f} in all", sums.least_difference.value(),
                    sums.most_difference.value(), sums.difference.value());
    finding.what =
        sums.exceeding == 0
            ? fmt::format("groups by {} do not add up to the residents: {}", sums.family.name,
                          differences)
            : fmt::format(
                  "groups by {} do not add up to the residents: {}; one group is more than "
                  "the residents in {} of these cells, by up to {:.0f}",
                  sums.family.name, differences, sums.exceeding, excess);
    finding.residents = sums.residents;
  } else {
    finding.what = fmt::format("the group {} is more than the residents, by up to {:.0f}",
                               groups[sums.family.groups.front()].name, excess);
  }
  for (auto const c : differs ? sums.first_differing : sums.first_exceeding)
    finding.examples.push_back(population[c].id);
  finding.advice =
      "such grids are perturbed to protect people: trust the totals; groups are right only in "
      "large sums";
  return {finding};
}

std::map<std::string, std::string> by_id(std::vector<CodedRow> const& rows) {
  std::map<std::string, std::string> codes;
  for (auto const& row : rows) codes.emplace(row.id, row.code);
  return codes;
}

}  // namespace

Findings check_duplicates(Places const& places) {
  Finding same{Severity::Warning, "places",
               fmt::format("places of the same name within {:g} m: probably one place twice",
                           kTwinsWithin.value())};
  same.advice = "leave out one of each pair: closing it would seem to cost nobody anything";
  for (auto const& twins : places::namesakes(places, kTwinsWithin)) {
    auto const& second = places[twins.second];
    count(same, fmt::format("{} and {} ({}, {:.0f} m apart)", places[twins.first].id, second.id,
                            second.name, twins.distance.value()));
  }
  Finding shared{Severity::Note, "places",
                 "places of other names on the very same point: fine in one house, else a town "
                 "given as a point"};
  Finding matched{
      Severity::Note, "places",
      "places of other names that the gazetteer has on one point: somewhere in the same "
      "village or town"};
  matched.advice = "give them their coordinates";
  for (auto const& twins : places::sharing_a_point(places)) {
    auto const& [first, second] = std::tie(places[twins.first], places[twins.second]);
    bool const is_matched =
        first.located_by == LocatedBy::Locality || second.located_by == LocatedBy::Locality;
    count(is_matched ? matched : shared, fmt::format("{} and {}", first.id, second.id));
  }
  auto findings = if_any(same);
  append(findings, if_any(shared));
  append(findings, if_any(matched));
  return findings;
}

Findings check_places_outside(Places const& places, Municipalities const& areas) {
  std::vector<Point> points;
  for (auto const& place : places) points.push_back(place.point);
  auto const distances = places::distances_to_areas(points, areas);
  std::vector<std::pair<Meters, PlaceId>> outside;
  for (auto const f : places.ids()) {
    auto const distance = distances[f.value()];
    if (distance > Meters{0} && distance.is_finite()) outside.emplace_back(distance, f);
  }
  if (outside.empty()) return {};
  std::ranges::sort(outside, [](auto const& a, auto const& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Finding finding{Severity::Note, "places",
                  "places outside all areas: they count for whoever lives near"};
  for (auto const& [distance, f] : outside) {
    count(finding,
          fmt::format("{} ({}, {:.1f} km)", places[f].id, places[f].name, distance.value() / 1000));
  }
  return {finding};
}

Findings check_assignment(places::AssignmentReport const& assignment) {
  Findings findings;
  auto const add = [&](places::AssignmentCount const& counted, Severity severity, std::string what,
                       std::string advice) {
    if (counted.cells == 0) return;
    findings.push_back({severity,
                        "population",
                        std::move(what),
                        counted.cells,
                        counted.residents,
                        {},
                        std::move(advice)});
  };
  add(assignment.none, Severity::Warning, "cells farther than 5 km from every area",
      "they count, but in no area; say `outside` leave-out if they are not of this region");
  add(assignment.mostly_outside, Severity::Note,
      "cells mostly in water or abroad: they went to the area they share most with", "");
  add(assignment.by_distance, Severity::Note,
      "cells that touch no area: they went to the nearest one", "");
  return findings;
}

Findings check_cells(Population const& population) {
  Finding finding{
      Severity::Warning, "population",
      "pairs of cells that overlap: the residents of the later one are likely counted twice"};
  finding.residents = People{0};
  finding.advice =
      "see whether the layer holds several years or sizes of grid, and choose one "
      "with `population-where`";
  std::set<CellId> later;
  for (auto const& pair : places::overlapping_cells(population)) {
    auto const& second = population[pair.second];
    count(finding, fmt::format("{} and {}", population[pair.first].id, second.id));
    if (later.insert(pair.second).second)
      *finding.residents += second.residents.value_or(People{0});
  }
  return if_any(finding);
}

Findings check_groups(Population const& population, Groups const& groups) {
  Findings findings;
  Finding unknown{Severity::Note, "population",
                  "cells with a group whose number is not published: sums of groups are ranges"};
  unknown.residents = People{0};
  for (auto const& cell : population) {
    if (std::ranges::all_of(cell.groups, [](auto const& number) { return number.has_value(); }))
      continue;
    count(unknown, cell.id);
    *unknown.residents += cell.residents.value_or(People{0});
  }
  append(findings, if_any(unknown));
  for (auto const& sums : places::check_families(population, groups))
    append(findings, check_family(sums, population, groups));
  return findings;
}

Findings check_cell_codes(std::vector<CodedRow> const& codes, Population const& population,
                          Municipalities const& areas) {
  auto const code_of = by_id(codes);
  CodeCheck check{"population", areas};
  for (auto const& cell : population) {
    auto const code = code_of.find(cell.id);
    if (code != code_of.end())
      check.look_at(cell.id, code->second, cell.municipality, cell.residents);
  }
  return check.findings();
}

Findings check_place_codes(std::vector<CodedRow> const& codes, Places const& places,
                           Municipalities const& areas) {
  auto const code_of = by_id(codes);
  auto const located = places::locate(places, areas);
  CodeCheck check{"places", areas};
  for (auto const f : places.ids()) {
    auto const code = code_of.find(places[f].id);
    if (code != code_of.end()) check.look_at(places[f].id, code->second, located[f], {});
  }
  return check.findings();
}

}  // namespace gapmap::checks
