#include "gapmap/job/zone_options.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "gapmap/io/remote.h"
#include "gapmap/places/codes.h"
#include "gapmap/units/secrets.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/units/blanks.h"

namespace gapmap::job {
namespace {

/// Splits at commas and trims the parts; blanks give nothing.
std::vector<std::string> parts_of(std::string const& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(',', at), text.size());
    if (auto part = std::string{without_blanks_around(text.substr(at, end - at))}; !part.empty())
      parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

places::Successors successors_of(std::string const& text) {
  places::Successors successors;
  for (auto const& pair : parts_of(text)) {
    auto const equals = pair.find('=');
    auto const from = std::string{without_blanks_around(pair.substr(0, equals))};
    auto const to = equals == std::string::npos
                        ? ""
                        : std::string{without_blanks_around(pair.substr(equals + 1))};
    if (from.empty() || to.empty()) {
      throw UsageError{"area-successors", fmt::format("\"{}\" is no pair of codes", pair),
                       "write OLD=NEW, such as \"588=507\""};
    }
    successors[places::bare_code(from)] = places::bare_code(to);
  }
  return successors;
}

io::ZoneInput layer_of(std::string const& text, ZoneWords const& w) {
  auto const [name, path] = split_name(text);
  io::ZoneInput input{.level = name,
                      .source = source_of(path, {}, w.zones_crs),
                      .code_field = w.zone_code,
                      .name_field = w.zone_name};
  if (input.level.empty()) input.level = input.source.layer;
  if (input.level.empty()) {
    // The query of an address is not part of a name.
    auto const address = masked(input.source.path);
    auto const end = io::is_remote(input.source.path) ? address.find('?') : std::string::npos;
    input.level = std::filesystem::path{address.substr(0, end)}.stem().string();
  }
  io::check_source(input.source);
  return input;
}

void check_levels(ZoneJob const& job) {
  std::set<std::string> names{"total", "municipality"};
  auto const add = [&](std::string const& level, char const* option, char const* hint) {
    if (names.insert(level).second) return;
    throw UsageError{option, fmt::format("there are two levels called \"{}\"", level), hint};
  };
  if (job.key) {
    for (auto const& level : job.key->levels) add(level, "area-levels", "name each once");
  }
  for (auto const& layer : job.layers) {
    add(layer.level, "zones", "give one of them another name: name=FILE");
  }
}

}  // namespace

void declare_zones(Options& o, ZoneWords& w) {
  using enum OptionKind;
  o.group("Zones (further rows of classes.csv)");
  o.add({"--zones", "[NAME=]FILE",
         "Polygons to divide the residents by: villages, postal areas, a drawn area; may be given "
         "several times",
         NamedPath},
        w.zones);
  o.add({"--area-key", "FILE",
         "Table from municipalities to the areas they make up, as Statistics Finland's (kunta, "
         "hyvinvointialue_code, …)",
         Path},
        w.area_key);
  o.add({"--area-levels", "LEVELS",
         "Levels of the key, with commas (default: hyvinvointialue,maakunta, if it has them)"},
        w.area_levels);
  o.add({"--area-successors", "OLD=NEW",
         "Municipalities that are not in the key and those that count for them, with commas: "
         "\"588=507\""},
        w.area_successors);
}

void declare_zone_fields(Options& o, ZoneWords& w) {
  o.group("Zones: fields of every layer");
  o.add({"--zone-code", "FIELD", "Code of a zone"}, w.zone_code);
  o.add({"--zone-name", "FIELD", "Name of a zone"}, w.zone_name);
  o.add({"--zones-crs", "CRS", "If the files do not say or say it wrong"}, w.zones_crs);
}

ZoneJob understand_zones(ZoneWords const& w, Problems& problems) {
  ZoneJob job;
  for (auto const& text : w.zones) {
    problems.check([&] { job.layers.push_back(layer_of(text, w)); });
  }
  if (!w.zones_crs.empty()) {
    problems.check([&] { static_cast<void>(crs_of("zones-crs", w.zones_crs)); });
  }
  if (w.area_key.empty()) {
    problems.check([&] {
      if (w.area_levels.empty() && w.area_successors.empty()) return;
      throw UsageError{w.area_levels.empty() ? "area-successors" : "area-levels",
                       "there is no key to take them from", "name it with `area-key`"};
    });
  } else {
    problems.check([&] {
      job.key = io::AreaKeyInput{.source = source_of(w.area_key, {}, {})};
      io::check_source(job.key->source);
      for (auto const& text : w.area_levels) {
        for (auto& level : parts_of(text)) job.key->levels.push_back(std::move(level));
      }
      job.successors = successors_of(w.area_successors);
    });
  }
  problems.check([&] { check_levels(job); });
  return job;
}

}  // namespace gapmap::job
