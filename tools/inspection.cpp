#include "tools/inspection.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/io/check_inputs.h"
#include "gapmap/io/check_people.h"
#include "gapmap/io/check_roads.h"
#include "gapmap/io/check_table.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/units/broken_letters.h"

namespace gapmap::tools {
namespace {

using io::Finding;
using io::Findings;
using io::Severity;

/// One input as read and as surveyed.
template <class Read>
struct Input {
  std::optional<Read> read;
  io::Survey survey;
};

class Inspector {
 public:
  Inspector(CoverageJob job, CoverageWords const& words, WorkingFrame const& frame,
            Console& console)
      : job_{std::move(job)}, words_{words}, frame_{frame}, console_{console} {
    job_.travel.cache.clear();
  }

  Inspection run(Problems const& problems) {
    for (auto const& message : problems.messages()) add_error("job", message);
    are_options_wrong_ = inspection_.is_usage = problems.is_usage();

    inspect_areas();
    inspect_population();
    inspect_places();
    inspect_roads();
    add(io::check_years(years_));
    check_options();
    io::sort_findings(inspection_.findings);
    return std::move(inspection_);
  }

 private:
  void inspect_areas();
  void inspect_population();
  void inspect_places();
  void inspect_roads();
  void inspect_network(RoadScene const& roads);
  void check_options();

  void add(Findings findings) {
    std::ranges::move(findings, std::back_inserter(inspection_.findings));
  }
  void add_error(std::string const& input, std::string const& message) {
    auto& findings = inspection_.findings;
    bool const is_said = std::ranges::any_of(
        findings, [&](Finding const& finding) { return finding.what == message; });
    if (is_said) return;
    findings.push_back({.severity = Severity::Error, .input = input, .what = message});
  }

  /// What `work` gives, or nothing and an error.
  template <class Work>
  auto attempt(std::string const& input, Work&& work) -> std::optional<decltype(work())> {
    try {
      return work();
    } catch (UsageError const& error) {
      inspection_.is_usage = true;
      add_error(input, error.what());
    } catch (InputError const& error) {
      add_error(input, error.what());
    }
    return std::nullopt;
  }

  /// Reads and surveys one input, with all findings about it alone.
  template <class Read, class Request, class Reader>
  Input<Read> take_in(Request const& request, io::PositionOptions const& options,
                      Reader const& read) {
    auto const& name = options.input;
    Input<Read> input;
    input.read = attempt(name, [&] {
      return console_.stage("read " + name, [&] { return read(request, frame_); });
    });
    auto survey = attempt(name, [&] {
      return console_.stage("survey " + name, [&] { return io::survey(request); });
    });
    if (survey) input.survey = *std::move(survey);
    check_survey(input.survey, options);
    return input;
  }
  void check_survey(io::Survey const& survey, io::PositionOptions const& options);
  std::optional<int> take_report(io::Survey const& survey, io::ImportReport const& report) {
    inspection_.reports.push_back(report);
    add(io::check_remarks(report));
    return io::year_of(survey, report);
  }

