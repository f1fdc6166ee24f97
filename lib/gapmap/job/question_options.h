#pragma once
// The question that every command about people and their places shares, as text and as values: who
// travels, where to, along which roads and how far.

#include <string>
#include <variant>
#include <vector>

#include "gapmap/places/assign.h"
#include "gapmap/job/answer_options.h"
#include "gapmap/job/area_options.h"
#include "gapmap/job/options.h"
#include "gapmap/job/place_options.h"
#include "gapmap/job/population_options.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::job {

/// The options as text.
struct QuestionWords {
  AreaWords areas;
  std::string study, outside = "keep";
  std::vector<std::string> limits;
  std::string header_rows;
  AnswerWords answer;
  PlaceWords places;
  PopulationWords population;
  TravelWords travel;
};

/// The options as values.
struct Question {
  io::MunicipalityInput areas;
  io::PopulationInput population;
  io::PlaceInput places;
  Travel travel;
  std::variant<Meters, Seconds> limit;  ///< the first of all
  std::vector<std::variant<Meters, Seconds>> further_limits;
  places::OutsideCells outside = places::OutsideCells::Keep;
  std::string crs = "EPSG:3067";  ///< working CRS, projected in metres
  unsigned threads = 0;           ///< most threads at work; 0: one per processor
};

/// Adds the inputs and the question about them. A command adds its own options about the question
/// before declare_question_details().
void declare_question(Options& options, QuestionWords& words, std::string const& limit_help);
/// Adds the options of the answer, the roads, the travel and the fields of the inputs.
void declare_question_details(Options& options, QuestionWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] Question understand_question(QuestionWords const& words, Problems& problems);

/// Throws UsageError if the limit is negative or beyond what costs can count. `word` is the limit
/// as written; empty: the message has the number.
void refuse_uncountable(std::variant<Meters, Seconds> const& limit, std::string const& word = {});

/// Returns an upper bound of how far people get within a limit.
[[nodiscard]] Meters reach_of(std::variant<Meters, Seconds> const& limit, Travel const& travel);
/// Returns an upper bound of how far people get within the widest limit.
[[nodiscard]] Meters reach_of(Question const& question);

/// Returns a limit in the integers that searches use: millimetres for lengths, milliseconds for
/// times.
[[nodiscard]] inline Millimeters cost_of(Meters limit) {
  return to_cost<Millimeters>(limit.value());
}
[[nodiscard]] inline Milliseconds cost_of(Seconds limit) {
  return to_cost<Milliseconds>(limit.value());
}

}  // namespace gapmap::job
