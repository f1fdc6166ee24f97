#pragma once
// Which of several versions of an OpenStreetMap object counts.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace gapmap::io {

/// Ids as they pass by. Where each is larger than the one before, no object is there twice, and
/// nobody needs to ask for versions: so it is in every usual extract.
class OsmSequence {
 public:
  void add(std::int64_t id) noexcept {
    is_ascending_ = is_ascending_ && (is_empty() || id > last_);
    first_ = is_empty() ? id : first_;
    last_ = id;
  }
  /// What stands behind this in the file.
  void append(OsmSequence const& next) noexcept {
    if (next.is_empty()) {
      is_ascending_ = is_ascending_ && next.is_ascending_;
      return;
    }
    add(next.first_);
    is_ascending_ = is_ascending_ && next.is_ascending_;
    last_ = next.last_;
  }
  /// For an object that says itself that it needs a closer look.
  void doubt() noexcept { is_ascending_ = false; }
  [[nodiscard]] bool is_ascending() const noexcept { return is_ascending_; }

 private:
  static constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
  [[nodiscard]] bool is_empty() const noexcept { return last_ == kNone; }

  std::int64_t first_ = kNone;
  std::int64_t last_ = kNone;
  bool is_ascending_ = true;
};

/// The newest version of an object counts: that with the highest number, and of equal numbers that
/// which stands last in the file. If it is deleted, the object does not exist.
class OsmVersions {
 public:
  /// The next object in the order of the file.
  void add(std::int64_t id, std::uint32_t version, bool is_deleted) {
    Seen const seen{id, version, is_deleted, count_++};
    if (seen_.empty() || seen_.back().id != id) {
      seen_.push_back(seen);
    } else if (seen.version >= seen_.back().version) {
      seen_.back() = seen;
    }
  }
  /// The next object in the order of the file, which nobody wants.
  void skip() noexcept { ++count_; }

  /// Which of the objects count, in the order of the file.
  /// Cost: O(n log n); 32 bytes an object, one bit where versions stand side by side.
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
