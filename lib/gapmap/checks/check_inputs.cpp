#include "gapmap/checks/check_inputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "gapmap/places/codes.h"
#include "gapmap/units/broken_letters.h"

namespace gapmap::checks {
namespace {

std::vector<std::string> first_of(std::vector<std::string> const& ids) {
  return {ids.begin(),
          ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), io::kMaxExamples))};
}

/// What a remark means for figures; remarks are recognised by how they begin.
struct Meaning {
  std::string_view remark;
  Severity severity;
  std::string_view advice;
};
constexpr std::array kMeanings{
    Meaning{"number of residents suppressed", Severity::Note,
            "their residents are unknown and in no figure"},
    Meaning{"id that an earlier row", Severity::Warning,
            "see whether rows stand there twice: their residents would be counted twice"},
    Meaning{"invalid polygon", Severity::Note,
            "look at them; QGIS: Check validity, Fix geometries"},
    Meaning{"no coordinates", Severity::Warning, "give these rows their coordinates"},
    Meaning{"place farther than", Severity::Note,
            "no road leads there: check their coordinates, or raise `max-off-road`"},
    Meaning{"place more than", Severity::Note, "they are nobody's nearest: they change no figure"},
    Meaning{"candidate too far", Severity::Note, "they can close no gap of those studied"},
    Meaning{"no data", Severity::Note, "they are in no figure: as a rule, water or abroad"},
    Meaning{"totals row", Severity::Note, "what they add up is counted by its own rows"},
    Meaning{"subheading row", Severity::Note, "they are no places: nothing to do"},
    Meaning{"the header once more", Severity::Note, ""},
    Meaning{"row of the table above its header", Severity::Warning,
            "move the header above all rows of its table"},
    Meaning{"without coordinates, placed by the gazetteer", Severity::Note,
            "see the column position of places.csv"},
    Meaning{"without coordinates, placed by its address", Severity::Note,
            "see the columns located_by and position of places.csv"},
    Meaning{"address without municipality", Severity::Note,
            "give these places their municipality or postal code to be certain"},
    Meaning{"postal code that the street does not have", Severity::Warning,
            "correct the postal code or the street, or give these places coordinates"},
    Meaning{"neither coordinates nor an address", Severity::Warning,
            "give these places coordinates, or a street with its number and municipality"},
    Meaning{"address of a post office box", Severity::Warning,
            "give these places coordinates or the street that people come to"},
    Meaning{"address in a post town or municipality that is not known", Severity::Warning,
            "give these places their municipality, as the areas have it, or their postal code"},
    Meaning{"street that the addresses have in several municipalities", Severity::Warning,
            "give these places their municipality or postal code"},
    Meaning{"address whose postal code and municipality", Severity::Warning,
            "correct one of the two, or give these places coordinates"},
    Meaning{"abbreviated street", Severity::Warning, "write the name of the street in full"},
    Meaning{"address that several places have", Severity::Warning,
            "give these places their postal code, else coordinates"},
    Meaning{"street that the addresses do not have, only one alike", Severity::Warning,
            "correct the name if the street behind the arrow is meant, else give coordinates"},
    Meaning{"street that the addresses", Severity::Warning,
            "see how the street is spelt and where it is, or give these places coordinates"},
    Meaning{"address without a street", Severity::Note,
            "buildings that only have a postal code: no place is looked up there"},
    Meaning{"neither coordinates nor a locality", Severity::Warning,
            "give these places coordinates, or a locality that the gazetteer has"},
    Meaning{"locality that the gazetteer", Severity::Warning,
            "give these places coordinates, or add what is missing to the gazetteer"},
    Meaning{"no area of the level", Severity::Warning,
            "give these municipalities their area, else their residents count as outside"},
    Meaning{"no code", Severity::Warning, "give these areas a code, or leave them out"},
    Meaning{"unknown one-way value", Severity::Warning,
            "name the values with `road-oneway-along`, `road-oneway-against`, `road-oneway-both`"},
    Meaning{"unknown road class", Severity::Warning,
            "name the field with `road-class`, and values that are ferries with `road-ferry`"},
    Meaning{"written otherwise than in the filter", Severity::Warning,
            "write the value in the filter as the file does, or mend it in the file"},
    Meaning{"value of the filter that no row has", Severity::Warning,
            "see whether the value is spelled as in the file: it selects nothing"},
    Meaning{"municipality that is no code or name", Severity::Warning,
            "write the code of the municipality, or its name as the areas have it"},
    Meaning{"height that no place on Earth", Severity::Note,
            "they tell no bridge from what it crosses: set them to null if heights are unknown"},
    Meaning{"corner that", Severity::Warning,
            "see whether the coordinates are mistyped or a row stands there twice"},
    Meaning{"zone without a code", Severity::Note, "give these zones a code"},
    // Objects of OpenStreetMap and Digiroad other than roads that everybody may use.
    Meaning{"relation, only nodes", Severity::Note, ""},
    Meaning{"way that nobody may travel", Severity::Note, ""},
    Meaning{"way with nodes that the extract lacks", Severity::Note, ""},
    Meaning{"way with fewer than two nodes", Severity::Note, ""},
    Meaning{"link for service", Severity::Note, ""},
    Meaning{"link not in use", Severity::Note, ""},
};

