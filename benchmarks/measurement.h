#pragma once
// Takes times fairly, and writes them down.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace gapmap::benchmarks {

struct Contender {
  std::string method;
  std::function<void()> run;
  double peak_memory_mb = 0;
  bool answers = true;  ///< if not, it is a part of the work, and no ratio is given
  std::function<void()> prepare = [] {};  ///< before each run, while no clock runs
};

struct Quartiles {
  double lower_s = 0;
  double median_s = 0;
  double upper_s = 0;
};

/// Runs the contenders in turn, `repetitions` rounds after one that is not counted, so that
/// whatever else the machine does meets all of them alike.
[[nodiscard]] std::vector<Quartiles> take_times(std::vector<Contender> const& contenders,
                                                std::size_t repetitions);

/// What all rows of a data set share.
struct Setting {
  std::string data_set;
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t repetitions = 0;
  std::size_t bytes = 0;  ///< of the input, if the question is how fast it is read
};

void print_header();

/// One CSV row a contender on stdout and a line on stderr. The last contender is the peer that the
/// ratios refer to: the peer's median over the method's, so that more than 1 is faster than the
/// peer.
void print_rows(Setting const& setting, std::vector<Contender> const& contenders,
                std::vector<Quartiles> const& times);

}  // namespace gapmap::benchmarks
