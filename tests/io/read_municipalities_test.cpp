#include "gapmap/io/read_municipalities.h"

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

char const* const kFirstSquare =
    "POLYGON ((400000 6800000,410000 6800000,410000 6810000,400000 6810000,400000 6800000))";
char const* const kNextSquare =
    "POLYGON ((410000 6800000,420000 6800000,420000 6810000,410000 6810000,410000 6800000))";

class ReadMunicipalities : public Reading {
 protected:
  /// Two squares with these fields, in a fresh GeoPackage.
  [[nodiscard]] std::string squares(std::vector<std::string> const& fields,
                                    std::vector<std::string> const& first,
                                    std::vector<std::string> const& second,
                                    std::vector<std::string> integers = {}) const {
    std::filesystem::remove(path("a.gpkg"));
    write_dataset(path("a.gpkg"), "GPKG",
                  {{.name = "areas",
                    .type = wkbPolygon,
                    .fields = fields,
                    .rows = {{kFirstSquare, first}, {kNextSquare, second}},
                    .integer_fields = std::move(integers)}});
    return path("a.gpkg");
  }
  /// "020 Akaa, 091 Helsinki*": codes and names; * if not studied.
  [[nodiscard]] std::string read(MunicipalityInput const& input) const {
    std::string text;
    for (auto const& each : read_municipalities(input, frame).municipalities) {
      text +=
          (text.empty() ? "" : ", ") + each.code + " " + each.name + (each.is_studied ? "" : "*");
    }
    return text;
  }
  [[nodiscard]] std::string error_of(MunicipalityInput const& input) const {
    return message_of<InputError>([&] { static_cast<void>(read(input)); });
  }
};

TEST_F(ReadMunicipalities, CodesGetTheirZerosBackWhereTheConventionFixesTheirWidth) {
  struct Convention {
    char const *code, *name, *expected, *title;
  };
  constexpr Convention kConventions[]{
      {"kunta", "nimi", "005 A, 091 B", "Statistics Finland municipalities"},
      {"KUNTA", "NAMN", "005 A, 091 B", "Statistics Finland municipalities"},
      {"natcode", "namefin", "005 A, 091 B", "National Land Survey administrative areas"},
      {"kuntatunnus", "kuntanimi", "005 A, 091 B", "National Land Survey administrative areas"},
      {"posti_alue", "nimi", "00005 A, 00091 B", "Statistics Finland postal areas"},
      {"postinumeroalue", "namn", "00005 A, 00091 B", "Statistics Finland postal areas"},
      {"hyvinvointialue", "nimi", "05 A, 91 B", "wellbeing services counties"},
      {"hva", "name", "05 A, 91 B", "wellbeing services counties"},
      {"LAU_ID", "LAU_NAME", "005 A, 091 B", "Eurostat local administrative units"},
      {"kuntakoodi", "name", "005 A, 091 B", "municipalities with a code"},
      {"koodi", "nimi", "5 A, 91 B", "areas with a code"},
      {"code", "name", "5 A, 91 B", "areas with a code"},
      {"maakunta", "nimi", "05 A, 91 B", "regions"},
      {"maakunta_code", "nimi", "05 A, 91 B", "regions"},
  };
  for (auto const& [code, name, expected, title] : kConventions) {
    SCOPED_TRACE(code);
    auto const source = squares({code, name}, {"5", "A"}, {"91", "B"}, {code});
    EXPECT_EQ(read({.source = {source}}), expected);
    EXPECT_THAT(read_municipalities({.source = {source}}, frame).report.recognised,
                ::testing::StartsWith(title));
  }
}

TEST_F(ReadMunicipalities, CodesThatAreTextStayAsTheyAre) {
  EXPECT_EQ(
      read({.source = {squares({"hva", "nimi"}, {"05", "Varsinais-Suomi"}, {"90", "Helsinki"})}}),
      "05 Varsinais-Suomi, 90 Helsinki");
  EXPECT_EQ(read({.source = {squares({"kunta", "nimi"}, {"020", "Akaa"}, {"X-1", "Muu"})}}),
            "020 Akaa, X-1 Muu");
  EXPECT_EQ(read({.source = {squares({"kunta", "nimi"}, {"20.0", "Akaa"}, {" 91 ", "Helsinki "})}}),
            "020 Akaa, 091 Helsinki");
}