  CoverageJob job_;
  CoverageWords const& words_;
  WorkingFrame const& frame_;
  Console& console_;
  Inspection inspection_;
  Municipalities areas_;
  Population population_;  ///< that is studied
  Facilities facilities_;
  io::Years years_;
  bool are_options_wrong_ = false;
};

void Inspector::check_survey(io::Survey const& survey, io::PositionOptions const& options) {
  auto const& name = options.input;
  auto const misplaced = console_.stage("place " + name, [&] {
    return io::find_misplaced(survey.positions, survey.crs, frame_, areas_);
  });
  // Without a CRS there is nothing to hold the coordinates against, but the reader said that.
  if (!survey.positions.empty()) add(io::check_positions(survey, misplaced, frame_, options));
  add(io::check_letters(name, survey.broken));
  add(io::check_single_year(name, survey));
}

void Inspector::inspect_areas() {
  auto const input = take_in<io::MunicipalitiesRead>(
      job_.areas, {.input = "areas", .crs = "--areas-crs"}, io::read_municipalities);
  add(io::check_area_codes(input.survey.codes));
  if (!input.read) return;
  areas_ = input.read->municipalities;
  years_.areas = take_report(input.survey, input.read->report);
  console_.stage("compare borders", [&] { add(io::check_borders(areas_)); });
}

void Inspector::inspect_population() {
  auto input = take_in<io::PopulationRead>(job_.population,
                                           {.input = "population",
                                            .crs = "--population-crs",
                                            .x = "--population-x",
                                            .y = "--population-y"},
                                           io::read_population);
  if (!input.read) return;
  population_ = std::move(input.read->population);
  years_.population = take_report(input.survey, input.read->report);
  console_.stage("compare cells", [&] { add(io::check_cells(population_)); });
  add(io::check_groups(population_, input.read->groups));
  if (areas_.empty()) return;
  console_.stage("assign cells to areas", [&] {
    auto assignment = places::assign_municipalities(population_, areas_);
    auto const not_studied = places::keep_studied(population_, areas_, job_.outside);
    // Only of those that are studied.
    if (not_studied.cells > 0) assignment = places::assign_municipalities(population_, areas_);
    add(io::check_assignment(assignment));
  });
  add(io::check_cell_codes(input.survey.codes, population_, areas_));

  if (population_.empty()) {
    add({{.severity = Severity::Error,
          .input = "population",
          .what = "none of its cells lies in the areas studied",
          .advice = "check that population and areas are of the same region"}});
  }
}

void Inspector::inspect_places() {
  auto const input = take_in<io::FacilitiesRead>(
      job_.places, {.input = "places", .crs = "--place-crs", .x = "--place-x", .y = "--place-y"},
      [&](io::FacilityInput const& places, WorkingFrame const& frame) {
        return io::read_facilities(places, frame, areas_);
      });
  if (!input.read) return;
  facilities_ = input.read->facilities;
  static_cast<void>(take_report(input.survey, input.read->report));
  if (io::is_osm_file(job_.places.source.path)) {
    std::vector<io::BrokenText> broken;
    for (auto const& facility : facilities_) {
      if (auto letters = broken_letters(facility.name))
        broken.push_back({"name", facility.id, facility.name, std::move(letters->meant)});
    }
    add(io::check_letters("places", broken));
  }
  add(io::check_duplicates(facilities_));
  if (areas_.empty()) return;
  add(io::check_places_outside(facilities_, areas_));
  add(io::check_place_codes(input.survey.codes, facilities_, areas_));
}

void Inspector::inspect_roads() {
  auto survey = attempt("roads", [&] {
    return console_.stage("survey roads", [&] { return io::survey(job_.travel.roads); });
  });
  if (survey) check_survey(*survey, {.input = "roads", .crs = "--roads-crs"});
  auto const roads = attempt("roads", [&] { return build_roads(job_.travel, frame_, console_); });
  if (!roads) return;
  years_.roads = take_report(survey.value_or(io::Survey{}), roads->report);
  inspect_network(*roads);
}

void Inspector::inspect_network(RoadScene const& roads) {
  auto const& network = roads.assembly.network;
  auto const mode = job_.travel.profile.mode;
  console_.stage("inspect roads", [&] {
    add(io::check_near_misses(network));
    add(io::check_speeds(network));
    add(io::check_one_way(network, mode));
  });
  if (are_options_wrong_) {
    add({{.severity = Severity::Note,
          .input = "job",
          .what = "whom the roads reach was not looked at: that depends on the options",
          .advice = "correct the options first"}});
    return;
  }
  auto const weighed =
      attempt("roads", [&] { return weigh_roads<Millimeters>(roads, job_.travel, console_); });
  if (!weighed) return;
  console_.stage("attach to roads", [&] {
    auto const attached = [&](auto const& all, auto const& point_of) {
      std::vector<Point> points;
      for (auto const& each : all) points.push_back(point_of(each));
      return access::attach(points, network, frame_, weighed->attach);
    };
    IdVector<CellId, Attachment> const cells{
        attached(population_, [](Cell const& cell) { return cell.center; })};
    IdVector<FacilityId, Attachment> const places{
        attached(facilities_, [](Facility const& place) { return place.point; })};
    io::AttachedPeople const people{population_, cells, facilities_, places};
    add(io::check_pieces(network, weighed->pieces, mode, people));
    add(io::check_off_road(people, job_.travel.max_off_road));
  });
}

void Inspector::check_options() {
  auto const warn = [&](std::string what, std::string advice) {
    add({{.severity = Severity::Warning,
          .input = "job",
          .what = std::move(what),
          .advice = std::move(advice)}});
  };
  auto const& roads = job_.travel.roads.source.path;
  bool const is_whole = io::is_osm_file(roads) || io::is_network_file(roads);
  if (!words_.margin.empty() && (is_whole || !words_.travel.cache.empty()))
    warn("--margin has no effect: these roads are always read whole", "leave it out");
  if (!facilities_.empty() && job_.nearest > facilities_.size()) {
    warn(fmt::format("--nearest {} asks for more places than the {} there are", job_.nearest,
                     facilities_.size()),
         fmt::format("write at most {}", facilities_.size()));
  }
  if (words_.places.place_x.empty() != words_.places.place_y.empty())
    warn("only one of --place-x and --place-y is given", "give both");
  if (words_.population.x.empty() != words_.population.y.empty())
    warn("only one of --population-x and --population-y is given", "give both");
}

}  // namespace

Inspection inspect(CoverageJob job, CoverageWords const& words, Problems const& problems,
                   WorkingFrame const& frame, Console& console) {
  return Inspector{std::move(job), words, frame, console}.run(problems);
}

}  // namespace gapmap::tools
