// Inputs from another computer: only if asked for, and their passwords and keys nowhere in what a
// command writes or says.

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/commands/file_server.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char const* kSecret = "S4laisuus-x";

constexpr char const* kRoads = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"Kohdeluokk":12131},"geometry":{"type":"LineString","coordinates":[[26.99,62.23],[27.01,62.23],[27.03,62.23]]}},
{"type":"Feature","properties":{"Kohdeluokk":12131},"geometry":{"type":"LineString","coordinates":[[27.03,62.23],[27.09,62.225]]}}]})";
constexpr char const* kPlaces = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"1","name":"Kirjasto"},"geometry":{"type":"Point","coordinates":[27.01,62.23]}}]})";

std::string bytes_at(std::string const& name) {
  auto* const file = VSIFOpenL(name.c_str(), "rb");
  if (file == nullptr) return {};
  std::string text;
  std::vector<char> block(1 << 16);
  for (std::size_t read = 0; (read = VSIFReadL(block.data(), 1, block.size(), file)) > 0;)
    text.append(block.data(), read);
  VSIFCloseL(file);
  return text;
}

/// Every file below a folder that holds `text`, also those packed in workbooks.
std::vector<std::string> files_with(std::string const& text, fs::path const& folder) {
  std::vector<std::string> found;
  for (auto const& entry : fs::recursive_directory_iterator{folder}) {
    auto const name = entry.path().string();
    if (name.find(text) != std::string::npos) found.push_back(name);
    if (!entry.is_regular_file()) continue;
    if (read_text(entry.path()).find(text) != std::string::npos) found.push_back(name);
    if (!name.ends_with(".xlsx")) continue;
    char** const parts = VSIReadDirRecursive(("/vsizip/" + name).c_str());
    EXPECT_GT(CSLCount(parts), 5) << name;
    for (char** part = parts; part != nullptr && *part != nullptr; ++part) {
      if (bytes_at("/vsizip/" + name + '/' + *part).find(text) != std::string::npos)
        found.push_back(name + '/' + *part);
    }
    CSLDestroy(parts);
  }
  return found;
}

class RemoteRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] static std::string sample(std::string const& name) {
    return (fs::path{GAPMAP_SOURCE_DIR} / "geodata/osm-sample" / name).string();
  }
  /// Addresses with secrets of three kinds.
  [[nodiscard]] std::string areas() const {
    return "http://nimi:" + std::string{kSecret} + '@' + server_.host() + "/areas.json";
  }
  [[nodiscard]] std::string roads() const {
    return "http://" + server_.host() + "/roads.json?api-key=" + kSecret;
  }
  [[nodiscard]] std::string places() const {
    return "/vsicurl/http://" + server_.host() + "/places.json?token=" + kSecret;
  }
  [[nodiscard]] std::vector<std::string> question(std::string const& command,
                                                  std::string const& output) const {
    return {command,     "--areas",      areas(),
            "--roads",   roads(),        "--places",
            places(),    "--population", sample("population.csv"),
            "--limit",   "2 km",         "-o",
            path(output)};
  }
  static Ran run(std::vector<std::string> words, std::vector<std::string> const& more = {}) {
    words.insert(words.end(), more.begin(), more.end());
    return run_program(std::move(words));
  }
  void expect_no_secret(Ran const& ran) const {
    EXPECT_THAT(ran.out, Not(HasSubstr(kSecret)));
    EXPECT_THAT(ran.err, Not(HasSubstr(kSecret)));
    EXPECT_THAT(files_with(kSecret, folder_.path()), IsEmpty());
  }

  TemporaryFolder folder_;
  FileServer server_{{{"areas.json", read_text(sample("areas.geojson"))},
                      {"roads.json", kRoads},
                      {"places.json", kPlaces}}};
};

TEST_F(RemoteRun, SecretsAreInNoOutputOfAnyCommand) {
  std::vector<std::string> const allowed{"--allow-remote", "--verbose"};
  auto const expect_done = [&](Ran const& ran) {
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    expect_no_secret(ran);
  };
  auto const zones = "http://" + server_.host() + "/areas.json?avain=" + kSecret + ".2019";
  expect_done(run(question("coverage", "a"), {"--allow-remote", "--verbose", "--roads-used",
                                              "--cache", path("cache"), "--zones", zones}));
  EXPECT_GT(server_.connections(), 0);
  EXPECT_THAT(read_text(path("a/run.json")),
              AllOf(HasSubstr("nimi:***@"), HasSubstr("api-key=***"), HasSubstr("token=***")));
  expect_done(run(question("coverage", "b"), {"--allow-remote", "--mode=walk"}));
  expect_done(run(question("coverage", "published"), {"--allow-remote", "--publish"}));
  expect_done(run(question("check", "check"), {"--allow-remote", "--verbose", "--zones", zones}));
  expect_done(run(question("matrix", "matrix"), allowed));
  expect_done(run({"isochrone", "--places", places(), "--roads", roads(), "--limits", "1,2 km",
                   "-o", path("isochrone")},
                  allowed));
  expect_done(run({"network", "info", roads(), "-o", path("info")}, allowed));
  expect_done(run({"network", "build", roads(), "-o", path("roads.gmnet")}, allowed));
  expect_done(run({"report", path("a"), "-o", path("report"), "--verbose"}));
  auto const compared = run({"compare", path("a"), path("b"), "-o", path("compare"), "--verbose"});
  expect_done(compared);
  EXPECT_THAT(compared.err, HasSubstr("are not fetched again"));
}

