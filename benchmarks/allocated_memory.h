#pragma once
// Counts what a program has allocated. Linking the source replaces operator new and delete.

#include <cstddef>

namespace gapmap::benchmarks {

/// Bytes that live now, as asked for of operator new and rounded up by malloc.
[[nodiscard]] std::size_t allocated_bytes();

/// The most that lived at once since forget_allocated_peak().
[[nodiscard]] std::size_t allocated_peak_bytes();
void forget_allocated_peak();

}  // namespace gapmap::benchmarks
