// gapmap compare: who gained and who lost between two runs, and by what.

#include <fmt/format.h>

#include <filesystem>

#include "gapmap/tables/change_table.h"
#include "gapmap/io/comparison_record.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/report/change_lines.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/scenario/changes.h"
#include "gapmap/scenario/parts.h"
#include "gapmap/units/side_by_side.h"
#include "gapmap/job/answer_options.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/change_delivery.h"
#include "gapmap/engine/differences.h"
#include "gapmap/engine/mixtures.h"
#include "gapmap/engine/outcome.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/job/delivery_options.h"
#include "gapmap/engine/results.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::tools {
namespace {

/// As given.
struct Words {
  std::string before, after, lang = "fi", output, overwrite, quiet, verbose;
};

void declare_options(job::Options& o, Words& w) {
  using enum job::OptionKind;
  o.group("The two runs (folders that gapmap coverage wrote)");
  o.add({"--before", "RUN_A", "The run that changes are counted from", Path, job::Need::Required},
        w.before);
  o.add({"--after", "RUN_B", "The run that they lead to", Path, job::Need::Required}, w.after);
  o.positional("before");
  o.positional("after");
  o.group("The answer");
  o.add({"-o,--output", "FOLDER", "Where the results go", Path, job::Need::Required}, w.output);
  o.add({"--lang", "fi|sv|en", "Language of gapmap.gpkg, gapmap.xlsx and of what is printed"},
        w.lang);
  o.add({"--overwrite", "", "Replace results that are there already", Flag}, w.overwrite);
  o.add({"--quiet", "", "No remarks", Flag}, w.quiet);
  o.add({"--verbose", "", "Also say how long each stage took", Flag}, w.verbose);
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

/// The runs stay as they are.
void check_output(Words const& words) {
  for (auto const& run : {words.before, words.after}) {
    std::error_code error;  // a folder that is not there is not the same
    if (!std::filesystem::equivalent(words.output, run, error)) continue;
    throw UsageError{"output", fmt::format("\"{}\" is one of the runs compared", words.output),
                     "choose another output folder"};
  }
}

/// Both runs, read and held against each other.
struct Read {
  io::WrittenRun before, after;
  Outcome outcome_before, outcome_after;
  std::optional<std::vector<CellPair>> cells;
  std::vector<PlacePair> places;
  std::vector<MunicipalityChange> municipalities;
  std::vector<ChangedArea> areas;
  std::vector<io::RunDifference> differences;
};

void check_same_crs(Read const& read) {
  if (read.before.working_crs == read.after.working_crs) return;
  throw InputError{{read.after.folder},
                   fmt::format("it is in {}, {} in {}", read.after.working_crs, read.before.folder,
                               read.before.working_crs),
                   "run gapmap coverage again with the same `crs`"};
}

Read read_both(Words const& words, Console& console) {
  Read read;
  console.stage("read runs", [&] {
    read.before = engine::read_run(words.before, console);
    read.after = engine::read_run(words.after, console);
    read.outcome_before = engine::outcome_of(read.before);
    read.outcome_after = engine::outcome_of(read.after);
  });
  check_same_crs(read);
  console.stage("match cells and places", [&] {
    auto const& [before, after] = std::tie(read.outcome_before, read.outcome_after);
    read.cells = scenario::match_cells(before, after);
    read.places = scenario::match_places(before.places, after.places);
    read.municipalities = scenario::compare_municipalities(before, after, read.cells);
    if (read.cells) read.areas = scenario::find_changed_areas(after, *read.cells);
  });
  read.differences = engine::differences(read.before, read.after);
  return read;
}

/// The change split, or as a sentence why it cannot be.
std::variant<Mixtures, std::string> split(Read const& read, Console& console) {
  WorkingFrame const frame{job::crs_of("crs", read.before.facts.crs)};
  auto const factors = engine::factors_of(read.differences);
  for (auto const* run : {&read.before, &read.after}) {
    auto changed =
        console.stage("check inputs", [&] { return engine::what_changed_since(*run, frame); });
    if (!changed.empty()) return changed;
  }
  return engine::find_mixtures(read.before, read.after, read.outcome_before, read.outcome_after,
                               factors, frame, console);
}

tables::Comparison comparison_of(Read const& read) {
  return {read.outcome_before, read.outcome_after, read.municipalities, read.cells, read.places};
}

std::vector<tables::OutputTable> tabulate(Read const& read, Mixtures const* mixtures) {
  auto const comparison = comparison_of(read);
  std::vector tables{tables::municipality_change_table(comparison)};
  if (mixtures != nullptr) {
    std::vector<std::string> codes;
    for (auto const& municipality : read.municipalities) codes.push_back(municipality.code);
    auto const per_person = tables::units_per_person(read.outcome_before, read.outcome_after);
    tables.push_back(tables::part_table(comparison, mixtures->factors,
                                        scenario::split(*mixtures, codes, per_person)));
  }
  if (read.cells) tables.push_back(tables::changed_area_table(comparison, read.areas));
  tables.push_back(tables::place_change_table(comparison));
  if (read.cells) tables.push_back(tables::cell_change_table(comparison));
  return tables;
}

/// Also of tables that are not there: those of an earlier comparison would tell of other runs.
std::vector<std::string> files_of_every_table() {
  auto files = engine::delivered_change_files();
  for (auto const* table : {"municipalities", "parts", "changes", "places", "cells"}) {
    for (auto const& file : engine::files_of_table(table)) files.push_back(file);
  }
  files.emplace_back("run.json");
  return files;
}

void leave_out_missing(io::OutputFolder& folder, Read const& read, bool has_parts) {
  auto const leave_out = [&](char const* table) {
    for (auto const& file : engine::files_of_table(table)) folder.leave_out(file);
  };
  if (!has_parts) leave_out("parts");
  if (!read.cells) leave_out("changes");
  if (!read.cells) leave_out("cells");
}

/// The last row of the municipalities: everybody.
std::vector<std::pair<std::string, std::optional<double>>> totals_of(
    tables::OutputTable const& municipalities) {
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  tables::ResultRows const rows{municipalities};
  for (auto const& column : municipalities.columns) {
    if (column.type != tables::ColumnType::Text)
      totals.emplace_back(column.name, rows.number(rows.size() - 1, column.name));
  }
  return totals;
}

class CompareCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "compare"; }
  [[nodiscard]] std::string summary() const override {
    return "Who gained and who lost between two runs of coverage, where, and by what";
  }
  void declare(job::Options& options) override { declare_options(options, words_); }

