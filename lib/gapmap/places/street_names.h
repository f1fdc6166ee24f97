#pragma once
// Names of streets in their various spellings and abbreviations, Finnish and Swedish.

#include <string>
#include <string_view>
#include <vector>

namespace gapmap::places {

/// Returns what all spellings of the name of a street have in common: the plain spelling
/// (places/spelling) without blanks, so that "Aleksis Kiven katu" and "ALEKSIS KIVENKATU" are one.
/// Letters keep their marks, for Mäkitie and Makitie are two streets.
[[nodiscard]] std::string street_key(std::string_view name);

/// Returns the keys of what a name may stand for if it is abbreviated: "kirkkokatu" for "Kirkkok.",
/// "pohjoinenrautatiekatu" for "P. Rautatiekatu", "storgatan" for "Storg."; without the key of the
/// name itself. Also "storgatan" for "Storgata" and "skolvägen" for "Skolväg".
[[nodiscard]] std::vector<std::string> written_out(std::string_view name);

}  // namespace gapmap::places
