#pragma once
// Vectors of millions of values.

#include <cstddef>
#include <vector>

#include "gapmap/units/memory.h"

namespace gapmap {

/// Asks the system for the memory from `begin` on, several threads at a time; what lies there stays
/// as it is. Without it the first thread that writes waits for each page of 4 KB, which is most of
/// the time that filling takes. Where the system has no such call nothing happens.
void populate(void* begin, std::size_t bytes);

/// As std::vector<T>(size), but large ones in half the time. Throws NotEnoughMemory before any of
/// it is taken.
template <class T>
[[nodiscard]] std::vector<T> large_vector(std::size_t size) {
  expect_memory(size * sizeof(T));
  std::vector<T> values;
  values.reserve(size);
  populate(values.data(), size * sizeof(T));
  values.resize(size);
  return values;
}

}  // namespace gapmap
