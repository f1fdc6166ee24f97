#include "gapmap/io/archive.h"

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/io/dataset.h"
#include "gapmap/io/source.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr char const* kAreas = R"({"type":"FeatureCollection","features":[{"type":"Feature",
"properties":{"nimi":"Juva"},"geometry":{"type":"Point","coordinates":[27,62]}}]})";

class Archives : public Reading {
 protected:
  /// Packs text by name into the file, by GDAL.
  [[nodiscard]] std::string zipped(
      std::string const& name,
      std::vector<std::pair<std::string, std::string>> const& files) const {
    auto const archive = path(name);
    // One that is open as a whole takes one file after the other.
    auto* const whole = VSIFOpenL(("/vsizip/" + archive).c_str(), "wb");
    for (auto const& [inside, text] : files) write("/vsizip/" + archive + '/' + inside, text);
    VSIFCloseL(whole);
    return archive;
  }
  [[nodiscard]] std::string gzipped(std::string const& name, std::string const& text) const {
    write("/vsigzip/" + path(name), text);
    return path(name);
  }
  [[nodiscard]] static std::vector<std::string> names_of(std::string const& input) {
    std::vector<std::string> names;
    auto const table = Table::open(parse_source(input));
    table.visit([&](Record const& record) {
      names.push_back(record.text(*table.find_field("nimi")).value_or(""));
    });
    return names;
  }

 private:
  static void write(std::string const& name, std::string const& text) {
    auto* const file = VSIFOpenL(name.c_str(), "wb");
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
  }
};

TEST_F(Archives, AreTheOneDatasetInThem) {
  EXPECT_THAT(names_of(zipped("a.zip", {{"2026/alueet.geojson", kAreas},
                                        {"2026/LUEMINUT.txt", "x"},
                                        {"2026/alueet.geojson.aux.xml", "<a/>"},
                                        {"__MACOSX/2026/._alueet.geojson", "x"}})),
              ElementsAre("Juva"));
  EXPECT_THAT(names_of(zipped("b.ZIP", {{"a.csv", "nimi;x\nJuva;1\nPuumala;2\n"}})),
              ElementsAre("Juva", "Puumala"));
  EXPECT_THAT(names_of(zipped("c.zip", {{"a.json", kAreas}})), ElementsAre("Juva"));
  EXPECT_THAT(names_of(gzipped("d.geojson.gz", kAreas)), ElementsAre("Juva"));
  EXPECT_THAT(names_of(gzipped("e.csv.gz", "nimi;x\nJuva;1\n")), ElementsAre("Juva"));
  EXPECT_FALSE(std::filesystem::exists(path("e.csv.gz.properties")));
}

TEST_F(Archives, WithSeveralDatasetsWantOneNamed) {
  auto const zip = zipped("a.zip", {{"k/a.geojson", kAreas}, {"k/b.csv", "nimi;x\nB;1\n"}});
  EXPECT_EQ(message_of<InputError>([&] { static_cast<void>(names_of(zip)); }),
            zip + ": holds 2 datasets: k/a.geojson, k/b.csv; name one as " + zip + "/k/a.geojson");
  EXPECT_THAT(names_of(zip + "/k/a.geojson"), ElementsAre("Juva"));
  EXPECT_THAT(names_of(zip + "/k/a.geojson:a"), ElementsAre("Juva"));
  EXPECT_THAT(names_of(zip + "/k/b.csv"), ElementsAre("B"));
  EXPECT_THAT(names_of("/vsizip/" + zip + "/k/b.csv"), ElementsAre("B"));
  EXPECT_THAT(
      message_of<InputError>([&] { static_cast<void>(names_of(zip + "/k/c.geojson")); }),
      StartsWith(zip + ": has no \"k/c.geojson\" in it; it holds k/a.geojson, k/b.csv; name one"));
}

TEST_F(Archives, OfNothingAreRefused) {
  auto const only_picture = zipped("a.zip", {{"kuva.png", "x"}});
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(names_of(only_picture)); }),
              HasSubstr("holds nothing that can be an input, only kuva.png"));
  auto const broken = file("b.zip", "PK");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(names_of(broken)); }),
              HasSubstr("no archive though it is called so"));
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(names_of(path("no.zip/a.shp"))); }),
              HasSubstr("there is no such file"));
}

TEST_F(Archives, AreTheFilesOfRecord) {
  auto const zip = zipped("a.zip", {{"a.geojson", kAreas}, {"b.csv", "nimi;x\nB;1\n"}});
  for (auto const* inside : {"/a.geojson", "/b.csv"}) {
    EXPECT_THAT(Table::open({zip + inside}).files(), ElementsAre(zip)) << inside;
    auto table = Table::open({"/vsizip/" + zip + inside});
    EXPECT_THAT(table.files(), ElementsAre(zip)) << inside;
    EXPECT_EQ(table.fingerprints().front().sha256, fingerprint(zip).sha256) << inside;
  }
}

}  // namespace
}  // namespace gapmap::io
