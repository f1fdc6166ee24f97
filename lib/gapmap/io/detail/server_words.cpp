#include "gapmap/io/detail/server_words.h"

#include <cpl_vsi.h>

#include <array>
#include <utility>
#include <vector>

namespace gapmap::io {
namespace {

constexpr auto kNowhere = std::string_view::npos;

std::string plain(std::string_view xml) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
  if (auto const start = xml.find("<![CDATA["); start != kNowhere) {
    xml.remove_prefix(start + 9);
    xml = xml.substr(0, xml.find("]]>"));
  }
  std::string text;
  while (!xml.empty()) {
    std::size_t length = 1;
    char letter = xml.front();
    for (auto const& [entity, meant] : kEntities) {
      if (!xml.starts_with(entity)) continue;
      length = entity.size();
      letter = meant;
    }
    xml.remove_prefix(length);
    bool const is_blank = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    if (!is_blank) text += letter;
    if (is_blank && !text.empty() && text.back() != ' ') text += ' ';
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

struct Element {
  std::string_view attributes;
  std::string_view content;
};

/// Finds the next element called `name`, with any prefix, from `at` on, and moves `at` behind it.
bool next_element(std::string_view text, std::string_view name, std::size_t& at, Element& element) {
  while ((at = text.find(name, at)) != kNowhere) {
    auto const before = at == 0 ? kNowhere : text.find_last_of("<>/ ", at - 1);
    auto const after = at + name.size();
    bool const is_start = before != kNowhere && text[before] == '<' && after < text.size() &&
                          std::string_view{" \t\r\n>/"}.find(text[after]) != kNowhere;
    at = after;
    if (!is_start) continue;
    auto const end_of_tag = text.find('>', after);
    if (end_of_tag == kNowhere) return false;
    element.attributes = text.substr(after, end_of_tag - after);
    element.content = {};
    at = end_of_tag + 1;
    if (element.attributes.ends_with('/')) return true;
    auto const prefixed = std::string{text.substr(before + 1, after - before - 1)};
    auto end = text.find("</" + prefixed, at);
    // "</ExceptionText" begins like "</Exception".
    while (end != kNowhere && end + 2 + prefixed.size() < text.size() &&
           std::string_view{" \t\r\n>"}.find(text[end + 2 + prefixed.size()]) == kNowhere)
      end = text.find("</" + prefixed, end + 1);
    element.content = text.substr(at, end == kNowhere ? kNowhere : end - at);
    return true;
  }
  return false;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  auto const at = attributes.find(std::string{name} + "=");
  if (at == kNowhere || at + name.size() + 1 >= attributes.size()) return {};
  auto const rest = attributes.substr(at + name.size() + 1);
  return plain(rest.substr(1, rest.find(rest.front(), 1) - 1));
}

/// Returns `words` with the codes: "Unknown layer (InvalidParameterValue, typename)".
std::string with_codes(std::string words, std::string const& code, std::string const& locator) {
  auto const codes = code + (code.empty() || locator.empty() ? "" : ", ") + locator;
  if (codes.empty()) return words;
  return words.empty() ? codes : words + " (" + codes + ")";
}

void add(std::string const& sentence, std::string& all) {
  if (sentence.empty()) return;
  all += (all.empty() ? "" : "; ") + sentence;
}

}  // namespace

std::string words_of_server(std::string_view text) {
  std::string all;
  Element element;
  if (text.find("ServiceException") != kNowhere) {
    for (std::size_t at = 0; next_element(text, "ServiceException", at, element);) {
      add(with_codes(plain(element.content), attribute(element.attributes, "code"),
                     attribute(element.attributes, "locator")),
          all);
    }
    return all;
  }
  if (text.find("ExceptionReport") == kNowhere) return {};
  for (std::size_t at = 0; next_element(text, "Exception", at, element);) {
    std::string words;
    Element sentence;
    for (std::size_t in = 0; next_element(element.content, "ExceptionText", in, sentence);)
      add(plain(sentence.content), words);
    add(with_codes(words, attribute(element.attributes, "exceptionCode"),
                   attribute(element.attributes, "locator")),
        all);
  }
  return all;
}

std::string words_of_server_in(std::string const& path) {
  auto const name = path.starts_with("http") ? "/vsicurl_streaming/" + path : path;
  auto* const file = VSIFOpenL(name.c_str(), "rb");
  if (file == nullptr) return {};
  std::string beginning(std::size_t{1} << 14U, '\0');
  beginning.resize(VSIFReadL(beginning.data(), 1, beginning.size(), file));
  VSIFCloseL(file);
  return words_of_server(beginning);
}

}  // namespace gapmap::io
