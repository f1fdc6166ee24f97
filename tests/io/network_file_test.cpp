#include "gapmap/io/network_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "gapmap/network/detail/split_junctions.h"
#include "tests/io/reading.h"
#include "tests/support/random_network.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class NetworkFile : public Reading {
 protected:
  static BuiltNetwork built(std::uint64_t seed, RandomNetworkOptions const& options = {}) {
    Random random{seed};
    BuiltNetwork built;
    built.assembly.network = random_network(random, options);
    split_some(built.assembly.network);
    give_names(built.assembly.network, random);
    built.assembly.joined_ends = 7;
    built.assembly.repeated_points = 9;
    built.graph = graph::build(built.assembly.network);
    built.report.recognised = "roads by chance";
    built.report.crs = "EPSG:3067";
    built.report.rows = 90;
    built.report.rows_used = 88;
    built.report.files = {{.path = "roads.gpkg", .bytes = 17, .sha256 = "abc"}};
    built.report.count("line without length", "17");
    built.report.count("unknown road class, travelled like a road", "18", Consequence::Used);
    return built;
  }
  /// As forbidden turns do: copies that arrive at a junction of their own.
  static void split_some(RoadNetwork& network) {
    std::vector<network::BoundTurn> turns;
    for (auto const a : network.segments.ids()) {
      for (auto const b : network.segments.ids()) {
        if (turns.size() < 3 && a != b && network.segments[a].to == network.segments[b].from)
          turns.push_back({network::TurnKind::No,
                           ModeSet::of(Mode::Car),
                           {{a, Direction::Along}, {b, Direction::Along}}});
      }
    }
    network::split_junctions(network, turns);
  }
  static void give_names(RoadNetwork& network, Random& random) {
    NameCollector names;
    for (std::size_t s = 0; s < network.segments.size(); ++s) {
      auto const street = random.whole(0, 20);  // 0: none
      network.names.push_back(names.add(street == 0 ? "" : fmt::format("Tie {}", street)));
    }
    network.name_pool = std::move(names).take();
  }
  [[nodiscard]] std::string path() const { return Reading::path("x.gmnet"); }
  [[nodiscard]] std::string bytes() const {
    std::ifstream file{path(), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  void put_bytes(std::string const& bytes) const {
    std::ofstream{path(), std::ios::binary} << bytes;
  }
  [[nodiscard]] std::string refusal(WorkingFrame const& working = test_frame()) const {
    try {
      static_cast<void>(read_network_file(path(), working));
    } catch (InputError const& error) {
      return error.what();
    }
    return "read";
  }
};

TEST_F(NetworkFile, ShapesThatAreMuchLongerThanTheirLengthsDoNotHoldTogether) {
  for (double const far : {4e9, -4e9, 1e300}) {
    auto written = built(3);
    auto& network = written.assembly.network;
    std::vector<Point> points{network.shapes.points().begin(), network.shapes.points().end()};
    std::vector<std::size_t> const first{network.shapes.first_points().begin(),
                                         network.shapes.first_points().end()};
    points[5].y = far;
    network.shapes = Lines::of(points, first);
    write_network_file(path(), written, test_frame().crs());
    EXPECT_THAT(refusal(), HasSubstr("does not hold together")) << far;
  }
}

TEST_F(NetworkFile, ShowsNoSecretsOfOlderVersions) {
  auto written = built(3);
  written.report.files = {{.path = "PG:host=h password=geheim7", .bytes = 17, .sha256 = "abc"}};
  write_network_file(path(), written, test_frame().crs());
  auto const read = read_network_file(path(), test_frame());
  EXPECT_EQ(read.report.files.front().path.find("geheim7"), std::string::npos);
}

TEST_F(NetworkFile, GivesBackWhatWasWritten) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    auto const written = built(seed);
    write_network_file(path(), written, test_frame().crs());
    auto const read = read_network_file(path(), test_frame());
    auto const& before = written.assembly.network;
    auto const& after = read.assembly.network;
    ASSERT_GT(after.segments.size(), 50U);
    EXPECT_EQ(after.junctions, before.junctions);
    EXPECT_EQ(after.along, before.along);
    EXPECT_EQ(after.shapes.points(), before.shapes.points());
    EXPECT_EQ(after.shapes.first_points(), before.shapes.first_points());
    EXPECT_EQ(after.names, before.names);
    ASSERT_FALSE(before.originals_of_copies.empty());
    EXPECT_EQ(after.originals_of_copies, before.originals_of_copies);
    EXPECT_EQ(after.originals_of_split_junctions, before.originals_of_split_junctions);
    for (auto const s : before.originals()) {
      EXPECT_TRUE(std::ranges::equal(read.graph.copies(s), written.graph.copies(s)));
    }
    EXPECT_GT(after.name_pool.size(), 10U);
    ASSERT_EQ(after.segments.size(), before.segments.size());
    for (auto const s : after.segments.ids()) {
      EXPECT_EQ(after.segments[s].from, before.segments[s].from);
      EXPECT_EQ(after.segments[s].to, before.segments[s].to);
      EXPECT_EQ(after.segments[s].attributes, before.segments[s].attributes);
      EXPECT_EQ(after.segments[s].signals, before.segments[s].signals);
      EXPECT_EQ(after.segments[s].control, before.segments[s].control);
      EXPECT_EQ(after.name(s), before.name(s));
    }
    ASSERT_EQ(read.graph.edges(), written.graph.edges());
    for (auto const s : after.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        auto const edge = written.graph.edge(before, s, direction);
        EXPECT_EQ(read.graph.edge(after, s, direction), edge);
        EXPECT_EQ(read.graph.head(edge), written.graph.head(edge));
        EXPECT_EQ(read.graph.tail(edge), written.graph.tail(edge));
      }
    }
    EXPECT_EQ(read.assembly.joined_ends, 7U);
    EXPECT_EQ(read.report.recognised, "roads by chance");
    EXPECT_EQ(read.report.rows_used, 88U);
    ASSERT_EQ(read.report.remarks.size(), 2U);
    EXPECT_EQ(read.report.remarks[1].consequence, Consequence::Used);
    EXPECT_EQ(read.report.remarks[0].examples, std::vector<std::string>{"17"});
    ASSERT_EQ(read.report.files.size(), 2U);
    EXPECT_EQ(read.report.files[0].path, "roads.gpkg");
    EXPECT_EQ(read.report.files[0].bytes, 17U);
    EXPECT_EQ(read.report.files[0].sha256, "abc");
    EXPECT_EQ(read.report.files[1].path, path());
    EXPECT_EQ(read.report.files[1].bytes, bytes().size());
    EXPECT_EQ(read.report.files[1].xxh3.size(), 16U);
  }
}

