// gapmap report makes the very files of the run anew, and other ones where it is asked to.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> const kMade{"gapmap.gpkg",    "gapmap.qgs",     "gapmap.xlsx",
                                     "report.en.html", "report.fi.html", "report.sv.html"};

constexpr char const* kLogo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>)";

class ReportRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }
  /// A run whose results are in the folder "run".
  void cover(std::vector<std::string> const& words) const {
    std::vector<std::string> all{"coverage", "--quiet", "--overwrite", "-o", path("run")};
    all.insert(all.end(), words.begin(), words.end());
    auto const ran = run_program(all);
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
  }
  /// What it says on stderr.
  std::string report(std::vector<std::string> const& words) const {
    std::vector<std::string> all{"report", path("run")};
    all.insert(all.end(), words.begin(), words.end());
    auto const ran = run_program(all);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran.err;
  }
  [[nodiscard]] std::string text(std::string const& name) const { return read_text(path(name)); }
  [[nodiscard]] std::map<std::string, std::string> all_of(std::string const& folder) const {
    std::map<std::string, std::string> files;
    for (auto const& name : names_in(path(folder))) files[name] = text(folder + "/" + name);
    return files;
  }
  void expect_made_alike() const {
    EXPECT_EQ(report({"-o", path("anew")}), "");
    EXPECT_EQ(names_in(path("anew")), kMade);
    for (auto const& file : kMade) EXPECT_TRUE(text("run/" + file) == text("anew/" + file)) << file;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ReportRun, WithoutOptionsTheFilesAreThoseOfTheRun) {
  write_text(path("logo.svg"), kLogo);
  cover({"tests/commands/zones/job.toml",
         "--nearest",
         "2",
         "--accounts",
         "--accessibility",
         "--requirement",
         "name=muisti; where=kohderyhma like 'muisti%'; limit=20 km",
         "--population-official",
         "geodata/etela-savo/municipality_population.csv",
         "--official-year",
         "2020",
         "--candidates",
         "geodata/etela-savo/villages.gpkg",
         "--title",
         "Paikat",
         "--region",
         "Etelä-Savo",
         "--logo",
         path("logo.svg"),
         "--lang",
         "sv"});
  expect_made_alike();
}

TEST_F(ReportRun, SoAreThoseOfARunByTimeInAnotherSystem) {
  cover({"geodata/varsinais-suomi/job.toml", "--limit", "30 min", "--classes", "10,20,45 min",
         "--crs", "EPSG:3879", "--study", "kunta in ('445','322','529','895')"});
  expect_made_alike();
}

TEST_F(ReportRun, SoAreThoseOfARunWithFractionsOfResidents) {
  cover({"geodata/helsinki-centre/job.toml"});
  expect_made_alike();
}

