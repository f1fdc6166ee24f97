#include "gapmap/job/delivery_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/io/manifest.h"
#include "gapmap/io/read_picture.h"

namespace gapmap::job {
namespace {

std::string_view english_name(Language language) {
  constexpr std::array<std::string_view, kLanguages.size()> kNames{"Finnish", "Swedish", "English"};
  return kNames[static_cast<std::size_t>(language)];
}

}  // namespace

std::string line_of(std::string const& option, std::string const& text) {
  constexpr std::ptrdiff_t kMostLetters = 200;
  auto const letters = std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  bool const has_control = std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
  if (io::as_recorded(text) != text)
    throw UsageError{option, "is not in UTF-8", "use a terminal or an editor that writes UTF-8"};
  if (has_control || letters > kMostLetters) {
    throw UsageError{option, "is more than a line",
                     fmt::format("write at most {} letters, without line breaks", kMostLetters)};
  }
  return text;
}

Language language_named(std::string const& word) {
  if (word.empty()) return Language::Finnish;
  if (auto const language = language_of(word)) return *language;
  throw UsageError{"lang", fmt::format("\"{}\" is no language of gapmap", word),
                   "write fi, sv or en"};
}

void declare_delivery(Options& o, DeliveryWords& w, std::string const& usual) {
  using enum OptionKind;
  o.group("What readers see");
  o.add({"--lang", "fi|sv|en",
         "Language of gapmap.gpkg, gapmap.qgs and gapmap.xlsx; reports come in all three" + usual},
        w.lang);
  o.add({"--title", "TEXT", "Title of the reports, the workbook and the project"}, w.title);
  o.add({"--region", "NAME",
         "Whom they are about, e.g. \"Etelä-Savon hyvinvointialue\" (default: the municipality, if "
         "one is studied)"},
        w.region);
  for (auto const language : kLanguages) {
    auto const l = static_cast<std::size_t>(language);
    auto const code = std::string{code_of(language)};
    o.add({"--title." + code, "TEXT",
           fmt::format("Title for readers of {}, in place of --title", english_name(language))},
          w.titles[l]);
    o.add({"--region." + code, "NAME",
           fmt::format("Region for readers of {}, in place of --region", english_name(language))},
          w.regions[l]);
  }
  o.add({"--logo", "FILE", "PNG, JPEG or SVG at the head of the reports, under 1 MB", Path},
        w.logo);
}

DeliveryChoice understand_delivery(DeliveryWords const& w, Problems& problems) {
  DeliveryChoice choice;
  problems.check([&] { choice.language = language_named(w.lang); });
  problems.check([&] { choice.masthead.title = line_of("title", w.title); });
  problems.check([&] { choice.masthead.region = line_of("region", w.region); });
  auto const by_language = [&](auto const& words, std::string const& option,
                               std::map<std::string, std::string>& into) {
    for (auto const language : kLanguages) {
      auto const& text = words[static_cast<std::size_t>(language)];
      auto const code = std::string{code_of(language)};
      if (!text.empty())
        problems.check([&] { into[code] = line_of(fmt::format("{}.{}", option, code), text); });
    }
  };
  by_language(w.titles, "title", choice.masthead.titles);
  by_language(w.regions, "region", choice.masthead.regions);
  if (!w.logo.empty()) {
    choice.logo_file = w.logo;
    problems.check([&] { choice.masthead.logo = io::read_picture(w.logo); });
  }
  return choice;
}

}  // namespace gapmap::job
