#include "gapmap/units/stop.h"

namespace gapmap {

char const* Stopped::what() const noexcept { return "the work was asked to stop"; }

namespace detail {

void throw_stopped() { throw Stopped{}; }

}  // namespace detail
}  // namespace gapmap
