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
      "<header>\n<h1>{2}</h1>\n{5}</header>\n"
      "<nav aria-label=\"{6}\">\n<ul>\n",
      code_of(language), escaped(version()), text("title"), kPageStyle, text("skip_to_content"),
      question(language, run), text("contents"), leaflet_style());
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
