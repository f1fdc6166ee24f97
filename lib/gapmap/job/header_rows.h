#pragma once
// In which row the names of fields are, where gapmap should not find it by itself.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/source.h"
#include "gapmap/job/options.h"

namespace gapmap::job {

/// Adds --header-row under the present heading.
void declare_header_rows(Options& options, std::string& word);

/// "4" is said of every input, "places=4, population=2" of these; others than the given ones are
/// for somebody else to set. What is wrong goes to `problems`.
void set_header_rows(std::string const& word,
                     std::vector<std::pair<std::string_view, io::Source*>> const& inputs,
                     Problems& problems);

}  // namespace gapmap::job
