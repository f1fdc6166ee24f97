#include "gapmap/checks/check_official.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gapmap::checks {
namespace {

constexpr char const* kInput = "official_population";
constexpr double kLeastRatio = 0.9;
constexpr double kMostRatio = 1.1;

std::string named(MunicipalityId m, Municipalities const& municipalities) {
  return fmt::format("{} {}", municipalities[m].code, municipalities[m].name);
}

/// Finds municipalities whose ratio is far from 1, farthest first.
Findings check_ratios(Denominators const& denominators, Municipalities const& municipalities) {
  std::vector<DenominatorRow const*> odd;
  for (auto const& row : denominators.municipalities) {
    auto const ratio = row.ratio();
    if (ratio && (*ratio < kLeastRatio || *ratio > kMostRatio)) odd.push_back(&row);
  }
  std::ranges::stable_sort(odd, std::ranges::greater{},
                           [](auto const* row) { return std::abs(*row->ratio() - 1); });
  Finding finding{.severity = Severity::Warning,
                  .input = kInput,
                  .what = fmt::format("municipalities of which the cells hold under {:g} or over "
                                      "{:g} times the official number of residents",
                                      kLeastRatio, kMostRatio),
                  .advice =
                      "check that both are of the same year and that no residents stand there "
                      "twice; cells shared with another country count its people too"};
  for (auto const* row : odd) {
    count(finding,
          fmt::format("{}: {:.0f} of {:.0f}, {:.2f}", named(row->municipality, municipalities),
                      row->residents.value(), row->official->value(), *row->ratio()));
    finding.residents = finding.residents.value_or(People{0}) + row->residents;
  }
  return if_any(std::move(finding));
}

Findings check_missing(Denominators const& denominators, Municipalities const& municipalities) {
  Finding finding{.severity = Severity::Warning,
                  .input = kInput,
                  .what = "municipalities without an official number",
                  .advice =
                      "take the official population of the same year as the areas; codes "
                      "join whatever their padding"};
  for (auto const& row : denominators.municipalities) {
    if (std::ranges::find(denominators.without_official, row.municipality) ==
        denominators.without_official.end())
      continue;
    count(finding, named(row.municipality, municipalities));
    finding.residents = finding.residents.value_or(People{0}) + row.residents;
  }
  return if_any(std::move(finding));
}

}  // namespace

Findings check_official(Denominators const& denominators, tables::DenominatorRecord const& record,
                        OfficialYear const& year, Municipalities const& municipalities) {
  auto findings = check_missing(denominators, municipalities);
  append(findings, check_ratios(denominators, municipalities));
  Finding contradicted{.severity = Severity::Warning,
                       .input = kInput,
                       .what =
                           "municipalities with fewer residents than the cells wholly inside "
                           "hold: their number narrows no range",
                       .advice = "check that both are of the same year"};
  for (auto const& municipality : record.contradicted) count(contradicted, municipality);
  append(findings, if_any(std::move(contradicted)));
  if (record.official_year.empty()) {
    findings.push_back({.input = kInput,
                        .what = "does not say of which year it is",
                        .advice = "make sure that it is that of the population, or name the field "
                                  "with `official-year-field`"});
  } else if (!year.is_certain) {
    findings.push_back({.input = kInput,
                        .what = fmt::format("the year {} was taken, the newest of {}: it narrows "
                                            "no range",
                                            record.official_year, year.years),
                        .advice = "choose the year of the population with `official-year`"});
  }
  return findings;
}

}  // namespace gapmap::checks
