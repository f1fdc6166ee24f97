#include "gapmap/report/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kLabels[]{
    // Words of sheets and pages.
    {"title", {"Kohtaamispaikkojen saavutettavuus", "Mötesplatsernas tillgänglighet", "Accessibility of meeting places"}},
    {"summary", {"Yhteenveto", "Sammanfattning", "Summary"}},
    {"classes", {"Etäisyysluokat", "Avståndsklasser", "Distance classes"}},
    {"gaps", {"Katvealueet", "Luckor", "Gaps"}},
    {"places", {"Kohtaamispaikat", "Mötesplatser", "Meeting places"}},
    {"cells", {"Väestöruudut", "Befolkningsrutor", "Population cells"}},
    {"municipalities", {"Kunnat", "Kommuner", "Municipalities"}},
    {"zones", {"Alueet", "Områden", "Areas"}},
    {"indicators", {"Tunnusluvut", "Nyckeltal", "Indicators"}},
    {"cures", {"Korjauskeinot", "Åtgärder", "Cures"}},
    {"requirements", {"Vaatimukset", "Krav", "Requirements"}},
    {"accounts", {"Laskentatavat", "Räknesätt", "Accounts"}},
    {"reasons", {"Syyt", "Orsaker", "Reasons"}},
    {"denominators", {"Väestövertailu", "Befolkningsjämförelse", "Population compared"}},
    {"remarks", {"Huomiot aineistosta", "Anmärkningar om data", "Remarks on the data"}},
    {"about", {"Tietoja", "Om", "About"}},
    {"total", {"Yhteensä", "Totalt", "Total"}},
    {"outside_all_areas", {"Kaikkien alueiden ulkopuolella", "Utanför alla områden", "Outside all areas"}},
    {"all", {"Kaikki asukkaat", "Alla invånare", "All residents"}},
    {"residents_by_municipality", {"Asukkaat kunnittain", "Invånare per kommun", "Residents by municipality"}},
    {"number_of_residents", {"asukasta", "invånare", "residents"}},
    {"input", {"Aineisto", "Data", "Input"}},
    {"remark", {"Huomio", "Anmärkning", "Remark"}},
    {"row_count", {"Rivejä", "Rader", "Rows"}},
    {"consequence", {"Seuraus", "Följd", "Consequence"}},
    {"first_rows", {"Ensimmäiset rivit", "Första raderna", "First rows"}},
    {"left_out", {"jätetty pois", "utelämnade", "left out"}},
    {"used", {"käytetty", "använda", "used"}},
    {"what", {"Tieto", "Uppgift", "What"}},
    {"value", {"Arvo", "Värde", "Value"}},
    // Legends.
    {"up_to", {"enintään {}", "högst {}", "up to {}"}},
    {"over", {"yli {}", "över {}", "over {}"}},
    {"up_to_residents", {"enintään {} asukasta", "högst {} invånare", "up to {} residents"}},
    {"over_residents", {"yli {} asukasta", "över {} invånare", "over {} residents"}},
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
    {"detour", {"Kiertotie", "Omväg", "Detour"}},
    {"no_place_near", {"Ei paikkaa lähellä", "Ingen plats i närheten", "No place nearby"}},
    {"candidate", {"Ehdokaspaikka", "Kandidatplats", "Candidate"}},
    {"cell", {"Katvealueen oma ruutu", "Ruta i luckan", "Cell of the gap"}},
    // Columns of results.
    {"gap_id", {"Katvealue", "Lucka", "Gap"}},
    {"municipality_code", {"Kuntanumero", "Kommunnummer", "Municipality code"}},
    {"municipality_name", {"Kunta", "Kommun", "Municipality"}},
    {"municipality", {"Kunta", "Kommun", "Municipality"}},
    {"residents", {"Asukkaita", "Invånare", "Residents"}},
    {"cells_without_number", {"Ruutuja, joiden väkiluku on salattu", "Rutor med sekretessbelagt antal", "Cells with a suppressed number"}},
    {"limit_m", {"Raja (km)", "Gräns (km)", "Limit (km)"}},
    {"limit_s", {"Raja (min)", "Gräns (min)", "Limit (min)"}},
    {"distance_m", {"Matka (km)", "Väg (km)", "Distance (km)"}},
    {"distance_min_m", {"Lyhin matka (km)", "Kortaste väg (km)", "Shortest distance (km)"}},
    {"distance_mean_m", {"Matka keskimäärin (km)", "Väg i medeltal (km)", "Mean distance (km)"}},
    {"distance_median_m", {"Matkan mediaani (km)", "Medianväg (km)", "Median distance (km)"}},
    {"distance_p90_m", {"Matka, jota 90 % ei ylitä (km)", "Väg som 90 % inte överskrider (km)", "Distance not exceeded by 90% (km)"}},
    {"distance_max_m", {"Pisin matka (km)", "Längsta väg (km)", "Longest distance (km)"}},
    {"distance_extra_mean_m", {"Lisämatka keskimäärin (km)", "Längre väg i medeltal (km)", "Mean extra distance (km)"}},
    {"distance_extra_max_m", {"Pisin lisämatka (km)", "Längsta extra väg (km)", "Longest extra distance (km)"}},
    {"time_s", {"Aika (min)", "Tid (min)", "Time (min)"}},
    {"time_min_s", {"Lyhin aika (min)", "Kortaste tid (min)", "Shortest time (min)"}},
    {"time_mean_s", {"Aika keskimäärin (min)", "Tid i medeltal (min)", "Mean time (min)"}},
    {"time_median_s", {"Ajan mediaani (min)", "Mediantid (min)", "Median time (min)"}},
    {"time_p90_s", {"Aika, jota 90 % ei ylitä (min)", "Tid som 90 % inte överskrider (min)", "Time not exceeded by 90% (min)"}},
    {"time_max_s", {"Pisin aika (min)", "Längsta tid (min)", "Longest time (min)"}},
    {"time_extra_mean_s", {"Lisäaika keskimäärin (min)", "Längre tid i medeltal (min)", "Mean extra time (min)"}},
    {"time_extra_max_s", {"Pisin lisäaika (min)", "Längsta extra tid (min)", "Longest extra time (min)"}},
    {"nearest_place_id", {"Lähimmän paikan tunnus", "Närmaste plats, id", "Id of the nearest place"}},
    {"nearest_place_name", {"Lähin paikka", "Närmaste plats", "Nearest place"}},
    {"outside", {"Liian kaukana", "För långt bort", "Too far away"}},
    {"share", {"Osuus", "Andel", "Share"}},
    {"place_id", {"Paikan tunnus", "Platsens id", "Place id"}},
    {"place_name", {"Kohtaamispaikka", "Mötesplats", "Meeting place"}},
    {"x", {"Itäkoordinaatti (m)", "Östkoordinat (m)", "Easting (m)"}},
    {"y", {"Pohjoiskoordinaatti (m)", "Nordkoordinat (m)", "Northing (m)"}},
    {"off_road_m", {"Matka tielle (km)", "Väg till vägen (km)", "Way to the road (km)"}},
    {"place_off_road_m", {"Paikan matka tielle (km)", "Platsens väg till vägen (km)", "Way from the road to the place (km)"}},
    {"residents_nearest", {"Asukkaita, joille lähin", "Invånare som har den närmast", "Residents for whom it is the nearest"}},
    {"residents_within_limit", {"Näistä rajan sisällä", "Av dem inom gränsen", "Of them within the limit"}},
    {"stay_covered", {"Jos suljetaan: pysyvät rajan sisällä", "Om den stängs: kvar inom gränsen", "If it closes: still within the limit"}},
    {"fall_outside", {"Jos suljetaan: jäävät rajan ulkopuolelle", "Om den stängs: hamnar utanför", "If it closes: fall outside"}},
    {"become_unreachable", {"Jos suljetaan: ei muuta paikkaa tietä pitkin", "Om den stängs: ingen annan plats längs väg", "If it closes: no other place by road"}},
    {"cell_id", {"Ruutu", "Ruta", "Cell"}},
    {"status", {"Tila", "Läge", "Status"}},
    {"reason", {"Syy", "Orsak", "Reason"}},
    {"level", {"Aluetaso", "Områdesnivå", "Level"}},
    {"zone_code", {"Alueen tunnus", "Områdets kod", "Area code"}},
    {"zone_name", {"Alue", "Område", "Area"}},
    {"code", {"Tunnus", "Kod", "Code"}},
    {"name", {"Nimi", "Namn", "Name"}},
    {"group", {"Ryhmä", "Grupp", "Group"}},
    {"class", {"Luokka", "Klass", "Class"}},
    {"from_m", {"Yli (km)", "Över (km)", "Over (km)"}},
    {"to_m", {"Enintään (km)", "Högst (km)", "At most (km)"}},
    {"from_s", {"Yli (min)", "Över (min)", "Over (min)"}},
    {"to_s", {"Enintään (min)", "Högst (min)", "At most (min)"}},
    {"residents_low", {"Asukkaita vähintään", "Invånare minst", "Residents, at least"}},
    {"residents_high", {"Asukkaita enintään", "Invånare högst", "Residents, at most"}},
    {"cumulative", {"Kertymä", "Kumulativt", "Cumulative"}},
    {"cumulative_low", {"Kertymä vähintään", "Kumulativt minst", "Cumulative, at least"}},
    {"cumulative_high", {"Kertymä enintään", "Kumulativt högst", "Cumulative, at most"}},
    {"cumulative_share", {"Kertymän osuus", "Kumulativ andel", "Cumulative share"}},
};
// clang-format on

Label const* find(std::string_view key) {
  static auto const sorted = [] {
    std::vector<Label const*> all;
    for (auto const& each : kLabels) all.push_back(&each);
    std::ranges::sort(all, {}, [](Label const* each) { return each->key; });
    return all;
  }();
  auto const found =
      std::ranges::lower_bound(sorted, key, {}, [](Label const* each) { return each->key; });
  return found != sorted.end() && (*found)->key == key ? *found : nullptr;
}

}  // namespace

std::span<Label const> labels() { return kLabels; }

std::string_view label(Language language, std::string_view key) {
  auto const* const found = find(key);
  expects(found != nullptr, "every word of a page is in the table of labels");
  return found->texts[static_cast<std::size_t>(language)];
}

std::optional<std::string_view> label_of(Language language, std::string_view key) {
  auto const* const found = find(key);
  if (found == nullptr) return std::nullopt;
  return found->texts[static_cast<std::size_t>(language)];
}

}  // namespace gapmap::report
