#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kAccess[]{
    // The ways between homes, roads and places that road data lack, and what hangs on them.
    {"sensitivity", {"Herkkyystarkastelu", "Känslighetsanalys", "Sensitivity"}},
    {"assumption", {"Oletus osuuksista tieaineiston ulkopuolella", "Antagande om sträckorna utanför vägdata", "Assumption about the legs off the road data"}},
    {"as_counted", {"Kuten laskettu", "Som räknat", "As counted"}},
    {"walking_speed", {"Kävelyvauhdilla", "I gångtakt", "At walking speed"}},
    {"speed_40_kmh", {"Nopeudella 40 km/h", "I 40 km/h", "At 40 km/h"}},
    {"length_1_3", {"1,3 kertaa linnuntien pituisina", "1,3 gånger så långa som fågelvägen", "1.3 times as long as the straight line"}},
    {"length_0", {"Ilman näitä osuuksia", "Utan dessa sträckor", "Without these legs"}},
    {"access_m", {"Tieaineiston ulkopuolella (km)", "Utanför vägdata (km)", "Off the road data (km)"}},
    {"access_s", {"Tieaineiston ulkopuolella (min)", "Utanför vägdata (min)", "Off the road data (min)"}},
    {"access_speed_kmh", {"Nopeus tieaineiston ulkopuolella (km/h)", "Hastighet utanför vägdata (km/h)", "Speed off the road data (km/h)"}},
    {"access_factor", {"Pituus linnuntiehen verrattuna", "Längd jämfört med fågelvägen", "Length by the straight line"}},
    {"access_mean_m", {"Tieaineiston ulkopuolella keskimäärin (km)", "Utanför vägdata i medeltal (km)", "Off the road data, mean (km)"}},
    {"access_share", {"Tieaineiston ulkopuolella, osuus matkasta", "Utanför vägdata, andel av vägen", "Off the road data, share of the way"}},
    {"residents_come_within", {"Tulisi rajan sisälle (as.)", "Skulle komma inom gränsen (inv.)", "Would come within the limit (res.)"}},
    {"residents_fall_outside", {"Jäisi rajan ulkopuolelle (as.)", "Skulle hamna utanför gränsen (inv.)", "Would fall outside the limit (res.)"}},
    {"cells_changed", {"Ruutuja, joiden tulos muuttuisi", "Rutor vars resultat skulle ändras", "Cells whose result would change"}},
    {"cells_changed_without_number", {"Näistä väkiluku salattu", "Av dem med sekretessbelagt antal", "Of them with a suppressed number"}},
    {"without_access_distance_m", {"Matka ilman osuuksia tieaineiston ulkopuolella (km)", "Väg utan sträckorna utanför vägdata (km)", "Distance without the legs off the road data (km)"}},
    {"without_access_time_s", {"Aika ilman osuuksia tieaineiston ulkopuolella (min)", "Tid utan sträckorna utanför vägdata (min)", "Time without the legs off the road data (min)"}},
    {"about access", {"Matkasta se osa, joka kuljetaan tieaineiston ulkopuolella: kotoa tielle ja tieltä paikkaan, edestakaisin kahdesti", "Den del av vägen som färdas utanför vägdata: hemifrån till vägen och från vägen till platsen, tur och retur två gånger", "The part of the way that leads off the road data: from home to the road and from the road to the place, of a round trip twice"}},
    {"about assumption", {"Miten osuudet kotoa tielle ja tieltä paikkaan lasketaan", "Hur sträckorna från hemmet till vägen och från vägen till platsen räknas", "How the legs from home to the road and from the road to the place are counted"}},
    {"about access_speed_kmh", {"Nopeus, jolla osuudet kotoa tielle ja tieltä paikkaan kuljetaan", "Hastigheten på sträckorna från hemmet till vägen och från vägen till platsen", "Speed of the legs from home to the road and from the road to the place"}},
    {"about access_factor", {"Kuinka pitkiksi nämä osuudet lasketaan: 1 = linnuntie, 0 = niitä ei lasketa", "Hur långa sträckorna räknas: 1 = fågelvägen, 0 = de räknas inte", "How long these legs are counted: 1 = the straight line, 0 = not at all"}},
    {"about access_mean", {"Tieaineiston ulkopuolella kuljettava osa matkasta, keskiarvo asukkaille, joilla on tieyhteys", "Den del av vägen som färdas utanför vägdata, medeltal för invånare med vägförbindelse", "The part of the way that leads off the road data, mean over residents with a road connection"}},
    {"about access_share", {"Tieaineiston ulkopuolella kuljettava osa asukkaiden matkoista tai matka-ajoista yhteensä, 0–1", "Den del av invånarnas vägar eller restider sammanlagt som är utanför vägdata, 0–1", "What all residents' ways or times together have off the road data, 0–1"}},
    {"about residents_come_within", {"Rajan ulkopuolella asuvia, jotka tällä oletuksella olisivat sen sisällä", "Invånare utanför gränsen som med detta antagande skulle vara inom den", "Residents outside the limit who by this assumption would be within it"}},
    {"about residents_fall_outside", {"Rajan sisällä asuvia, jotka tällä oletuksella olisivat sen ulkopuolella", "Invånare inom gränsen som med detta antagande skulle vara utanför den", "Residents within the limit who by this assumption would be outside it"}},
    {"about cells_changed", {"Kuinka monen ruudun asukkaat vaihtaisivat puolta", "Antal rutor vars invånare skulle byta sida", "Number of cells whose residents would change sides"}},
    {"about cells_changed_without_number", {"Niiden asukkaat eivät ole missään luvussa", "Deras invånare ingår inte i något tal", "Their residents are in no figure"}},
    {"about without_access_cost", {"Lähimpään paikkaan, jos osuuksia kotoa tielle ja tieltä paikkaan ei laskettaisi", "Till närmaste plats om sträckorna från hemmet till vägen och från vägen till platsen inte räknades", "To the nearest place if the legs from home to the road and from the road to the place did not count"}},
    // Sentences: of the method, then of what hangs on the assumption, put together from its parts.
    {"method_access", {"Missä tieaineistossa ei ole tietä, on tavallisesti piha, yksityistie tai metsätie: osuudet kotoa tielle ja tieltä paikkaan lasketaan linnuntietä.", "Där vägdata saknar väg finns vanligen en gårdsplan, en enskild väg eller en skogsväg: sträckorna från hemmet till vägen och från vägen till platsen räknas fågelvägen.", "Where the data have no road there usually is a yard, a private road or a forest road: the legs from home to the road and from the road to the place are counted in a straight line."}},
    {"method_access speed", {"Missä tieaineistossa ei ole tietä, on tavallisesti piha, yksityistie tai metsätie: osuudet kotoa tielle ja tieltä paikkaan lasketaan linnuntietä nopeudella {0} km/h.", "Där vägdata saknar väg finns vanligen en gårdsplan, en enskild väg eller en skogsväg: sträckorna från hemmet till vägen och från vägen till platsen räknas fågelvägen med hastigheten {0} km/h.", "Where the data have no road there usually is a yard, a private road or a forest road: the legs from home to the road and from the road to the place are counted in a straight line at {0} km/h."}},
    {"method_access share", {"Näitä osuuksia on keskimäärin {0} asukasta kohti, {1} matkasta.", "Sträckorna är i medeltal {0} per invånare, {1} av vägen.", "These legs are {0} a resident on average, {1} of the way."}},
    {"method_access share_of_time", {"Näitä osuuksia on keskimäärin {0} asukasta kohti, {1} matka-ajasta.", "Sträckorna är i medeltal {0} per invånare, {1} av restiden.", "These legs are {0} a resident on average, {1} of the time."}},
    {"sensitivity_note", {"Tulos riippuu osaksi siitä, miten lasketaan osuudet tieaineiston ulkopuolella (pihat ja yksityistiet): {0}.", "Resultatet beror delvis på hur sträckorna utanför vägdata (gårdsplaner och enskilda vägar) räknas: {0}.", "The result depends in part on how the legs off the road data (yards and private roads) are counted: {0}."}},
    {"sensitivity_note nobody", {"Kenenkään tulos ei riipu siitä, miten lasketaan osuudet tieaineiston ulkopuolella (pihat ja yksityistiet).", "Ingens resultat beror på hur sträckorna utanför vägdata (gårdsplaner och enskilda vägar) räknas.", "Nobody's result depends on how the legs off the road data (yards and private roads) are counted."}},
    {"sensitivity_line", {"asukkaita, joiden tulos riippuu tieaineiston ulkopuolisista osuuksista: {0}", "invånare vars resultat beror på sträckorna utanför vägdata: {0}", "residents whose result hangs on the legs off the road data: {0}"}},
    {"sensitivity_line nobody", {"kenenkään tulos ei riipu osuuksista tieaineiston ulkopuolella", "ingens resultat beror på sträckorna utanför vägdata", "nobody's result depends on the legs off the road data"}},
    {"if come_within", {"{0} {1} asukasta tulisi rajan sisälle", "{0} skulle {1} invånare komma inom gränsen", "{0} {1} residents would come within the limit"}},
    {"if fall_outside", {"{0} {1} asukasta jäisi rajan ulkopuolelle", "{0} skulle {1} invånare hamna utanför gränsen", "{0} {1} residents would fall outside the limit"}},
    {"line come_within", {"{0} {1} tulisi rajan sisälle", "{0} skulle {1} komma inom gränsen", "{0} {1} would come within the limit"}},
    {"line fall_outside", {"{0} {1} jäisi rajan ulkopuolelle", "{0} skulle {1} hamna utanför gränsen", "{0} {1} would fall outside the limit"}},
    {"line nobody", {"{0} ei kukaan", "{0} ingen", "{0} nobody"}},
    {"if nobody", {"{0} ei kenenkään tulos muuttuisi", "{0} skulle ingens resultat ändras", "{0} nobody's result would change"}},
    {"if suppressed", {" (lisäksi {0} ruutua, joiden väkiluku on salattu)", " (dessutom {0} rutor med sekretessbelagt antal)", " (and {0} cells with a suppressed number)"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_access() { return kAccess; }

}  // namespace gapmap::report