TEST_F(ReadMunicipalities, AFieldTheUserNamesIsReadByItsOwnConvention) {
  EXPECT_EQ(
      read({.source = {squares({"hva", "kunta", "nimi"}, {"5", "853", "A"}, {"6", "609", "B"})},
            .code_field = "hva"}),
      "05 A, 06 B");
  EXPECT_EQ(read({.source = {squares({"tunniste", "nimi"}, {"7", "A"}, {"8", "B"})},
                  .code_field = "tunniste"}),
            "7 A, 8 B");
}

TEST_F(ReadMunicipalities, FeaturesWithOneCodeAreOneArea) {
  auto const areas = read_municipalities(
      {.source = {squares({"kunta", "nimi"}, {"20", "Akaa"}, {"020", ""})}}, frame);
  ASSERT_EQ(areas.municipalities.size(), 1U);
  EXPECT_DOUBLE_EQ(area_m2(areas.municipalities[MunicipalityId{0}].area), 2e8);
  EXPECT_EQ(areas.municipalities[MunicipalityId{0}].area.rings(), 1U);
  EXPECT_EQ(areas.report.rows_used, 2U);
}

TEST_F(ReadMunicipalities, AreOrderedByCode) {
  EXPECT_EQ(read({.source = {squares({"kunta", "nimi"}, {"91", "Helsinki"}, {"20", "Akaa"})}}),
            "020 Akaa, 091 Helsinki");
}

TEST_F(ReadMunicipalities, StudyMarksAndSelectsSomething) {
  auto const source = squares({"kunta", "nimi"}, {"020", "Akaa"}, {"091", "Helsinki"});
  EXPECT_EQ(read({.source = {source}, .study = "kunta in ('091')"}), "020 Akaa*, 091 Helsinki");
  EXPECT_THAT(error_of({.source = {source}, .study = "kunta = '000'"}),
              HasSubstr("`study` \"kunta = '000'\" selects no area"));
  EXPECT_THAT(message_of<UsageError>(
                  [&] { static_cast<void>(read({.source = {source}, .study = "nosuch = 1"})); }),
              HasSubstr("`study` \"nosuch = 1\" cannot be used"));
}

TEST_F(ReadMunicipalities, DirtyRowsAreCounted) {
  auto const polygon = [](std::string const& ring) {
    return R"({"type":"Polygon","coordinates":[[)" + ring + "]]}";
  };
  auto const name = file(
      "a.geojson",
      geojson(
          {{polygon("[27,61],[27.1,61.1],[27.1,61],[27,61.1],[27,61]"),
            R"({"kunta":"001","nimi":"Bow"})"},
           {polygon("[27,61],[27.1,61],[27,61]"), R"({"kunta":"002","nimi":"Flat"})"},
           {polygon("[27,61],[27.1,61],[27,61.1],[27,61]"), R"({"kunta":null,"nimi":"Codeless"})"},
           {R"({"type":"Point","coordinates":[27,61]})", R"({"kunta":"004","nimi":"Point"})"},
           {polygon("[61,27],[61.1,27],[61,27.1],[61,27]"), R"({"kunta":"005","nimi":"Swapped"})"},
           {polygon("[27,61,5],[27.1,61,5],[27,61.1,5],[27,61,5]"),
            R"({"kunta":"006","nimi":"High"})"}}));
  auto const areas = read_municipalities({.source = {name}}, frame);
  ASSERT_EQ(areas.municipalities.size(), 2U);
  for (auto const& each : areas.municipalities) EXPECT_TRUE(is_valid(each.area));
  EXPECT_EQ(remarks_of(areas.report),
            "1 used: invalid polygon (Self-intersection), repaired [001]\n1 left out: polygon that "
            "encloses nothing "
            "[002]\n1 left out: no code [2]\n"
            "1 left out: no polygon [004]\n1 left out: coordinates in the wrong order (x and y "
            "swapped) [005]");
}

TEST_F(ReadMunicipalities, LayersAreListedWhereThereAreSeveralOrTheOneNamedIsMissing) {
  WrittenLayer const layer{.name = "kunnat",
                           .type = wkbPolygon,
                           .fields = {"kunta", "nimi"},
                           .rows = {{kFirstSquare, {"1", "A"}}}};
  auto other = layer;
  other.name = "alueet";
  write_dataset(path("two.gpkg"), "GPKG", {layer, other});
  EXPECT_THAT(error_of({.source = {path("two.gpkg")}}),
              HasSubstr("has 2 layers; its layers are kunnat, alueet; name one as "));
  EXPECT_THAT(error_of({.source = {path("two.gpkg"), "maat"}}),
              HasSubstr("has no layer \"maat\"; its layers are kunnat, alueet"));
  EXPECT_EQ(read({.source = parse_source(path("two.gpkg") + ":alueet")}), "001 A");
}

