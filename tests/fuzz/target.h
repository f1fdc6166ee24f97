#pragma once
// Parsers with what must hold of them whatever the bytes. libFuzzer runs them (fuzzers.cpp), and so
// does a test without it (seeds_test.cpp).

#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::fuzz {

struct Target {
  std::string name;
  /// Throws whatever is no proper answer to these bytes.
  void (*run)(std::string_view bytes);
  int rounds = 2000;  ///< mutations that seeds_test tries: fewer of what takes its time
  /// For GoogleTest.
  friend std::ostream& operator<<(std::ostream& to, Target const& target) {
    return to << target.name;
  }
};

[[nodiscard]] std::vector<Target> units_targets();
[[nodiscard]] std::vector<Target> names_targets();
[[nodiscard]] std::vector<Target> text_targets();
[[nodiscard]] std::vector<Target> osm_targets();
[[nodiscard]] std::vector<Target> file_targets();
[[nodiscard]] std::vector<Target> job_targets();
[[nodiscard]] std::vector<Target> all_targets();

/// A property that does not hold is found like a crash.
inline void expect(bool holds, char const* property) {
  if (!holds) throw std::logic_error{property};
}

/// Runs `parse`; an error that says what is wrong with the input is a proper answer.
template <class Parse>
void or_refused(Parse const& parse) {
  try {
    parse();
  } catch (InputError const&) {
  } catch (UsageError const&) {
  }
}

/// A file with these bytes in a folder of this process, in memory where there is such a place.
[[nodiscard]] std::string file_with(std::string const& name, std::string_view bytes);
/// That folder.
[[nodiscard]] std::filesystem::path const& folder();

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view bytes);

/// The seeds of a target: files of seeds/NAME/, and those in seeds/NAME.txt between lines of five
/// hyphens.
[[nodiscard]] std::vector<std::string> seeds_of(std::string const& target);

}  // namespace gapmap::fuzz