TEST_F(RemoteRun, SecretsAreInNoError) {
  auto const secret = std::string{kSecret};
  for (std::string const& areas :
       {"http://nimi:" + secret + '@' + server_.host() + "/missing.json?apikey=" + secret,
        "http://nowhere.invalid/a.json?key=" + secret,
        "PG:host=127.0.0.1 port=9 dbname=gis password=" + secret,
        "PG:host=127.0.0.1 port=9 dbname=gis password=a " + secret,
        "PG:host=127.0.0.1 port=9 dbname=gis password='a " + secret,
        "postgresql://gis:" + secret + "@127.0.0.1:9/gis",
        "MYSQL:gis,host=127.0.0.1,port=9,password=" + secret,
        "MSSQL:server=127.0.0.1;database=gis;PWD=" + secret,
        "WFS:http://" + server_.host() + "/missing?token=" + secret}) {
    for (std::vector<std::string> const& more : {std::vector<std::string>{}, {"--allow-remote"}}) {
      for (auto const& [command, language] :
           {std::pair{"coverage", "--lang=en"}, {"check", "--lang=en"}, {"check", "--lang=sv"}}) {
        auto words = question(command, "error");
        words[2] = areas;
        words.emplace_back(language);
        auto const ran = run(words, more);
        EXPECT_EQ(ran.exit_code, 1) << areas;
        expect_no_secret(ran);
      }
    }
  }
  expect_no_secret(run({"coverage", "PG:dbname=gis", "user=gis", "password=" + secret}));
}

TEST_F(RemoteRun, NothingIsFetchedUnlessAskedFor) {
  auto const vrt = path("a.vrt");
  write_text(vrt, "<OGRVRTDataSource><OGRVRTLayer name=\"areas\"><SrcDataSource>" + areas() +
                      "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  for (auto const& input :
       {areas(), "/vsicurl/" + areas(), "GeoJSON:" + areas(), vrt,
        "/vsizip//vsicurl/http://" + server_.host() + "/a.zip",
        "WFS:http://" + server_.host() + "/wfs", "PG:host=127.0.0.1 port=" + server_.port(),
        "ES:http://" + server_.host()}) {
    auto words = question("coverage", "out");
    words[2] = input;
    words[4] = sample("town.osm");
    words[6] = sample("town.osm");
    auto const ran = run(words, {"--places-where", "amenity=community_centre"});
    EXPECT_EQ(ran.exit_code, 1) << input;
    EXPECT_THAT(ran.err, HasSubstr("add --allow-remote to the command")) << input;
    EXPECT_THAT(ran.err, HasSubstr("127.0.0.1")) << input;
    EXPECT_FALSE(fs::exists(path("out"))) << input;
  }
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(RemoteRun, AJobFileCannotAskForIt) {
  write_text(path("job.toml"), "limit = \"2 km\"\nallow_remote = true\n");
  for (auto const* command : {"coverage", "check", "matrix", "isochrone"}) {
    auto const ran = run({command, path("job.toml"), "-o", path("out")});
    EXPECT_EQ(ran.exit_code, 2) << command;
    EXPECT_THAT(ran.err, HasSubstr("job.toml, line 2: \"allow_remote\" is no key of a job file"));
  }
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(RemoteRun, ARunIsTheSameWithInputsFetched) {
  auto const local = run({"coverage", "geodata/osm-sample/job.toml", "-o", path("local")});
  ASSERT_EQ(local.exit_code, 0) << local.err;
  auto const fetched = run({"coverage", "geodata/osm-sample/job.toml", "--areas", areas(),
                            "--allow-remote", "-o", path("fetched")});
  ASSERT_EQ(fetched.exit_code, 0) << fetched.err;
  EXPECT_EQ(read_text(path("local/cells.csv")), read_text(path("fetched/cells.csv")));
}

}  // namespace
}  // namespace gapmap
