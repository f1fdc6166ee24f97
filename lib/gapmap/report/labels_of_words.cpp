#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kWords[]{
    // Statuses and reasons, as data have them.
    {"covered", {"Rajan sisällä", "Inom gränsen", "Within the limit"}},
    {"too_far", {"Liian kaukana", "För långt bort", "Too far away"}},
    {"unreachable", {"Ei tieyhteyttä", "Utan vägförbindelse", "No road connection"}},
    {"off_network", {"Tieverkon ulkopuolella", "Utanför vägnätet", "Off the road network"}},
    {"no_road", {"Ei tietä lähellä", "Ingen väg i närheten", "No road nearby"}},
    {"border", {"Paikka toisella hyvinvointialueella", "Plats i ett annat välfärdsområde", "Place in another county"}},
    {"island", {"Saari ilman yhteyttä", "Ö utan förbindelse", "Island without a connection"}},
    {"one_way", {"Yksisuuntaiset tiet", "Enkelriktade vägar", "One-way roads"}},
    {"ferry_wait", {"Lautan odotus", "Väntan på färja", "Waiting for a ferry"}},
    {"far_from_road_data", {"Tieaineisto ei yllä perille", "Vägdata når inte ända fram", "Road data do not reach the door"}},
    {"detour", {"Kiertotie", "Omväg", "Detour"}},
    {"slightly_beyond", {"Hieman rajan takana", "Strax bortom gränsen", "Slightly beyond the limit"}},
    {"no_place_near", {"Ei paikkaa lähellä", "Ingen plats i närheten", "No place nearby"}},
    {"candidate", {"Ehdokaspaikka", "Kandidatplats", "Candidate"}},
    {"cell", {"Katvealueen oma ruutu", "Ruta i luckan", "Cell of the gap"}},
    {"all_requirements", {"Kaikki vaatimukset", "Alla krav", "All requirements"}},
    {"met", {"Täyttyy", "Uppfylls", "Met"}},
    {"anybody_ferries", {"Kaikkien paikat, lautoin", "Allas platser, med färjor", "Everybody's places, with ferries"}},
    {"anybody_no_ferries", {"Kaikkien paikat, ilman lauttoja", "Allas platser, utan färjor", "Everybody's places, without ferries"}},
    {"own_county_ferries", {"Oman alueen paikat, lautoin", "Det egna områdets platser, med färjor", "Own county's places, with ferries"}},
    {"own_county_no_ferries", {"Oman alueen paikat, ilman lauttoja", "Det egna områdets platser, utan färjor", "Own county's places, without ferries"}},
    {"no_road_connection", {"Ei tieyhteyttä", "Utan vägförbindelse", "No road connection"}},
    {"given", {"annettu", "angiven", "given"}},
    // Levels of areas.
    {"hyvinvointialue", {"Hyvinvointialue", "Välfärdsområde", "Wellbeing services county"}},
    {"maakunta", {"Maakunta", "Landskap", "Region"}},
    {"seutukunta", {"Seutukunta", "Ekonomisk region", "Sub-region"}},
    {"outside_zones", {"Alueiden ulkopuolella", "Utanför områdena", "Outside the areas"}},
    // Groups of residents, as well-known data have them.
    {"Y_LT15", {"alle 15-vuotiaat", "under 15 år", "under 15 years"}},
    {"Y_1564", {"15–64-vuotiaat", "15–64 år", "15–64 years"}},
    {"Y_GE65", {"65 vuotta täyttäneet", "65 år och äldre", "65 years and over"}},
    {"from_to_years", {"{}–{}-vuotiaat", "{}–{} år", "{}–{} years"}},
    {"from_years", {"{} vuotta täyttäneet", "{} år och äldre", "{} years and over"}},
    {"M", {"miehet", "män", "men"}},
    {"F", {"naiset", "kvinnor", "women"}},
    {"miehet", {"miehet", "män", "men"}},
    {"naiset", {"naiset", "kvinnor", "women"}},
    {"he_miehet", {"miehet", "män", "men"}},
    {"he_naiset", {"naiset", "kvinnor", "women"}},
    {"first_rows_of_sheet", {"Taulukossa on {0} riviä {1} rivistä; kaikki ovat tiedostossa {2}.", "Bladet har {0} av {1} rader; alla finns i filen {2}.", "The sheet has {0} of {1} rows; all are in {2}."}},
    {"text cut for the workbook", {"Tekstiä, joka on pitempi kuin Excelin solu (32 767 merkkiä), on lyhennetty; CSV-tiedostoissa se on kokonaan.", "Text som är längre än en cell i Excel rymmer (32 767 tecken) har förkortats; i CSV-filerna är den hel.", "Text longer than a cell of Excel takes (32 767 characters) was cut; it is whole in the CSV files."}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_words() { return kWords; }

}  // namespace gapmap::report
