#include "gapmap/report/page.h"

#include <fmt/format.h>

#include <array>

#include "gapmap/report/labels.h"
#include "gapmap/report/leaflet.h"
#include "gapmap/report/map_script.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/page_style.h"
#include "gapmap/report/sections.h"
#include "gapmap/units/version.h"

namespace gapmap::report {
namespace {

struct Section {
  char const* heading;  ///< label, and the anchor
  std::string (*part)(Language, ReportedRun const&);
};

constexpr std::array<Section, 12> kSections{{{"main_result", main_result},
                                             {"map", map_part},
                                             {"by_municipality", municipality_part},
                                             {"by_group", group_part},
                                             {"curve", curve_part},
                                             {"largest_gaps", gap_part},
                                             {"closures", closure_part},
                                             {"denominators", denominator_part},
                                             {"remarks", remark_part},
                                             {"method", method_part},
                                             {"sources", source_part},
                                             {"identity", identity_part}}};

std::string header(Language language, ReportedRun const& run) {
  auto const& [title, region, logo] = run.masthead;
  std::string html{"<header>\n"};
  if (!logo.empty()) {
    auto const words = region.empty()
                           ? std::string{label(language, "logo")}
                           : fmt::format(fmt::runtime(label(language, "logo_of")), region);
    html +=
        fmt::format("<img class=\"logo\" src=\"{}\" alt=\"{}\"/>\n", escaped(logo), escaped(words));
  }
  html += fmt::format("<h1>{}</h1>\n", escaped(run.masthead.title_in(language)));
  if (!region.empty()) html += fmt::format("<p class=\"region\">{}</p>\n", escaped(region));
  return html + question(language, run) + "</header>\n";
}

}  // namespace

std::string page_name(Language language) {
  return fmt::format("report.{}.html", code_of(language));
}

std::string page(Language language, ReportedRun const& run) {
  auto const text = [&](std::string_view key) { return escaped(label(language, key)); };
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
      "<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"generator\" content=\"gapmap {1}\"/>\n"
      "<title>{2}</title>\n<style>{7}{3}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#content\">{4}</a>\n"
      "{5}"
      "<nav aria-label=\"{6}\">\n<ul>\n",
      code_of(language), escaped(version()), escaped(run.masthead.full_title_in(language)),
      kPageStyle, text("skip_to_content"), header(language, run), text("contents"),
      leaflet_style());
  for (auto const& section : kSections) {
    html +=
        fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.heading, text(section.heading));
  }
  html += "</ul>\n</nav>\n<main id=\"content\" tabindex=\"-1\">\n";
  for (auto const& section : kSections) {
    html += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
                        section.heading, text(section.heading));
    html += section.part(language, run);
    html += "</section>\n";
  }
  return html + fmt::format(
                    "</main>\n<footer><p>gapmap "
                    "{}</p></footer>\n<script>//<![CDATA[\n{}{}//]]></script>\n</body>\n</html>\n",
                    escaped(version()), leaflet_script(), kMapScript);
}

}  // namespace gapmap::report
