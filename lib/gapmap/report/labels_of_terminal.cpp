#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kTerminal[]{
    // The lines a run ends with: a name, and what it says.
    {"closing covered", {"{0} / {2} asukasta ({1})", "{0} av {2} invånare ({1})", "{0} of {2} residents ({1})"}},
    {"closing met", {"; kaikki vaatimukset täyttyvät {0} asukkaalla", "; alla krav uppfylls för {0} invånare", "; all requirements are met for {0} residents"}},
    {"closing outside", {"{0} asukasta ({1}), katvealueita {2}", "{0} invånare ({1}), luckor {2}", "{0} residents ({1}), gaps {2}"}},
    {"closing apart", {"{0} asukasta; tieverkon ulkopuolella {1}", "{0} invånare; utanför vägnätet {1}", "{0} residents; off the road network {1}"}},
    {"closing why", {"Miksi ei rajan sisällä", "Varför inte inom gränsen", "Why not within the limit"}},
    {"closing gap", {"Suurin katvealue", "Största luckan", "Largest gap"}},
    {"closing gap_text", {"{0}, {1} asukasta; syy: {2}", "{0}, {1} invånare; orsak: {2}", "{0}, {1} residents; reason: {2}"}},
    {"closing cure", {"; paras keino: paikka kohteeseen {0}, {1} tulisi rajan sisälle", "; bästa åtgärd: en plats i {0}, {1} skulle komma inom gränsen", "; best cure: a place in {0}, {1} would come within the limit"}},
    {"closing cure_inside", {"; paras keino: uusi paikka katvealueen sisälle, {0} tulisi rajan sisälle", "; bästa åtgärd: en ny plats inne i luckan, {0} skulle komma inom gränsen", "; best cure: a further place within the gap, {0} would come within the limit"}},
    {"closing no_cure", {"; mikään ehdokas ei auttaisi", "; ingen kandidat skulle hjälpa", "; no candidate would help"}},
    {"closing municipality", {"Eniten ulkopuolella", "Flest utanför", "Most outside"}},
    {"closing municipality_text", {"{0}, {1} / {2} asukasta", "{0}, {1} av {2} invånare", "{0}, {1} of {2} residents"}},
    {"closing closure", {"Tärkein paikka", "Viktigaste platsen", "Most needed place"}},
    {"closing closure_text", {"{0}; jos se suljetaan, {1} asukasta jää rajan ulkopuolelle", "{0}; om den stängs hamnar {1} invånare utanför gränsen", "{0}; if it closes, {1} residents fall outside the limit"}},
    {"closing left_out", {"Luvuista puuttuu", "Saknas i siffrorna", "Missing from the figures"}},
    {"closing left_out_places", {"{0} / {1} kohtaamispaikkaa", "{0} av {1} mötesplatser", "{0} of {1} places"}},
    {"closing left_out_cells", {"{0} / {1} väestöaineiston riviä", "{0} av {1} rader i befolkningsdata", "{0} of {1} rows of the population"}},
    {"closing left_out_people", {" ({0} asukasta)", " ({0} invånare)", " ({0} residents)"}},
    {"closing unknown_cells", {"{0} / {1} rivin asukasluku on salattu", "invånarantalet i {0} av {1} rader är sekretessbelagt", "the number of residents is suppressed in {0} of {1} rows"}},
    {"closing remarks_text", {"{0}, luettavissa raportin lopussa", "{0}, att läsa i slutet av rapporten", "{0}, to be read at the end of the report"}},
    {"closing open", {"Avaa ensin", "Öppna först", "Open first"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_terminal() { return kTerminal; }

}  // namespace gapmap::report
