#include "gapmap/report/area_names.h"

#include <gmock/gmock.h>

#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(AreaNames, AreThoseOfTheReadersLanguage) {
  TinyRun tiny;
  tiny.facts.names["municipality"]["046"] = {{"sv", "Åbacka"}};
  NamedRun const swedish{Language::Swedish, tiny.run()};
  auto const html = page(Language::Swedish, swedish.run());
  EXPECT_THAT(html, HasSubstr("Största luckan: Åbacka, 200"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Åbacka</th>"));
  EXPECT_THAT(html, Not(HasSubstr("Ahola")));
  NamedRun const finnish{Language::Finnish, tiny.run()};
  EXPECT_EQ(page(Language::Finnish, finnish.run()), page(Language::Finnish, tiny.run()));
}

TEST(AreaNames, GoByLevelAndCode) {
  using Text = std::string;
  tables::OutputTable table{"indicators",
                            {column::text("level"), column::text("code"), column::text("name")},
                            {{Text{"maakunta"}, Text{"05"}, Text{"Kanta-Häme"}},
                             {Text{"municipality"}, Text{"05"}, Text{"Ahola"}},
                             {Text{"total"}, tables::Value{}, Text{"Total"}}},
                            {}};
  name_areas(Language::Swedish, {{"maakunta", {{"05", {{"sv", "Egentliga Tavastland"}}}}}}, table);
  EXPECT_EQ(table.rows[0][2], tables::Value{Text{"Egentliga Tavastland"}});
  EXPECT_EQ(table.rows[1][2], tables::Value{Text{"Ahola"}});
  EXPECT_EQ(table.rows[2][2], tables::Value{Text{"Total"}});
}

TEST(AreaNames, TheOnlyMunicipalityNamesTheRegionInEveryLanguage) {
  TinyRun tiny;
  tiny.facts.names["municipality"]["097"] = {{"fi", "Ominainen"}};
  tiny.tables.front().rows.erase(tiny.tables.front().rows.begin());
  tiny.tables.front().areas.erase(tiny.tables.front().areas.begin());
  EXPECT_EQ((NamedRun{Language::Finnish, tiny.run()}.run().masthead.region), "Ominainen");
  EXPECT_EQ((NamedRun{Language::Swedish, tiny.run()}.run().masthead.region), "Åminne");
}

}  // namespace
}  // namespace gapmap::report
