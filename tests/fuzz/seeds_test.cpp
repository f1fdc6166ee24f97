// Every parser over its seeds and some thousands of mutations of them by chance: what the fuzzers
// do, without clang, in seconds.

#include <gtest/gtest.h>

#include "tests/fuzz/target.h"
#include "tests/support/random.h"

namespace gapmap::fuzz {
namespace {

constexpr std::size_t kMostBytes = 4096;

std::uint32_t below(Random& random, std::size_t size) {
  return random.whole(0, static_cast<std::uint32_t>(size) - 1);
}

/// What parsers have cases for, more often than chance would have it.
std::string odd_text(Random& random) {
  static std::vector<std::string> const kOdd{"\"",
                                             "'",
                                             ";",
                                             ",",
                                             ".",
                                             ":",
                                             "=",
                                             "\n",
                                             "\t",
                                             "\\",
                                             "/",
                                             "-",
                                             "(",
                                             ")",
                                             "[",
                                             "{",
                                             "<",
                                             "&",
                                             "@",
                                             "%",
                                             "0",
                                             "9",
                                             "1e9",
                                             "1e308",
                                             "-1",
                                             "00",
                                             "  ",
                                             "\r",
                                             "\xC3",
                                             "\xA4",
                                             "\xC2\xA0",
                                             "\xFF",
                                             "nan",
                                             "inf",
                                             "4294967296",
                                             "\xE2\x80\x93",
                                             "18446744073709551616",
                                             std::string(1, '\0'),
                                             std::string(300, 'a'),
                                             "\xEF\xBF\xBD"};
  return kOdd[below(random, kOdd.size())];
}

std::string mutated(std::string bytes, std::vector<std::string> const& seeds, Random& random) {
  for (auto changes = random.whole(1, 4); changes > 0; --changes) {
    auto const at = below(random, bytes.size() + 1);
    auto const length = std::min<std::size_t>(random.whole(1, 16), bytes.size() - at);
    switch (random.whole(0, 6)) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random.whole(0, 255));
        break;
      case 1:
        if (at < bytes.size())
          bytes[at] =
              static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random.whole(0, 7)));
        break;
      case 2:
        bytes.insert(at, odd_text(random));
        break;
      case 3:
        bytes.erase(at, length);
        break;
      case 4:
        bytes.insert(below(random, bytes.size() + 1), bytes.substr(at, length));
        break;
      case 5: {
        auto const& other = seeds[below(random, seeds.size())];
        bytes = bytes.substr(0, at) + other.substr(below(random, other.size() + 1));
        break;
      }
      default:
        if (random.chance(0.2)) bytes.resize(at);
    }
    if (bytes.size() > kMostBytes) bytes.resize(kMostBytes);
  }
  return bytes;
}

/// As a line of C, to be put into a seed or a test.
std::string shown(std::string_view bytes) {
  std::string text;
  for (char const c : bytes.substr(0, 600)) {
    bool const is_plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
    char code[5];
    std::snprintf(code, sizeof code, "\\x%02X", static_cast<unsigned char>(c));
    text += is_plain ? std::string{c} : std::string{code};
  }
  return text;
}

class FuzzSeeds : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzSeeds, AndTheirMutationsAreReadOrRefused) {
  auto const& target = GetParam();
  auto const seeds = seeds_of(target.name);
  ASSERT_FALSE(seeds.empty()) << "put some into tests/fuzz/seeds/" << target.name;
  Random random{20'261'129};
  std::string tried;
  try {
    for (auto const& seed : seeds) target.run(tried = seed);
    for (int round = 0; round < target.rounds; ++round)
      target.run(tried = mutated(seeds[below(random, seeds.size())], seeds, random));
  } catch (std::exception const& error) {
    FAIL() << error.what() << "\n\"" << shown(tried) << '"';
  }
}

INSTANTIATE_TEST_SUITE_P(All, FuzzSeeds, ::testing::ValuesIn(all_targets()),
                         [](auto const& tested) { return tested.param.name; });

}  // namespace
}  // namespace gapmap::fuzz
