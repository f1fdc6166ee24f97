#include "gapmap/job/report_options.h"

namespace gapmap::job {

void declare_report(Options& o, ReportWords& w) {
  using enum OptionKind;
  o.positional("run", "RUN", "Folder that gapmap coverage or compare wrote its results into");
  o.group("The results");
  o.add({"--run", "FOLDER", "The same as RUN", Path, Need::Required}, w.run);
  declare_delivery(o, w.readers, " (default: that of the run)");
  declare_about(o, w.groups);
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the files go (default: into RUN, which takes --overwrite)",
         Path},
        w.answer.output);
  o.add({"--overwrite", "", "Replace files that are there already", Flag}, w.answer.overwrite);
  declare_verbosity(o, w.answer);
  o.examples(
      "\nReads run.json, the CSV files and the shapes of gapmap.gpkg, and writes report.*.html, "
      "gapmap.xlsx, gapmap.qgs and gapmap.gpkg.\nNothing is computed again; without options they "
      "are those of the run, byte by byte. What is not given is as in the\nrun. run.json stays as "
      "it is: the record of the run.\n"
      "\nExamples:\n"
      "  gapmap report out/etela-savo --lang sv -o out/svenska\n"
      "  gapmap report out/etela-savo --title \"Kohtaamispaikat 2026\" \\\n"
      "      --region \"Etelä-Savon hyvinvointialue\" --logo logo.svg --overwrite\n");
}

ReportJob understand_report(ReportWords const& w) {
  Problems problems;
  auto choice = understand_delivery(w.readers, problems);
  problems.throw_if_any();
  ReportJob job{.run = w.run, .masthead = std::move(choice.masthead), .group = w.groups.about};
  if (!w.readers.lang.empty()) job.language = choice.language;
  return job;
}

}  // namespace gapmap::job