TEST_F(ReadMunicipalities, ReadsEveryFormatAlike) {
  for (auto const& [driver, name] :
       {std::pair{"GPKG", "k.gpkg"}, {"ESRI Shapefile", "k.shp"}, {"FlatGeobuf", "k.fgb"}}) {
    SCOPED_TRACE(driver);
    write_dataset(path(name), driver,
                  {{.name = "k",
                    .type = wkbPolygon,
                    .fields = {"kunta", "nimi"},
                    .rows = {{kFirstSquare, {"091", "Äänekoski"}}}}});
    auto const areas = read_municipalities({.source = {path(name)}}, frame);
    EXPECT_EQ(areas.municipalities[MunicipalityId{0}].name, "Äänekoski");
    EXPECT_DOUBLE_EQ(area_m2(areas.municipalities[MunicipalityId{0}].area), 1e8);
    EXPECT_EQ(areas.report.crs, "EPSG:3067");
    EXPECT_FALSE(areas.report.files.empty());
  }
}

TEST_F(ReadMunicipalities, AnEmptyLayerALayerWithoutCrsAndLinesAreErrors) {
  WrittenLayer layer{.name = "k", .type = wkbPolygon, .fields = {"kunta", "nimi"}};
  write_dataset(path("empty.gpkg"), "GPKG", {layer});
  EXPECT_THAT(error_of({.source = {path("empty.gpkg")}}), HasSubstr("layer \"k\": has no rows"));
  layer.rows = {{kFirstSquare, {"1", "A"}}};
  layer.epsg = 0;
  write_dataset(path("nocrs.gpkg"), "GPKG", {layer});
  EXPECT_THAT(error_of({.source = {path("nocrs.gpkg")}}),
              HasSubstr("name it with `areas-crs`, for example"));
  EXPECT_EQ(read({.source = {.path = path("nocrs.gpkg"), .crs = "EPSG:3067"}}), "001 A");
  write_dataset(path("line.gpkg"), "GPKG",
                {{.name = "l", .type = wkbLineString, .rows = {{"LINESTRING (1 2,3 4)", {}}}}});
  EXPECT_THAT(error_of({.source = {path("line.gpkg")}}),
              HasSubstr("holds lines, but areas are polygons"));
  EXPECT_THAT(error_of({.source = {file("t.csv", "kunta;nimi\n1;A\n")}}),
              HasSubstr("holds no geometry, but areas are polygons"));
}

TEST_F(ReadMunicipalities, HaveTheirNamesInEveryLanguageOfTheLayer) {
  auto const names = [&](MunicipalityInput const& input) {
    return read_municipalities(input, frame).municipalities[MunicipalityId{0}].names;
  };
  MunicipalityInput input{.source = {squares({"kunta", "nimi", "namn", "name"},
                                             {"109", "Hämeenlinna", "Tavastehus", ""},
                                             {"061", "Forssa", "Forssa", "Forssa"})}};
  auto const all = read_municipalities(input, frame).municipalities;
  EXPECT_EQ(all[MunicipalityId{1}].name, "Hämeenlinna");
  EXPECT_EQ(all[MunicipalityId{1}].names,
            (NamesByLanguage{{"fi", "Hämeenlinna"}, {"sv", "Tavastehus"}}));
  EXPECT_EQ(all[MunicipalityId{0}].names.size(), 3U) << "name is English beside nimi";
  input.name_field = "namn";
  EXPECT_TRUE(names(input).empty()) << "a name that is asked for is the name";
  EXPECT_TRUE(names({.source = {squares({"kunta", "name"}, {"1", "A"}, {"2", "B"})}}).empty())
      << "one language tells nothing about others";
  EXPECT_EQ(names({.source = {squares({"natcode", "namefin", "nameswe"}, {"1", "A", "Å"},
                                      {"2", "B", "B"})}}),
            (NamesByLanguage{{"fi", "A"}, {"sv", "Å"}}));
}

