#include "gapmap/places/address_index.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "gapmap/places/street_names.h"
#include "tests/support/areas.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

MunicipalityKey municipality_code(char const* text) { return {text, true}; }

struct IndexedAddress {
  char const* street;
  char const* house;
  std::uint32_t postal_code;
  char const* municipality;  ///< its code, or empty
  Point point;
  bool is_minor = false;
};

AddressIndex index_of(std::vector<IndexedAddress> const& rows) {
  AddressIndex index;
  for (auto const& row : rows) {
    index.add({.street = row.street,
               .house = places::parse_house_number(row.house),
               .postal_code = row.postal_code,
               .municipality = *row.municipality == '\0'
                                   ? 0
                                   : index.municipality(municipality_code(row.municipality)),
               .point = row.point,
               .is_minor = row.is_minor});
  }
  index.add_town("anttola", 52100);
  index.finish();
  return index;
}

/// Mikkeli is 491, Savonlinna 740, Espoo 49.
std::vector<IndexedAddress> some_addresses() {
  return {{"Kauppakatu", "1", 50100, "491", {0, 0}},
          {"Kauppakatu", "2", 50100, "491", {10, 20}},
          {"Kauppakatu", "3", 50100, "491", {20, 0}},
          {"Kauppakatu", "3", 50100, "491", {25, 0}, true},
          {"Kauppakatu", "7-11", 50100, "491", {60, 0}},
          {"Kauppakatu", "15a", 50100, "491", {150, 0}},
          {"Kauppakatu", "15b", 50100, "491", {160, 0}},
          {"Kauppakatu", "3", 57130, "740", {100'000, 0}},
          {"Koulutie", "3", 50100, "491", {0, 1'000}},
          {"Koulutie", "3", 51600, "491", {0, 40'000}},
          {"Koulutie", "5", 51600, "491", {0, 40'100}},
          {"Olavinkatu", "44", 57130, "740", {100'000, 500}},
          {"Olofsgatan", "44", 57130, "740", {100'000, 500}},
          {"Mäntytie", "1", 50100, "491", {0, 2'000}},
          {"Kirkkokatu", "1", 50100, "491", {0, 3'000}},
          {"Kirkkokuja", "1", 50100, "491", {0, 3'500}},
          {"Rantatie", "1", 52100, "491", {0, 9'000}},
          {"Rantatie", "1", 2100, "49", {-90'000, 9'000}},
          {"Puistogränden", "1", 50100, "491", {0, 4'000}},
          {"Puistogränd", "1", 50100, "491", {0, 4'900}}};
}

std::string text_of(AddressMatch const& match) {
  constexpr std::array kOutcomes{"",
                                 "no street",
                                 "unknown",
                                 "elsewhere",
                                 "unknown municipality",
                                 "several municipalities",
                                 "contradiction",
                                 "several streets",
                                 "several places"};
  if (match.outcome != AddressOutcome::Found)
    return kOutcomes[static_cast<std::size_t>(match.outcome)] +
           (match.alike.empty() ? std::string{} : " like " + match.alike);
  constexpr std::array kGrades{"house", "nearest", "street"};
  return fmt::format(
      "{} {} {}{} ({}, {}){}{}{}", kGrades[static_cast<std::size_t>(match.grade)], match.street,
      places::text_of(match.house),
      match.grade == AddressGrade::Street ? fmt::format("{:.0f} m", match.length_m) : "",
      match.point.x, match.point.y, match.is_only_one ? " only one" : "",
      match.is_other_postal_code ? " other postal code" : "", match.is_exact ? "" : " by ASCII");
}

/// Looks an address up as text, with the municipality of a field of its own. Of post towns Mikkeli
/// and Savonlinna are municipalities.
std::string look_up(AddressIndex const& index, char const* text,
                    MunicipalityKey municipality = {}) {
  auto const written = places::parse_address(text);
  std::map<std::string, MunicipalityKey> const municipalities{
      {"", {}}, {"Mikkeli", {"491", true}}, {"Savonlinna", {"740", true}}};
  auto const known = municipalities.find(written.town);
  return text_of(index.find({.streets = written.streets,
                             .postal_code = places::parse_postal_code(written.postal_code),
                             .municipality = std::move(municipality),
                             .town = known == municipalities.end()
                                         ? MunicipalityKey{places::street_key(written.town), false}
                                         : known->second}));
}

TEST(AddressIndex, FindsTheHouse) {
  auto const index = index_of(some_addresses());
  EXPECT_EQ(look_up(index, "Kauppakatu 1", municipality_code("491")), "house Kauppakatu 1 (0, 0)");
  EXPECT_EQ(look_up(index, "KAUPPAK. 1 A 3, 50100 Mikkeli"), "house Kauppakatu 1 (0, 0)")
      << "a letter that no house of the number has is a staircase";
  EXPECT_EQ(look_up(index, "Kauppakatu 3", municipality_code("491")), "house Kauppakatu 3 (20, 0)")
      << "not the shed";
  EXPECT_EQ(look_up(index, "Kauppakatu 3", municipality_code("740")),
            "house Kauppakatu 3 (100000, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 9", municipality_code("491")),
            "house Kauppakatu 7–11 (60, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 11", municipality_code("491")),
            "house Kauppakatu 7–11 (60, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 7-11", municipality_code("491")),
            "house Kauppakatu 7–11 (60, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 15 B", municipality_code("491")),
            "house Kauppakatu 15b (160, 0)");
  EXPECT_EQ(look_up(index, "Olofsg. 44, 57130 Nyslott"), "house Olofsgatan 44 (100000, 500)");
}

TEST(AddressIndex, SaysWhereOnlyTheNumberOrTheStreetIsNear) {
  auto const index = index_of(some_addresses());
  EXPECT_EQ(look_up(index, "Kauppakatu 8", municipality_code("491")),
            "nearest Kauppakatu 7–11 (60, 0)")
      << "the other side of the street";
  EXPECT_EQ(look_up(index, "Kauppakatu 4", municipality_code("491")),
            "nearest Kauppakatu 3 (20, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 15", municipality_code("491")),
            "nearest Kauppakatu 15a (150, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 15 C", municipality_code("491")),
            "nearest Kauppakatu 15a (150, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 35", municipality_code("491")),
            "nearest Kauppakatu 15a (150, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu 36", municipality_code("491")),
            "street Kauppakatu 161 m (60, 0)");
  EXPECT_EQ(look_up(index, "Kauppakatu", municipality_code("491")),
            "street Kauppakatu 161 m (60, 0)");
}

TEST(AddressIndex, LooksWhereMunicipalityPostalCodeAndTownSay) {
  auto const index = index_of(some_addresses());
  EXPECT_EQ(look_up(index, "Kauppakatu 3"), "several municipalities");
  EXPECT_EQ(look_up(index, "Kauppakatu 3, Savonlinna"), "house Kauppakatu 3 (100000, 0)")
      << "a town by name";
  EXPECT_EQ(look_up(index, "Olavinkatu 44"), "house Olavinkatu 44 (100000, 500) only one");
  EXPECT_EQ(look_up(index, "Olavinkatu 44", municipality_code("491")), "elsewhere");
  EXPECT_EQ(look_up(index, "Olavinkatu 44, 50100 Mikkeli"), "elsewhere");
  EXPECT_EQ(look_up(index, "Olavinkatu 44, 57130 Mikkeli"), "house Olavinkatu 44 (100000, 500)")
      << "a post town may reach into another municipality";
  EXPECT_EQ(look_up(index, "Olavinkatu 44, 57130", municipality_code("491")), "elsewhere")
      << "a municipality in its own field does not";
  EXPECT_EQ(look_up(index, "Kauppakatu 3, 57130 Mikkeli"), "contradiction");
  EXPECT_EQ(look_up(index, "Kauppakatu 3, 50101 Mikkeli"),
            "house Kauppakatu 3 (20, 0) other postal code");
  EXPECT_EQ(look_up(index, "Rantatie 1, Anttola"), "house Rantatie 1 (0, 9000)")
      << "a post town by its codes";
  EXPECT_EQ(look_up(index, "Olavinkatu 44, Kerimäki"), "unknown municipality");
  EXPECT_EQ(look_up(index, "Olavinkatu 44, 57130 Kerimäki"), "house Olavinkatu 44 (100000, 500)");
  EXPECT_EQ(look_up(index, "Olavinkatu 44", municipality_code("1")), "elsewhere");
}

TEST(AddressIndex, OneNameInTwoPlacesOfAMunicipalityIsNotCertain) {
  auto const index = index_of(some_addresses());
  EXPECT_EQ(look_up(index, "Koulutie 3", municipality_code("491")), "several places");
  EXPECT_EQ(look_up(index, "Koulutie 3, 51600", municipality_code("491")),
            "house Koulutie 3 (0, 40000)");
  EXPECT_EQ(look_up(index, "Koulutie 5", municipality_code("491")), "house Koulutie 5 (0, 40100)");
}

TEST(AddressIndex, NamesMustBeTheSameOrTheOnlyOneMeant) {
  auto const index = index_of(some_addresses());
  EXPECT_EQ(look_up(index, "MANTYTIE 1", municipality_code("491")),
            "house Mäntytie 1 (0, 2000) by ASCII");
  EXPECT_EQ(look_up(index, "M?ntytie 1", municipality_code("491")),
            "house Mäntytie 1 (0, 2000) by ASCII");
  EXPECT_EQ(look_up(index, "Kirkkok. 1", municipality_code("491")), "house Kirkkokatu 1 (0, 3000)");
  EXPECT_EQ(look_up(index, "Puistogr. 1", municipality_code("491")), "several streets");
  EXPECT_EQ(look_up(index, "Kauppkatu 1", municipality_code("491")), "unknown like Kauppakatu")
      << "a misspelling is told, not placed";
  EXPECT_EQ(look_up(index, "Kaupapkatu 1", municipality_code("491")), "unknown like Kauppakatu");
  EXPECT_EQ(look_up(index, "Kauppkatu 1, 50100"), "unknown like Kauppakatu");
  EXPECT_EQ(look_up(index, "Kauppkatu 1"), "unknown") << "nobody says where to look";
  EXPECT_EQ(look_up(index, "Asematie 1", municipality_code("491")), "unknown");
  EXPECT_EQ(look_up(index, "Mántytie 1", municipality_code("491")), "unknown like Mäntytie")
      << "letters outside ASCII are never lost";
  EXPECT_EQ(look_up(index, "Torikulma, Kauppakatu 1, 50100 Mikkeli"), "house Kauppakatu 1 (0, 0)");
  EXPECT_EQ(look_up(index, "PL 12, 50101 Mikkeli"), "no street");
}

TEST(AddressIndex, ExactNamesComeBeforeThoseWithoutMarks) {
  auto const index = index_of({{"Mantytie", "1", 50100, "491", {0, 0}},
                               {"Mäntytie", "1", 50100, "491", {0, 900}},
                               {"Männikkö", "1", 50100, "491", {0, 2'000}},
                               {"Mannikkö", "1", 50100, "491", {0, 2'900}}});
  EXPECT_EQ(look_up(index, "MANTYTIE 1", municipality_code("491")), "house Mantytie 1 (0, 0)");
  EXPECT_EQ(look_up(index, "MÄNTYTIE 1", municipality_code("491")), "house Mäntytie 1 (0, 900)");
  EXPECT_EQ(look_up(index, "MANNIKKO 1", municipality_code("491")), "several streets");
}

TEST(AddressIndex, AddressesWithoutMunicipalityGetTheOneTheyLieIn) {
  AddressIndex index;
  index.add({.street = "Kauppakatu", .house = {.number = 1}, .point = {10, 10}});
  index.add({.street = "Kauppakatu", .house = {.number = 1}, .point = {110, 10}});
  index.add({.street = "Kauppakatu", .house = {.number = 1}, .point = {5'000, 10}});
  Municipalities two;
  two.push_back({"491", "Mikkeli", square(0, 0, 100)});
  two.push_back({"740", "Savonlinna", square(100, 0, 100)});
  index.locate(two);
  index.finish();
  EXPECT_EQ(look_up(index, "Kauppakatu 1", municipality_code("491")),
            "house Kauppakatu 1 (10, 10)");
  EXPECT_EQ(look_up(index, "Kauppakatu 1", municipality_code("740")),
            "house Kauppakatu 1 (110, 10)");
  EXPECT_EQ(look_up(index, "Kauppakatu 1"), "several municipalities");
}

TEST(AddressIndex, SpellingsOfOneNameAreOneStreetAndTheOrderOfRowsIsNothing) {
  auto all = some_addresses();
  all.push_back({"KAUPPAKATU", "5", 50100, "491", {40, 0}});
  auto const first = index_of(all);
  EXPECT_EQ(first.streets(), index_of(some_addresses()).streets());
  Random random{7};
  for (int round = 0; round < 20; ++round) {
    for (auto i = all.size(); i > 1; --i)
      std::swap(all[i - 1], all[random.whole(0, static_cast<std::uint32_t>(i - 1))]);
    auto const index = index_of(all);
    for (auto const* text :
         {"Kauppakatu 5", "Kauppakatu 4", "Kauppakatu", "Koulutie 3", "Mantytie"})
      EXPECT_EQ(look_up(index, text, municipality_code("491")).substr(0, 40),
                look_up(first, text, municipality_code("491")).substr(0, 40))
          << text;
  }
}

/// Houses by chance against a look at every one.
TEST(AddressIndex, FindsEveryHouseThatThereIs) {
  Random random{11};
  std::vector<std::string> names;
  for (char a = 'a'; a <= 'h'; ++a) names.push_back(std::string{"Kuja"} + a + "tie");
  std::vector<std::string> numbers;
  for (int n = 0; n <= 40; ++n) numbers.push_back(std::to_string(n));
  std::vector<IndexedAddress> all;
  std::map<std::tuple<std::string, std::string, std::string>, Point> points;
  for (int i = 0; i < 600; ++i) {
    IndexedAddress const row{names[random.whole(0, 7)].c_str(),
                             numbers[random.whole(1, 40)].c_str(),
                             0,
                             random.whole(0, 1) == 0 ? "1" : "2",
                             {static_cast<double>(i) * 1'000, 0}};
    bool const is_new =
        points.emplace(std::tuple{row.street, row.house, row.municipality}, row.point).second;
    if (is_new) all.push_back(row);
  }
  auto const index = index_of(all);
  EXPECT_EQ(index.size(), all.size());
  std::size_t found = 0;
  for (auto const& name : names) {
    for (auto const& number : numbers) {
      for (auto const* municipality : {"1", "2"}) {
        auto const match = index.find({.streets = {{name, places::parse_house_number(number)}},
                                       .municipality = municipality_code(municipality)});
        auto const there = points.find({name, number, municipality});
        bool const is_house =
            match.outcome == AddressOutcome::Found && match.grade == AddressGrade::House;
        EXPECT_EQ(is_house, there != points.end()) << name << number << municipality;
        if (is_house) {
          EXPECT_EQ(match.point, there->second);
        }
        found += is_house ? 1 : 0;
      }
    }
  }
  EXPECT_GT(found, 300U);
}

}  // namespace
}  // namespace gapmap
