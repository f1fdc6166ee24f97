#pragma once
// The option that says in which row the names of fields are, where gapmap should not find it by
// itself.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/source.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// Adds --header-row under the current heading.
void declare_header_rows(Options& options, std::string& word);

/// Sets the header rows: "4" applies to every input, "places=4, population=2" to the named ones.
/// Names of inputs that are not in `inputs` are left to other callers. What is wrong goes to
/// `problems`.
void set_header_rows(std::string const& word,
                     std::vector<std::pair<std::string_view, io::Source*>> const& inputs,
                     Problems& problems);

}  // namespace gapmap::job
