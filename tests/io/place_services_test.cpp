// What tables of places say of them beside where they are, and which of them a filter selects.

#include "gapmap/io/read_places.h"
#include "gapmap/tables/service_table.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PlaceServices : public Reading {
 protected:
  [[nodiscard]] PlacesRead read(std::string const& csv) const {
    return read_places({{file("p.csv", csv)}}, frame);
  }
  [[nodiscard]] static Place first(PlacesRead const& read) { return read.places[PlaceId{0}]; }
};

TEST_F(PlaceServices, AreRecognisedByEveryConvention) {
  std::pair<char const*, std::string Service::*> const conventions[]{
      {"tyyppi", &Service::type},
      {"TYPE", &Service::type},
      {"palvelutyyppi", &Service::type},
      {"kategoria", &Service::type},
      {"category", &Service::type},
      {"kohderyhma", &Service::target_group},
      {"Kohderyhmä", &Service::target_group},
      {"kohderyhmat", &Service::target_group},
      {"kohderyhmät", &Service::target_group},
      {"target_group", &Service::target_group},
      {"målgrupp", &Service::target_group},
      {"kieli", &Service::languages},
      {"kielet", &Service::languages},
      {"palvelukieli", &Service::languages},
      {"palvelukielet", &Service::languages},
      {"language", &Service::languages},
      {"languages", &Service::languages},
      {"språk", &Service::languages},
      {"avoin_kaikille", &Service::open_to_all},
      {"kaikille_avoin", &Service::open_to_all},
      {"open_to_all", &Service::open_to_all},
      {"viikonpäivä", &Service::schedule},
      {"VIIKONPAIVA", &Service::schedule},
      {"viikonpäivät", &Service::schedule},
      {"viikonpaivat", &Service::schedule},
      {"weekday", &Service::schedule},
      {"weekdays", &Service::schedule},
      {"aukioloajat", &Service::schedule},
      {"aukioloaika", &Service::schedule},
      {"aukiolo", &Service::schedule},
      {"opening_hours", &Service::schedule},
      {"öppettider", &Service::schedule},
      {"schedule", &Service::schedule},
      {"toistuvuus", &Service::schedule},
      {"frequency", &Service::schedule},
      {"kokoontumistiheys", &Service::schedule},
  };
  for (auto const& [field, part] : conventions) {
    SCOPED_TRACE(field);
    auto const place = first(read("id;x;y;" + std::string{field} + "\n1;512006;6840925; sanat \n"));
    Service expected;
    expected.*part = "sanat";
    EXPECT_EQ(place.service, expected);
  }
  for (auto const* field : {"kapasiteetti", "Paikkoja", "paikkamäärä", "paikkamaara", "capacity"}) {
    SCOPED_TRACE(field);
    EXPECT_EQ(first(read("id;x;y;" + std::string{field} + "\n1;512006;6840925;12,5\n")).capacity,
              12.5);
  }
}

TEST_F(PlaceServices, WeekdayHoursAndFrequencyAreOneSchedule) {
  auto const read_in = read(
      "id;x;y;toistuvuus;viikonpäivä;aukioloajat\n"
      "1;512006;6840925;joka toinen viikko;tiistai;12-14\n2;512006;6840926;viikoittain;;\n");
  EXPECT_EQ(first(read_in).service.schedule, "tiistai, 12-14, joka toinen viikko");
  EXPECT_EQ(read_in.places[PlaceId{1}].service.schedule, "viikoittain");
}

TEST_F(PlaceServices, OptionsNameOtherFields) {
  auto const name = file("p.csv", "id;x;y;a;b;c;d;e;f;tyyppi\n1;512006;6840925;A;B;C;D;E;6;talo\n");
  auto const place =
      first(read_places({.source = {name}, .service = {"a", "b", "c", "d", "e", "f"}}, frame));
  EXPECT_EQ(place.service, (Service{"A", "B", "C", "D", "E"}));
  EXPECT_EQ(place.capacity, 6);
  EXPECT_THAT(
      message_of<InputError>([&] {
        static_cast<void>(read_places({.source = {name}, .service = {.capacity = "g"}}, frame));
      }),
      HasSubstr("has no field \"g\" (`place-capacity`)"));
}

TEST_F(PlaceServices, MapLetteringIsNoTargetGroup) {
  auto const read_in = read("id;x;y;kohderyhma;kohdeluokka\n1;512006;6840925;53;84303\n");
  EXPECT_EQ(first(read_in).service, Service{});
}

