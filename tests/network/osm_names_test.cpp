// What ways are called.

#include "gapmap/network/osm_tags.h"

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

TEST(OsmNames, NameOrElseNumber) {
  expect_table(R"(
      highway=primary, name=Kauppakatu                         -> Kauppakatu
      ref=72, name=Savilahdentie, highway=primary              -> Savilahdentie
      name:sv=Strandgatan, name:fi=Rantakatu, name=Strandgatan -> Strandgatan
      name:sv=Strandgatan, name:fi=Rantakatu                   -> Rantakatu
      name:sv=Strandgatan, ref=170                             -> Strandgatan
      highway=primary, ref=E 75;4                              -> E 75;4
      highway=primary, name:en=Market Street, old_name=Torikatu, alt_ref=7 -> nothing
      highway=primary                                          -> nothing
      name=First, name=Second                                  -> First
      railway=platform, ref=12                                 -> nothing
      highway=platform, ref=12, name=Laituri 12                -> Laituri 12
      man_made=pier, ref=3                                     -> nothing
      route=ferry, ref=4                                       -> 4
  )",
               13, [](std::string const& given) -> std::string {
                 auto const tags = tags_of(given);
                 auto const name = osm_name(OsmTags{tags});
                 return name.empty() ? "nothing" : std::string{name};
               });
}

}  // namespace
}  // namespace gapmap::network
