#include "gapmap/job/matrix_options.h"

#include <fmt/format.h>

#include "gapmap/job/coverage_options.h"

namespace gapmap::job {
namespace {

MatrixFormat format_of(std::string const& word) {
  if (word == "csv") return MatrixFormat::Csv;
  if (word == "columns") return MatrixFormat::Columns;
  throw UsageError{"format", fmt::format("\"{}\" is not a choice", word), "write csv or columns"};
}

}  // namespace

void declare_matrix(Options& o, MatrixWords& w) {
  declare_question(o, w, "Longest trip, inclusive: \"20 km\" along roads, or \"30 min\"");
  o.allow_keys(coverage_keys());
  o.add({"--format", "csv|columns",
         "A line of text a pair, or compressed sparse rows as NumPy files (8 bytes a pair)"},
        w.format);
  declare_question_details(o, w);
  o.examples(
      "\nTakes the job files of gapmap coverage; their margin and nearest mean nothing here. Every "
      "trip "
      "within the limit is\nthere: of a layer, roads are read as far as it takes.\n"
      "\nFiles written: matrix.csv (cell_id, place_id, distance_m or time_s; grouped by place), or "
      "with --format columns\n"
      "matrix_first.npy, matrix_cell.npy and matrix_distance_mm.npy or matrix_time_ms.npy (see\n"
      "tools/manual/reference/options.md); matrix_places.csv and matrix_cells.csv (who the rows "
      "and "
      "columns are), run.json\n(the record).\n"
      "\nExamples:\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 km\" -o out/matrix\n"
      "  gapmap matrix geodata/etela-savo/job.toml --limit \"30 min\" --format columns -o "
      "out/matrix\n");
}

MatrixJob understand_matrix(MatrixWords const& w) {
  Problems problems;
  auto format = MatrixFormat::Csv;
  problems.check([&] { format = format_of(w.format); });
  MatrixJob job{understand_question(w, problems)};
  problems.check([&] {
    if (job.further_limits.empty()) return;
    throw UsageError{"limit", "a matrix has one limit, that of its longest trip",
                     "write a single `limit`"};
  });
  job.format = format;
  problems.throw_if_any();
  return job;
}

MatrixJob matrix_job(std::vector<JobEntry> const& entries, std::string const& file) {
  MatrixWords words;
  Options options;
  declare_matrix(options, words);
  options.take_job(entries, file);
  auto job = understand_matrix(words);
  job.asked = options.object();
  return job;
}

MatrixJob matrix_job_of(std::string const& file) { return matrix_job(read_job_file(file), file); }

}  // namespace gapmap::job