TEST_F(PlaceServices, ACapacityThatIsNoneIsUnknownAndCounted) {
  auto const read_in = read(
      "id;x;y;kapasiteetti\na;512006;6840925;-1\nb;512006;6840926;monta\nc;512006;6840927;\n"
      "d;512006;6840928;0\n");
  EXPECT_EQ(read_in.places.size(), 4U);
  EXPECT_EQ(remarks_of(read_in.report),
            "2 used: capacity that is no number of people, taken as unknown [a, b]");
  EXPECT_EQ(read_in.places[PlaceId{2}].capacity, std::nullopt);
  EXPECT_EQ(read_in.places[PlaceId{3}].capacity, 0);
}

TEST_F(PlaceServices, SelectionsSayOfEveryPlaceWhetherItPasses) {
  auto const name = file("p.csv",
                         "id;x;y;tyyppi;paikkoja\n1;512006;6840925;talo;5\n2;0;0;talo;5\n"
                         "3;512006;6840926;kerho;15\n4;512006;6840927;talo;\n");
  auto const read_in = read_places(
      {.source = {name}, .selections = {"tyyppi = 'talo'", "CAST(paikkoja AS integer) > 10"}},
      frame);
  ASSERT_EQ(read_in.selected.size(), 2U);
  EXPECT_THAT(read_in.selected[0], ElementsAre(1, 0, 1)) << "row 2 is nowhere";
  EXPECT_THAT(read_in.selected[1], ElementsAre(0, 1, 0));
}

TEST_F(PlaceServices, SelectionsComeOnTopOfTheFilter) {
  write_dataset(path("p.gpkg"), "GPKG",
                {{.name = "p",
                  .type = wkbPoint,
                  .fields = {"tyyppi", "avoin"},
                  .rows = {{"POINT (512006 6840925)", {"talo", "ei"}},
                           {"POINT (512006 6840926)", {"talo", "on"}},
                           {"POINT (512006 6840927)", {"kerho", "on"}}}}});
  auto const read_in = read_places({.source = {.path = path("p.gpkg"), .where = "avoin = 'on'"},
                                    .selections = {"tyyppi = 'talo'"}},
                                   frame);
  EXPECT_EQ(read_in.places.size(), 2U);
  EXPECT_THAT(read_in.selected[0], ElementsAre(1, 0));
}

TEST_F(PlaceServices, FiltersKnowTheLettersOfWindows1252) {
  auto const name = file("p.csv",
                         "id;x;y;kohderyhm\xE4\n1;512006;6840925;l\xE4heiset\n"
                         "2;512006;6840926;kaikki\n");
  auto const where = "kohderyhmä = 'läheiset'";
  auto const selected = read_places({.source = {name}, .selections = {where}}, frame);
  EXPECT_THAT(selected.selected[0], ElementsAre(1, 0));
  auto const filtered = read_places({.source = {.path = name, .where = where}}, frame);
  ASSERT_EQ(filtered.places.size(), 1U);
  EXPECT_EQ(first(filtered).id, "1");
  EXPECT_EQ(filtered.report.rows, 1U);
}

TEST_F(PlaceServices, WhatIsWrongWithSelectionsIsSaidOfEach) {
  auto const name = file("p.csv", "id;x;y;tyyppi\n1;512006;6840925;talo\n");
  auto const problems = problems_of_selections(
      {.source = {name}, .selections = {"tyyppi = 'talo'", "nosuch = 1", "tyyppi = 'kerho'"}});
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0], "");
  EXPECT_THAT(problems[1], HasSubstr("the filter \"nosuch = 1\" cannot be used"));
  EXPECT_THAT(problems[1], HasSubstr("its fields are id, x, y, tyyppi"));
  EXPECT_EQ(problems[2], "no place passes the filter \"tyyppi = 'kerho'\"");
}

TEST(ServiceTable, HasTheColumnsThatAnyPlaceHas) {
  Places places;
  places.push_back({"a", "A", {}});
  places.push_back({"b",
                    "B",
                    {},
                    {.type = "talo"},
                    12.5,
                    {},
                    "gazetteer: locality Pieni (1 match)",
                    LocatedBy::Locality});
  auto const table = tables::service_table(places);
  std::string text;
  for (auto const& column : table.columns) text += column.name + " ";
  EXPECT_EQ(text, "type capacity located_by position ");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0], (std::vector<tables::Value>{{}, {}, "coordinates", "given"}));
  EXPECT_EQ(table.rows[1], (std::vector<tables::Value>{"talo", 12.5, "locality",
                                                       "gazetteer: locality Pieni (1 match)"}));
  places.resize(1);
  EXPECT_TRUE(tables::service_table(places).columns.empty());
}

}  // namespace
}  // namespace gapmap::io
