#pragma once
// Work on consecutive numbers, shared between threads by blocks. Where a block begins depends on
// the amount of work alone, so what is put together in the order of blocks is the same on any
// number of threads.

#include <cstddef>
#include <functional>

namespace gapmap {

/// From `first` up to but without `end`; the `number`-th of all.
struct Block {
  std::size_t number;
  std::size_t first;
  std::size_t end;
};

class Blocks {
 public:
  Blocks(std::size_t size, std::size_t per_block) noexcept : size_{size}, per_block_{per_block} {}

  [[nodiscard]] std::size_t count() const noexcept { return (size_ + per_block_ - 1) / per_block_; }

  /// Calls `work` once for every block, on several threads at a time and in no certain order. An
  /// exception ends the work and reaches the caller. Between blocks it can be stopped.
  void each(std::function<void(Block const&)> const& work) const;

 private:
  std::size_t size_;
  std::size_t per_block_;
};

}  // namespace gapmap