TEST_F(ReportRun, SoAreThoseOfInputsWhoseNamesAreNoUtf8) {
  auto const places = path("paikat-\xE4.csv");
  fs::copy_file(fs::path{GAPMAP_SOURCE_DIR} / "geodata/etela-savo/places.csv", places);
  cover({"geodata/etela-savo/job.toml", "--places", places});
  EXPECT_THAT(text("run/report.fi.html"),
              AllOf(HasSubstr("paikat-\xEF\xBF\xBD.csv"), Not(HasSubstr("paikat-\xE4.csv"))));
  expect_made_alike();
  auto const ran = run_program({"report", path("run"), "--title", "T\xE4ss\xE4"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--title: is not in UTF-8"));
}

TEST_F(ReportRun, ARunWithoutGapsHasEmptyTables) {
  cover({"geodata/etela-savo/job.toml", "--limit", "300 km", "--study", "kunta = '491'"});
  EXPECT_THAT(text("run/report.fi.html"), HasSubstr("<p class=\"region\">Mikkeli</p>"));
  expect_made_alike();
}

TEST_F(ReportRun, AnotherLanguageAndTitleAreThereInPlaceAndTheRecordStays) {
  cover({"geodata/etela-savo/job.toml"});
  auto const before = all_of("run");
  EXPECT_EQ(run_program({"report", path("run"), "--lang", "sv"}).exit_code, 1) << "no --overwrite";
  EXPECT_EQ(all_of("run"), before);
  report({"--lang", "sv", "--title", "Platser & <b>människor</b>", "--overwrite"});
  EXPECT_THAT(text("run/gapmap.qgs"),
              AllOf(HasSubstr("<title>Platser &amp; &lt;b&gt;människor&lt;/b&gt;</title>"),
                    HasSubstr("Befolkningsrutor"), Not(HasSubstr("Väestöruudut"))));
  EXPECT_THAT(text("run/report.fi.html"),
              HasSubstr("<h1>Platser &amp; &lt;b&gt;människor&lt;/b&gt;</h1>"));
  auto after = all_of("run");
  for (auto const& [name, bytes] : before) {
    bool const is_made = std::ranges::find(kMade, name) != kMade.end();
    EXPECT_EQ(after[name] == bytes, !is_made) << name;
  }
  report({"--overwrite"});
  EXPECT_TRUE(all_of("run") == before) << "what is not given is as in the run";
}

TEST_F(ReportRun, ALogoThatIsGoneIsLeftOutWithARemark) {
  write_text(path("logo.svg"), kLogo);
  cover({"geodata/etela-savo/job.toml", "--title", "Paikat", "--logo", path("logo.svg")});
  EXPECT_THAT(text("run/report.sv.html"), HasSubstr("src=\"data:image/svg+xml;base64,"));
  fs::rename(path("logo.svg"), path("moved.svg"));
  EXPECT_THAT(report({"-o", path("without")}),
              AllOf(HasSubstr("the logo of the run is left out: " + path("logo.svg")),
                    HasSubstr("give it with --logo")));
  EXPECT_THAT(text("without/report.sv.html"),
              AllOf(Not(HasSubstr("<img")), HasSubstr("<h1>Paikat</h1>")));
  EXPECT_EQ(report({"-o", path("with"), "--logo", path("moved.svg")}), "");
  EXPECT_TRUE(text("with/report.sv.html") == text("run/report.sv.html"));
}

TEST_F(ReportRun, ARecordThatWasSpoiltIsSaidSo) {
  cover({"geodata/helsinki-centre/job.toml"});
  auto const record = text("run/run.json");
  auto const said_with = [&](std::string const& what, std::string const& by) {
    EXPECT_THAT(record, HasSubstr(what));
    write_text(path("run/run.json"), replaced(record, what, by));
    auto const ran = run_program({"report", path("run"), "-o", path("anew")});
    EXPECT_EQ(ran.exit_code, 1);
    return ran.err;
  };
  EXPECT_THAT(said_with("\"crs\": \"EPSG:3067\"", "\"crs\": \"EPSG:0\""),
              HasSubstr("run.json has an option that cannot be used: --crs"));
  for (auto const* limit : {"\"ten\"", "-600", "1e999", "null"}) {
    EXPECT_THAT(said_with("\"limit_s\": 600", "\"limit_s\": " + std::string{limit}),
                HasSubstr("run.json: is not as gapmap wrote it"))
        << limit;
  }
  EXPECT_THAT(said_with("\"facts\"", "\"lost\""), HasSubstr("run.json: is of an older gapmap"));
  EXPECT_THAT(said_with("\"command\": \"coverage\"", "\"command\": \"other\""),
              HasSubstr("holds the results of \"gapmap other\""));
  EXPECT_FALSE(fs::exists(path("anew")));
}

TEST_F(ReportRun, ResultsOfOtherCommandsAreRefused) {
  ASSERT_EQ(run_program({"isochrone", "--places", "geodata/etela-savo/places.csv", "--roads",
                         "geodata/etela-savo/roads.gpkg", "--quiet", "--limits", "5 km", "-o",
                         path("run")})
                .exit_code,
            0);
  auto const ran = run_program({"report", path("run"), "-o", path("anew")});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("give the results of gapmap coverage"));
  EXPECT_FALSE(fs::exists(path("anew")));
}

}  // namespace
}  // namespace gapmap
