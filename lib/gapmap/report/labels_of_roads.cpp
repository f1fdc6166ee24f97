#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kRoads[]{
    // Kinds of roads in legends.
    {"ferries", {"Lautat", "Färjor", "Ferries"}},
    {"main_roads", {"Valta- ja kantatiet", "Riks- och stamvägar", "Main roads"}},
    {"regional_roads", {"Seutu- ja yhdystiet", "Regionala vägar och förbindelsevägar", "Regional and connecting roads"}},
    {"other_roads", {"Muut tiet ja kadut", "Övriga vägar och gator", "Other roads and streets"}},
    // Tables.
    {"roads_used", {"Kuljetut tiet", "Vägar som används", "Roads used"}},
    {"roads_used_note", {"Eniten asukkaita kulkee lähimpään kohtaamispaikkaan tällä tiellä: {} ({}). Kaikkien teiden asukasmäärät ovat tiedostoissa roads_used.csv ja gapmap.gpkg.", "Flest invånare tar den här vägen till närmaste mötesplats: {} ({}). Antalet för alla vägar finns i filerna roads_used.csv och gapmap.gpkg.", "Most residents take this road to their nearest meeting place: {} ({}). The numbers of all roads are in roads_used.csv and gapmap.gpkg."}},
    {"road_without_name", {"nimetön tie", "väg utan namn", "a road without a name"}},
    // Columns.
    {"road_class", {"Tieluokka", "Vägklass", "Road class"}},
    {"road_name", {"Tien nimi tai numero", "Vägens namn eller nummer", "Name or number of the road"}},
    {"residents_outside", {"Näistä rajan ulkopuolella", "Av dem utanför gränsen", "Of them outside the limit"}},
    {"person_km", {"Henkilökilometrejä", "Personkilometer", "Person-kilometres"}},
    {"ferry", {"Lautta (1 = on)", "Färja (1 = ja)", "Ferry (1 = yes)"}},
    {"length_m", {"Pituus (km)", "Längd (km)", "Length (km)"}},
    {"about road_class", {"Tien luokka tieaineiston mukaan", "Vägens klass enligt vägdata", "Class of the road in the road data"}},
    {"about road_name", {"Tien nimi tai numero; tyhjä, jos aineisto ei kerro", "Vägens namn eller nummer; tomt om data inte anger det", "Name or number of the road; empty if the data does not tell"}},
    {"about residents_outside", {"Tien kulkevista ne, joiden matka on rajaa pidempi", "De av vägens resande som har längre väg än gränsen", "Of those who take the road, the ones farther than the limit"}},
    {"about person_km", {"Mitä asukkaat yhteensä kulkevat tiellä yhdellä matkalla", "Vad invånarna sammanlagt färdas på vägen under en resa", "What residents together travel on the road in one trip"}},
    {"about ferry", {"1, jos tie on lauttareitti, muuten 0", "1 om vägen är en färjelinje, annars 0", "1 if the road is a ferry line, else 0"}},
    {"about length", {"Tien pituus kahden risteyksen välillä", "Vägens längd mellan två korsningar", "Length of the road between two junctions"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_roads() { return kRoads; }

}  // namespace gapmap::report
