#pragma once
// What `gapmap matrix` is asked: its options as text, and as values.

#include <cstdint>
#include <string>
#include <vector>

#include "gapmap/job/job_file.h"
#include "gapmap/job/question_options.h"

namespace gapmap::job {

/// As given.
struct MatrixWords : QuestionWords {
  std::string format = "csv";
};

enum class MatrixFormat : std::uint8_t {
  Csv,      ///< a line of text a pair
  Columns,  ///< compressed sparse rows as NumPy files
};

/// Understood.
struct MatrixJob : Question {
  std::string asked = "{}";  ///< as a JSON object, for records; see Options::object()
  MatrixFormat format = MatrixFormat::Csv;

  [[nodiscard]] bool is_time() const { return std::holds_alternative<Seconds>(limit); }
};

void declare_matrix(Options& options, MatrixWords& words);

/// Throws UsageError or InputError with everything that is wrong.
[[nodiscard]] MatrixJob understand_matrix(MatrixWords const& words);

/// The job that these entries ask for. Throws UsageError or InputError with everything that is
/// wrong with it.
[[nodiscard]] MatrixJob matrix_job(std::vector<JobEntry> const& entries,
                                   std::string const& file = {});
/// The job that a job file asks for. Throws UsageError or InputError with everything that is wrong
/// with it.
[[nodiscard]] MatrixJob matrix_job_of(std::string const& file);

}  // namespace gapmap::job
