#include "gapmap/io/network_file.h"

#include <fstream>
#include <iterator>

#include "tests/io/reading.h"
#include "tests/support/random_network.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

class NetworkFile : public Reading {
 protected:
  static BuiltNetwork built(std::uint64_t seed) {
    Random random{seed};
    BuiltNetwork built;
    built.assembly.network = random_network(random);
    built.assembly.joined_ends = 7;
    built.assembly.repeated_points = 9;
    built.graph = graph::build(built.assembly.network);
    built.report.recognised = "roads by chance";
    built.report.crs = "EPSG:3067";
    built.report.rows = 90;
    built.report.rows_used = 88;
    built.report.count("line without length", "17");
    built.report.count("unknown road class", "18", Consequence::Used);
    return built;
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
    ASSERT_EQ(after.segments.size(), before.segments.size());
    for (auto const s : after.segments.ids()) {
      EXPECT_EQ(after.segments[s].from, before.segments[s].from);
      EXPECT_EQ(after.segments[s].to, before.segments[s].to);
      EXPECT_EQ(after.segments[s].attributes, before.segments[s].attributes);
    }
    ASSERT_EQ(read.graph.edges(), written.graph.edges());
    for (auto const s : after.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        auto const edge = written.graph.edge(s, direction);
        EXPECT_EQ(read.graph.edge(s, direction), edge);
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

}  // namespace
}  // namespace gapmap::io
