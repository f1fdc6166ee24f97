// gapmap report: what readers open, made anew from the results of a run: in another language, with
// a title, a region's name and a logo. Nothing is computed again.

#include <fmt/format.h>

#include "gapmap/io/manifest.h"
#include "gapmap/io/read_picture.h"
#include "gapmap/io/source.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/answer_options.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/delivery.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/job/question_options.h"

namespace gapmap::tools {
namespace {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "report"; }
  [[nodiscard]] std::string summary() const override {
    return "The reports, workbook and map project of a run made anew: in another language, with a "
           "title, a region and a logo";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  std::string run_;
  job::DeliveryWords readers_;
  job::AnswerWords answer_;
};

void ReportCommand::declare(job::Options& o) {
  using enum job::OptionKind;
  o.positional("run", "RUN", "Folder that gapmap coverage wrote its results into");
  o.group("The results");
  o.add({"--run", "FOLDER", "The same as RUN", Path, job::Need::Required}, run_);
  job::declare_delivery(o, readers_, " (default: that of the run)");
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the files go (default: into RUN, which takes --overwrite)",
         Path},
        answer_.output);
  o.add({"--overwrite", "", "Replace files that are there already", Flag}, answer_.overwrite);
  o.add({"--quiet", "", "No remarks", Flag}, answer_.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, answer_.verbose);
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

/// What was given, the rest as the run had it.
job::DeliveryChoice completed(job::DeliveryChoice choice, job::DeliveryWords const& given,
                              io::WrittenRun const& run, Console& console) {
  auto& [language, masthead, logo_file] = choice;
  if (given.lang.empty()) language = language_of(run.facts.language).value_or(Language::Finnish);
  if (given.title.empty()) masthead.title = run.facts.title;
  if (given.region.empty()) masthead.region = run.facts.region;
  auto const& logo = run.facts.logo;
  if (!given.logo.empty() || logo.empty()) return choice;
  try {
    masthead.logo = io::read_picture(logo);
  } catch (InputError const& error) {
    console.remark(
        fmt::format("the logo of the run is left out: {}, or give it with `logo`", error.what()));
  }
  return choice;
}

constexpr char const* kRunAgain = "run gapmap coverage again";

/// What `work` makes of the record and the tables of a run, which were good when it ran: whatever
/// is wrong with them now was changed since.
template <class Work>
auto of_record(io::WrittenRun const& run, Work const& work) {
  try {
    return work();
  } catch (UsageError const& error) {
    throw InputError{
        {run.folder},
        fmt::format("{} has an option that cannot be used: {}", io::kRecordFile, error.what()),
        kRunAgain};
  } catch (BrokenPromise const& promise) {
    throw InputError{
        {run.folder}, fmt::format("is not as gapmap wrote it: {}", promise.what()), kRunAgain};
  }
}

void ReportCommand::run(job::Options const& options, Console& console) {
  listen(options, answer_, console);
  job::Problems problems;
  auto choice = job::understand_delivery(readers_, problems);
  problems.throw_if_any();
  // The run itself may have its files anew, also those that are read of it.
  auto inputs = options.inputs();
  std::erase(inputs, io::parse_source(run_).path);
  auto const target = answer_.output.empty() ? run_ : answer_.output;
  io::OutputFolder::require_room(target, engine::delivered_files(), answer_.may_overwrite(),
                                 inputs);
  auto const run = console.stage("read results", [&] { return engine::read_run(run_, console); });
  if (run.command != "coverage") {
    throw InputError{{run_},
                     fmt::format("holds the results of \"gapmap {}\"", run.command),
                     "give those of gapmap coverage"};
  }
  answer_.crs = run.facts.crs;
  auto const frame = of_record(run, [&] { return job::working_frame(answer_); });
  choice = completed(std::move(choice), readers_, run, console);
  io::OutputFolder folder{target, engine::delivered_files(), answer_.may_overwrite(), inputs};
  console.stage("write report", [&] {
    of_record(run, [&] {
      engine::deliver(folder, run.tables, frame,
                      {.language = choice.language,
                       .scale = {run.facts.is_time, run.facts.limit, run.facts.class_bounds},
                       .facts = run.facts,
                       .options = run.options,
                       .inputs = run.inputs,
                       .masthead = std::move(choice.masthead),
                       .version = run.version},
                      {}, console.watcher());
    });
  });
  folder.commit();
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace gapmap::tools
