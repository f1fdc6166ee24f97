#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kRecognised[]{
    // The conventions of inputs (io/schemas.cpp, place_schemas.cpp, population_schemas.cpp).
    sentence("Statistics Finland postal areas", "Tilastokeskuksen postinumeroalueet", "Statistikcentralens postnummerområden"),
    sentence("Statistics Finland municipalities", "Tilastokeskuksen kunnat", "Statistikcentralens kommuner"),
    sentence("National Land Survey administrative areas", "Maanmittauslaitoksen hallinnolliset aluejaot", "Lantmäteriverkets administrativa områden"),
    sentence("wellbeing services counties", "hyvinvointialueet", "välfärdsområden"),
    sentence("Eurostat local administrative units", "Eurostatin paikallishallinnon yksiköt", "Eurostats lokala administrativa enheter"),
    sentence("municipalities with a code", "kunnat kuntanumeroineen", "kommuner med kommunnummer"),
    sentence("areas with a code", "alueet tunnuksineen", "områden med kod"),
    sentence("regions", "maakunnat", "landskap"),
    sentence("areas with a name", "nimetyt alueet", "områden med namn"),
    sentence("areas without code and name", "alueet ilman tunnusta ja nimeä", "områden utan kod och namn"),
    sentence("Digiroad links", "Digiroadin tielinkit", "Digiroads väglänkar"),
    sentence("roads with a class", "tiet luokkineen", "vägar med klass"),
    sentence("National Land Survey roads (general map)", "Maanmittauslaitoksen tiet (yleiskartta)", "Lantmäteriverkets vägar (översiktskarta)"),
    sentence("National Land Survey roads (topographic database)", "Maanmittauslaitoksen tiet (maastotietokanta)", "Lantmäteriverkets vägar (terrängdatabas)"),
    sentence("lines without a known class", "viivat ilman tunnettua luokkaa", "linjer utan känd klass"),
    sentence("official population by municipality", "virallinen väkiluku kunnittain", "officiell folkmängd per kommun"),
    sentence("features with geometry", "kohteet, joilla on geometria", "objekt med geometri"),
    sentence("places by their locality", "paikat paikkakunnan mukaan", "platser efter ort"),
    sentence("east and north coordinates", "itä- ja pohjoiskoordinaatit", "öst- och nordkoordinater"),
    sentence("x and y", "x ja y", "x och y"),
    sentence("longitude and latitude", "pituus- ja leveysasteet", "longitud och latitud"),
    sentence("Statistics Finland population grid", "Tilastokeskuksen väestöruudut", "Statistikcentralens befolkningsrutor"),
    sentence("Statistics Finland population grid, corners", "Tilastokeskuksen väestöruudut, ruutujen kulmat", "Statistikcentralens befolkningsrutor, hörn"),
    sentence("Eurostat census grid 2021", "Eurostatin väestölaskennan ruudut 2021", "Eurostats folkräkningsrutor 2021"),
    sentence("Helsinki region population grid", "Helsingin seudun väestöruudut", "Helsingforsregionens befolkningsrutor"),
    sentence("census grid 2021, lower-left corners of 1 km squares", "väestölaskennan ruudut 2021, 1 km:n ruutujen vasemmat alakulmat", "folkräkningsrutor 2021, nedre vänstra hörn av 1 km-rutor"),
    sentence("Eurostat population grid, lower-left corners of 1 km squares", "Eurostatin väestöruudut, 1 km:n ruutujen vasemmat alakulmat", "Eurostats befolkningsrutor, nedre vänstra hörn av 1 km-rutor"),
    sentence("census grid by cell id", "väestölaskennan ruudut tunnusten mukaan", "folkräkningsrutor efter rut-id"),
    sentence("population grid, lower-left corners of its squares", "väestöruudut, ruutujen vasemmat alakulmat", "befolkningsrutor, rutornas nedre vänstra hörn"),
    sentence("points with coordinates", "pisteet koordinaatteineen", "punkter med koordinater"),
    sentence("cells or points with a number of residents", "ruudut tai pisteet asukaslukuineen", "rutor eller punkter med invånarantal"),
    sentence("OpenStreetMap", "OpenStreetMap", "OpenStreetMap"),
    sentence("no corners of a grid, taken as points", "ei ruutujen kulmia, pidetty pisteinä", "inga hörn av rutor, tagna som punkter"),
    sentence("squares of {} m by name", "{} m:n ruudut nimen mukaan", "rutor på {} m enligt namnet"),
    sentence("squares of {} m by their spacing", "{} m:n ruudut välimatkojen mukaan", "rutor på {} m enligt avstånden"),
    sentence("groups {} by {}", "ryhmät {} ({:w})", "grupper {} ({:w})"),
    sentence("groups {}", "ryhmät {}", "grupper {}"),
    sentence("{} by age", "{} (ikä)", "{} (ålder)"),
    sentence("{} by sex", "{} (sukupuoli)", "{} (kön)"),
    sentence("header in {} {}", "otsikot: {:w} {}", "rubriker: {:w} {}"),
    sentence("raster, {} x {} of {} x {} pixels of {} x {} m", "rasteri, {} x {} pikseliä, koko rasteri {} x {}, pikseli {} x {} m", "raster, {} x {} pixlar av {} x {}, pixel {} x {} m"),
    sentence("raster, {} x {} of {} x {} pixels of {} x {} m, {} x {} of them joined to a cell", "rasteri, {} x {} pikseliä, koko rasteri {} x {}, pikseli {} x {} m, {} x {} pikseliä yhdistetty ruuduksi", "raster, {} x {} pixlar av {} x {}, pixel {} x {} m, {} x {} pixlar sammanslagna till en ruta"),

    // How the coordinate system is known.
    sentence("{} (by its fields)", "{} (kenttien mukaan)", "{} (enligt fälten)"),
    sentence("{} (by its cell ids)", "{} (ruutujen tunnusten mukaan)", "{} (enligt rutornas id)"),
    sentence("{} (guessed from the values)", "{} (päätelty arvoista)", "{} (gissat ur värdena)"),

    // What fields are for.
    {"role id", {"tunnus", "id", "id"}},
    {"role code", {"tunnus", "kod", "code"}},
    {"role name", {"nimi", "namn", "name"}},
    {"role residents", {"asukkaat", "invånare", "residents"}},
    {"role x", {"x", "x", "x"}},
    {"role y", {"y", "y", "y"}},
    {"role type", {"tyyppi", "typ", "type"}},
    {"role target group", {"kohderyhmä", "målgrupp", "target group"}},
    {"role languages", {"kielet", "språk", "languages"}},
    {"role open to all", {"avoin kaikille", "öppen för alla", "open to all"}},
    {"role weekday", {"viikonpäivä", "veckodag", "weekday"}},
    {"role hours", {"aukiolo", "öppettider", "hours"}},
    {"role frequency", {"toistuvuus", "frekvens", "frequency"}},
    {"role capacity", {"kapasiteetti", "kapacitet", "capacity"}},
    {"role locality", {"paikkakunta", "ort", "locality"}},
    {"role municipality", {"kunta", "kommun", "municipality"}},
    {"role class", {"luokka", "klass", "class"}},
    {"role one-way", {"ajosuunta", "körriktning", "one-way"}},
    {"role speed limit", {"nopeusrajoitus", "hastighetsgräns", "speed limit"}},
    {"role link type", {"linkkityyppi", "länktyp", "link type"}},
    {"role functional class", {"toiminnallinen luokka", "funktionell klass", "functional class"}},
    {"role link state", {"linkin tila", "länkens status", "link state"}},
    {"role link", {"linkki", "länk", "link"}},
    {"role other name", {"toinen nimi", "annat namn", "other name"}},
    {"role road number", {"tienumero", "vägnummer", "road number"}},
    {"role corner x", {"kulman x", "hörnets x", "corner x"}},
    {"role corner y", {"kulman y", "hörnets y", "corner y"}},
    {"role year", {"vuosi", "år", "year"}},
    {"role countries", {"maat", "länder", "countries"}},
    {"role levels", {"tasot", "nivåer", "levels"}},
    {"role level", {"tasosijainti", "plan", "level"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_recognised() { return kRecognised; }

}  // namespace gapmap::report
