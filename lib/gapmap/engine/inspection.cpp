#include "gapmap/engine/inspection.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/checks/check_areas.h"
#include "gapmap/checks/check_inputs.h"
#include "gapmap/checks/check_official.h"
#include "gapmap/checks/check_people.h"
#include "gapmap/checks/check_requirements.h"
#include "gapmap/checks/check_joining.h"
#include "gapmap/checks/check_roads.h"
#include "gapmap/checks/check_run.h"
#include "gapmap/checks/check_table.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/engine/analyse.h"
#include "gapmap/engine/coverage_tables.h"
#include "gapmap/engine/denominators.h"
#include "gapmap/engine/detail/zones.h"
#include "gapmap/engine/job_findings.h"

namespace gapmap::engine {
namespace {

using checks::Finding;
using checks::Findings;
using checks::Severity;

bool is_error(Finding const& finding) { return finding.severity == Severity::Error; }

/// One input as read and as surveyed.
template <class Read>
struct Input {
  std::optional<Read> read;
  checks::Survey survey;
};

class Inspector {
 public:
  Inspector(job::CoverageJob job, job::CoverageWords const& words, JobOutput const& output,
            WorkingFrame const& frame, Listener& listener)
      : job_{std::move(job)}, words_{words}, output_{output}, frame_{frame}, listener_{listener} {
    job_.travel.cache.clear();
  }

  Inspection run(job::Problems const& problems) {
    for (auto const& error : problems.errors()) add_error("job", error);
    are_options_wrong_ = inspection_.is_usage = problems.is_usage();

    // Which filter is wrong has been said; the places are read without.
    if (are_options_wrong_) job_.places.selections.clear();

    inspect_areas();
    inspect_population();
    inspect_official();
    inspect_key();
    for (auto const& layer : job_.zones.layers) inspect_zones(layer);
    inspect_places();
    inspect_points(job_.remedies.candidates, "candidate");
    inspect_points(job_.spread.buildings, "building");
    inspect_roads();
    add(checks::check_years(years_));
    add(check_options(job_, words_, places_.places.size()));
    auto output = output_;
    for (auto const& report : inspection_.reports) {
      for (auto const& file : report.files) output.inputs.push_back(file.path);
    }
    add(check_output(job_, words_, output));
    if (std::ranges::none_of(inspection_.findings, is_error)) rehearse();
    checks::sort_findings(inspection_.findings);
    return std::move(inspection_);
  }

 private:
  void inspect_areas();
  void inspect_population();
  void inspect_official();
  void inspect_key();
  void inspect_zones(io::ZoneInput const& layer);
  void inspect_places();
  /// `noun`: what its options call one of them.
  void inspect_points(std::optional<io::PlaceInput> const& points, std::string const& noun);
  void inspect_roads();
  void inspect_network(RoadScene const& roads);
  void rehearse();

  void add(Findings findings) {
    std::ranges::move(findings, std::back_inserter(inspection_.findings));
  }
  void add_error(std::string const& input, ErrorParts const& error) {
    auto const message = error.message();
    auto& findings = inspection_.findings;
    // Options, survey and reader say the same of one file; places are read with what they are
    // looked up in.
    bool const is_said = std::ranges::any_of(findings, [&](Finding const& finding) {
      bool const is_about_it = finding.input == input || finding.input == "job" ||
                               finding.input == "gazetteer" || finding.input == "addresses";
      return is_about_it && finding.what == message;
    });
    if (is_said) return;
    findings.push_back(
        {.severity = Severity::Error, .input = input, .what = message, .error = error});
  }

  /// What `work` gives, or nothing and an error.
  template <class Work>
  auto attempt(std::string const& input, Work&& work) -> std::optional<decltype(work())> {
    try {
      return work();
    } catch (UsageError const& error) {
      inspection_.is_usage = true;
      add_error(input, error.parts());
    } catch (InputError const& error) {
      add_error(input, error.parts());
    }
    return std::nullopt;
  }

