#pragma once
// A page as a strict parser of XML sees it.

#include <expat.h>

#include <map>
#include <string>
#include <vector>

namespace gapmap::report {

/// What a strict parser finds.
struct Parsed {
  std::string error;  ///< empty: sound XML
  std::vector<std::string> headings;
  std::map<std::string, int> ids;
  std::vector<std::string> links;  ///< to parts of the page
  std::string outside;             ///< the first thing that would be fetched
  int header_cells_without_scope = 0;
  int tables = 0;
  int captions = 0;

  void open(std::string const& name, std::map<std::string, std::string> const& attributes) {
    bool const is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (is_heading) headings.push_back(name);
    if (name == "table") ++tables;
    if (name == "caption") ++captions;
    if (name == "th" && !attributes.contains("scope")) ++header_cells_without_scope;
    for (auto const& [key, value] : attributes) {
      if (key == "id") ++ids[value];
      if (key == "href" && value.starts_with('#')) links.push_back(value.substr(1));
      if ((key == "src" || key == "href") && value.find("//") != std::string::npos) outside = value;
    }
  }
};

inline Parsed parse(std::string const& page) {
  Parsed parsed;
  auto* const parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &parsed);
  XML_SetStartElementHandler(parser,
                             [](void* user, XML_Char const* name, XML_Char const** attributes) {
                               std::map<std::string, std::string> map;
                               for (auto const** a = attributes; *a != nullptr; a += 2)
                                 map[a[0]] = a[1];
                               static_cast<Parsed*>(user)->open(name, map);
                             });
  if (XML_Parse(parser, page.data(), static_cast<int>(page.size()), 1) == XML_STATUS_ERROR) {
    parsed.error = std::string{XML_ErrorString(XML_GetErrorCode(parser))} + " in line " +
                   std::to_string(XML_GetCurrentLineNumber(parser));
  }
  XML_ParserFree(parser);
  return parsed;
}

}  // namespace gapmap::report
