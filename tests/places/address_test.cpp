#include "gapmap/places/address.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "gapmap/places/street_names.h"
#include "tests/support/random.h"

namespace gapmap::places {
namespace {

/// "Porrassalmenk. 19a + Seurakuntatalo; 50100; MIKKELI; box", without what is not told.
std::string text_of(WrittenAddress const& address) {
  std::string text;
  for (auto const& [name, house] : address.streets) {
    text += (text.empty() ? "" : " + ") + name;
    if (house.number != 0) text += " " + text_of(house);
  }
  for (auto const& part : {address.postal_code, address.town}) {
    if (!part.empty()) text += "; " + part;
  }
  return text + (address.is_post_box ? "; box" : "");
}

TEST(ParseAddress, TakesApartWhatPeopleWrite) {
  std::vector<std::pair<char const*, char const*>> const cases{
      {"Porrassalmenkatu 19", "Porrassalmenkatu 19"},
      {"Porrassalmenk. 19 A 3, Mikkeli", "Porrassalmenk. 19a; Mikkeli"},
      {"Porrassalmenkatu 19 A 3, 50100 MIKKELI", "Porrassalmenkatu 19a; 50100; MIKKELI"},
      {"Porrassalmenkatu 19A3", "Porrassalmenkatu 19a"},
      {"Porrassalmenkatu 19a", "Porrassalmenkatu 19a"},
      {"Porrassalmenkatu 19 as. 5", "Porrassalmenkatu 19"},
      {"Porrassalmenkatu 19 A as 5", "Porrassalmenkatu 19a"},
      {"Storgatan 19 bst 5, Ekenäs", "Storgatan 19; Ekenäs"},
      {"Kirkkokatu 19-21", "Kirkkokatu 19–21"},
      {"Kirkkokatu 19–21 A, 50100 Mikkeli", "Kirkkokatu 19–21a; 50100; Mikkeli"},
      {"Kirkkokatu 19 - 21", "Kirkkokatu 19–21"},
      {"Kirkkokatu 19−21", "Kirkkokatu 19–21"},
      {"Kirkkokatu 12-3", "Kirkkokatu 12"},  // a flat
      {"Kirkkokatu 2-114", "Kirkkokatu 2"},  // likewise
      {"Kirkkokatu 12 a-b", "Kirkkokatu 12a"},
      {"Kirkkokatu 12/3", "Kirkkokatu 12"},
      {"Kirkkokatu n:o 5", "Kirkkokatu 5"},
      {"Kirkkokatu5", "Kirkkokatu 5"},
      {"5. linja 8 B", "5. linja 8b"},
      {"Tampereen valtatie 1234 B", "Tampereen valtatie 1234b"},
      {"P. Rautatiekatu 21 B 12, 00100 Helsinki", "P. Rautatiekatu 21b; 00100; Helsinki"},
      {"c/o Martat, Kauppak. 5\n50100 Mikkeli", "Kauppak. 5; 50100; Mikkeli"},
      {"Kauppakatu 5, c/o Martat, 50100 Mikkeli", "Kauppakatu 5; 50100; Mikkeli"},
      {"Kauppakatu 5 50100 Mikkeli", "Kauppakatu 5; 50100; Mikkeli"},
      {"Kauppakatu 5 A 3 Mikkeli", "Kauppakatu 5a; Mikkeli"},
      {"Kauppakatu 5, FI-50100 Mikkeli, Suomi", "Kauppakatu 5; 50100; Mikkeli"},
      {"Kauppakatu 5, 50100 Mikkeli Finland", "Kauppakatu 5; 50100; Mikkeli"},
      {"Seurakuntatalo, Kirkkokatu 3, 2. krs, 50100 Mikkeli",
       "Kirkkokatu 3 + Seurakuntatalo; 50100; Mikkeli"},
      {"Hallituskatu 3 A 2.krs, 50100 Mikkeli", "Hallituskatu 3a; 50100; Mikkeli"},
      {"Kauppakatu 5 (sisäpiha), Mikkeli", "Kauppakatu 5; Mikkeli"},
      {"Torikatu 2 / Kirkkokatu 3, 50100 Mikkeli", "Torikatu 2 + Kirkkokatu 3; 50100; Mikkeli"},
      {"Kauppakatu, Mikkeli", "Kauppakatu; Mikkeli"},
      {"Kauppakatu 5;50100;Mikkeli", "Kauppakatu 5; 50100; Mikkeli"},
      {"PL 12, 50101 Mikkeli", "; 50101; Mikkeli; box"},
      {"PL 12 50101 Mikkeli", "; 50101; Mikkeli; box"},
      {"PL12", "; box"},
      {"P.O. Box 33, Kirkkokatu 2", "Kirkkokatu 2; box"},
      {"PB 33, 65101 Vasa", "; 65101; Vasa; box"},
      {"50100 Mikkeli", "; 50100; Mikkeli"},
      {"Mikkeli", "Mikkeli"},
      {"Keskuskatu 3 A\xC2\xA0"
       "12",
       "Keskuskatu 3a"},
      {"", ""},
      {" , ; \n", ""},
      {"19", ""},
  };
  for (auto const& [written, meant] : cases)
    EXPECT_EQ(text_of(parse_address(written)), meant) << written;
}

TEST(ParseAddress, SurvivesAnyBytes) {
  Random random{20'260'114};
  std::string const alphabet = "Ka 19-,/().PL\n50100\xC3\xA4\xE2\x80\x93\xFF";
  std::size_t with_street = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random.whole(0, 24); length > 0; --length)
      text += alphabet[random.whole(0, static_cast<std::uint32_t>(alphabet.size() - 1))];
    auto const address = parse_address(text);
    for (auto const& [name, house] : address.streets) {
      EXPECT_FALSE(name.empty()) << text;
      EXPECT_LE(house.number, 9999) << text;
      EXPECT_TRUE(house.last == 0 || house.last > house.number) << text;
    }
    EXPECT_TRUE(address.postal_code.empty() || address.postal_code.size() == 5U) << text;
    with_street += address.streets.empty() ? 0 : 1;
  }
  EXPECT_GT(with_street, 1'000U);
}

TEST(ParseHouseNumber, InAFieldOfItsOwn) {
  std::vector<std::pair<char const*, char const*>> const cases{
      {"19", "19"},       {"19a", "19a"},     {"19 B", "19b"},     {"19-21", "19–21"},
      {"19–21", "19–21"}, {"19;21", "19–21"}, {"19, 21", "19–21"}, {"19a-b", "19a"},
      {"", ""},           {"0", ""},          {"A", ""},           {"12345", ""},
      {" 7 ", "7"}};
  for (auto const& [written, meant] : cases)
    EXPECT_EQ(text_of(parse_house_number(written)), meant) << written;
}

TEST(ParsePostalCode, AlsoWithoutTheZerosThatASpreadsheetTook) {
  std::vector<std::pair<char const*, std::uint32_t>> const cases{
      {"50100", 50100}, {"00780", 780}, {"780", 780},  {"FI-50100", 50100},  {" 50100 ", 50100},
      {"", 0},          {"12", 0},      {"501000", 0}, {"50100 Mikkeli", 0}, {"abcde", 0}};
  for (auto const& [written, meant] : cases)
    EXPECT_EQ(parse_postal_code(written), meant) << written;
}

TEST(StreetKey, IsOneForAllSpellingsOfAName) {
  for (auto const* written : {"Aleksis Kiven katu", "ALEKSIS KIVEN KATU", "Aleksis-Kiven katu",
                              "aleksis kivenkatu", " Aleksis  Kiven katu."})
    EXPECT_EQ(street_key(written), "aleksiskivenkatu") << written;
  EXPECT_EQ(street_key("MÄNTYTIE"), street_key("Mäntytie"));
  EXPECT_EQ(street_key("MÃ¤ntytie"), street_key("Mäntytie"));
  EXPECT_NE(street_key("Mantytie"), street_key("Mäntytie")) << "a and ä are different letters";
}

TEST(WrittenOut, AreNamesThatAnAbbreviationMayMean) {
  auto const has = [](char const* name, char const* key) {
    auto const keys = written_out(name);
    return std::ranges::find(keys, key) != keys.end();
  };
  EXPECT_TRUE(has("Porrassalmenk.", "porrassalmenkatu"));
  EXPECT_TRUE(has("Porrassalmenk", "porrassalmenkatu"));
  EXPECT_TRUE(has("Ratsumestarin k.", "ratsumestarinkatu"));
  EXPECT_TRUE(has("Kirkkokj.", "kirkkokuja"));
  EXPECT_TRUE(has("Mannerheimint.", "mannerheimintie"));
  EXPECT_TRUE(has("P. Rautatiek.", "pohjoinenrautatiekatu"));
  EXPECT_TRUE(has("N. Esplanaden", "norraesplanaden"));
  EXPECT_TRUE(has("Storg.", "storgatan"));
  EXPECT_TRUE(has("Storgata", "storgatan"));
  EXPECT_TRUE(has("Skolv.", "skolvägen"));
  EXPECT_TRUE(has("Skolväg", "skolvägen"));
  EXPECT_FALSE(has("Kirkkok.", "kirkkokuja")) << "that is kj.";
  EXPECT_FALSE(has("Kirkkokatu", "kirkkokatu")) << "the name itself";
  EXPECT_TRUE(written_out("").empty());
}

}  // namespace
}  // namespace gapmap::places
