#pragma once
// Whom to blame where the results of a run cannot be used any more.

#include <fmt/format.h>

#include <string>

#include "gapmap/io/manifest.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {

/// Gives what `work` makes of the record and the tables of the run in the folder. They were good
/// when the run wrote them, so whatever is wrong with them now was changed since: that is an
/// InputError about the run, not a mistake in the options or in gapmap.
template <class Work>
auto blame_run(std::string const& folder, Work const& work) {
  constexpr char const* kRunAgain = "run gapmap coverage again";
  try {
    return work();
  } catch (UsageError const& error) {
    throw InputError{
        {folder},
        fmt::format("{} has an option that cannot be used: {}", io::kRecordFile, error.what()),
        kRunAgain};
  } catch (BrokenPromise const& promise) {
    throw InputError{
        {folder}, fmt::format("is not as gapmap wrote it: {}", promise.what()), kRunAgain};
  }
}

}  // namespace gapmap::engine
