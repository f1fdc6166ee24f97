#pragma once
// How much memory the process has held at most.

namespace gapmap::benchmarks {

/// Begins to count anew from what is held now. Linux only; elsewhere, or where it is forbidden, the
/// count goes on.
void forget_peak_memory();

/// Of the whole process since it was forgotten, in MB (10^6 bytes); 0 where the system does not
/// tell.
[[nodiscard]] double peak_memory_mb();

}  // namespace gapmap::benchmarks
