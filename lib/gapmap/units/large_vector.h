#pragma once
// Makes vectors of millions of values fast.

#include <cstddef>
#include <vector>

#include "gapmap/units/memory.h"

namespace gapmap {

/// Asks the system for `bytes` of memory from `begin` on, on several threads at a time, without
/// changing what lies there. Otherwise the first thread that writes waits for each page of 4 KB,
/// which takes most of the time of filling a vector. Does nothing where the system has no such
/// call.
void populate(void* begin, std::size_t bytes);

/// Returns std::vector<T>(size), large ones in half the time. Throws NotEnoughMemory before any
/// memory is taken.
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
