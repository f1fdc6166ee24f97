#pragma once
// A requirement as one line of text, as the command line has it and run.json shows it:
// "name=lähitalo; where=tyyppi = 'talo'; limit=20 km; at_least=2".

#include <string>
#include <utility>
#include <vector>

namespace gapmap::job {

using RequirementParts = std::vector<std::pair<std::string, std::string>>;

/// Keys and values in their order. Semicolons part them but in quoted text, 'a;b' or "a;b"; a value
/// that is wholly in double quotes is what they hold, "" in it is one. A part without "=" has an
/// empty key.
[[nodiscard]] RequirementParts parts_of_requirement(std::string const& text);

/// The text that has these parts; line breaks in values become blanks.
[[nodiscard]] std::string requirement_text(RequirementParts const& parts);

}  // namespace gapmap::job
