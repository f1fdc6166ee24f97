#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kReports[]{
    // Headings and sentences of reports.
    {"report_question", {"Ketkä asuvat yli {0}:n päässä lähimmästä kohtaamispaikasta, kun matka tehdään tietä pitkin {1}?", "Vilka bor längre bort än {0} från närmaste mötesplats, när man färdas längs vägarna {1}?", "Who lives more than {0} from the nearest meeting place, travelling along roads {1}?"}},
    {"report_main_figure", {"Alueen {0} asukkaasta {1} ({2}) asuu enintään {3}:n päässä lähimmästä kohtaamispaikasta. Kauempana asuvia on {4} ({5}).", "Av områdets {0} invånare bor {1} ({2}) högst {3} från närmaste mötesplats. {4} invånare ({5}) bor längre bort.", "Of {0} residents, {1} ({2}) live within {3} of the nearest meeting place. {4} residents ({5}) live farther away."}},
    {"axis_share", {"Osuus asukkaista", "Andel av invånarna", "Share of residents"}},
    {"skip_to_content", {"Siirry sisältöön", "Gå till innehållet", "Skip to content"}},
    {"contents", {"Sisällys", "Innehåll", "Contents"}},
    {"mode_car", {"autolla", "med bil", "by car"}},
    {"mode_bike", {"polkupyörällä", "med cykel", "by bicycle"}},
    {"mode_walk", {"jalan", "till fots", "on foot"}},
    {"main_result", {"Päätulos", "Huvudresultat", "Main result"}},
    {"no_known_residents", {"Yhdenkään asukkaan paikkaa ei tunneta, joten osuuksia ei voi laskea.", "Ingen invånares läge är känt, så andelar kan inte räknas.", "No residents are known, so there are no shares to tell."}},
    {"without_road", {"Ilman tieyhteyttä tai tieverkon ulkopuolella asuvia on lisäksi {0}. Heitä ei lasketa katvealueisiin.", "Dessutom bor {0} invånare utan vägförbindelse eller utanför vägnätet. De räknas inte till luckorna.", "Residents without a road connection or off the road network: {0} more. They are counted in no gap."}},
    {"suppressed_cells", {"Ruutuja, joiden asukasluku on salattu, on {0}. Niiden asukkaat eivät ole mukana luvuissa.", "Rutor med sekretessbelagt invånarantal: {0}. Deras invånare ingår inte i talen.", "Cells with a suppressed number of residents: {0}. Their residents are in none of the figures."}},
    {"largest_gap", {"Suurin katvealue on kunnassa {0}, ja siellä asuvia on {1}. Tärkein syy: {2}.", "Den största luckan finns i kommunen {0}, och där bor {1} invånare. Främsta orsak: {2}.", "The largest gap is in {0} and has {1} residents. Main reason: {2}."}},
    {"map", {"Kartta", "Karta", "Map"}},
    {"map_text", {"Kunnat, matkan mukaan väritetyt asutut ruudut, kohtaamispaikat ja numeroidut suurimmat katvealueet. Samat tiedot ovat taulukoissa.", "Kommunerna, bebodda rutor färgade efter vägens längd, mötesplatserna och de största luckorna med nummer. Samma uppgifter finns i tabellerna.", "Municipalities, inhabited cells coloured by the way to the nearest place, meeting places, and the largest gaps with their numbers. The tables hold the same facts."}},
    {"no_residents", {"ei asukkaita", "inga invånare", "no residents"}},
    {"by_municipality", {"Tulokset kunnittain", "Resultat per kommun", "Results by municipality"}},
    {"within_limit_short", {"Rajan sisällä", "Inom gränsen", "Within the limit"}},
    {"by_group", {"Ryhmät ja etäisyydet", "Grupper och avstånd", "Groups and distances"}},
    {"by_group_caption", {"Asukkaat ryhmittäin sen mukaan, kuinka pitkä matka on lähimpään kohtaamispaikkaan", "Invånare per grupp efter vägen till närmaste mötesplats", "Residents by group and by the way to the nearest meeting place"}},
    {"range_note", {"Kaksi lukua, joiden välissä on viiva, ovat pienin ja suurin mahdollinen määrä: osa luvuista on salattu aineistossa.", "Två tal med streck emellan är det minsta och det största möjliga antalet: en del tal är sekretessbelagda i data.", "Two numbers with a dash between them are the least and the greatest possible count: some numbers are suppressed in the data."}},
    {"curve", {"Asukkaiden kertymä matkan mukaan", "Invånarna efter vägens längd, kumulativt", "Residents by distance, cumulative"}},
    {"curve_text", {"Asukkaista, joilla on tieyhteys, puolet asuu enintään {0}:n ja yhdeksän kymmenestä enintään {1}:n päässä lähimmästä kohtaamispaikasta.", "Av de invånare som har vägförbindelse bor hälften högst {0} och nio av tio högst {1} från närmaste mötesplats.", "Of the residents with a road connection, half live within {0} and nine in ten within {1} of the nearest meeting place."}},
    {"axis_m", {"Matka lähimpään kohtaamispaikkaan (km)", "Väg till närmaste mötesplats (km)", "Way to the nearest meeting place (km)"}},
    {"axis_s", {"Aika lähimpään kohtaamispaikkaan (min)", "Tid till närmaste mötesplats (min)", "Time to the nearest meeting place (min)"}},
    {"gap_note", {"Katvealueita on yhteensä {0}. Numero on sama kuin kartalla; kaikki katvealueet ovat tiedostossa gaps.geojson.", "Antalet luckor är {0}. Numret är detsamma som på kartan; alla luckor finns i filen gaps.geojson.", "Gaps in all: {0}. Their numbers are those on the map; all gaps are in gaps.geojson."}},
    {"no_gaps", {"Katvealueita ei ole.", "Det finns inga luckor.", "There are no gaps."}},
    {"gap_cure", {"Korjaava paikka", "Plats som åtgärdar", "Place that would help"}},
    {"gap_cure_covers", {"Pääsisi rajan sisälle", "Skulle komma inom gränsen", "Would come within the limit"}},
    {"closures", {"Jos kohtaamispaikka suljetaan", "Om en mötesplats stängs", "If a meeting place closes"}},
    {"closure_note", {"Ensin ne paikat, joiden sulkeminen jättäisi eniten asukkaita rajan ulkopuolelle. Kaikki paikat ovat tiedostossa places.csv.", "Först de platser vars stängning skulle lämna flest invånare utanför gränsen. Alla platser finns i filen places.csv.", "First those places whose closing would leave most residents outside the limit. All places are in places.csv."}},
    {"closure_nearest", {"Lähin paikka näin monelle", "Närmast för så här många", "Nearest place of"}},
    {"closure_outside", {"Jäisi rajan ulkopuolelle", "Skulle hamna utanför", "Would fall outside"}},
    {"closure_unreachable", {"Jäisi vaille tieyhteyttä", "Skulle bli utan vägförbindelse", "Would have no place by road"}},
    {"grid_residents", {"Asukkaita ruuduissa", "Invånare i rutorna", "Residents in the cells"}},
    {"official_residents", {"Virallinen väestö", "Officiell befolkning", "Official population"}},
    {"grid_share", {"Ruuduissa virallisesta", "Rutornas andel", "Cells of official"}},
    {"no_denominators", {"Virallista väkilukua ei annettu, joten ruutujen asukaslukua ei ole verrattu siihen.", "Den officiella befolkningen gavs inte, så rutornas invånarantal har inte jämförts med den.", "No official population was given, so the residents of the cells were not compared with it."}},
    {"no_remarks", {"Aineistoissa ei ollut huomautettavaa.", "Det fanns inget att anmärka på i data.", "There was nothing to remark on in the data."}},
    {"method", {"Näin luvut on laskettu", "Så här har talen räknats", "How the figures were counted"}},
    {"method_way", {"Matka on laskettu jokaisesta asutusta ruudusta tietä pitkin siihen kohtaamispaikkaan, joka on lähimpänä. Mukana ovat myös osuudet kotoa tielle ja tieltä paikalle linnuntietä.", "Vägen har räknats från varje bebodd ruta längs vägarna till den mötesplats som är närmast. Även sträckan från hemmet till vägen och från vägen till platsen ingår, fågelvägen.", "The way is counted from every inhabited cell along roads to the meeting place that is nearest. It includes the legs from home to the road and from the road to the place, in a straight line."}},
    {"method_limit", {"Raja kuuluu mukaan: täsmälleen rajalla asuva on rajan sisällä. Kunnan tai maakunnan raja ei estä lähtemästä naapurin kohtaamispaikkaan, ellei ajon tiedoissa toisin sanota.", "Gränsen räknas med: den som bor exakt på gränsen är inom den. Kommun- och landskapsgränser hindrar inte att man besöker grannens mötesplats, om inte körningens uppgifter säger annat.", "The limit is inclusive: who lives exactly at the limit is within it. Borders of municipalities and regions keep nobody from a neighbour's meeting place unless the settings of the run say so."}},
    {"method_people", {"Luvut ovat asukkaita, eivät pinta-aloja. Ruudun asukkaiden ajatellaan asuvan ruudun keskellä, ja ruutu kuuluu siihen kuntaan, jossa siitä on suurin osa.", "Talen är invånare, inte ytor. En rutas invånare tänks bo i rutans mitt, och rutan hör till den kommun där största delen av den ligger.", "The figures are residents, not areas. The residents of a cell are taken to live in its middle, and the cell belongs to the municipality that holds most of it."}},
    {"method_gap", {"Katvealue on yhtenäinen joukko saman kunnan asuttuja ruutuja, joista matka on rajaa pidempi. Tieverkon ulkopuolella tai ilman tieyhteyttä asuvat lasketaan erikseen, koska syy voi olla tieaineistossa.", "En lucka är en sammanhängande grupp bebodda rutor i samma kommun, från vilka vägen är längre än gränsen. De som bor utanför vägnätet eller utan vägförbindelse räknas för sig, eftersom orsaken kan ligga i vägdata.", "A gap is a connected group of inhabited cells of one municipality from which the way is longer than the limit. Those off the road network or without a road connection are counted apart, since the road data may be the cause."}},
    {"method_limits", {"Tulos kertoo teiden ja paikkojen sijainnista, ei siitä, pääseekö asukas lähtemään: kuljetukset, aukioloajat ja vertaistuen sisältö on arvioitava erikseen.", "Resultatet berättar om vägarnas och platsernas läge, inte om en invånare kan ta sig i väg: transporter, öppettider och kamratstödets innehåll måste bedömas för sig.", "The result tells of where roads and places are, not whether a resident can set out: transport, opening hours and what peer support offers must be judged apart."}},
    {"sources", {"Lähteet ja lisenssit", "Källor och licenser", "Sources and licences"}},
    {"input_file", {"Tiedosto", "Fil", "File"}},
    {"rows_read", {"Rivejä luettu", "Lästa rader", "Rows read"}},
    {"rows_used", {"Rivejä käytetty", "Använda rader", "Rows used"}},
    {"years", {"Vuosi", "År", "Year"}},
    {"licence_note", {"Aineistotiedostot eivät kerro lisenssiään. Merkitse lähde ja lisenssi tähän ennen kuin julkaiset raportin.", "Datafilerna berättar inte sin licens. Ange källa och licens här innan du publicerar rapporten.", "The files of data do not tell their licence. State source and licence here before you publish the report."}},
    {"licence_osm", {"Tiedot: © OpenStreetMapin tekijät, Open Database License (ODbL) 1.0, openstreetmap.org/copyright.", "Data: © OpenStreetMaps bidragsgivare, Open Database License (ODbL) 1.0, openstreetmap.org/copyright.", "Data: © OpenStreetMap contributors, Open Database License (ODbL) 1.0, openstreetmap.org/copyright."}},
    {"licence_eurostat", {"Väestöruudut: Eurostat/GISCO, © Euroopan unioni.", "Befolkningsrutor: Eurostat/GISCO, © Europeiska unionen.", "Population grid: Eurostat/GISCO, © European Union."}},
    {"identity", {"Ajon tiedot", "Om körningen", "About this run"}},
    {"EMP", {"Työlliset", "Sysselsatta", "Employed"}},
    {"roads", {"Tiet", "Vägar", "Roads"}},
    {"areas", {"Kuntarajat", "Kommungränser", "Municipal boundaries"}},
    {"population", {"Väestöruudut", "Befolkningsrutor", "Population grid"}},
    {"candidates", {"Ehdokaspaikat", "Kandidatplatser", "Candidates"}},
    {"gazetteer", {"Nimistö", "Ortnamn", "Gazetteer"}},
    {"area key", {"Alueavain", "Områdesnyckel", "Area key"}},
    {"official_population", {"Virallinen väestö", "Officiell befolkning", "Official population"}},
    {"live_map", {"Liikuteltava kartta. Nuolinäppäimet siirtävät, plus ja miinus zoomaavat, sarkain vie merkistä toiseen.", "Rörlig karta. Piltangenterna flyttar, plus och minus zoomar, tabb går från tecken till tecken.", "Map that moves. Arrow keys move it, plus and minus zoom, tab goes from sign to sign."}},
    {"zoom_in", {"Lähennä", "Zooma in", "Zoom in"}},
    {"zoom_out", {"Loitonna", "Zooma ut", "Zoom out"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_reports() { return kReports; }

}  // namespace gapmap::report
