#include "gapmap/io/detail/filter_advice.h"

#include <gtest/gtest.h>

#include "tests/io/temporary_folder.h"

namespace gapmap::io {
namespace {

/// What is advised about `filter` on a small table of municipalities.
std::string advice_on(std::string const& filter) {
  TemporaryFolder const folder;
  auto const file = folder.path() / "kunnat.csv";
  write_text(file,
             "kunta;nimi;tyyppi;avoin\n061;Forssa;kaupunki;1\n091;Helsinki;kaupunki;1\n"
             "593;Pieksämäki;kaupunki;0\n623;Puumala;kunta;0\n");
  Source const source{.path = file.string(), .where = filter};
  auto const table = Table::open(source);
  return filter_advice(table, source, filter);
}

TEST(FilterAdvice, AValueIsWrittenAsTheFileWritesIt) {
  EXPECT_EQ(advice_on("kunta in ('61')"), "write '061' instead of '61'");
  EXPECT_EQ(advice_on("kunta = '61' OR kunta = 'KU091'"),
            "write '061' instead of '61', '091' instead of 'KU091'");
  EXPECT_EQ(advice_on("\"kunta\" = '61'"), "write '061' instead of '61'");
  EXPECT_EQ(advice_on("nimi = 'puumala '"), "write 'Puumala' instead of 'puumala '");
  EXPECT_EQ(advice_on("nimi = 'PIEKSÄMÄKI'"), "write 'Pieksämäki' instead of 'PIEKSÄMÄKI'");
}

TEST(FilterAdvice, OnlyOfFieldsThatTheFilterNames) {
  EXPECT_EQ(advice_on("tyyppi = '61'"), "tyyppi has 'kaupunki', 'kunta'");
}

TEST(FilterAdvice, ElseTheValuesThereAre) {
  EXPECT_EQ(advice_on("nimi = 'Turku'"), "nimi has 'Forssa', 'Helsinki', 'Pieksämäki', 'Puumala'");
  EXPECT_EQ(advice_on("nimi = 'Helsinki' AND avoin > '1'"),
            "nimi has 'Forssa', 'Helsinki', 'Pieksämäki', 'Puumala'; avoin has '0', '1'");
}

TEST(FilterAdvice, ElseTheFieldsThereAre) {
  EXPECT_EQ(advice_on("1 = 2"), "its fields are kunta, nimi, tyyppi, avoin");
}

TEST(FilterAdvice, QuotesInQuotesAreOne) {
  EXPECT_EQ(advice_on("nimi = 'O''Brien'"),
            "nimi has 'Forssa', 'Helsinki', 'Pieksämäki', 'Puumala'");
}

}  // namespace
}  // namespace gapmap::io