TEST_F(NetworkFile, IsReadWithoutCopyingAColumn) {
  write_network_file(path(), built(5), test_frame().crs());
  auto read = read_network_file(path(), test_frame());
  auto const& network = read.assembly.network;
  auto const borrowed = [](RoadNetwork const& n) {
    return n.junctions.values().is_borrowed() && n.segments.values().is_borrowed() &&
           n.shapes.points().is_borrowed() && n.shapes.first_points().is_borrowed() &&
           n.along.is_borrowed() && n.originals_of_copies.is_borrowed() &&
           n.originals_of_split_junctions.is_borrowed() && n.names.values().is_borrowed() &&
           n.name_pool.text().is_borrowed() && n.name_pool.first().is_borrowed();
  };
  EXPECT_TRUE(borrowed(network));
  constexpr std::uintptr_t kLine = 64;
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(network.along.data()) % kLine, 0U);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(network.segments.values().data()) % kLine, 0U);
  std::size_t columns = 0;
  RoadGraphColumns::visit(std::as_const(read.graph), [&](char const* name, auto const& column) {
    ++columns;
    if constexpr (requires { column.values(); }) {
      EXPECT_TRUE(column.values().is_borrowed()) << name;
    } else {
      EXPECT_TRUE(column.is_borrowed()) << name;
    }
  });
  EXPECT_EQ(columns, 7U);
}

