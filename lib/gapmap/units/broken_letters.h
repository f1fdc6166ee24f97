#pragma once
// Letters that were lost when a text was read or saved in the wrong encoding. Finnish and Swedish
// names show it at once: "HyvinkÃ¤Ã¤", "Hyvink??". Text that is not broken is never changed.

#include <optional>
#include <string>
#include <string_view>

namespace gapmap {

struct BrokenLetters {
  /// The text that was meant, where the bytes still tell it; empty where letters are lost for good.
  std::string meant;
};

/// Looks for UTF-8 that was read as Windows-1252 or Latin-1 ("Ã¤", also twice over), for letters of
/// the old code page 850 read in this way ("Hyvink„„"), for the replacement character, and for
/// question marks in the middle of a word. `text` is UTF-8. Returns nothing if all is well.
[[nodiscard]] std::optional<BrokenLetters> broken_letters(std::string_view text);

}  // namespace gapmap
