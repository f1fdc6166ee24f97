#include "gapmap/report/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "gapmap/report/label_parts.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kPages[]{
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
    {"columns", {"Sarakkeet", "Kolumner", "Columns"}},
    {"sheet", {"Taulukko", "Tabell", "Table"}},
    {"column", {"Sarake", "Kolumn", "Column"}},
    {"meaning", {"Mitä se kertoo ja miten se on laskettu", "Vad den berättar och hur den har räknats", "What it tells and how it is counted"}},
    {"name_in_csv", {"Nimi CSV-tiedostoissa ja karttatasoissa", "Namn i CSV-filer och kartlager", "Name in CSV files and layers"}},
    {"what", {"Tieto", "Uppgift", "What"}},
    {"value", {"Arvo", "Värde", "Value"}},
    // The workbook's summary, and what it is put together from.
    {"limit_km", {"{} km:n", "{} km", "{} km"}},
    {"limit_min", {"{} minuutin", "{} minuter", "{} minutes"}},
    {"question", {"Kuinka moni asuu enintään {} päässä lähimmästä kohtaamispaikasta teitä pitkin, kuinka moni ei, ja missä he asuvat?", "Hur många bor högst {} från närmaste mötesplats längs vägarna, hur många gör det inte, och var bor de?", "How many live within {} of the nearest meeting place along roads, how many do not, and where do they live?"}},
    {"main_figure", {"{} asukkaalla {} asukkaasta ({}) on kohtaamispaikka enintään {} päässä.", "{} av {} invånare ({}) har en mötesplats högst {} bort.", "{} of {} residents ({}) have a meeting place within {}."}},
    {"not_covered", {"{} asukkaalla matka on pidempi; katvealueita on {}. Lisäksi {} asukkaalla ei ole tieyhteyttä mihinkään kohtaamispaikkaan tai koti on tieverkon ulkopuolella.", "{} invånare har längre väg; antalet luckor är {}. Dessutom saknar {} invånare vägförbindelse till någon mötesplats eller bor utanför vägnätet.", "{} residents have farther to go; the number of gaps is {}. Another {} have no road connection to any meeting place or live off the road network."}},
    {"largest_gaps", {"Suurimmat katvealueet", "De största luckorna", "The largest gaps"}},
    {"share_within_limit", {"Osuus rajan sisällä", "Andel inom gränsen", "Share within the limit"}},
    {"number_of_gaps", {"Katvealueita", "Luckor", "Gaps"}},
    {"number_of_places", {"Kohtaamispaikkoja", "Mötesplatser", "Meeting places"}},
    {"look_next", {"Mistä katsoa seuraavaksi", "Var man kan titta härnäst", "Where to look next"}},
    {"next municipalities", {"jokaisen kunnan asukkaat rajan sisällä ja ulkopuolella", "varje kommuns invånare inom och utanför gränsen", "residents of each municipality within and outside the limit"}},
    {"next classes_by_municipality", {"kuinka kaukana kunnan asukkaat asuvat, myös kuviona", "hur långt bort kommunens invånare bor, även som diagram", "how far away residents of each municipality live, also as a chart"}},
    {"next gaps", {"missä katvealueet ovat, mistä ne johtuvat ja mikä auttaisi", "var luckorna finns, vad de beror på och vad som skulle hjälpa", "where the gaps are, why, and what would help"}},
    {"next places", {"ketkä kutakin paikkaa käyttäisivät ja mitä sen sulkeminen merkitsisi", "vilka som har platsen närmast och vad en stängning skulle innebära", "who would use each place, and what closing it would mean"}},
    {"next remarks", {"mitä aineistoista jätettiin pois ja miksi", "vad som utelämnades ur data och varför", "what was left out of the data and why"}},
    {"next about", {"mitä laskettiin, mistä tiedostoista ja millä asetuksilla", "vad som beräknades, ur vilka filer och med vilka val", "what was computed, from which files and with which options"}},
    {"classes_by_municipality", {"Luokat kunnittain", "Klasser per kommun", "Classes by municipality"}},
    {"classes_by_group", {"Luokat ryhmittäin", "Klasser per grupp", "Classes by group"}},
    {"cumulative_by_group", {"Kertymä", "Kumulativt", "Cumulative"}},
    {"share_of_residents", {"osuus asukkaista", "andel av invånarna", "share of residents"}},
    {"share_within", {"Osuus asukkaista enintään näin kaukana", "Andel av invånarna högst så här långt bort", "Share of residents at most this far away"}},
    // Legends.
    {"up_to", {"enintään {}", "högst {}", "up to {}"}},
    {"over", {"yli {}", "över {}", "over {}"}},
    {"up_to_residents", {"enintään {} asukasta", "högst {} invånare", "up to {} residents"}},
    {"over_residents", {"yli {} asukasta", "över {} invånare", "over {} residents"}},
};
// clang-format on

std::vector<Label> const& sorted() {
  static auto const all = [] {
    std::vector<Label> labels;
    for (auto const part : {std::span<Label const>{kPages},
                            labels_of_words(),
                            labels_of_columns(),
                            labels_of_descriptions(),
                            labels_of_options(),
                            labels_of_remarks(),
                            labels_of_reports(),
                            labels_of_mastheads(),
                            labels_of_roads(),
                            labels_of_changes(),
                            labels_of_terminal(),
                            labels_of_publishing(),
                            labels_of_access(),
                            labels_of_findings(),
                            labels_of_examples(),
                            labels_of_reading(),
                            labels_of_osm(),
                            labels_of_asking(),
                            labels_of_results(),
                            labels_of_recognised()})
      labels.insert(labels.end(), part.begin(), part.end());
    std::ranges::sort(labels, {}, &Label::key);
    return labels;
  }();
  return all;
}

Label const* find(std::string_view key) {
  auto const& all = sorted();
  auto const found = std::ranges::lower_bound(all, key, {}, &Label::key);
  return found != all.end() && found->key == key ? &*found : nullptr;
}

}  // namespace

std::span<Label const> labels() { return sorted(); }

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
