#include "gapmap/io/comparison_record.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "gapmap/io/json_number.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/version.h"

namespace gapmap::io {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(ComparedRun const& run) {
  Json json{{"folder", run.folder},
            {"gapmap", run.version},
            {"job", Json::parse(job_as_recorded(run.job))}};
  json["inputs"] = Json::object();
  for (auto const& input : run.inputs) {
    Json files = Json::array();
    for (auto const& file : input.files) {
      Json entry{{"path", file.path}, {"bytes", file.bytes}};
      if (!file.sha256.empty()) entry["sha256"] = file.sha256;
      if (!file.xxh3.empty()) entry["xxh3"] = file.xxh3;
      files.push_back(std::move(entry));
    }
    json["inputs"][input.input] = {{"path", as_recorded(input.source.path)},
                                   {"files", std::move(files)}};
  }
  return json;
}

Json to_json(std::vector<RunDifference> const& differences) {
  Json json = Json::array();
  for (auto const& [factor, what, before, after] : differences) {
    json.push_back({{"factor", name_of(factor)},
                    {"option", what},
                    {"before", as_recorded(before)},
                    {"after", as_recorded(after)}});
  }
  return json;
}

}  // namespace

void write_comparison_record(std::string const& path, ComparisonRecord const& record) {
  Json json{{"gapmap", version()},
            {"command", "compare"},
            {"job", Json::parse(job_as_recorded(record.job))},
            {"working_crs", record.working_crs},
            {"before", to_json(record.before)},
            {"after", to_json(record.after)},
            {"differences", to_json(record.differences)},
            {"cells_matched", record.are_cells_matched}};
  std::set<Factor> factors;
  for (auto const& difference : record.differences) factors.insert(difference.factor);
  Json names = Json::array();
  for (auto const factor : factors) names.push_back(name_of(factor));
  json["parts"] = {{"factors", std::move(names)}, {"mixtures_computed", record.mixtures}};
  if (!record.why_no_parts.empty()) json["parts"]["none_because"] = record.why_no_parts;
  json["totals"] = Json::object();
  for (auto const& [name, value] : record.totals)
    json["totals"][name] = value ? json_number<Json>(*value) : Json(nullptr);
  json["seconds"] = Json::object();
  for (auto const& [stage, seconds] : record.seconds)
    json["seconds"][stage] = std::round(seconds * 1000) / 1000;
  write_file(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace gapmap::io
