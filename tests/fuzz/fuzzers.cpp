// All targets as one program under libFuzzer: GAPMAP_FUZZ=NAME says which (tests/fuzz/run). With
// GAPMAP_FUZZ_SEEDS=FOLDER it only writes the target's seeds there; with GAPMAP_FUZZ=list it lists
// the names.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/fuzz/target.h"

namespace {

using gapmap::fuzz::Target;

Target chosen;

void write_seeds(std::filesystem::path const& folder) {
  int number = 0;
  for (auto const& seed : gapmap::fuzz::seeds_of(chosen.name))
    std::ofstream{folder / ("seed-" + std::to_string(number++)), std::ios::binary} << seed;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  auto const* const name = std::getenv("GAPMAP_FUZZ");
  auto const all = gapmap::fuzz::all_targets();
  auto const found = std::ranges::find(all, name == nullptr ? "" : name, &Target::name);
  if (found == all.end()) {
    for (auto const& target : all) std::puts(target.name.c_str());
    std::exit(name != nullptr && std::string_view{name} == "list" ? 0 : 2);
  }
  chosen = *found;
  if (auto const* const folder = std::getenv("GAPMAP_FUZZ_SEEDS")) {
    write_seeds(folder);
    std::exit(0);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  // A copy of its own, so that the address sanitizer sees who reads behind it.
  std::string const bytes{reinterpret_cast<char const*>(data), size};
  chosen.run(bytes);
  return 0;
}
