#include "gapmap/io/comparison_record.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "gapmap/io/detail/record_json.h"
#include "gapmap/io/json_number.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/version.h"

namespace gapmap::io {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(ComparedRun const& run) {
  Json json{{"folder", run.folder},
            {"gapmap", run.version},
            {"job", Json::parse(job_as_recorded(run.job))}};
  json["inputs"] = Json::array();
  for (auto const& input : run.inputs) json["inputs"].push_back(json_of<Json>(as_recorded(input)));
  return json;
}

ComparedRun run_in(Json const& json) {
  ComparedRun run{json.at("folder"), json.at("gapmap"), {}, {}, {}};
  if (!json.at("job").is_object()) throw std::invalid_argument{"the job of a run is no object"};
  run.job = job_as_recorded(json.at("job").dump());
  run.options = option_texts(run.job);
  for (auto const& input : json.at("inputs")) run.inputs.push_back(as_recorded(import_in(input)));
  return run;
}

Json to_json(std::vector<RunDifference> const& differences) {
  Json json = Json::array();
  for (auto const& difference : differences) {
    json.push_back({{"factor", difference.factor ? Json(name_of(*difference.factor)) : Json()},
                    {"option", difference.what},
                    {"before", as_recorded(difference.before)},
                    {"after", as_recorded(difference.after)},
                    {"no_effect", difference.has_no_effect}});
  }
  return json;
}

RunDifference difference_in(Json const& json) {
  RunDifference difference{.factor = std::nullopt,
                           .what = json.at("option"),
                           .before = json.at("before"),
                           .after = json.at("after"),
                           .has_no_effect = json.at("no_effect")};
  if (json.at("factor").is_null()) return difference;
  auto const word = json.at("factor").get<std::string>();
  for (std::size_t f = 0; f < kFactors; ++f) {
    if (name_of(static_cast<Factor>(f)) == word) difference.factor = static_cast<Factor>(f);
  }
  if (!difference.factor) throw std::invalid_argument{fmt::format("\"{}\" is no factor", word)};
  return difference;
}

/// Members of the face that are left out if they are empty, and their keys.
template <class Face>
auto texts_of(Face& face) {
  return std::array{std::pair{"title", &face.title},
                    std::pair{"region", &face.region},
                    std::pair{"logo", &face.logo},
                    std::pair{"name_before", &face.name_before},
                    std::pair{"name_after", &face.name_after},
                    std::pair{"group", &face.group}};
}

Json to_json(ComparisonFace const& face) {
  Json json{{"language", face.language}, {"plan", face.is_plan}};
  for (auto const& [key, text] : texts_of(face)) {
    if (!text->empty()) json[key] = as_recorded(*text);
  }
  for (auto const& [key, texts] : {std::pair{"titles", &face.titles}, {"regions", &face.regions}}) {
    if (!texts->empty()) json[key] = json_of<Json>(*texts);
  }
  return json;
}

ComparisonFace face_in(Json const& json) {
  ComparisonFace face{.language = json.at("language"), .is_plan = json.at("plan")};
  for (auto const& [key, text] : texts_of(face)) *text = as_recorded(json.value(key, ""));
  face.titles = texts_in(json.value("titles", Json::object()));
  face.regions = texts_in(json.value("regions", Json::object()));
  return face;
}

}  // namespace

void write_comparison_record(std::string const& path, ComparisonRecord const& record) {
  Json json{{"gapmap", version()},
            {"command", "compare"},
            {"job", Json::parse(job_as_recorded(record.job))},
            {"face", to_json(record.face)},
            {"crs", record.crs},
            {"working_crs", record.working_crs},
            {"before", to_json(record.before)},
            {"after", to_json(record.after)},
            {"differences", to_json(record.differences)},
            {"cells_matched", record.are_cells_matched}};
  if (record.publication) {
    json["publication"] = json_of<Json>(*record.publication);
    json["public_grid"] = record.is_public_grid;
    for (auto const* run : {"before", "after"}) leave_out_residents(json[run]["inputs"]);
  }
  if (!record.names.empty()) json["names"] = json_of<Json>(record.names);
  std::set<Factor> factors;
  for (auto const& difference : record.differences) {
    if (difference.factor) factors.insert(*difference.factor);
  }
  Json names = Json::array();
  for (auto const factor : factors) names.push_back(name_of(factor));
  json["parts"] = {{"factors", std::move(names)}, {"mixtures_computed", record.mixtures}};
  if (!record.why_no_parts.empty()) json["parts"]["none_because"] = record.why_no_parts;
  if (!record.why_no_effects.empty())
    json["effects_of_places"] = {{"none_because", record.why_no_effects}};
  json["totals"] = Json::object();
  for (auto const& [name, value] : record.totals)
    json["totals"][name] = value ? json_number<Json>(*value) : Json(nullptr);
  json["tables"] = Json::array();
  for (auto const& table : record.tables) json["tables"].push_back(json_of<Json>(table));
  json["seconds"] = Json::object();
  for (auto const& [stage, seconds] : record.seconds)
    json["seconds"][stage] = std::round(seconds * 1000) / 1000;
  write_file(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

ComparisonRecord comparison_record_in(std::string_view text) {
  auto const json = Json::parse(text);
  ComparisonRecord record{.job = json.at("job").dump(),
                          .version = json.at("gapmap"),
                          .crs = json.at("crs"),
                          .working_crs = json.at("working_crs"),
                          .face = face_in(json.at("face")),
                          .names = area_names_in(json.value("names", Json::object())),
                          .before = run_in(json.at("before")),
                          .after = run_in(json.at("after")),
                          .are_cells_matched = json.at("cells_matched"),
                          .mixtures = count_in(json.at("parts").at("mixtures_computed")),
                          .why_no_parts = json.at("parts").value("none_because", "")};
  if (json.contains("publication")) {
    record.publication = publication_in(json.at("publication"));
    record.is_public_grid = json.value("public_grid", false);
  }
  for (auto const& each : json.at("differences")) record.differences.push_back(difference_in(each));
  if (json.contains("effects_of_places"))
    record.why_no_effects = json.at("effects_of_places").at("none_because");
  for (auto const& table : json.at("tables")) {
    record.tables.push_back(table_in(table));
    if (std::ranges::count(record.tables, record.tables.back().name, &TableRecord::name) > 1)
      throw std::invalid_argument{
          fmt::format("\"{}\" stands in it twice", record.tables.back().name)};
  }
  return record;
}

}  // namespace gapmap::io
