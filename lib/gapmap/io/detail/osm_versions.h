#pragma once
// Which of several versions of an OpenStreetMap object counts.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace gapmap::io {

/// Tracks whether ids ascend. If every id is larger than the previous one, no object occurs twice
/// and versions need not be compared, as in every usual extract.
class OsmSequence {
 public:
  void add(std::int64_t id) noexcept {
    is_ascending_ = is_ascending_ && (is_empty() || id > last_);
    first_ = is_empty() ? id : first_;
    last_ = id;
  }
  /// Appends the sequence that follows in the file.
  void append(OsmSequence const& next) noexcept {
    if (next.is_empty()) {
      is_ascending_ = is_ascending_ && next.is_ascending_;
      return;
    }
    add(next.first_);
    is_ascending_ = is_ascending_ && next.is_ascending_;
    last_ = next.last_;
  }
  /// Marks the sequence as not ascending, for an object that needs a closer look.
  void doubt() noexcept { is_ascending_ = false; }
  [[nodiscard]] bool is_ascending() const noexcept { return is_ascending_; }

 private:
  static constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
  [[nodiscard]] bool is_empty() const noexcept { return last_ == kNone; }

  std::int64_t first_ = kNone;
  std::int64_t last_ = kNone;
  bool is_ascending_ = true;
};

/// Finds the newest version of each object, that is the one with the highest number. If it is
/// deleted, the object does not exist.
/// Ties: of equal numbers the last in the file.
class OsmVersions {
 public:
  /// Adds the next object in the order of the file.
  void add(std::int64_t id, std::uint32_t version, bool is_deleted) {
    Seen const seen{id, version, is_deleted, count_++};
    if (seen_.empty() || seen_.back().id != id) {
      seen_.push_back(seen);
    } else if (seen.version >= seen_.back().version) {
      seen_.back() = seen;
    }
  }
  /// Skips the next object in the order of the file, which is not wanted.
  void skip() noexcept { ++count_; }

  /// Returns which of the objects count, in the order of the file.
  /// Cost: O(n log n); 32 bytes per object, one bit where versions are adjacent.
  [[nodiscard]] std::vector<bool> current() && {
    std::ranges::sort(seen_, [](Seen const& a, Seen const& b) {
      if (a.id != b.id) return a.id < b.id;
      return a.version != b.version ? a.version < b.version : a.place < b.place;
    });
    std::vector<bool> is_current(count_, false);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      bool const is_newest = i + 1 == seen_.size() || seen_[i + 1].id != seen_[i].id;
      if (is_newest && !seen_[i].is_deleted) is_current[seen_[i].place] = true;
    }
    return is_current;
  }

 private:
  struct Seen {
    std::int64_t id;
    std::uint32_t version;
    bool is_deleted;
    std::uint64_t place;  ///< in the file
  };
  std::vector<Seen> seen_;
  std::uint64_t count_ = 0;
};

}  // namespace gapmap::io
