#include "gapmap/job/network_options.h"

#include <fmt/format.h>

#include "gapmap/io/network_file.h"

namespace gapmap::job {
namespace {

NetworkJob understand_network(NetworkWords const& w, Problems& problems) {
  NetworkJob job;
  job.travel = understand_travel(w.travel, problems);
  job.travel.roads.names = io::RoadNames::Read;
  auto answer = understand_answer(w.answer, problems);
  job.threads = answer.threads;
  job.crs = std::move(answer.crs);
  return job;
}

void check_output(std::string const& output) {
  if (!io::is_network_file(output)) {
    throw UsageError{"output", fmt::format("\"{}\" does not end in .gmnet", output),
                     "by this name commands know it"};
  }
}

}  // namespace

void declare_network_info(Options& o, NetworkWords& w) {
  declare_answer(o, w.answer);
  o.make_optional("output",
                  "The output folder; without one, what the network is like is only printed");
  declare_travel(o, w.travel);
  o.positional("roads");
  o.examples(
      "\nFiles written, if there is a folder for them: network.gpkg (layers roads, near_misses, "
      "odd_speeds: open it in QGIS), "
      "run.json (the record). In roads,\n"
      "component counts the components without connection for --mode from 1, the longest first; "
      "empty "
      "where the mode may not travel;\n"
      "joining says whether homes join the road from beside, and if not, why.\n"
      "\nExamples:\n"
      "  gapmap network info geodata/osm-sample/town.osm\n"
      "  gapmap network info geodata/varsinais-suomi/roads.gpkg --ferries avoid -o out/network\n"
      "  gapmap network info kaupunki.osm.pbf --mode bike -o tulos\n");
}

void declare_network_build(Options& o, NetworkWords& w) {
  declare_answer(o, w.answer, "FILE.gmnet", "The network file");
  declare_roads(o, w.travel);
  o.positional("roads");
  o.examples(
      "\nThe file is for this version of gapmap; another says so and asks to build it anew.\n"
      "\nExamples:\n"
      "  gapmap network build suomi.osm.pbf -o suomi.gmnet\n"
      "  gapmap coverage geodata/etela-savo/job.toml --roads suomi.gmnet -o out/osm\n");
}

NetworkJob understand_network_info(NetworkWords const& w) {
  Problems problems;
  auto job = understand_network(w, problems);
  problems.throw_if_any();
  return job;
}

NetworkBuildJob understand_network_build(NetworkWords const& w) {
  Problems problems;
  NetworkBuildJob job{understand_network(w, problems), w.answer.output};
  problems.check([&] { check_output(job.file); });
  problems.throw_if_any();
  return job;
}

NetworkJob network_info_job(std::vector<JobEntry> const& entries, std::string const& file) {
  NetworkWords words;
  Options options;
  declare_network_info(options, words);
  options.take_job(entries, file);
  auto job = understand_network_info(words);
  job.asked = options.object();
  return job;
}

NetworkBuildJob network_build_job(std::vector<JobEntry> const& entries, std::string const& file) {
  NetworkWords words;
  Options options;
  declare_network_build(options, words);
  options.take_job(entries, file);
  auto job = understand_network_build(words);
  job.asked = options.object();
  return job;
}

}  // namespace gapmap::job
