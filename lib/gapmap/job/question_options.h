#pragma once
// What every command about people and their places is asked: who, where to, along what and how far;
// its options as text, and as values.

#include <string>
#include <variant>

#include "gapmap/io/read_municipalities.h"
#include "gapmap/places/assign.h"
#include "gapmap/job/answer_options.h"
#include "gapmap/job/options.h"
#include "gapmap/job/place_options.h"
#include "gapmap/job/population_options.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::job {

/// As given.
struct QuestionWords {
  std::string areas, area_code, area_name, areas_crs, study, outside = "keep";
  std::string limit, header_rows;
  AnswerWords answer;
  PlaceWords places;
  PopulationWords population;
  TravelWords travel;
};

/// Understood.
struct Question {
  io::MunicipalityInput areas;
  io::PopulationInput population;
  io::PlaceInput places;
  Travel travel;
  std::variant<Meters, Seconds> limit;
  places::OutsideCells outside = places::OutsideCells::Keep;
  std::string crs = "EPSG:3067";  ///< working CRS, projected in metres
  unsigned threads = 0;           ///< how many work at most; 0: as many as the computer has
};

/// Adds the inputs, and what is asked of them; a command's own options about the question come
/// between this and the rest.
void declare_question(Options& options, QuestionWords& words, std::string const& limit_help);
/// Adds the answer, the roads, the travel and the fields of the inputs.
void declare_question_details(Options& options, QuestionWords& words);

/// Checks all of them; what is wrong goes to `problems`.
[[nodiscard]] Question understand_question(QuestionWords const& words, Problems& problems);

/// Throws UsageError if costs cannot be counted so far, or if it is negative. `word` is what was
/// written; empty: the number is told.
void refuse_uncountable(std::variant<Meters, Seconds> const& limit, std::string const& word = {});

/// How far people get within a limit, at most; and within that of the question.
[[nodiscard]] Meters reach_of(std::variant<Meters, Seconds> const& limit, Travel const& travel);
[[nodiscard]] Meters reach_of(Question const& question);

/// Lengths are travelled in millimetres, times in milliseconds.
[[nodiscard]] inline Millimeters cost_of(Meters limit) {
  return to_cost<Millimeters>(limit.value());
}
[[nodiscard]] inline Milliseconds cost_of(Seconds limit) {
  return to_cost<Milliseconds>(limit.value());
}

}  // namespace gapmap::job
