#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kRemarks[]{
    // Remarks on rows of inputs, by what io/remark_text.h has.
    {"a group of more residents than there are people on Earth, counted as unknown", {"ryhmässä enemmän asukkaita kuin maapallolla on ihmisiä, laskettu tuntemattomaksi", "en grupp med fler invånare än det finns människor på jorden, räknad som okänd", "a group of more residents than there are people on Earth, counted as unknown"}},
    {"a number of residents that is none", {"asukasluku ei ole luku", "invånarantalet är inget tal", "a number of residents that is none"}},
    {"a point that cannot be projected", {"pistettä ei voi muuntaa koordinaatistoon", "en punkt som inte kan projiceras", "a point that cannot be projected"}},
    {"candidate on the very same point as an earlier one", {"ehdokas täsmälleen samassa pisteessä kuin aiempi", "kandidat på exakt samma punkt som en tidigare", "candidate on the very same point as an earlier one"}},
    {"candidate too far from everybody studied", {"ehdokas liian kaukana kaikista tutkituista", "kandidat för långt från alla som undersöks", "candidate too far from everybody studied"}},
    {"capacity that is no number of people, taken as unknown", {"kapasiteetti ei ole ihmisten määrä, pidetty tuntemattomana", "kapaciteten är inget antal människor, tagen som okänd", "capacity that is no number of people, taken as unknown"}},
    {"cell id spells another square than its geometry, which was used", {"ruudun tunnus tarkoittaa muuta ruutua kuin geometria, jota käytettiin", "rutans id anger en annan ruta än geometrin, som användes", "cell id spells another square than its geometry, which was used"}},
    {"cell id that spells no square", {"ruudun tunnus ei tarkoita mitään ruutua", "rutans id anger ingen ruta", "cell id that spells no square"}},
    {"coordinates are not numbers", {"koordinaatit eivät ole lukuja", "koordinaterna är inga tal", "coordinates are not numbers"}},
    {"coordinates in the wrong order (x and y swapped)", {"koordinaatit väärässä järjestyksessä (x ja y vaihtuneet)", "koordinaterna i fel ordning (x och y förväxlade)", "coordinates in the wrong order (x and y swapped)"}},
    {"coordinates outside the area of {}", {"koordinaatit koordinaatiston {} alueen ulkopuolella", "koordinaterna utanför området för {}", "coordinates outside the area of {}"}},
    {"highway that is no road to travel on", {"väylä, jota ei voi kulkea", "led som inte är en väg att färdas på", "highway that is no road to travel on"}},
    {"id that an earlier row has as well", {"sama tunnus kuin aiemmalla rivillä", "samma id som en tidigare rad", "id that an earlier row has as well"}},
    {"invalid polygon ({}), repaired", {"virheellinen monikulmio ({}), korjattu", "ogiltig polygon ({}), reparerad", "invalid polygon ({}), repaired"}},
    {"line without length", {"viiva, jolla ei ole pituutta", "linje utan längd", "line without length"}},
    {"link for service or exceptional transports only", {"tielinkki vain huolto- tai erikoiskuljetuksille", "länk endast för service- eller specialtransporter", "link for service or exceptional transports only"}},
    {"link not in use (LINK_TILA)", {"tielinkki ei ole käytössä (LINK_TILA)", "länk som inte är i bruk (LINK_TILA)", "link not in use (LINK_TILA)"}},
    {"locality that the gazetteer does not have", {"paikkakunta, jota nimistö ei tunne", "ort som ortnamnen saknar", "locality that the gazetteer does not have"}},
    {"locality that the gazetteer has in several places", {"paikkakunta, joka nimistössä on useassa paikassa", "ort som finns på flera ställen bland ortnamnen", "locality that the gazetteer has in several places"}},
    {"locality that the gazetteer has only in another municipality", {"paikkakunta, joka nimistössä on vain toisessa kunnassa", "ort som bland ortnamnen bara finns i en annan kommun", "locality that the gazetteer has only in another municipality"}},
    {"more residents than there are people on Earth", {"enemmän asukkaita kuin maapallolla on ihmisiä", "fler invånare än det finns människor på jorden", "more residents than there are people on Earth"}},
    {"municipality that an earlier row has as well", {"sama kunta kuin aiemmalla rivillä", "samma kommun som en tidigare rad", "municipality that an earlier row has as well"}},
    {"municipality that an earlier row of the year has as well", {"sama kunta ja vuosi kuin aiemmalla rivillä", "samma kommun och år som en tidigare rad", "municipality that an earlier row of the year has as well"}},
    {"negative number of a group, counted as unknown", {"ryhmän luku on negatiivinen, laskettu tuntemattomaksi", "gruppens tal är negativt, räknat som okänt", "negative number of a group, counted as unknown"}},
    {"negative number of residents", {"asukasluku on negatiivinen", "negativt invånarantal", "negative number of residents"}},
    {"neither coordinates nor a locality", {"ei koordinaatteja eikä paikkakuntaa", "varken koordinater eller ort", "neither coordinates nor a locality"}},
    {"neither one point nor a polygon", {"ei yksittäinen piste eikä monikulmio", "varken en punkt eller en polygon", "neither one point nor a polygon"}},
    {"no area of the level {}", {"tasolta {} puuttuu alue", "inget område på nivån {}", "no area of the level {}"}},
    {"no code", {"tunnus puuttuu", "kod saknas", "no code"}},
    {"no coordinates", {"koordinaatit puuttuvat", "koordinater saknas", "no coordinates"}},
    {"no data", {"ei tietoa", "inga data", "no data"}},
    {"no geometry", {"geometria puuttuu", "geometri saknas", "no geometry"}},
    {"no line", {"ei viiva", "ingen linje", "no line"}},
    {"no name", {"nimi puuttuu", "namn saknas", "no name"}},
    {"no number of a group, counted as unknown", {"ryhmän luku puuttuu, laskettu tuntemattomaksi", "gruppens tal saknas, räknat som okänt", "no number of a group, counted as unknown"}},
    {"no number of residents", {"asukasluku puuttuu", "invånarantal saknas", "no number of residents"}},
    {"no polygon", {"ei monikulmio", "ingen polygon", "no polygon"}},
    {"not a number", {"ei luku", "inget tal", "not a number"}},
    {"number of a group is not a number, counted as unknown", {"ryhmän luku ei ole luku, laskettu tuntemattomaksi", "gruppens tal är inget tal, räknat som okänt", "number of a group is not a number, counted as unknown"}},
    {"number of residents is not a number", {"asukasluku ei ole luku", "invånarantalet är inget tal", "number of residents is not a number"}},
    {"number of residents suppressed, counted as unknown", {"asukasluku salattu, laskettu tuntemattomaksi", "invånarantalet sekretessbelagt, räknat som okänt", "number of residents suppressed, counted as unknown"}},
    {"numbers of groups suppressed, counted as unknown", {"ryhmien luvut salattu, laskettu tuntemattomiksi", "gruppernas tal sekretessbelagda, räknade som okända", "numbers of groups suppressed, counted as unknown"}},
    {"of another year", {"toiselta vuodelta", "från ett annat år", "of another year"}},
    {"place farther than {} from every road", {"paikka yli {}:n päässä kaikista teistä", "plats längre än {} från alla vägar", "place farther than {} from every road"}},
    {"place more than {} from the cells", {"paikka yli {}:n päässä ruuduista", "plats mer än {} från rutorna", "place more than {} from the cells"}},
    {"place on the very same point as an earlier one", {"paikka täsmälleen samassa pisteessä kuin aiempi", "plats på exakt samma punkt som en tidigare", "place on the very same point as an earlier one"}},
    {"polygon that encloses nothing", {"monikulmio, joka ei rajaa mitään", "polygon som inte omsluter något", "polygon that encloses nothing"}},
    {"relation, only nodes and closed ways are read", {"relaatio; vain pisteet ja suljetut viivat luetaan", "relation; bara noder och slutna linjer läses", "relation, only nodes and closed ways are read"}},
    {"road on ice or for winter only (--ice-roads)", {"jäätie tai talvitie (--ice-roads)", "isväg eller vinterväg (--ice-roads)", "road on ice or for winter only (--ice-roads)"}},
    {"speed limit is no number of km/h from 1 to 250", {"nopeusrajoitus ei ole 1–250 km/h", "hastighetsgränsen är inte 1–250 km/h", "speed limit is no number of km/h from 1 to 250"}},
    {"speed limit without a link or a number of km/h", {"nopeusrajoitus ilman tielinkkiä tai lukua", "hastighetsgräns utan länk eller tal", "speed limit without a link or a number of km/h"}},
    {"turn restriction at some hours or for some vehicles only", {"kääntymisrajoitus, joka koskee vain joitakin aikoja tai ajoneuvoja", "svängrestriktion som gäller bara vissa tider eller fordon", "turn restriction at some hours or for some vehicles only"}},
    {"turn restriction by a way that the extract lacks or nobody may travel", {"kääntymisrajoitus, jonka väylä puuttuu otteesta tai on suljettu kaikilta", "svängrestriktion vars led saknas i utdraget eller är stängd för alla", "turn restriction by a way that the extract lacks or nobody may travel"}},
    {"turn restriction of an unknown kind", {"tuntematon kääntymisrajoitus", "svängrestriktion av okänt slag", "turn restriction of an unknown kind"}},
    {"turn restriction that may mean several turns", {"kääntymisrajoitus, joka voi tarkoittaa useaa kääntymistä", "svängrestriktion som kan avse flera svängar", "turn restriction that may mean several turns"}},
    {"turn restriction whose ways do not meet, or closed anyway", {"kääntymisrajoitus, jonka väylät eivät kohtaa tai joka on muutenkin kielletty", "svängrestriktion vars leder inte möts eller som ändå är stängd", "turn restriction whose ways do not meet, or closed anyway"}},
    {"unknown AJOSUUNTA, taken as both ways", {"tuntematon AJOSUUNTA, pidetty kaksisuuntaisena", "okänd AJOSUUNTA, tagen som dubbelriktad", "unknown AJOSUUNTA, taken as both ways"}},
    {"unknown one-way value, taken as both ways", {"tuntematon yksisuuntaisuus, pidetty kaksisuuntaisena", "okänt värde för enkelriktning, tagen som dubbelriktad", "unknown one-way value, taken as both ways"}},
    {"unknown road class, travelled like a road", {"tuntematon tieluokka, kuljetaan kuin tietä", "okänd vägklass, färdas som en väg", "unknown road class, travelled like a road"}},
    {"way that encloses nothing", {"viiva, joka ei rajaa mitään", "linje som inte omsluter något", "way that encloses nothing"}},
    {"way that is planned, under construction or impassable", {"väylä, joka on suunnitteilla, rakenteilla tai kulkukelvoton", "led som är planerad, under byggnad eller ofarbar", "way that is planned, under construction or impassable"}},
    {"way that its tags close to everybody", {"väylä, joka on suljettu kaikilta", "led som är stängd för alla", "way that its tags close to everybody"}},
    {"way that nobody may travel", {"väylä, jota kukaan ei saa kulkea", "led som ingen får färdas på", "way that nobody may travel"}},
    {"way with fewer than two nodes in a row in the extract", {"väylä, josta otteessa on alle kaksi peräkkäistä pistettä", "led med färre än två noder i rad i utdraget", "way with fewer than two nodes in a row in the extract"}},
    {"way with nodes that the extract lacks", {"väylä, jonka pisteitä otteesta puuttuu", "led med noder som utdraget saknar", "way with nodes that the extract lacks"}},
    {"way with nodes that the extract lacks, cut there", {"väylä, jonka pisteitä otteesta puuttuu, katkaistu siitä", "led med noder som utdraget saknar, avklippt där", "way with nodes that the extract lacks, cut there"}},
    {"without coordinates, placed by the gazetteer", {"ilman koordinaatteja, sijoitettu nimistön avulla", "utan koordinater, placerad med hjälp av ortnamnen", "without coordinates, placed by the gazetteer"}},
    {"xkoord and ykoord are not the corner of its geometry, which was used", {"xkoord ja ykoord eivät ole geometrian kulma; geometriaa käytettiin", "xkoord och ykoord är inte geometrins hörn; geometrin användes", "xkoord and ykoord are not the corner of its geometry, which was used"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_remarks() { return kRemarks; }

}  // namespace gapmap::report
