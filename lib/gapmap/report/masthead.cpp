#include "gapmap/report/masthead.h"

#include "gapmap/report/labels.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {

std::string Masthead::title_in(Language language) const {
  if (auto const own = titles.find(std::string{code_of(language)}); own != titles.end())
    return own->second;
  return title.empty() ? std::string{label(language, usual_title)} : title;
}

std::string Masthead::region_in(Language language) const {
  auto const own = regions.find(std::string{code_of(language)});
  return own == regions.end() ? region : own->second;
}

std::string Masthead::full_title_in(Language language) const {
  auto const own = title_in(language);
  auto const whom = region_in(language);
  return whom.empty() ? own : own + " – " + whom;
}

Masthead with_region(Masthead masthead, std::span<tables::OutputTable const> tables) {
  constexpr std::size_t kOneAndTheTotal = 2;
  auto const* municipalities = table_named(tables, "municipalities");
  if (municipalities == nullptr) municipalities = table_named(tables, "plan_municipalities");
  bool const is_open = masthead.title.empty() && masthead.region.empty() &&
                       masthead.titles.empty() && masthead.regions.empty();
  if (!is_open || municipalities == nullptr || municipalities->rows.size() != kOneAndTheTotal)
    return masthead;
  tables::ResultRows const rows{*municipalities};
  // "Outside all areas" has no code.
  if (!rows.text(0, "municipality_code").empty())
    masthead.region = rows.text(0, "municipality_name");
  return masthead;
}

}  // namespace gapmap::report
