// Parsers of ours that need no file: sources, names, numbers of codes; and checksums.

#include "gapmap/io/schemas.h"

#include <array>

#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

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
      {"WFS:https://host:443/geo?service=WFS&typename=ns:layer",
       "WFS:https://host:443/geo?service=WFS&typename=ns:layer", ""},
      {"https://host:8080/a.geojson", "https://host:8080/a.geojson", ""},
      {"PG:host=db port=5432 dbname=gis:skeema.tiet", "PG:host=db port=5432 dbname=gis",
       "skeema.tiet"},
      {"PG:host=::1 dbname=gis", "PG:host=::1 dbname=gis", ""},
      {"/vsicurl/https://host:443/x.gpkg:a:b", "/vsicurl/https://host:443/x.gpkg", "a:b"},
      {"/vsizip/a.zip/x.gpkg:a/b", "/vsizip/a.zip/x.gpkg", "a/b"},
      {"postgresql://gis:secret@example.org", "postgresql://gis:secret@example.org", ""},
      {"PG:dbname=gis password='a:b'", "PG:dbname=gis password='a:b'", ""},
      {"PG:dbname=gis password='a:b':roads", "PG:dbname=gis password='a:b'", "roads"},
      {"/vsicurl/https://a.b:secret@host/x.gpkg:a", "/vsicurl/https://a.b:secret@host/x.gpkg", "a"},
      {"/vsicurl/https://host/x.gpkg?key=a:b", "/vsicurl/https://host/x.gpkg?key=a:b", ""},
      {"areas.zip/2026/areas.shp:areas", "areas.zip/2026/areas.shp", "areas"},
      {gpkg + ":ns:links", gpkg, "ns:links"},
      {gpkg + ":a/b", gpkg, "a/b"},
      {gpkg + ":kunnat: 2026", gpkg, "kunnat: 2026"},
      {odd + ":a:b", odd, "a:b"},
      {"nosuch.gpkg:a:b", "nosuch.gpkg", "a:b"},
      {"'" + gpkg + ":l'\\''area'", gpkg, "l'area"},
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
  for (int i = 1; i <= 7; ++i) report.count("no line", std::to_string(i));
  report.count("no name", "x", Consequence::Used);
  EXPECT_EQ(remarks_of(report), "7 left out: no line [1, 2, 3, 4, 5]\n1 used: no name [x]");
}

}  // namespace
}  // namespace gapmap::io
