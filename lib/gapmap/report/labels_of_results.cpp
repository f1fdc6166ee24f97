#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kResults[]{
    sentence("is a link to what is not there", "on linkki olemattomaan", "är en länk till något som inte finns"),
    sentence("check the disk, and that of temporary files", "tarkista levy ja tilapäistiedostojen levy", "kontrollera disken och disken för tillfälliga filer"),
    sentence("is not a folder", "ei ole kansio", "är ingen mapp"),
    sentence("choose another output folder", "valitse toinen tuloskansio", "välj en annan resultatmapp"),
    sentence("is not a file that can be replaced", "ei ole tiedosto, jonka voi korvata", "är ingen fil som kan ersättas"),
    sentence("cannot be written: {}", "ei voi kirjoittaa: {:w}", "kan inte skrivas: {:w}"),
    {"word not enough memory", {"muisti ei riitä", "minnet räcker inte", "not enough memory"}},
    sentence("cannot be written", "ei voi kirjoittaa", "kan inte skrivas"),
    sentence("check the disk and the permissions of the folder", "tarkista levy ja kansion käyttöoikeudet", "kontrollera disken och mappens rättigheter"),
    sentence("check the folder and the space on disk", "tarkista kansio ja levytila", "kontrollera mappen och diskutrymmet"),
    sentence("already holds {}", "sisältää jo: {}", "innehåller redan {}"),
    sentence("add --overwrite to replace them, or choose another output folder", "lisää --overwrite, jos ne saa korvata, tai valitse toinen tuloskansio", "lägg till --overwrite för att ersätta dem, eller välj en annan resultatmapp"),
    sentence("is read by this run, so no result may take its place", "on tämän ajon lähtöaineistoa, joten mikään tulos ei voi korvata sitä", "läses av denna körning, så inget resultat får ta dess plats"),
    sentence("{}: {}; all results are as they were", "{}: {}; kaikki tulokset ovat ennallaan", "{}: {}; alla resultat är som de var"),
    sentence("close it where it is open, and check the permissions and the disk", "sulje se sieltä, missä se on auki, ja tarkista käyttöoikeudet ja levy", "stäng den där den är öppen, och kontrollera rättigheterna och disken"),
    sentence("save it as CSV UTF-8 with commas", "tallenna se pilkuin eroteltuna CSV-tiedostona, UTF-8", "spara den som CSV UTF-8 med kommatecken"),
    sentence("a quote is not closed", "lainausmerkiltä puuttuu pari", "ett citattecken saknar sitt motstycke"),
    sentence("something follows a closing quote", "lainauksen lopettavan merkin perässä on jotakin", "något följer på ett avslutande citattecken"),
    sentence("if the file was edited, save it as CSV with commas, or make it anew", "jos tiedostoa on muokattu, tallenna se pilkuin eroteltuna CSV-tiedostona tai tee se uudelleen", "om filen har redigerats, spara den som CSV med kommatecken, eller gör den på nytt"),
    sentence("has no {}, so it is no folder of results", "tiedostoa {} ei ole, joten se ei ole tuloskansio", "saknar {}, så det är ingen resultatmapp"),
    sentence("give the folder that gapmap coverage wrote its results into", "anna kansio, johon gapmap coverage kirjoitti tuloksensa", "ange mappen som gapmap coverage skrev sina resultat i"),
    sentence("is of \"gapmap {}\" and tells of no tables to read again", "on komennon \"gapmap {}\" eikä kerro taulukoista, jotka voisi lukea uudelleen", "är av \"gapmap {}\" och berättar inte om tabeller att läsa igen"),
    sentence("give the results of gapmap coverage; those of an older version must be made anew", "anna komennon gapmap coverage tulokset; vanhemman version tulokset on tehtävä uudelleen", "ange resultat av gapmap coverage; de av en äldre version måste göras på nytt"),
    sentence("is not as gapmap wrote it: its JSON breaks off or is damaged at byte {}", "ei ole sellainen kuin gapmap sen kirjoitti: JSON katkeaa tai on vioittunut tavun {} kohdalla", "är inte som gapmap skrev den: dess JSON bryts av eller är skadad vid byte {}"),
    sentence("is not as gapmap wrote it: something is missing, or is of another kind", "ei ole sellainen kuin gapmap sen kirjoitti: jotakin puuttuu tai on muunlaista", "är inte som gapmap skrev den: något saknas eller är av annat slag"),
    sentence("is not as gapmap wrote it: {}", "ei ole sellainen kuin gapmap sen kirjoitti: {}", "är inte som gapmap skrev den: {}"),
    sentence("run gapmap again with the same job and --overwrite", "aja gapmap uudelleen samalla työllä ja valinnalla --overwrite", "kör gapmap igen med samma jobb och --overwrite"),
    sentence("is missing among the results", "puuttuu tuloksista", "saknas bland resultaten"),
    sentence("has other columns than {} says", "sarakkeet ovat muut kuin {} sanoo", "har andra kolumner än {} säger"),
    sentence("leave its header and its commas as they were, or make the results anew", "jätä otsikkorivi ja pilkut ennalleen tai tee tulokset uudelleen", "lämna rubrikraden och kommatecknen som de var, eller gör resultaten på nytt"),
    sentence("has {} fields instead of {}", "rivillä on {} kenttää eikä {}", "har {} fält i stället för {}"),
    sentence("\"{}\" in {} is no number", "\"{}\" sarakkeessa {} ei ole luku", "\"{}\" i {} är inget tal"),
    sentence("write numbers with a decimal point and without blanks, or make the results anew", "kirjoita luvut desimaalipisteellä ja ilman välejä tai tee tulokset uudelleen", "skriv tal med decimalpunkt och utan blanksteg, eller gör resultaten på nytt"),
    sentence("has {} rows, but {} says {}", "taulukossa on {} riviä, mutta {} sanoo {}", "har {} rader, men {} säger {}"),
    sentence("the layer cannot be read", "tasoa ei voi lukea", "lagret kan inte läsas"),
    sentence("the layer has {} features, but {} says {}", "tasossa on {} kohdetta, mutta {} sanoo {}", "lagret har {} objekt, men {} säger {}"),
    sentence("the layer has other features than the run wrote", "tason kohteet ovat muut kuin ajon kirjoittamat", "lagret har andra objekt än körningen skrev"),
    sentence("\"{}\" is one of the runs compared", "\"{}\" on toinen vertailtavista ajoista", "\"{}\" är en av de jämförda körningarna"),
    sentence("it is in {}, {} in {}", "se on koordinaatistossa {}, {} koordinaatistossa {}", "den är i {}, {} i {}"),
    sentence("run gapmap coverage again with the same --crs", "aja gapmap coverage uudelleen samalla --crs-valinnalla", "kör gapmap coverage igen med samma --crs"),
    sentence("this gapmap knows no option \"{}\"", "tämä gapmap ei tunne valintaa \"{}\"", "denna gapmap känner inte till valet \"{}\""),
    sentence("the run was made by gapmap {}: make it anew", "ajo on tehty gapmapin versiolla {}: tee se uudelleen", "körningen gjordes med gapmap {}: gör den på nytt"),
    sentence("made anew from the same inputs, the run finds {} of {} residents covered in {}, but its files say {} of {}", "samoista aineistoista uudelleen tehtynä ajo löytää rajan sisältä {} asukasta {}:sta ({}), mutta tiedostojen mukaan {} asukasta {}:sta", "gjord på nytt av samma indata finner körningen {} av {} invånare inom gränsen i {}, men dess filer säger {} av {}"),
    sentence("it was made by gapmap {}: run gapmap coverage again, then compare", "se on tehty gapmapin versiolla {}: aja gapmap coverage uudelleen ja vertaa sitten", "den gjordes med gapmap {}: kör gapmap coverage igen och jämför sedan"),
    sentence("its run has no table \"{}\"", "ajossa ei ole taulukkoa \"{}\"", "körningen har ingen tabell \"{}\""),
    sentence("give folders that gapmap coverage wrote", "anna kansioita, jotka gapmap coverage on kirjoittanut", "ange mappar som gapmap coverage har skrivit"),
    sentence("\"{}\" is no status", "\"{}\" ei ole tila", "\"{}\" är ingen status"),
    sentence("make the run anew with this version of gapmap", "tee ajo uudelleen tällä gapmapin versiolla", "gör körningen på nytt med denna version av gapmap"),
    sentence("it holds results of gapmap {}", "se sisältää komennon gapmap {} tuloksia", "den innehåller resultat av gapmap {}"),
    sentence("its small numbers are suppressed (--publish), so nothing can be counted from them", "pienet luvut on salattu (--publish), joten niistä ei voi laskea mitään", "dess små tal är dolda (--publish), så inget kan räknas ur dem"),
    sentence("compare runs without --publish", "vertaa ajoja ilman valintaa --publish", "jämför körningar utan --publish"),
    sentence("{} has an option that cannot be used: {}", "tiedostossa {} on valinta, jota ei voi käyttää: {}", "{} har ett val som inte kan användas: {}"),
    sentence("run gapmap coverage again", "aja gapmap coverage uudelleen", "kör gapmap coverage igen"),
    sentence("holds the results of \"gapmap {}\"", "sisältää komennon \"gapmap {}\" tulokset", "innehåller resultaten av \"gapmap {}\""),
    sentence("give those of gapmap coverage", "anna komennon gapmap coverage tulokset", "ange dem av gapmap coverage"),
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_results() { return kResults; }

}  // namespace gapmap::report
