#include "gapmap/report/page.h"

#include <fmt/format.h>

#include <array>

#include "gapmap/report/labels.h"
#include "gapmap/report/detail/live_map.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/detail/page_assets.h"
#include "gapmap/report/detail/page_frame.h"
#include "gapmap/report/detail/sections.h"

namespace gapmap::report {
namespace {

struct Section {
  char const* heading;  ///< label, and the anchor
  std::string (*part)(Language, ReportedRun const&);
};

constexpr std::array<Section, 20> kSections{{{"main_result", main_result},
                                             {"map", map_part},
                                             {"by_municipality", municipality_part},
                                             {"spread_section", spread_part},
                                             {"limits_section", limit_part},
                                             {"by_group", group_part},
                                             {"requirements_section", requirement_part},
                                             {"accounts_section", account_part},
                                             {"zones_section", zone_part},
                                             {"curve", curve_part},
                                             {"largest_gaps", gap_part},
                                             {"joint_remedies", joint_remedy_part},
                                             {"closures", closure_part},
                                             {"accessibility_section", accessibility_part},
                                             {"roads_used_section", roads_used_part},
                                             {"denominators", denominator_part},
                                             {"remarks", remark_part},
                                             {"method", method_part},
                                             {"sources", source_part},
                                             {"identity", identity_part}}};

std::string header(Language language, ReportedRun const& run) {
  return fmt::format("<header>\n{}{}</header>\n", head_of(language, run.masthead),
                     question(language, run));
}

}  // namespace

std::string page_name(Language language) {
  return fmt::format("report.{}.html", code_of(language));
}

std::string page(Language language, ReportedRun const& run) {
  Page whole{.title = run.masthead.full_title_in(language),
             .header = header(language, run),
             .style = leaflet_style(),
             .script = live_map_script()};
  for (auto const& section : kSections) {
    // What nobody asked for has no section.
    auto body = section.part(language, run);
    if (body.empty()) continue;
    bool const is_of_times = run.scale.is_time && section.heading == std::string_view{"curve"};
    whole.sections.push_back({is_of_times ? "curve_time" : section.heading, std::move(body)});
  }
  return to_html(language, whole);
}

}  // namespace gapmap::report
