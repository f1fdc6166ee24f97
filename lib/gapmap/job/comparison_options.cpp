#include "gapmap/job/comparison_options.h"

#include "gapmap/units/error.h"

namespace gapmap::job {

void declare_comparison(Options& o, ComparisonWords& w) {
  using enum OptionKind;
  o.positional("before", "RUN_A",
               "The run that changes are counted from; a second word is the run that they lead to");
  o.positional("after");
  o.words_may_be_jobs();
  o.group("The two runs (folders that gapmap coverage wrote, or job files of it)");
  o.add({"--before", "RUN_A", "The run that changes are counted from", Path, Need::Required},
        w.before);
  o.add({"--after", "RUN_B", "The run that they lead to", Path, Need::Required}, w.after);
  o.add({.flags = "--names",
         .placeholder = "NAME NAME",
         .help = "What readers call the two runs, e.g. Nykytila Suunnitelma (default: before and "
                 "after)",
         .values = 2},
        w.names);
  o.add({"--plan", "yes|no",
         "Whether the second run is a plan, which is told of in the conditional (default: yes if "
         "both have the same population)"},
        w.plan);
  declare_delivery(o, w.readers, "");
  declare_publish(o, w.publish);
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the results go", Path, Need::Required}, w.answer.output);
  o.add({"--overwrite", "", "Replace results that are there already", Flag}, w.answer.overwrite);
  declare_verbosity(o, w.answer);
  o.examples(
      "\nThe change of each municipality is split into parts by places, population, roads, "
      "boundaries, limit and travel:\n"
      "each that the runs differ in is replaced in turn, in every order, and its effects are "
      "averaged (Shapley). For that\n"
      "the inputs that both runs name must still be where they were, as they were; else there are "
      "no parts. Paths are\n"
      "those of the runs: start gapmap in the folder where the runs were started. A job file is "
      "run "
      "for the comparison alone,\n"
      "and nothing of that run is written. What each place does that opens, closes or moves is "
      "found "
      "by runs with and\n"
      "without it: alone, as the only change of the first run, and together, as the last change "
      "that "
      "makes the second.\n"
      "\nWith --publish both runs are made anew and published with the comparison, in the folders "
      "before and after beside it:\n"
      "small numbers are hidden that any of the three would tell, or all together. There are no "
      "parts then, nor what single\n"
      "places do.\n"
      "\nFiles written, beside run.json (the record):\n"
      "  municipalities               figures before and after, who gained, who lost\n"
      "  parts                        the change of each figure, split; rows and columns add up\n"
      "  changes                      connected areas that gained or lost, the largest first\n"
      "  places                       each before and after, and who gains and loses by its "
      "change\n"
      "  cells                        each before and after, matched by their ids\n"
      "  gapmap.gpkg, gapmap.qgs, gapmap.xlsx, report.*.html: the same for QGIS, Excel and to "
      "read\n"
      "\nExamples:\n"
      "  gapmap compare geodata/kanta-hame/job.toml geodata/kanta-hame/suunnitelma.toml \\\n"
      "      --names Nykytila Suunnitelma -o out/kanta-hame/muutos\n"
      "  gapmap coverage geodata/etela-savo/job.toml -o out/20km\n"
      "  gapmap coverage geodata/etela-savo/job.toml --limit \"15 km\" -o out/15km\n"
      "  gapmap compare out/20km out/15km -o out/20-15km\n"
      "  gapmap compare nyky.toml suunnitelma.toml --publish -o julkaistava\n");
}

ComparisonJob understand_comparison(ComparisonWords const& w) {
  Problems problems;
  ComparisonJob job{.before = w.before, .after = w.after};
  job.readers = understand_delivery(w.readers, problems);
  problems.check([&] {
    if (w.names.empty()) return;
    if (w.names.size() != 2 || w.names[0].empty() || w.names[1].empty())
      throw UsageError{"names", "are not two", "write a name for each of the two runs"};
    job.name_before = line_of("names", w.names[0]);
    job.name_after = line_of("names", w.names[1]);
    if (job.name_before == job.name_after)
      throw UsageError{"names", "are the same", "write a name for each of the two runs"};
  });
  problems.check([&] {
    if (w.plan.empty()) return;
    job.is_plan = choice_of("plan", w.plan, {"yes", "no"}) == 0;
  });
  job.publish_below = understand_publish(w.publish, problems);
  problems.throw_if_any();
  return job;
}

}  // namespace gapmap::job