  void run(job::Options const& options, Console& console) override {
    listen(options, {.quiet = words_.quiet, .verbose = words_.verbose}, console);
    auto const language = job::language_named(words_.lang);
    check_output(words_);
    auto const read = read_both(words_, console);
    if (!read.cells) {
      console.remark(
          "the runs have no cell id in common: figures are of municipalities, not of cells");
    }
    auto const parts = split(read, console);
    auto const* const mixtures = std::get_if<Mixtures>(&parts);
    auto const* const why_not = std::get_if<std::string>(&parts);
    if (why_not != nullptr)
      console.remark(fmt::format("the change is not split into parts: {}", *why_not));
    io::OutputFolder folder{words_.output, files_of_every_table(),
                            words_.overwrite.empty() ? io::Overwrite::No : io::Overwrite::Yes,
                            options.inputs()};
    leave_out_missing(folder, read, mixtures != nullptr);
    auto const tables = console.stage("tabulate", [&] { return tabulate(read, mixtures); });
    WorkingFrame const frame{job::crs_of("crs", read.before.facts.crs)};
    io::ComparisonRecord record{.job = options.object(),
                                .working_crs = read.before.working_crs,
                                .before = {read.before.folder, read.before.version, read.before.job,
                                           read.before.options, read.before.inputs},
                                .after = {read.after.folder, read.after.version, read.after.job,
                                          read.after.options, read.after.inputs},
                                .differences = read.differences,
                                .are_cells_matched = read.cells.has_value(),
                                .mixtures = mixtures == nullptr ? 0 : mixtures->found.size(),
                                .why_no_parts = why_not == nullptr ? std::string{} : *why_not,
                                .totals = totals_of(tables.front())};
    console.stage("write results", [&] {
      auto works = engine::writing_tables(tables, frame, folder);
      works.push_back({[&](Progress const& told) {
                         engine::deliver_changes(folder, tables, record, frame, language, told);
                       },
                       engine::weight_of_layers(tables)});
      side_by_side(works, console.watcher());
    });
    record.seconds = console.seconds();
    io::write_comparison_record(folder.staged("run.json"), record);
    folder.commit();
    tell_closing(language, {}, report::change_lines(language, {tables, record}), words_.output,
                 console);
    tell_outcome(folder, console);
  }

 private:
  Words words_;
};

}  // namespace

std::unique_ptr<Command> make_compare_command() { return std::make_unique<CompareCommand>(); }

}  // namespace gapmap::tools
