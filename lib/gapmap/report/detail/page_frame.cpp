#include "gapmap/report/detail/page_frame.h"

#include <fmt/format.h>

#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/detail/page_assets.h"
#include "gapmap/units/version.h"

namespace gapmap::report {

std::string head_of(Language language, Masthead const& masthead) {
  auto const region = masthead.region_in(language);
  auto const& logo = masthead.logo;
  std::string html;
  if (!logo.empty()) {
    auto const words = region.empty()
                           ? std::string{label(language, "logo")}
                           : fmt::format(fmt::runtime(label(language, "logo_of")), region);
    html +=
        fmt::format("<img class=\"logo\" src=\"{}\" alt=\"{}\"/>\n", escaped(logo), escaped(words));
  }
  html += fmt::format("<h1>{}</h1>\n", escaped(masthead.title_in(language)));
  if (!region.empty()) html += fmt::format("<p class=\"region\">{}</p>\n", escaped(region));
  return html;
}

std::string to_html(Language language, Page const& page) {
  auto const text = [&](std::string_view key) { return escaped(label(language, key)); };
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
      "<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"generator\" content=\"gapmap {1}\"/>\n"
      "<title>{2}</title>\n<style>{7}\n{3}</style>\n</head>\n<body data-more=\"{8}\">\n"
      "<a class=\"skip\" href=\"#content\">{4}</a>\n"
      "{5}<nav aria-label=\"{6}\">\n<ul>\n",
      code_of(language), escaped(version()), escaped(page.title), page_style(),
      text("skip_to_content"), page.header, text("contents"), page.style, text("table goes on"));
  for (auto const& section : page.sections) {
    html +=
        fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.heading, text(section.heading));
  }
  html += "</ul>\n</nav>\n<main id=\"content\" tabindex=\"-1\">\n";
  for (auto const& section : page.sections) {
    html +=
        fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n",
                    section.heading, text(section.heading), section.body);
  }
  html += fmt::format("</main>\n<footer><p>gapmap {}</p></footer>\n", escaped(version()));
  html += fmt::format("<script>//<![CDATA[\n\n{}{}//]]></script>\n", table_script(), page.script);
  return html + "</body>\n</html>\n";
}

}  // namespace gapmap::report
