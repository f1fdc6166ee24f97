#include "tests/fuzz/target.h"
#include "gapmap/job/requirement_text.h"
#include "gapmap/job/job_file.h"
#include "gapmap/job/population_options.h"
#include "gapmap/job/speed_options.h"

namespace gapmap::fuzz {
namespace {

void job_file(std::string_view bytes) {
  auto const path = file_with("job.toml", bytes);
  or_refused([&] {
    for (auto const& entry : job::read_job_file(path)) {
      expect(!entry.option.empty() || entry.key.empty(), "an entry stands for an option");
      expect(entry.is_list || entry.values.size() == 1, "what is no list has one value");
      for (auto const& value : entry.values) {
        if (value.find('\0') == std::string::npos) (void)job::beside_job_file(path, value);
        (void)job::split_name(value);
      }
    }
  });
}

/// What parts were understood is the text of the same parts.
void requirement_text(std::string_view text) {
  auto const parts = job::parts_of_requirement(std::string{text});
  for (auto const& [key, value] : parts) {
    if (key.empty() || key.find_first_of("'\"") != std::string::npos) return;
    if (value.find('\n') != std::string::npos) return;
  }
  expect(job::parts_of_requirement(job::requirement_text(parts)) == parts,
         "a requirement comes back as it was written");
}

void speeds(std::string_view text) {
  job::Problems problems;
  for (auto const& profile : job::understand_speeds(std::string{text}, problems)) {
    for (auto const speed : profile.speed)
      expect(speed.value() >= 0 && speed.value() < 100, "speeds are those of people");
    for (auto const factor : profile.surface_factor)
      expect(factor > 0 && factor <= 2, "surfaces have a factor");
  }
}

void groups(std::string_view text) {
  or_refused([&] { (void)job::parse_groups(text); });
}

}  // namespace

std::vector<Target> job_targets() {
  return {{"job_file", job_file, 700},
          {"requirement_text", requirement_text, 5000},
          {"speeds", speeds},
          {"groups", groups}};
}

}  // namespace gapmap::fuzz
