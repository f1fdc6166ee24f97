#include "gapmap/places/mergers.h"

#include <algorithm>
#include <array>

namespace gapmap::places {
namespace {

// Source: Statistics Finland, bulletins on classifications (luokitustiedotteet): changes in
// regional divisions on 1.1. of 2015, 2016, 2017 and 2021. The last row: Government decision of
// 6.6.2024, as told by the municipality itself (pertunmaa.fi).
constexpr std::array kMergers{
    Merger{"476", "297", "1.1.2015"},  // Maaninka, Kuopio
    Merger{"413", "609", "1.1.2015"},  // Lavia, Pori
    Merger{"838", "423", "1.1.2015"},  // Tarvasjoki, Lieto
    Merger{"164", "301", "1.1.2016"},  // Jalasjärvi, Kurikka
    Merger{"283", "98", "1.1.2016"},   // Hämeenkoski, Hollola
    Merger{"319", "783", "1.1.2016"},  // Köyliö, Säkylä
    Merger{"532", "398", "1.1.2016"},  // Nastola, Lahti
    Merger{"442", "51", "1.1.2017"},   // Luvia, Eurajoki
    Merger{"174", "297", "1.1.2017"},  // Juankoski, Kuopio
    Merger{"99", "214", "1.1.2021"},   // Honkajoki, Kankaanpää
    Merger{"588", "507", "1.1.2025"},  // Pertunmaa, Mäntyharju
};

}  // namespace

Merger const* merger_of(std::string_view bare_code) noexcept {
  auto const* const found = std::ranges::find(kMergers, bare_code, &Merger::merged);
  return found == kMergers.end() ? nullptr : found;
}

}  // namespace gapmap::places
