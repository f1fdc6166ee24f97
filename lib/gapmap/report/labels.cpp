#include "gapmap/report/labels.h"

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
    {"what", {"Tieto", "Uppgift", "What"}},
    {"value", {"Arvo", "Värde", "Value"}},
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
    for (auto const part : {std::span<Label const>{kPages}, labels_of_words(), labels_of_columns()})
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
