#pragma once
// Finds which links meet where, and which of them continue each other.

#include <atomic>
#include <optional>
#include <span>

#include "gapmap/network/detail/links.h"
#include "gapmap/units/blocks.h"

namespace gapmap::network {

/// One of the two ends of a link.
class LinkEnd {
 public:
  LinkEnd(LinkId link, bool is_start) noexcept : code_{link.value() << 1U | (is_start ? 1U : 0U)} {}
  explicit LinkEnd(std::uint32_t code) noexcept : code_{code} {}
  [[nodiscard]] LinkId link() const noexcept { return LinkId{code_ >> 1U}; }
  [[nodiscard]] bool is_start() const noexcept { return (code_ & 1U) != 0; }
  [[nodiscard]] LinkEnd other() const noexcept { return LinkEnd{code_ ^ 1U}; }
  [[nodiscard]] std::uint32_t code() const noexcept { return code_; }

 private:
  std::uint32_t code_;
};

/// The number of links that end at each spot and, where it is two, which: enough to know whether a
/// chain passes through.
class Meetings {
 public:
  Meetings(Links const& links, std::span<SpotId const> kept)
      : links_{links}, at_(links.point_at.size()) {
    Blocks{links.links.size(), kLinksAtOnce}.each([&](Block const& block) {
      for (auto l = block.first; l < block.end; ++l) {
        LinkId const id{l};
        add(links.links[id].from, {id, true});
        add(links.links[id].to, {id, false});
      }
    });
    for (auto const spot : kept) at_[spot] = kMany * kOne;
  }

  [[nodiscard]] SpotId spot(LinkEnd end) const {
    auto const& link = links_.links[end.link()];
    return end.is_start() ? link.from : link.to;
  }
  /// Returns the end of the next link of the chain that meets `end`; nothing if the chain stops
  /// there.
  [[nodiscard]] std::optional<LinkEnd> continuation(LinkEnd end) const {
    auto const at = at_[spot(end)];
    if (at / kOne != 2) return std::nullopt;
    LinkEnd const next{static_cast<std::uint32_t>(at % kOne - end.code())};
    if (next.link() == end.link()) return std::nullopt;  // a loop of one link
    // If both ends are starts, or neither is, the two links were digitised against each other.
    auto const road = attributes(next.link());
    bool const is_turned = next.is_start() == end.is_start();
    if (!((is_turned ? road.reversed() : road) == attributes(end.link()))) return std::nullopt;
    if (road.is_ferry() && line_of_ferry(next.link()) != line_of_ferry(end.link()))
      return std::nullopt;
    return next;
  }
  /// Returns the line of a ferry. Ferries have no gates, so their attributes are those of their
  /// line alone.
  [[nodiscard]] std::uint32_t line_of_ferry(LinkId link) const {
    return links_.links[link].attributes;
  }
  [[nodiscard]] RoadAttributes const& attributes(LinkId link) const {
    return links_.attributes[links_.links[link].attributes];
  }

 private:
  /// The number of ends in the upper digits, the sum of their codes below: where two ends meet,
  /// each is the sum less the other. It is one number so that threads may add to it.
  using Ends = std::uint64_t;
  static constexpr Ends kOne = Ends{1} << 48U;
  static constexpr std::size_t kLinksAtOnce = 16384;
  static constexpr Ends kMany = 3;  ///< from here on, number and ends do not matter

  void add(SpotId spot, LinkEnd end) {
    std::atomic_ref const at{at_[spot]};
    if (at.load(std::memory_order_relaxed) / kOne < kMany)
      at.fetch_add(kOne + end.code(), std::memory_order_relaxed);
  }

  Links const& links_;
  IdVector<SpotId, Ends> at_;
};

}  // namespace gapmap::network
