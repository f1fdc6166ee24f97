#include "gapmap/units/large_vector.h"

#include <sys/mman.h>

#include <cstdint>

#include "gapmap/units/blocks.h"

namespace gapmap {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kPagesAtOnce = 256;
constexpr std::size_t kFewPages = 4 * kPagesAtOnce;  // not worth waking threads

}  // namespace

void populate([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_POPULATE_WRITE
  // Only whole pages: the others are, or soon will be, in use anyway.
  auto const from = (reinterpret_cast<std::uintptr_t>(begin) + kPage - 1) / kPage;
  auto const end = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / kPage;
  if (end < from + kFewPages) return;
  Blocks{end - from, kPagesAtOnce}.each([&](Block const& block) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): pages are numbers.
    auto* const first = reinterpret_cast<void*>((from + block.first) * kPage);
    // Old kernels do not know this advice; the first writer then asks page by page.
    (void)::madvise(first, (block.end - block.first) * kPage, MADV_POPULATE_WRITE);
  });
#endif
}

}  // namespace gapmap
