#include "gapmap/io/manifest.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "gapmap/geometry/overlay.h"
#include "gapmap/geometry/projection.h"
#include "gapmap/graph/strong_components.h"
#include "gapmap/io/detail/gdal_library.h"
#include "gapmap/io/json_number.h"
#include "gapmap/io/detail/record_json.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/secrets.h"
#include "gapmap/units/version.h"

namespace gapmap::io {
namespace {

using Json = nlohmann::ordered_json;

/// Returns the JSON as text. Paths may contain bytes that are not UTF-8, which must not make the
/// whole run fail.
std::string in_utf8(Json const& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json to_json(double number) { return json_number<Json>(number); }

Json to_json(places::AssignmentCount const& count) {
  return {{"cells", count.cells}, {"residents", to_json(count.residents.value())}};
}

Json to_json(MissingFromKey const& missing) {
  Json json{{"code", missing.code},
            {"name", missing.name},
            {"cells", missing.cells},
            {"residents", to_json(missing.residents.value())}};
  if (missing.successor.empty()) return json;
  bool const is_proposal = missing.merged_on.empty();
  json[is_proposal ? "proposed_successor" : "successor"] = {{"code", missing.successor},
                                                            {"name", missing.successor_name}};
  if (!is_proposal) json["merged_on"] = missing.merged_on;
  return json;
}

Json to_json(std::vector<std::pair<std::string, std::optional<double>>> const& totals) {
  Json json = Json::object();
  for (auto const& [name, value] : totals) json[name] = value ? to_json(*value) : Json(nullptr);
  return json;
}

Json to_json(std::optional<double> number) { return number ? to_json(*number) : Json(nullptr); }
Json to_json(std::optional<People> people) {
  return people ? to_json(people->value()) : Json(nullptr);
}

Json to_json(tables::FamilyRecord const& record, Groups const& groups) {
  auto const& sums = record.sums;
  // In the record everybody is group 0, and other groups follow.
  Json names = Json::array();
  for (auto const g : sums.family.groups) names.push_back(groups[GroupId{g.value() + 1}].name);
  return {{"family", sums.family.name},
          {"groups", names},
          {"cells_compared", sums.cells},
          {"cells_that_do_not_add_up", sums.differing},
          {"least_difference", to_json(sums.least_difference.value())},
          {"most_difference", to_json(sums.most_difference.value())},
          {"difference_in_all", to_json(sums.difference.value())},
          {"cells_with_a_group_above_the_total", sums.exceeding},
          {"most_above_the_total", to_json(sums.most_excess.value())},
          {"examples", record.examples},
          {"ranges_widened_by", to_json(sums.margin().value())}};
}

Json to_json(tables::DenominatorRecord const& record) {
  auto const& total = record.total;
  auto const ratio = total.ratio();
  Json json{{"official_year", record.official_year},
            {"residents_grid", to_json(total.residents.value())},
            {"residents_official", to_json(total.official)},
            {"ratio", to_json(ratio ? std::optional{std::round(*ratio * 1e6) / 1e6} : ratio)},
            {"difference", to_json(total.difference())},
            {"cells", total.cells},
            {"cells_without_number", total.cells_without_number},
            {"cells_without_bound", record.cells_without_bound},
            {"cells_with_suppressed_groups", total.cells_with_suppressed_groups},
            {"on_border", to_json(total.across)},
            {"centre_outside", to_json(total.center_outside)},
            {"mostly_outside", to_json(total.mostly_outside)},
            {"touching_no_area", to_json(total.beside)},
            {"shared_with_another_country", to_json(total.shared)}};
  json["groups"] = Json::object();
  for (auto const g : record.groups.ids()) {
    auto const& range = total.groups[g.value()];
    json["groups"][record.groups[g].name] = {
        {"low", to_json(range.low.value())},
        {"high",
         to_json(total.cells_without_bound[g.value()] == 0 ? std::optional{range.high.value()}
                                                           : std::nullopt)},
        {"estimate", to_json(range.midpoint().value())},
        {"official", to_json(total.official_groups[g.value()])}};
  }
  json["families"] = Json::array();
  for (auto const& family : record.families)
    json["families"].push_back(to_json(family, record.groups));
  json["ranges_narrowed_by_official_counts"] = record.is_narrowed;
  json["municipalities_without_official_count"] = record.without_official;
  json["municipalities_that_contradict_theirs"] = record.contradicted;
  return json;
}

double kilometers(Meters length) { return std::round(length.value()) / 1000; }

Json to_json(NetworkFigures const& network) {
  Json json{{"junctions", network.junctions},
            {"segments", network.segments},
            {"components", network.components},
            {"longest_component_km", kilometers(network.longest_component)},
            {"small_components", network.small_components},
            {"small_components_km", kilometers(network.small_length)},
            {"joined_ends", network.joined_ends},
            {"repeated_points", network.repeated_points},
            {"length_km", Json::object()}};
  for (auto const& [road_class, length] : network.length_by_class) {
    json["length_km"][road_class] = kilometers(length);
  }
  return json;
}

Json to_json(RunFacts const& facts) {
  std::string const unit = facts.is_time ? "_s" : "_m";
  Json json{{"crs", facts.crs}, {"limit" + unit, to_json(facts.limit)}};
  json["class_bounds" + unit] = Json::array();
  for (auto const bound : facts.class_bounds) json["class_bounds" + unit].push_back(to_json(bound));
  json["mode"] = facts.mode;
  json["trip"] = facts.trip;
  json["traffic"] = facts.traffic;
  json["published"] = facts.published_below.has_value();
  if (facts.published_below) {
    json["published_below"] = to_json(*facts.published_below);
    json["cells_of_public_grid"] = facts.is_public_grid;
    json["hidden_fields_with_fewer_values"] = facts.narrow_fields;
  }
  json["language"] = facts.language;
  for (auto const& [name, text] : {std::pair{"title", &facts.title},
                                   {"region", &facts.region},
                                   {"logo", &facts.logo},
                                   {"group", &facts.group}}) {
    if (!text->empty()) json[name] = as_recorded(*text);
  }
  for (auto const& [family, groups] : facts.families) json["families"][family] = groups;
  for (auto const& [name, texts] :
       {std::pair{"titles", &facts.titles}, {"regions", &facts.regions}}) {
    if (!texts->empty()) json[name] = json_of<Json>(*texts);
  }
  if (!facts.names.empty()) json["names"] = json_of<Json>(facts.names);
  json["exact"] = facts.is_exact;
  if (facts.exact_up_to) json["exact_up_to" + unit] = to_json(*facts.exact_up_to);
  // A published run tells neither how many residents nor how many cells are in doubt.
  if (!facts.published_below) json["cells_in_doubt"] = facts.cells_in_doubt;
  return json;
}

}  // namespace

TableRecord record_of(tables::OutputTable const& table, bool is_layer) {
  TableRecord record{table.name, table.columns, table.rows.size(), std::nullopt, 0};
  if (is_layer) {
    record.shape = tables::shape_of(table);
    record.shapes = table.lines.empty() ? table.areas.size() : table.lines.size();
  }
  return record;
}

namespace {

std::string in_recorded_letters(std::string const& text) {
  return Json::parse(in_utf8(text)).get<std::string>();
}

}  // namespace

std::string as_recorded(std::string const& text) { return in_recorded_letters(masked(text)); }

namespace {

void record_texts(Json& json) {
  if (json.is_string()) json = as_recorded(json.get<std::string>());
  if (json.is_structured()) {
    for (auto& part : json) record_texts(part);
  }
}

}  // namespace

std::string job_as_recorded(std::string const& object) {
  auto json = Json::parse(object);
  record_texts(json);
  return json.dump();
}

std::vector<std::pair<std::string, std::string>> option_texts(std::string const& object) {
  std::vector<std::pair<std::string, std::string>> texts;
  auto const text_of = [](Json const& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
  };
  auto const json = Json::parse(object);
  for (auto const& [name, value] : json.items()) {
    auto& text = texts.emplace_back(name, std::string{}).second;
    if (!value.is_array()) text = text_of(value);
    for (auto const& part : value.is_array() ? value : Json::array())
      text += (text.empty() ? "" : ", ") + text_of(part);
  }
  return texts;
}

ImportReport as_recorded(ImportReport report) {
  auto& source = report.source;
  // Layers are often named after the address.
  report.layer = masked(report.layer, source.path);
  for (auto* text : {&source.path, &source.layer, &source.where, &source.crs, &report.layer})
    *text = as_recorded(*text);
  // Names of existing files stay unmasked so that the files can be found again; a record that
  // somebody changed may have any text in their place.
  for (auto& file : report.files) {
    std::error_code ignored;
    bool const is_there = std::filesystem::exists(file.path, ignored);
    file.path = is_there ? in_recorded_letters(file.path) : as_recorded(file.path);
  }
  return report;
}

void write_manifest(std::string const& path, Manifest const& manifest) {
  for (auto const& input : manifest.inputs) {
    for (auto const& file : input.files) {
      if (file.held) refuse_overwritten(file.path, *file.held);
    }
  }
  Json json{{"gapmap", version()},
            {"command", manifest.command},
            {"job", Json::parse(job_as_recorded(manifest.job))}};
  if (manifest.facts) json["facts"] = to_json(*manifest.facts);
  json["working_crs"] = manifest.working_crs;
  json["inputs"] = Json::array();
  for (auto const& input : manifest.inputs)
    json["inputs"].push_back(json_of<Json>(as_recorded(input)));
  if (!manifest.reading.empty()) json["reading"] = manifest.reading;
  json["network"] = to_json(manifest.network);
  if (manifest.assignment) {
    auto const& assignment = *manifest.assignment;
    json["cells_to_municipalities"] = {
        {"largest_overlap", to_json(assignment.by_overlap)},
        {"of_these_mostly_outside_all", to_json(assignment.mostly_outside)},
        {"nearest_within_5_km", to_json(assignment.by_distance)},
        {"none", to_json(assignment.none)},
        {"not_studied", to_json(manifest.not_studied)}};
  }
  if (manifest.denominators) json["denominators"] = to_json(*manifest.denominators);
  for (auto const& [level, zones, outside] : manifest.levels) {
    json["levels"][level] = {{"zones", zones}, {"outside", to_json(outside)}};
  }
  for (auto const& missing : manifest.missing_from_key) {
    json["municipalities_not_in_area_key"].push_back(to_json(missing));
  }
  if (manifest.publication) {
    for (auto const* part :
         {"inputs", "cells_to_municipalities", "levels", "municipalities_not_in_area_key"}) {
      if (json.contains(part)) leave_out_residents(json[part]);
    }
    json["publication"] = json_of<Json>(*manifest.publication);
  }
  if (manifest.gaps) json["gaps"] = *manifest.gaps;
  if (!manifest.totals.empty()) json["totals"] = to_json(manifest.totals);
  for (auto const& [reason, residents] : manifest.reasons)
    json["reasons"][reason] = to_json(residents);
  if (manifest.straight_speed)
    json["straight_speed_kmh"] = std::round(manifest.straight_speed->value() * 3600) / 1000;
  if (manifest.access_speed)
    json["access_speed_kmh"] = std::round(manifest.access_speed->value() * 3600) / 1000;
  for (auto const& [account, totals] : manifest.accounts)
    json["accounts"][account] = to_json(totals);
  for (auto const& table : manifest.tables) json["tables"].push_back(json_of<Json>(table));
  json["libraries"] = {{"gdal", gdal_version()},
                       {"geos", geos_version()},
                       {"proj", proj_version()},
                       {"boost", graph::boost_version()}};
  json["seconds"] = Json::object();
  for (auto const& [stage, seconds] : manifest.seconds)
    json["seconds"][stage] = std::round(seconds * 1000) / 1000;

  write_file(path, in_utf8(json) + '\n');
}

}  // namespace gapmap::io
