#include "gapmap/units/blocks.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "gapmap/units/stop.h"

namespace gapmap {

void Blocks::each(std::function<void(Block const&)> const& work) const {
  auto const one = [&](std::size_t number) {
    auto const first = number * per_block_;
    work({number, first, std::min(first + per_block_, size_)});
  };
  tbb::parallel_for(std::size_t{0}, count(), handed_on(one));
}

}  // namespace gapmap
