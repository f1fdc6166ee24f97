#include "gapmap/job/comparison_options.h"

#include "gapmap/job/delivery_options.h"

namespace gapmap::job {

void declare_comparison(Options& o, ComparisonWords& w) {
  using enum OptionKind;
  o.group("The two runs (folders that gapmap coverage wrote)");
  o.add({"--before", "RUN_A", "The run that changes are counted from", Path, Need::Required},
        w.before);
  o.add({"--after", "RUN_B", "The run that they lead to", Path, Need::Required}, w.after);
  o.positional("before");
  o.positional("after");
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the results go", Path, Need::Required}, w.answer.output);
  o.add({"--lang", "fi|sv|en", "Language of gapmap.gpkg, gapmap.xlsx and of what is printed"},
        w.lang);
  o.add({"--overwrite", "", "Replace results that are there already", Flag}, w.answer.overwrite);
  declare_verbosity(o, w.answer);
  o.examples(
      "\nThe change of each municipality is split into parts by places, population, roads, "
      "boundaries, limit and travel:\n"
      "each that the runs differ in is replaced in turn, in every order, and its effects are "
      "averaged (Shapley). For that\n"
      "the inputs that both runs name must still be where they were, as they were; else there are "
      "no parts. Paths are\n"
      "those of the runs: start gapmap in the folder where the runs were started.\n"
      "\nFiles written, beside run.json (the record):\n"
      "  municipalities               figures before and after, who gained, who lost\n"
      "  parts                        the change of each figure, split; rows and columns add up\n"
      "  changes                      connected areas that gained or lost, the largest first\n"
      "  cells, places                each before and after, matched by their ids\n"
      "  gapmap.gpkg, gapmap.qgs, gapmap.xlsx, report.*.html: the same for QGIS, Excel and to "
      "read\n"
      "\nExamples:\n"
      "  gapmap coverage geodata/etela-savo/job.toml -o out/20km\n"
      "  gapmap coverage geodata/etela-savo/job.toml --limit \"15 km\" -o out/15km\n"
      "  gapmap compare out/20km out/15km -o out/20-15km\n");
}

ComparisonJob understand_comparison(ComparisonWords const& w) {
  return {.before = w.before, .after = w.after, .language = language_named(w.lang)};
}

}  // namespace gapmap::job