/// Whether another finding says it better: misplaced rows with what they seem to be, places that
/// share a point, groups beside their residents, the year chosen among several.
bool is_said_elsewhere(std::string const& input, std::string const& remark) {
  return (input == "places" && remark.starts_with("place farther than")) ||
         remark.starts_with("coordinates in the wrong order") ||
         remark.starts_with("coordinates outside the area") ||
         remark.starts_with("place on the very same point") ||
         remark.starts_with("numbers of groups suppressed") || remark == "of another year";
}

std::string in_words(Meant const& meant, std::optional<Crs> const& now) {
  if (meant.is_swapped && now && now->label() == meant.crs) return "x and y swapped";
  return meant.is_swapped ? meant.crs + " with x and y swapped" : meant.crs;
}

/// Returns the options that make gapmap read all rows as they were meant.
std::string advice_on(Meant const& meant, Survey const& survey, PositionOptions const& options) {
  if (!meant.is_swapped) return fmt::format("`{}` {}", options.crs, meant.crs);
  if (survey.x_field.empty() || options.x.empty()) {
    return fmt::format("swap x and y in the file (QGIS: Swap X and Y coordinates), then `{}` {}",
                       options.crs, meant.crs);
  }
  return fmt::format(R"(`{}` "{}" `{}` "{}" `{}` {})", options.x, survey.y_field, options.y,
                     survey.x_field, options.crs, meant.crs);
}

}  // namespace

