#pragma once
// The languages in which results are explained.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gapmap {

enum class Language : std::uint8_t { Finnish, Swedish, English };

inline constexpr std::array kLanguages{Language::Finnish, Language::Swedish, Language::English};

/// Returns "fi", "sv" or "en" (ISO 639-1), as options and the lang attribute of pages have it.
[[nodiscard]] constexpr std::string_view code_of(Language language) noexcept {
  constexpr std::array<std::string_view, kLanguages.size()> kCodes{"fi", "sv", "en"};
  return kCodes[static_cast<std::size_t>(language)];
}

[[nodiscard]] constexpr std::optional<Language> language_of(std::string_view code) noexcept {
  for (auto const language : kLanguages) {
    if (code_of(language) == code) return language;
  }
  return std::nullopt;
}

}  // namespace gapmap