  /// Reads and surveys one input, with all findings about it alone.
  template <class Read, class Request, class Reader>
  Input<Read> take_in(Request const& request, checks::PositionOptions const& options,
                      Reader const& read) {
    auto const& name = options.input;
    Input<Read> input;
    input.read = attempt(name, [&] {
      return listener_.stage("read " + name, [&] { return read(request, frame_); });
    });
    auto survey = attempt(name, [&] {
      return listener_.stage("survey " + name, [&] { return checks::survey(request); });
    });
    if (survey) input.survey = *std::move(survey);
    check_survey(input.survey, options);
    return input;
  }
  void check_survey(checks::Survey const& survey, checks::PositionOptions const& options);
  std::optional<int> take_report(checks::Survey const& survey, io::ImportReport const& report) {
    inspection_.reports.push_back(report);
    add(checks::check_remarks(report));
    return checks::year_of(survey, report);
  }

  [[nodiscard]] Municipalities const& areas() const noexcept {
    return studied_.areas.municipalities;
  }
  /// Those studied.
  [[nodiscard]] Population const& population() const noexcept { return studied_.people.population; }

  job::CoverageJob job_;
  job::CoverageWords const& words_;
  JobOutput const& output_;
  WorkingFrame const& frame_;
  Listener& listener_;
  Inspection inspection_;
  Studied studied_;
  io::PlacesRead places_;
  checks::Years years_;
  bool are_options_wrong_ = false;
};

void Inspector::check_survey(checks::Survey const& survey, checks::PositionOptions const& options) {
  auto const& name = options.input;
  auto const misplaced = listener_.stage("place " + name, [&] {
    return checks::find_misplaced(survey.positions, survey.crs, frame_, areas());
  });
  // Without a CRS there is nothing to hold the coordinates against, but the reader said that.
  if (!survey.positions.empty()) add(checks::check_positions(survey, misplaced, frame_, options));
  add(checks::check_letters(name, survey.broken));
  add(checks::check_single_year(name, survey));
}

void Inspector::inspect_areas() {
  auto input = take_in<io::MunicipalitiesRead>(job_.areas, {.input = "areas", .crs = "areas-crs"},
                                               io::read_municipalities);
  add(checks::check_area_codes(input.survey.codes));
  if (!input.read) return;
  studied_.areas = *std::move(input.read);
  years_.areas = take_report(input.survey, studied_.areas.report);
  listener_.stage("compare borders", [&] { add(checks::check_borders(areas())); });
}

void Inspector::inspect_population() {
  if (!areas().empty()) job_.population.raster_extent = extent_of(areas(), frame_);
  auto input = take_in<io::PopulationRead>(
      job_.population,
      {.input = "population", .crs = "population-crs", .x = "population-x", .y = "population-y"},
      io::read_population);
  if (!input.read) return;
  studied_.people = *std::move(input.read);
  auto& cells = studied_.people.population;
  years_.population = take_report(input.survey, studied_.people.report);
  years_.is_census = studied_.people.report.kind == io::DataKind::EurostatCensusGrid;
  listener_.stage("compare cells", [&] { add(checks::check_cells(cells)); });
  if (!areas().empty()) {
    listener_.stage("assign cells to areas", [&] {
      auto assignment = places::assign_municipalities(cells, areas());
      auto const not_studied = places::keep_studied(cells, areas(), job_.outside);
      // Only of those that are studied.
      if (not_studied.cells > 0) assignment = places::assign_municipalities(cells, areas());
      add(checks::check_assignment(assignment));
    });
    add(checks::check_cell_codes(input.survey.codes, cells, areas()));
  }
  add(checks::check_groups(cells, studied_.people.groups));
  if (cells.empty()) {
    add({{.severity = Severity::Error,
          .input = "population",
          .what = "none of its cells lies in the areas studied",
          .advice = "check that population and areas are of the same region"}});
  }
}

void Inspector::inspect_official() {
  if (!job_.official) return;
  constexpr char const* kInput = "official_population";
  auto const survey = attempt(kInput, [&] { return checks::survey(*job_.official); });
  if (survey) add(checks::check_letters(kInput, survey->broken));
  if (areas().empty() || population().empty()) {
    auto const read = attempt(kInput, [&] {
      return io::read_official_population(*job_.official, studied_.people.groups);
    });
    if (read) static_cast<void>(take_report({}, read->report));
    return;
  }
  auto const counted =
      attempt(kInput, [&] { return count_residents(job_.official, studied_, listener_); });
  if (!counted) return;
  static_cast<void>(take_report({}, *counted->report));
  auto const stated = checks::years_in(counted->record.official_year);
  if (counted->is_year_certain && stated.size() == 1) years_.official = *stated.begin();
  add(checks::check_official(counted->denominators, counted->record,
                             {counted->is_year_certain, counted->years}, areas()));
}

void Inspector::inspect_key() {
  if (!job_.zones.key) return;
  auto const input = take_in<io::AreaKeyRead>(
      *job_.zones.key, {.input = "area key", .crs = ""},
      [](io::AreaKeyInput const& key, WorkingFrame const&) { return io::read_area_key(key); });
  if (!input.read) return;
  years_.key = take_report(input.survey, input.read->report);
  if (areas().empty()) return;
  bool const joins =
      attempt("area key", [&] { return divide_by_key(studied_, job_.zones), true; }).has_value();
  if (joins) add(checks::check_area_key(studied_.missing_from_key));
}

void Inspector::inspect_zones(io::ZoneInput const& layer) {
  auto input = take_in<io::ZonesRead>(layer, {.input = "zones " + layer.level, .crs = "zones-crs"},
                                      io::read_zones);
  if (!input.read) return;
  static_cast<void>(take_report(input.survey, input.read->report));
  listener_.stage("divide by zones",
                  [&] { divide_by_layer(studied_, *std::move(input.read), layer.level); });
  auto const& zoning = studied_.zonings.back();
  listener_.stage("compare borders", [&] { add(checks::check_zone_borders(zoning)); });
  if (!population().empty()) add(checks::check_empty_zones(zoning));
}

void Inspector::inspect_places() {
  // Addresses are too many to be surveyed one by one: their reader counts what is wrong.
  std::optional<io::AddressesRead> addresses;
  if (!job_.places.addresses.empty()) {
    addresses = attempt("addresses", [&] {
      return listener_.stage("read addresses", [&] {
        return io::read_addresses(job_.places.addresses, frame_, areas());
      });
    });
    if (addresses) {
      for (auto const& report : addresses->reports) static_cast<void>(take_report({}, report));
    }
  }
  if (auto const& gazetteer = job_.places.gazetteer) {
    auto const input =
        take_in<io::GazetteerRead>(*gazetteer, {.input = "gazetteer", .crs = "gazetteer-crs"},
                                   [&](io::GazetteerInput const& names, WorkingFrame const& frame) {
                                     return io::read_gazetteer(names, frame, areas());
                                   });
    if (input.read) static_cast<void>(take_report(input.survey, input.read->report));
  }
  auto input = take_in<io::PlacesRead>(
      job_.places, {.input = "places", .crs = "place-crs", .x = "place-x", .y = "place-y"},
      [&](io::PlaceInput const& places, WorkingFrame const& frame) {
        return io::read_places(places, frame, areas(), addresses ? &*addresses : nullptr);
      });
  if (!input.read) return;
  places_ = *std::move(input.read);
  auto const& places = places_.places;
  static_cast<void>(take_report(input.survey, places_.report));
  if (io::is_osm_file(job_.places.source.path)) add(checks::check_name_letters("places", places));
  add(checks::check_duplicates(places));
  if (areas().empty()) return;
  add(checks::check_places_outside(places, areas()));
  add(checks::check_place_codes(input.survey.codes, places, areas()));
}

void Inspector::inspect_points(std::optional<io::PlaceInput> const& points,
                               std::string const& noun) {
  if (!points) return;
  auto const input = take_in<io::PlacesRead>(
      *points, {.input = noun + "s", .crs = noun + "-crs", .x = noun + "-x", .y = noun + "-y"},
      [](io::PlaceInput const& of, WorkingFrame const& frame) {
        return io::read_places(of, frame);
      });
  if (input.read) static_cast<void>(take_report(input.survey, input.read->report));
}

void Inspector::inspect_roads() {
  auto survey = attempt("roads", [&] {
    return listener_.stage("survey roads", [&] { return checks::survey(job_.travel.roads); });
  });
  if (survey) check_survey(*survey, {.input = "roads", .crs = "roads-crs"});
  auto const roads = attempt("roads", [&] { return build_roads(job_.travel, frame_, listener_); });
  if (!roads) return;
  years_.roads = take_report(survey.value_or(checks::Survey{}), roads->report);
  inspect_network(*roads);
}

void Inspector::inspect_network(RoadScene const& roads) {
  auto const& network = roads.assembly.network;
  auto const mode = job_.travel.profile.mode;
  listener_.stage("inspect roads", [&] {
    add(checks::check_near_misses(network));
    add(checks::check_speeds(network));
    add(checks::check_one_way(network, mode));
  });
  if (are_options_wrong_) {
    add({{.severity = Severity::Note,
          .input = "job",
          .what = "whom the roads reach was not looked at: that depends on the options",
          .advice = "correct the options first"}});
    return;
  }
  auto const weighed =
      attempt("roads", [&] { return weigh_roads<Millimeters>(roads, job_.travel, listener_); });
  if (!weighed) return;
  listener_.stage("attach to roads", [&] {
    auto const attached = [&](auto const& all, auto const& by, auto const& point_of) {
      std::vector<Point> points;
      for (auto const& each : all) points.push_back(point_of(each));
      return access::attach(points, network, frame_, by);
    };
    IdVector<CellId, Attachment> const cells{
        attached(population(), weighed->homes, [](Cell const& cell) { return cell.center; })};
    IdVector<PlaceId, Attachment> const places{
        attached(places_.places, weighed->places, [](Place const& place) { return place.point; })};
    checks::AttachedPeople const people{population(), cells, places_.places, places};
    auto all = weighed->homes;
    for (auto& joining : all.joining) {
      if (joining != Joining::Closed) joining = Joining::Open;
    }
    IdVector<CellId, Attachment> const nearest_to_cells{
        attached(population(), all, [](Cell const& cell) { return cell.center; })};
    IdVector<PlaceId, Attachment> const nearest_to_places{
        attached(places_.places, all, [](Place const& place) { return place.point; })};
    add(checks::check_joining(people, {nearest_to_cells, nearest_to_places, weighed->homes.joining,
                                       weighed->places.joining}));
    add(checks::check_components(network, weighed->components, mode, people));
    add(checks::check_off_road(people, job_.travel.max_off_road));
    add(checks::check_access_legs(network, mode, people, roads.report.kind));
    if (!places.empty())
      add(checks::check_requirements(job_.requirements, places_.selected, places));
  });
}

/// The whole run, as far as its tables: what stops it there, or is remarked, no input tells by
/// itself.
void Inspector::rehearse() {
  struct Rehearsed {
    io::Manifest record;
    bool is_exact;
    std::size_t places_of_unknown_capacity;
  };
  auto const rehearsed = attempt("job", [&] {
    return listener_.without_remarks([&] {
      auto scene = open(job_, listener_);
      auto const result = analyse(job_, scene, listener_);
      return Rehearsed{tables_of(result, listener_).record, is_exact(result),
                       places_of_unknown_capacity(result)};
    });
  });
  if (!rehearsed) return;
  for (auto& finding : checks::check_run(
           {rehearsed->record, rehearsed->is_exact, rehearsed->places_of_unknown_capacity})) {
    bool const is_said = std::ranges::any_of(inspection_.findings, [&](Finding const& said) {
      return said.input == finding.input && said.what == finding.what;
    });
    if (!is_said) add({std::move(finding)});
  }
}

}  // namespace

Inspection inspect(job::CoverageJob job, job::CoverageWords const& words,
                   job::Problems const& problems, JobOutput const& output,
                   WorkingFrame const& frame, Listener& listener) {
  return Inspector{std::move(job), words, output, frame, listener}.run(problems);
}

}  // namespace gapmap::engine