Findings check_remarks(io::ImportReport const& report) {
  Findings findings;
  for (auto const& remark : report.remarks) {
    if (is_said_elsewhere(report.input, remark.what)) continue;
    bool const is_left_out = remark.consequence == io::Consequence::LeftOut;
    Finding finding{is_left_out ? Severity::Warning : Severity::Note,
                    report.input,
                    fmt::format("{} ({})", remark.what, is_left_out ? "left out" : "used"),
                    remark.count,
                    std::nullopt,
                    remark.examples,
                    is_left_out ? "correct these rows: they are in no figure" : "",
                    is_left_out};
    auto const known = std::ranges::find_if(
        kMeanings, [&](auto const& meaning) { return remark.what.starts_with(meaning.remark); });
    if (known != kMeanings.end()) {
      finding.severity = known->severity;
      finding.advice = known->advice;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

Findings check_positions(Survey const& survey, Misplaced const& misplaced,
                         WorkingFrame const& frame, PositionOptions const& options) {
  Findings findings;
  auto const add = [&](Severity severity, std::string what, std::vector<std::string> const& rows,
                       std::string advice) {
    findings.push_back({severity, options.input, std::move(what), rows.size(), std::nullopt,
                        first_of(rows), std::move(advice), true});
  };
  auto const now = survey.crs ? survey.crs->label() : std::string{"no CRS known here"};
  if (misplaced.all) {
    auto const& all = *misplaced.all;
    findings.push_back(
        {all.are_placed ? Severity::Warning : Severity::Error,
         options.input,
         fmt::format("coordinates are read as {} but seem to be {}: {:.0f} % of the rows then lie "
                     "where they can, now {:.0f} %",
                     now, in_words(all.meant, survey.crs), all.share_then * 100,
                     all.share_now * 100),
         survey.positions.size(),
         std::nullopt,
         {},
         advice_on(all.meant, survey, options)});
  }
  if (!misplaced.at_zero.empty()) {
    add(Severity::Warning, "at (0, 0): coordinates are missing (left out)", misplaced.at_zero,
        "give these rows their coordinates");
  }
  for (auto const& [meant, rows] : misplaced.strays) {
    add(Severity::Warning,
        fmt::format("coordinates seem to be {}, not {} (left out)", in_words(meant, survey.crs),
                    now),
        rows,
        fmt::format("correct these rows, or read them by themselves with {}",
                    advice_on(meant, survey, options)));
  }
  if (!misplaced.nowhere.empty()) {
    add(Severity::Warning,
        fmt::format("coordinates outside the area of {} (left out)", frame.crs().label()),
        misplaced.nowhere, "correct these rows");
  }
  return findings;
}

Findings check_letters(std::string const& input, std::vector<BrokenText> const& broken) {
  Findings findings;
  std::vector<std::string> fields;
  for (auto const& each : broken) {
    bool const is_lost = each.meant.empty();
    auto const what =
        each.field.empty()
            ? fmt::format("letters of the names of fields are {}", is_lost ? "lost" : "misread")
            : fmt::format("letters in the field {} are {}", each.field,
                          is_lost ? "lost" : "misread (wrong encoding)");
    auto found = std::ranges::find(findings, what, &Finding::what);
    if (found == findings.end()) {
      findings.push_back(
          {Severity::Warning,
           input,
           what,
           0,
           std::nullopt,
           {},
           is_lost ? "export the source again as UTF-8: these letters cannot be brought back"
                   : "export the source again as UTF-8"});
      found = findings.end() - 1;
    }
    ++*found->rows;
    if (found->examples.size() < io::kMaxExamples)
      found->examples.push_back(is_lost ? each.text
                                        : fmt::format("{} = {}", each.text, each.meant));
  }
  return findings;
}

Findings check_name_letters(std::string const& input, Places const& places) {
  std::vector<BrokenText> broken;
  for (auto const& place : places) {
    if (auto letters = broken_letters(place.name))
      broken.push_back({"name", place.id, place.name, std::move(letters->meant)});
  }
  return check_letters(input, broken);
}

Findings check_single_year(std::string const& input, Survey const& survey) {
  Findings findings;
  for (auto const& [field, years] : survey.years) {
    if (years.size() < 2) continue;
    findings.push_back({Severity::Warning,
                        input,
                        fmt::format("rows of {} years in one layer ({} {} to {}): the same people "
                                    "or areas may stand there several times",
                                    years.size(), field, *years.begin(), *years.rbegin()),
                        std::nullopt,
                        std::nullopt,
                        {},
                        input == "population"
                            ? fmt::format("choose one year: `population-where` \"{} = {}\"", field,
                                          *years.rbegin())
                            : "keep one year in the layer"});
  }
  return findings;
}

std::optional<int> year_of(Survey const& survey, io::ImportReport const& report) {
  std::set<int> years;
  for (auto const& [field, of] : survey.years) years.insert(*of.rbegin());

  auto const file = std::filesystem::path{survey.path}.filename().string();
  for (auto const& name : {survey.layer, file}) {
    if (years.empty()) years = years_in(name);
  }
  if (years.empty()) years.insert(report.years.begin(), report.years.end());
  return years.size() == 1 ? std::optional{*years.begin()} : std::nullopt;
}

Findings check_years(Years const& years) {
  Findings findings;
  if (years.areas && years.population) {
    int const day = *years.population - (years.is_census ? 1 : 0);
    int const wanted = day + 1;
    int const apart = std::abs(*years.areas - wanted);
    if (apart != 0) {
      findings.push_back(
          {.severity = apart <= 2 ? Severity::Note : Severity::Warning,
           .input = "areas",
           .what = fmt::format("areas are of {}, the {} is of {}: a population of 31 December {} "
                               "goes with the borders of {}",
                               *years.areas, years.is_census ? "census" : "population",
                               *years.population, day, wanted),
           .advice = years.is_census ? fmt::format("take the areas of {}", wanted)
                                     : fmt::format("take the areas of {}, or a population of {}",
                                                   wanted, *years.areas - 1)});
    }
  }
  constexpr int kOld = 5;
  if (years.roads && years.population && std::abs(*years.roads - *years.population) > kOld) {
    findings.push_back(
        {Severity::Note,
         "roads",
         fmt::format("roads are of {}, the population is of {}", *years.roads, *years.population),
         std::nullopt,
         std::nullopt,
         {},
         "roads built or closed between are not in the figures; take newer ones"});
  }
  if (years.areas && years.key && *years.areas != *years.key) {
    findings.push_back(
        {.input = "area key",
         .what = fmt::format("the key is of {}, the areas are of {}", *years.key, *years.areas),
         .advice = fmt::format("take the key of {}", *years.areas)});
  }
  // A census of 2021 may be of the last day of 2020.
  if (years.population && years.official && *years.official != *years.population &&
      *years.official != *years.population - 1) {
    findings.push_back(
        {.severity = Severity::Warning,
         .input = "official_population",
         .what = fmt::format("the official numbers are of {}, the population is of {}",
                             *years.official, *years.population),
         .advice = "choose the year of the population with `official-year`, if the file has it"});
  }
  return findings;
}

Findings check_area_codes(std::vector<CodedRow> const& rows) {
  std::map<std::string, std::vector<std::string>> names;  // by code, each once
  for (auto const& row : rows) {
    auto& of = names[places::bare_code(row.code)];
    if (std::ranges::find(of, row.name) == of.end()) of.push_back(row.name);
  }
  Finding finding{Severity::Warning,
                  "areas",
                  "codes that areas of different names share: they are read as one area",
                  0,
                  std::nullopt,
                  {},
                  "correct the codes, or name their field with `area-code`"};
  for (auto const& [code, of] : names) {
    if (of.size() < 2) continue;
    ++*finding.rows;
    if (finding.examples.size() < io::kMaxExamples)
      finding.examples.push_back(fmt::format("{}: {}", code, fmt::join(of, " and ")));
  }
  return finding.examples.empty() ? Findings{} : Findings{std::move(finding)};
}

}  // namespace gapmap::checks
