#include "gapmap/network/osm_values.h"

#include <fmt/format.h>

#include "gapmap/network/road.h"
#include "tests/support/random.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

TEST(OsmValues, Speeds) {
  auto const table = R"(
      50 -> 50
      50 km/h -> 50
      50kmh -> 50
      30 mph -> 48.28
      30mph -> 48.28
      5 mph -> 8.05
      10 knots -> 18.52
      62.5 -> 62.5
      none -> 120
      walk -> 7
      FI:urban -> 50
      FI:rural -> 80
      FI:motorway -> 120
      FI:living_street -> 20
      FI:zone30 -> 30
      FI:zone:40 -> 40
      FI:30 -> 30
      SE:urban -> 50
      SE:rural -> 70
      RU:urban -> 60
      FI:zone -> nothing
      FI: -> nothing
      FI:walk -> 7
      400 -> nothing
      5000 -> nothing
      0.2 -> 1
      0 -> nothing
      -50 -> nothing
      inf -> nothing
      nan -> nothing
      infinity -> nothing
      1e400 -> nothing
      50;30 -> 30
      50; 60 -> 50
      40|60 -> 40
      100; 60; 100 -> 60
      30-50 -> 30
      signals;80 -> 80
      none;100 -> 100
      FI:living-street -> nothing
      signals -> nothing
      variable -> nothing
      50 parsecs -> nothing
  )";
  expect_table(table, 30, [](std::string const& given) {
    auto const speed = parse_osm_speed(given);
    return speed ? fmt::format("{}", SpeedLimit{*speed}.kmh()) : "nothing";
  });
  EXPECT_FALSE(parse_osm_speed(""));
}

TEST(OsmValues, Durations) {
  auto const table = R"(
      35 -> 2100
      00:35 -> 2100
      0:05 -> 300
      1:05:30 -> 3930
      100:00 -> 360000
      PT35M -> 2100
      PT1H30M -> 5400
      PT45S -> 45
      P1DT2H -> 93600
      P2D -> 172800
      P -> nothing
      PT -> nothing
      P5M -> nothing
      PT5D -> nothing
      P1Y -> nothing
      PT5 -> nothing
      1:2:3:4 -> nothing
      1: -> nothing
      :30 -> nothing
      -5 -> nothing
      5 min -> 300
      5min -> 300
      20 minutes -> 1200
      20 minuuttia -> 1200
      1 h -> 3600
      1.5 h -> 5400
      1h30 -> 5400
      1 h 30 min -> 5400
      1 hour 5 mins -> 3900
      2 timmar -> 7200
      ca. 20 min -> 1200
      ~20 min -> 1200
      20-25 min -> 1500
      00:20-00:25 -> 1500
      1-2 h -> 7200
      00:20;00:40 -> 2400
      20 parsecs -> nothing
      20 min or so -> nothing
      90 s -> 90
      soon -> nothing
      99999999999999999999 -> nothing
      P99999D -> nothing
  )";
  expect_table(table, 20, [](std::string const& given) {
    auto const duration = parse_osm_duration(given);
    return duration ? fmt::format("{}", *duration) : "nothing";
  });
  EXPECT_FALSE(parse_osm_duration(""));
}

TEST(OsmValues, SurviveAnyText) {
  Random random{20'251'122};
  std::string const alphabet = "0123456789:.;PTDHMSFIurbanzoe -";
  std::size_t speeds = 0;
  std::size_t durations = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random.whole(0, 7); length > 0; --length) {
      text += alphabet[random.whole(0, static_cast<std::uint32_t>(alphabet.size() - 1))];
    }
    if (auto const speed = parse_osm_speed(text)) {
      EXPECT_GE(*speed, 1) << text;
      EXPECT_LE(*speed, 250) << text;
      ++speeds;
    }
    if (parse_osm_duration(text)) ++durations;
  }
  EXPECT_GT(speeds, 100U);
  EXPECT_GT(durations, 100U);
}

}  // namespace
}  // namespace gapmap::network
