#pragma once
// A requirement as one line of text, as the command line takes it and run.json shows it:
// "name=lähitalo; where=tyyppi = 'talo'; limit=20 km; at_least=2".

#include <string>
#include <utility>
#include <vector>

namespace gapmap::job {

using RequirementParts = std::vector<std::pair<std::string, std::string>>;

/// Splits the text at semicolons into keys and values, in their order. Semicolons in quoted text,
/// 'a;b' or "a;b", do not split. A value entirely in double quotes is their content, in which ""
/// stands for one quote. A part without "=" has an empty key.
[[nodiscard]] RequirementParts parts_of_requirement(std::string const& text);

/// Returns the text with these parts; line breaks in values become blanks.
[[nodiscard]] std::string requirement_text(RequirementParts const& parts);

}  // namespace gapmap::job