TEST_F(NetworkFile, OutlivesItsPath) {
  auto const written = built(6);
  write_network_file(path(), written, test_frame().crs());
  auto network = std::make_unique<BuiltNetwork>(read_network_file(path(), test_frame()));
  auto const shapes = network->assembly.network.shapes;  // a copy that must keep the mapping
  std::filesystem::remove(path());
  network.reset();
  EXPECT_EQ(shapes.points(), written.assembly.network.shapes.points());
}

TEST_F(NetworkFile, OfAnEmptyNetworkIsReadToo) {
  BuiltNetwork empty;
  empty.graph = graph::build(empty.assembly.network);
  write_network_file(path(), empty, test_frame().crs());
  auto const read = read_network_file(path(), test_frame());
  EXPECT_TRUE(read.assembly.network.segments.empty());
  EXPECT_EQ(read.graph.nodes(), 0U);
}

TEST_F(NetworkFile, WithoutNamesIsReadToo) {
  auto unnamed = built(4);
  unnamed.assembly.network.names = {};
  unnamed.assembly.network.name_pool = {};
  write_network_file(path(), unnamed, test_frame().crs());
  auto const read = read_network_file(path(), test_frame());
  EXPECT_TRUE(read.assembly.network.names.empty());
  EXPECT_EQ(read.assembly.network.name(SegmentId{std::size_t{0}}), "");
}

TEST_F(NetworkFile, WhoseNamesDoNotFitItsSegmentsIsRefused) {
  auto wrong = built(4);
  wrong.assembly.network.names.push_back(NameId::none());
  write_network_file(path(), wrong, test_frame().crs());
  EXPECT_THAT(refusal(), HasSubstr("every segment has its name, or none has"));
  auto beyond = built(4);
  SegmentId const first{std::size_t{0}};
  beyond.assembly.network.names[first] = NameId{beyond.assembly.network.name_pool.size()};
  write_network_file(path(), beyond, test_frame().crs());
  EXPECT_THAT(refusal(), HasSubstr("every name is one of those there are"));
}

/// The checksum that belongs to what follows the header of 32 bytes, of less than a block.
void repair_checksum(std::string& bytes) {
  auto const block = XXH3_64bits(bytes.data() + 32, bytes.size() - 32);
  auto const all = XXH3_64bits(&block, sizeof(block));
  std::memcpy(bytes.data() + 24, &all, sizeof(all));
}

TEST_F(NetworkFile, DamagedWithAChecksumThatFitsIsRefusedOrHoldsTogether) {
  write_network_file(path(), built(8, {.junctions = 12, .segments = 8}), test_frame().crs());
  auto const whole = bytes();
  auto repaired = whole;
  repair_checksum(repaired);
  ASSERT_EQ(repaired, whole);
  Random random{162};
  std::size_t refused = 0;
  constexpr std::size_t kRounds = 600;
  for (std::size_t round = 0; round < kRounds; ++round) {
    auto other = whole;
    // A byte, or a word of a few bits or all.
    auto const at = random.whole(32, static_cast<std::uint32_t>(whole.size() - 9));
    std::uint64_t const values[]{
        0, 1, 0x7fffffff, 0xffffffff, ~std::uint64_t{0}, std::uint64_t{1} << random.whole(0, 63)};
    auto const size = std::size_t{1} << random.whole(0, 3);
    std::memcpy(other.data() + at, &values[random.whole(0, 5)], size);
    repair_checksum(other);
    put_bytes(other);
    if (refusal() != "read") {
      ++refused;
      continue;
    }
    auto const read = read_network_file(path(), test_frame());
    (void)travel::weigh<Milliseconds>(read.assembly.network, read.graph,
                                      travel::builtin_profile(Mode::Car));
  }
  EXPECT_GT(refused, kRounds / 4);
  EXPECT_LT(refused, kRounds);
}

TEST_F(NetworkFile, OfAnEarlierFormatIsRefusedWithWhatToDo) {
  write_network_file(path(), built(1), test_frame().crs());
  auto whole = bytes();
  int const now = whole[12];
  ASSERT_GT(now, 3) << "the format, behind the magic and the byte order";
  whole[12] = static_cast<char>(now - 1);
  put_bytes(whole);
  EXPECT_THAT(refusal(),
              HasSubstr(fmt::format("was made by another version of gapmap (format {}, this one "
                                    "reads {}); build it anew with gapmap network build",
                                    now - 1, now)));
}

