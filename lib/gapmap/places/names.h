#pragma once
// Names of areas in the languages that their data have them in.

#include <functional>
#include <map>
#include <string>

namespace gapmap {

/// Names of one area by language (ISO 639-1): {"fi", "Hämeenlinna"}, {"sv", "Tavastehus"}.
using NamesByLanguage = std::map<std::string, std::string, std::less<>>;

/// Names of areas by level ("municipality", "hyvinvointialue") and code, as far as they differ from
/// the name that files have.
using AreaNames =
    std::map<std::string, std::map<std::string, NamesByLanguage, std::less<>>, std::less<>>;

/// Level of the municipalities, as tables and records call it.
inline constexpr char const* kMunicipalityLevel = "municipality";

}  // namespace gapmap
