#include "gapmap/io/virtual_text.h"

#include <cpl_minixml.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "gapmap/io/file_stamp.h"
#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBeginning = 2048;  ///< bytes by which GDAL recognises the format

bool is_virtual_text(std::string_view text) {
  return ascii_lower_case(text.substr(0, kBeginning)).find("<ogrvrt") != std::string::npos;
}

/// Returns the text of a file that is a virtual dataset of vectors, or of a name that is such a
/// text itself; nothing for anything else.
std::optional<std::string> text_of(std::string const& path) {
  constexpr std::size_t kMostBytes = std::size_t{10} << 20U;
  if (path.find('<') != std::string::npos && is_virtual_text(path)) return path;
  VSIStatBufL status;
  if (is_pipe(path) || VSIStatL(path.c_str(), &status) != 0 || VSI_ISREG(status.st_mode) == 0)
    return std::nullopt;
  std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const file{VSIFOpenL(path.c_str(), "rb"),
                                                           VSIFCloseL};
  if (!file) return std::nullopt;
  std::string text(kBeginning, '\0');
  text.resize(VSIFReadL(text.data(), 1, text.size(), file.get()));
  if (!is_virtual_text(text)) return std::nullopt;
  std::string rest(kMostBytes, '\0');
  rest.resize(VSIFReadL(rest.data(), 1, rest.size(), file.get()));
  return text + rest;
}

/// Returns every piece of the text between delimiters that may be a file name.
std::vector<std::string> names_in(std::string_view text) {
  constexpr std::string_view kMarks = "<>'\"&;\n";
  constexpr std::size_t kLongestName = 4096;
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find_first_of(kMarks, begin), text.size());
    auto const piece = text.substr(begin, end - begin);
    begin = end + 1;
    auto const first = piece.find_first_not_of(" \t\r");
    if (first == piece.npos || piece.size() > kLongestName) continue;
    names.emplace_back(piece.substr(first, piece.find_last_not_of(" \t\r") - first + 1));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Returns one name for a file, however it is written; archives have names of GDAL's own.
std::string plain_name(std::string const& path) {
  std::error_code error;
  auto const plain = fs::weakly_canonical(path, error);
  return error || path.starts_with("/vsi") ? fs::path{path}.lexically_normal().string()
                                           : plain.string();
}

bool leads_back(std::string const& path, std::vector<std::string>& way,
                std::set<std::string>& sound) {
  auto const name = plain_name(path);
  if (std::ranges::find(way, name) != way.end()) return true;
  if (sound.contains(name)) return false;
  auto const text = text_of(path);
  if (!text) return false;
  constexpr std::size_t kDeepest = 100;
  if (way.size() > kDeepest) return true;
  way.push_back(name);
  bool const is_file = path.find('<') == std::string::npos;
  auto const folder = is_file ? fs::path{path}.parent_path() : fs::path{};
  for (auto const& named : names_in(*text)) {
    if (leads_back(named, way, sound) || leads_back((folder / named).string(), way, sound))
      return true;
  }
  way.pop_back();
  sound.insert(name);
  return false;
}

using Xml = std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)>;

Xml xml_of(std::string const& path) {
  auto const text = text_of(path);
  return {text ? CPLParseXMLString(text->c_str()) : nullptr, CPLDestroyXMLNode};
}

std::string lower_value(CPLXMLNode* node, char const* key) {
  return ascii_lower_case(CPLGetXMLValue(node, key, ""));
}

/// Visits every element, with its name in lower case, as GDAL ignores case too.
void visit_elements(CPLXMLNode* node,
                    std::function<void(CPLXMLNode*, std::string const&)> const& visitor) {
  for (; node != nullptr; node = node->psNext) {
    if (node->eType == CXT_Element) visitor(node, ascii_lower_case(node->pszValue));
    visit_elements(node->psChild, visitor);
  }
}

}  // namespace

VirtualQuestions questions_of(std::string const& path) {
  VirtualQuestions asks;
  visit_elements(xml_of(path).get(), [&](CPLXMLNode* node, std::string const& name) {
    if (name == "srcregion") asks.has_region = true;
    if (name == "srcsql" && lower_value(node, "dialect").find("sqlite") != std::string::npos)
      asks.has_sqlite = true;
  });
  return asks;
}

void add_numbers_of(std::string const& path, VirtualNumbers& numbers) {
  visit_elements(xml_of(path).get(), [&](CPLXMLNode* node, std::string const& name) {
    if (name == "field") {
      auto const type = lower_value(node, "type");
      auto const source = lower_value(node, "src");
      if (type.starts_with("integer") || type.starts_with("real"))
        numbers.fields.insert(source.empty() ? lower_value(node, "name") : source);
    } else if (name == "geometryfield") {
      for (auto const* axis : {"x", "y", "z", "m"})
        numbers.coordinates.insert(lower_value(node, axis));
    } else if (name == "srcsql") {
      numbers.has_casts =
          numbers.has_casts || lower_value(node, "").find("cast") != std::string::npos;
    }
  });
}

bool leads_to_itself(std::string const& path, std::set<std::string>& sound) {
  std::vector<std::string> way;
  return leads_back(path, way, sound);
}

}  // namespace gapmap::io