/// Two municipalities of one county and of regions of their own, one with the county's name.
class StudyByName : public ReadMunicipalities {
 protected:
  [[nodiscard]] std::string studied(std::string const& study, bool has_key = true) const {
    MunicipalityInput input{
        .source = {squares({"kunta", "nimi", "namn"}, {"109", "Hämeenlinna", "Tavastehus"},
                           {"061", "Forssa", "Forssa"})},
        .study = study};
    if (has_key) {
      input.key = AreaKeyInput{
          .source = {file("key.csv",
                          "kunta,maakunta_code,maakunta_name_fi,maakunta_name_sv,"
                          "hyvinvointialue_code,hyvinvointialue_name_fi,seutukunta_code,"
                          "seutukunta_name_fi\n"
                          "109,5,Kanta-Häme,Egentliga Tavastland,7,Kanta-Häme,51,Hämeenlinna\n"
                          "61,5,Kanta-Häme,Egentliga Tavastland,7,Kanta-Häme,53,Lounais-Häme\n"
                          "20,6,Lounais-Häme,Birkaland,8,Pirkanmaa,64,Tampere\n")}};
    }
    return read(input);
  }
  [[nodiscard]] std::string refused(std::string const& study, bool has_key = true) const {
    return message_of<InputError>([&] { static_cast<void>(studied(study, has_key)); });
  }
};

TEST_F(StudyByName, MunicipalitiesAreNamedInAnyLanguageOrByCode) {
  for (auto const* study : {"Hämeenlinna", "hämeenlinna ", "Hameenlinna", "Tavastehus", "109",
                            "kunta Hämeenlinna", "kommun Tavastehus", "kunta 109"})
    EXPECT_EQ(studied(study), "061 Forssa*, 109 Hämeenlinna") << study;
  EXPECT_EQ(studied("Forssa, Tavastehus"), "061 Forssa, 109 Hämeenlinna");
  EXPECT_EQ(studied("61; 109", false), "061 Forssa, 109 Hämeenlinna");
}

TEST_F(StudyByName, AreasOfAnyLevelOfTheKeyAreTheirMunicipalities) {
  for (auto const* study : {"Kanta-Häme", "kanta-hame", "Egentliga Tavastland",
                            "maakunta Kanta-Häme", "hyvinvointialue 07"})
    EXPECT_EQ(studied(study), "061 Forssa, 109 Hämeenlinna") << study;
  EXPECT_EQ(studied("Lounais-Häme"), "061 Forssa, 109 Hämeenlinna*")
      << "nobody of the region of that name is here";
  EXPECT_EQ(studied("seutukunta Hämeenlinna"), "061 Forssa*, 109 Hämeenlinna");
}

TEST_F(StudyByName, WhatIsOfNothingIsRefusedWithWhatIsLikeIt) {
  EXPECT_THAT(refused("Kanta-Hämee"),
              HasSubstr("`study`: nothing is called \"Kanta-Hämee\"; did you "
                        "mean \"Kanta-Häme\"?"));
  EXPECT_THAT(refused("Forsa"), HasSubstr("did you mean \"Forssa\"?"));
  EXPECT_THAT(refused("Oulu"), HasSubstr("names of areas of the key"));
  EXPECT_THAT(refused("Kanta-Häme", false),
              HasSubstr("names of larger areas are in an `area-key`"));
}

TEST_F(StudyByName, AConditionThatCannotBeUsedIsToldWithoutSql) {
  EXPECT_EQ(studied("kunta = '061'"), "061 Forssa, 109 Hämeenlinna*");
  auto const error = message_of<UsageError>([&] { static_cast<void>(studied("kunta in (")); });
  EXPECT_THAT(error, HasSubstr("`study` \"kunta in (\" cannot be used; write names"));
  EXPECT_THAT(error, ::testing::Not(HasSubstr("SELECT")));
  EXPECT_THAT(error, HasSubstr("its fields are kunta, nimi, namn"));
}

TEST_F(StudyByName, ANameOfSeveralAreasNeedsItsLevel) {
  MunicipalityInput const input{
      .source = {squares({"kunta", "nimi"}, {"1", "A"}, {"2", "B"})},
      .study = "Pohja",
      .key =
          AreaKeyInput{.source = {file("two.csv",
                                       "kunta,maakunta_code,maakunta_name_fi,seutukunta_code,"
                                       "seutukunta_name_fi\n1,1,Pohja,1,Perä\n2,2,x,2,Pohja\n")}}};
  EXPECT_THAT(error_of(input),
              HasSubstr("\"Pohja\" is the name of several areas; write which of them: \"maakunta "
                        "Pohja\", \"seutukunta Pohja\""));
}

}  // namespace
}  // namespace gapmap::io