TEST_F(NetworkFile, LargerThanABlockOfTheChecksumIsReadAndGuarded) {
  write_network_file(path(), built(7, {.junctions = 6000, .segments = 15000}), test_frame().crs());
  auto whole = bytes();
  ASSERT_GT(whole.size(), std::size_t{2} << 20U);
  EXPECT_EQ(refusal(), "read");
  for (auto const at : {(std::size_t{1} << 20U) + 31, (std::size_t{1} << 20U) + 32}) {
    whole[at] = static_cast<char>(whole[at] ^ 16);
    put_bytes(whole);
    EXPECT_THAT(refusal(), HasSubstr("is damaged")) << at;
    whole[at] = static_cast<char>(whole[at] ^ 16);
  }
  // Two blocks that have changed places.
  std::rotate(whole.begin() + 32, whole.begin() + 32 + (1 << 20), whole.begin() + 32 + (2 << 20));
  put_bytes(whole);
  EXPECT_THAT(refusal(), HasSubstr("is damaged"));
}

TEST_F(NetworkFile, IsRefusedWhicheverByteIsDamagedOrWhereverItEnds) {
  write_network_file(path(), built(8, {.junctions = 12, .segments = 8}), test_frame().crs());
  auto const whole = bytes();
  ASSERT_GT(whole.size(), 1000U);
  Random random{161};
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto other = whole;
    other[at] = static_cast<char>(other[at] ^ (1 << random.whole(0, 7)));
    put_bytes(other);
    refused += refusal() != "read" ? 1 : 0;
  }
  EXPECT_EQ(refused, whole.size());
  for (std::size_t end = 0; end < whole.size(); end += 7) {
    put_bytes(whole.substr(0, end));
    ASSERT_NE(refusal(), "read") << end;
  }
}

TEST_F(NetworkFile, OfTheSameNetworkHasTheSameBytes) {
  write_network_file(path(), built(3), test_frame().crs());
  auto const first = bytes();
  write_network_file(path(), built(3), test_frame().crs());
  EXPECT_EQ(bytes(), first);
}

TEST_F(NetworkFile, IsRefusedWhenSomethingIsWrongWithIt) {
  write_network_file(path(), built(1), test_frame().crs());
  auto const whole = bytes();
  auto const changed = [&](std::size_t at) {
    auto other = whole;
    other[at] = static_cast<char>(other[at] ^ 1);
    return other;
  };
  put_bytes("");
  EXPECT_THAT(refusal(), HasSubstr("is no network file of gapmap"));
  put_bytes("SQLite format 3 and a few more bytes than a header has");
  EXPECT_THAT(refusal(), HasSubstr("is no network file of gapmap"));
  put_bytes(changed(8));
  EXPECT_THAT(refusal(), HasSubstr("another byte order"));
  put_bytes(changed(12));
  EXPECT_THAT(refusal(), HasSubstr("another version of gapmap"));
  put_bytes(whole.substr(0, whole.size() - 1));
  EXPECT_THAT(refusal(), HasSubstr("was not copied whole"));
  for (auto const at : {std::size_t{32}, whole.size() / 2, whole.size() - 1}) {
    put_bytes(changed(at));
    EXPECT_THAT(refusal(), HasSubstr("is damaged")) << at;
  }
  EXPECT_THAT(refusal(), HasSubstr("gapmap network build"));
  put_bytes(whole);
  EXPECT_THAT(refusal(WorkingFrame{Crs::from_text("EPSG:25829")}),
              HasSubstr("was built in EPSG:3067"));
  EXPECT_EQ(refusal(), "read");
}

TEST_F(NetworkFile, MissingIsAnInputError) { EXPECT_THAT(refusal(), HasSubstr("cannot be read")); }

TEST_F(NetworkFile, ThatCannotBeWrittenIsAnInputError) {
  EXPECT_THROW(
      write_network_file(Reading::path("no/such/folder/x.gmnet"), built(1), test_frame().crs()),
      InputError);
  EXPECT_THROW(write_network_file("/dev/full", built(1), test_frame().crs()), InputError);
}

}  // namespace
}  // namespace gapmap::io
