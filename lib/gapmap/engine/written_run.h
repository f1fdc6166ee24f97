#pragma once
// The results of a run read again, in the words of this version.

#include <string>

#include "gapmap/engine/listener.h"
#include "gapmap/io/read_run.h"

namespace gapmap::engine {

/// What `io::read_run` reads; tables, columns and options that the version before called otherwise
/// have their names of now, which the listener is told of. Throws InputError as it does.
[[nodiscard]] io::WrittenRun read_run(std::string const& folder, Listener& listener);

}  // namespace gapmap::engine
