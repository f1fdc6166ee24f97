#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kOsm[]{
    sentence("is OpenStreetMap data that only GDAL can reach", "on OpenStreetMap-aineistoa, johon pääsee vain GDAL", "är OpenStreetMap-data som bara GDAL kommer åt"),
    sentence("copy or unpack the file into a folder, and name it without layer or /vsi", "kopioi tai pura tiedosto kansioon ja nimeä se ilman tasoa ja /vsi-alkua", "kopiera eller packa upp filen i en mapp, och ange den utan lager och /vsi"),
    sentence("is OpenStreetMap data, which have no layer \"{}\" here", "on OpenStreetMap-aineistoa, jossa ei täällä ole tasoa \"{}\"", "är OpenStreetMap-data, som här inte har något lager \"{}\""),
    sentence("name only the file, {}: its tags say what is a road or a place, who may travel there and in which direction", "anna vain tiedosto {}: sen tagit kertovat, mikä on tie tai paikka, kuka siellä saa kulkea ja mihin suuntaan", "ange bara filen, {}: dess taggar säger vad som är en väg eller en plats, vem som får färdas där och i vilken riktning"),
    sentence("is OpenStreetMap PBF that was packed once more", "on OpenStreetMapin PBF-tiedosto, joka on pakattu toiseen kertaan", "är OpenStreetMap-PBF som packats en gång till"),
    sentence("unpack it with gunzip or bunzip2; PBF is packed already", "pura se ohjelmalla gunzip tai bunzip2; PBF on jo pakattu", "packa upp den med gunzip eller bunzip2; PBF är redan packad"),
    sentence("holds changes of OpenStreetMap data (osmChange), not the data themselves", "sisältää OpenStreetMap-aineiston muutoksia (osmChange), ei itse aineistoa", "innehåller ändringar av OpenStreetMap-data (osmChange), inte själva data"),
    sentence("apply them to the extract they belong to: osmium apply-changes extract.osm.pbf changes.osc.gz -o new.osm.pbf", "vie ne otteeseen, johon ne kuuluvat: osmium apply-changes extract.osm.pbf changes.osc.gz -o new.osm.pbf", "för in dem i det utdrag de hör till: osmium apply-changes extract.osm.pbf changes.osc.gz -o new.osm.pbf"),
    sentence("is OpenStreetMap data as JSON, which is not read", "on OpenStreetMap-aineistoa JSON-muodossa, jota ei lueta", "är OpenStreetMap-data som JSON, vilket inte läses"),
    sentence("ask Overpass for XML with all nodes: [out:xml]; at the beginning, (._;>;); out meta; at the end instead of out geom or out center; or take an extract with whole ways (osmium extract --strategy complete_ways) and nodes (without add-locations-to-ways)", "pyydä Overpassilta XML kaikkine pisteineen: alkuun [out:xml]; ja loppuun (._;>;); out meta; eikä out geom tai out center; tai ota ote, jossa väylät ovat kokonaisia (osmium extract --strategy complete_ways) ja pisteet mukana (ilman komentoa add-locations-to-ways)", "be Overpass om XML med alla noder: [out:xml]; i början, (._;>;); out meta; i slutet i stället för out geom eller out center; eller ta ett utdrag med hela vägar (osmium extract --strategy complete_ways) och noder (utan add-locations-to-ways)"),
    sentence("fetch it anew", "hae se uudelleen", "hämta den på nytt"),
    sentence("is packed in a way that is not read here", "on pakattu tavalla, jota täällä ei lueta", "är packad på ett sätt som inte läses här"),
    sentence("unpack it, or pack it with gzip", "pura se tai pakkaa se ohjelmalla gzip", "packa upp den, eller packa den med gzip"),
    sentence("is a web page, no OpenStreetMap data", "on verkkosivu, ei OpenStreetMap-aineistoa", "är en webbsida, inte OpenStreetMap-data"),
    sentence("open it in a browser: servers explain there why they gave nothing else", "avaa se selaimessa: palvelin selittää siinä, miksei se antanut muuta", "öppna den i en webbläsare: servern förklarar där varför den inte gav något annat"),
    sentence("is GeoJSON, not OpenStreetMap data as its name says", "on GeoJSONia, ei OpenStreetMap-aineistoa, kuten nimi sanoo", "är GeoJSON, inte OpenStreetMap-data som namnet säger"),
    sentence("in Overpass turbo export \"raw OSM data\"; or, to have its lines read by their fields, name it .geojson", "vie Overpass turbosta \"raw OSM data\"; tai jos viivat on luettava kenttiensä mukaan, anna nimen päätteeksi .geojson", "exportera \"raw OSM data\" i Overpass turbo; eller ge filen ändelsen .geojson, för att få linjerna lästa enligt sina fält"),
    sentence("is no OpenStreetMap data, though its name says so", "ei ole OpenStreetMap-aineistoa, vaikka nimi niin sanoo", "är inga OpenStreetMap-data, trots att namnet säger det"),
    sentence("check that the file is whole, and what it is", "tarkista, että tiedosto on kokonainen ja mikä se on", "kontrollera att filen är hel, och vad den är"),
    sentence("cannot be read as OpenStreetMap data: {}", "ei voi lukea OpenStreetMap-aineistona: {}", "kan inte läsas som OpenStreetMap-data: {}"),
    sentence("lacks the positions of nodes: {} of its {} roads have no line", "pisteiden sijainnit puuttuvat: {} sen {} tiestä on ilman viivaa", "saknar nodernas lägen: {} av dess {} vägar har ingen linje"),
    sentence("lacks the positions of nodes: {} of its {} roads have no line{}", "pisteiden sijainnit puuttuvat: {} sen {} tiestä on ilman viivaa{:w}", "saknar nodernas lägen: {} av dess {} vägar har ingen linje{:w}"),
    sentence("; its ways carry coordinates (Overpass \"out geom\"), but what stands at nodes, such as barriers, is not there", "; väylillä on koordinaatit (Overpassin \"out geom\"), mutta pisteissä olevat tiedot, kuten esteet, puuttuvat", "; dess vägar har koordinater (Overpass \"out geom\"), men det som står vid noder, till exempel hinder, saknas"),
    sentence("has no way that anybody may travel", "aineistossa ei ole yhtään väylää, jota joku saisi kulkea", "data har ingen väg som någon får färdas på"),
    sentence("check that the extract holds ways with highway tags", "tarkista, että otteessa on väyliä, joilla on highway-tagi", "kontrollera att utdraget har vägar med highway-taggar"),
    sentence("lacks nodes of the outlines of its {}s: {} of {} nodes have no position, {} ways name none, as with \"out geom\" and \"out center\" of Overpass", "ääriviivojen pisteitä puuttuu ({:w}): {} pisteellä {}:stä ei ole sijaintia ja {} viivaa ei nimeä yhtään, kuten Overpassin \"out geom\" ja \"out center\" tekevät", "saknar noder för konturerna ({:w}): {} av {} noder har inget läge, {} linjer anger inga, som med \"out geom\" och \"out center\" i Overpass"),
    {"word candidate", {"ehdokas", "kandidat", "candidate"}},
    {"word place", {"paikka", "plats", "place"}},
    sentence("none of its {} places is tagged {}", "yhdelläkään sen {} paikasta ei ole tagia {}", "ingen av dess {} platser har taggen {}"),
    sentence("a requirement selects among the places of --places-where", "vaatimus valitsee valinnan --places-where paikoista", "ett krav väljer bland platserna i --places-where"),
    sentence("\"{}\" names no tags of OpenStreetMap", "\"{}\" ei nimeä OpenStreetMapin tageja", "\"{}\" anger inga taggar i OpenStreetMap"),
    sentence("where: \"{}\" names no tags of OpenStreetMap; write tags such as \"{};leisure=*\"", "where: \"{}\" ei nimeä OpenStreetMapin tageja; kirjoita tageja, esimerkiksi \"{};leisure=*\"", "where: \"{}\" anger inga taggar i OpenStreetMap; skriv taggar, till exempel \"{};leisure=*\""),
    sentence("write tags such as \"{};leisure=*\"", "kirjoita tageja, esimerkiksi \"{};leisure=*\"", "skriv taggar, till exempel \"{};leisure=*\""),
    sentence("has no {} tagged {} that can be used", "aineistossa ei ole käyttökelpoista kohdetta ({:w}), jolla olisi tagi {}", "data har ingen användbar {:w} med taggen {}"),
    sentence("name other tags with {}, such as \"amenity=library;leisure=*\"", "nimeä muita tageja valinnalla {}, esimerkiksi \"amenity=library;leisure=*\"", "ange andra taggar med {}, till exempel \"amenity=library;leisure=*\""),
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_osm() { return kOsm; }

}  // namespace gapmap::report
