// Parsers of ours that need no file: cell ids, sources, names, numbers of codes; and checksums.

#include "gapmap/io/schemas.h"

#include <array>
#include <cmath>
#include <random>
#include <sstream>

#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

TEST(ParseCellId, ReadsWhatFinlandAndEurostatWrite) {
  // id -> crs east north size
  std::istringstream table{R"(
      1kmN6717E385                       EPSG:3067 385000 6717000 1000
      1kmN6717E0385                      EPSG:3067 385000 6717000 1000
      5kmN6715E0385                      EPSG:3067 385000 6715000 5000
      250mN667175E38600                  EPSG:3067 386000 6671750 250
      250mN667175E038600                 EPSG:3067 386000 6671750 250
      CRS3035RES1000mN4177000E5121000    EPSG:3035 5121000 4177000 1000
      CRS3035RES1kmN4177000E5121000      EPSG:3035 5121000 4177000 1000
      CRS3035RES200mN4177000E5121000     EPSG:3035 5121000 4177000 200)"};
  std::size_t lines = 0;
  std::string id;
  for (SpelledCell expected{}; table >> id >> expected.crs >> expected.lower_left.x >>
                               expected.lower_left.y >> expected.size_m;
       ++lines) {
    SCOPED_TRACE(id);
    auto const cell = parse_cell_id(id);
    ASSERT_TRUE(cell);
    EXPECT_EQ(cell->crs, expected.crs);
    EXPECT_EQ(cell->lower_left.x, expected.lower_left.x);
    EXPECT_EQ(cell->lower_left.y, expected.lower_left.y);
    EXPECT_EQ(cell->size_m, expected.size_m);
  }
  EXPECT_EQ(lines, 8U);
}

TEST(ParseCellId, RefusesEverythingElse) {
  for (auto const* id : {"",
                         "1",
                         "km",
                         "1km",
                         "1kmN",
                         "1kmN6717",
                         "1kmN6717E",
                         "kmN6717E385",
                         "0kmN6717E385",
                         "1kmE385N6717",
                         "1kmN6717E385x",
                         " 1kmN6717E385",
                         "1kmN6717 E385",
                         "1kmN-6717E385",
                         "1kmN6717E-385",
                         "1kmN6717.5E385",
                         "1kmNinfE385",
                         "1kmNnanE385",
                         "infkmN6717E385",
                         "1e3mN6717E385",
                         "1milN6717E385",
                         "1KMn6717e385",
                         "CRS3035RES",
                         "CRS3035RESN4177000E5121000",
                         "CRS3067RES1000mN1E1",
                         "1kmN99999999999999999999999E385"}) {
    EXPECT_FALSE(parse_cell_id(id)) << id;
  }
}

TEST(ParseCellId, SurvivesAnyText) {
  auto const* text = std::getenv("GAPMAP_TEST_SEED");
  auto const seed = text == nullptr ? 7U : static_cast<unsigned>(std::stoul(text));
  SCOPED_TRACE("GAPMAP_TEST_SEED=" + std::to_string(seed));
  std::mt19937 random{seed};
  constexpr std::string_view kLetters = "0123456789NEkm.-CRS ";
  std::size_t read = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string id = "1kmN6717E385";
    for (auto changes = 1 + random() % 3; changes > 0; --changes)
      id[random() % id.size()] = kLetters[random() % kLetters.size()];
    if (auto const cell = parse_cell_id(id)) {
      ++read;
      EXPECT_TRUE(std::isfinite(cell->lower_left.x) && std::isfinite(cell->lower_left.y) &&
                  cell->size_m > 0)
          << id;
    }
  }
  EXPECT_GT(read, 100U);
  EXPECT_LT(read, 19'000U);
}

TEST(CodeWidth, IsThatOfTheConventionOfTheField) {
  EXPECT_EQ(code_width("kunta"), 3U);
  EXPECT_EQ(code_width("POSTI_ALUE"), 5U);
  EXPECT_EQ(code_width("hva"), 2U);
  EXPECT_EQ(code_width("koodi"), 0U);
  EXPECT_EQ(code_width("mikä tahansa"), 0U);
}

TEST(IsSameName, IgnoresCaseAlsoOfNordicLetters) {
  EXPECT_TRUE(is_same_name("VÄESTÖ", "väestö"));
  EXPECT_TRUE(is_same_name("Ålands", "ålands"));
  EXPECT_FALSE(is_same_name("vaesto", "väestö"));
  EXPECT_FALSE(is_same_name("T", "TT"));
}

class Sources : public Reading {};

TEST_F(Sources, AreAPathAndPerhapsALayer) {
  auto const gpkg = file("roads.gpkg", "x");
  auto const odd = file("a:b.gpkg", "x");
  // text -> path | layer
  std::vector<std::array<std::string, 3>> const table{
      {gpkg, gpkg, ""},
      {gpkg + ":links", gpkg, "links"},
      {odd, odd, ""},
      {odd + ":links", odd, "links"},
      {"nosuch.gpkg:links", "nosuch.gpkg", "links"},
      {"nosuch.gpkg", "nosuch.gpkg", ""},
      {"PG:dbname=gis", "PG:dbname=gis", ""},
      {"PG:dbname=gis:roads", "PG:dbname=gis", "roads"},
      {"WFS:https://example.org/wfs", "WFS:https://example.org/wfs", ""},
      {gpkg + ":", gpkg + ":", ""},
      {"", "", ""},
  };
  for (auto const& [text, path, layer] : table) {
    auto const source = parse_source(text);
    EXPECT_EQ(source.path, path) << text;
    EXPECT_EQ(source.layer, layer) << text;
  }
}

TEST_F(Sources, ThatAreFilesMustExist) {
  EXPECT_THAT(message_of<InputError>([&] { check_source({path("nosuch.gpkg")}); }),
              HasSubstr("there is no such file"));
  EXPECT_NO_THROW(check_source({file("is.gpkg", "")}));
  EXPECT_NO_THROW(check_source({"PG:dbname=gis"}));
  EXPECT_NO_THROW(check_source({"/vsizip/nosuch.zip"}));
}

TEST_F(Sources, AreKnownByTheirSha256) {
  auto const abc = fingerprint(file("abc", "abc"));  // FIPS 180-4, examples
  EXPECT_EQ(abc.bytes, 3U);
  EXPECT_EQ(abc.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(fingerprint(file("empty", "")).sha256,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  auto const million = fingerprint(file("million", std::string(1'000'000, 'a')));
  EXPECT_EQ(million.sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(fingerprint(file("more", std::string(3'000'001, 'a'))).bytes,
            3'000'001U);  // more than one block
  EXPECT_THROW(static_cast<void>(fingerprint(path("nosuch"))), InputError);
}

TEST(ImportReport, KeepsTheFirstFiveExamplesOfEachRemark) {
  ImportReport report;
  for (int i = 1; i <= 7; ++i) report.count("blank", std::to_string(i));
  report.count("odd", "x", Consequence::Used);
  EXPECT_EQ(remarks_of(report), "7 left out: blank [1, 2, 3, 4, 5]\n1 used: odd [x]");
}

}  // namespace
}  // namespace gapmap::io
