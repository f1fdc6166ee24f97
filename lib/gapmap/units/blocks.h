#pragma once
// Work on consecutive numbers, divided into blocks that threads share. Where a block begins depends
// on the amount of work alone, so results joined in the order of blocks are the same on any number
// of threads.

#include <cstddef>
#include <functional>

namespace gapmap {

/// The block with index `number`: numbers from `first` up to but not including `end`.
struct Block {
  std::size_t number;
  std::size_t first;
  std::size_t end;
};

class Blocks {
 public:
  Blocks(std::size_t size, std::size_t per_block) noexcept : size_{size}, per_block_{per_block} {}

  [[nodiscard]] std::size_t count() const noexcept { return (size_ + per_block_ - 1) / per_block_; }

  /// Calls `work` once for every block, on several threads at a time and in no particular order. An
  /// exception ends the work and reaches the caller. A request to stop is honoured between blocks.
  void each(std::function<void(Block const&)> const& work) const;

 private:
  std::size_t size_;
  std::size_t per_block_;
};

}  // namespace gapmap
