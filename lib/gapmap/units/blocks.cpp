#include "gapmap/units/blocks.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace gapmap {

void Blocks::each(std::function<void(Block const&)> const& work) const {
  tbb::parallel_for(std::size_t{0}, count(), [&](std::size_t number) {
    auto const first = number * per_block_;
    work({number, first, std::min(first + per_block_, size_)});
  });
}

}  // namespace gapmap
