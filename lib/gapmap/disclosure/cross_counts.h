#pragma once
// The figures of tables that divide the same people in several ways, and every sum that holds among
// them, found from whom each figure counts: nobody has to declare that the gaps of a municipality
// are its residents outside the limit.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "gapmap/disclosure/hide.h"

namespace gapmap::disclosure {

/// The part that each unit (a cell) is in.
using Division = std::vector<std::uint32_t>;

/// People who are counted by themselves: everybody, or a group. Some of a unit's, or none.
struct Layer {
  std::vector<double> counts;          ///< one a unit
  std::vector<std::size_t> divisions;  ///< in which figures of these people differ, ascending
};

/// Units in these parts of a division, both ends included.
struct Condition {
  std::size_t division;
  std::uint32_t from;
  std::uint32_t to;
};

/// People of all `layers` in all units that meet every condition.
struct Crossing {
  std::vector<std::size_t> layers;
  std::vector<Condition> conditions;
};

class CrossCounts {
 public:
  /// The first division is that of places people live in: figures are split by it first, so that
  /// sums stay small. Every layer must have it.
  CrossCounts(std::vector<Division> divisions, std::vector<Layer> layers);

  /// Figures of the same people are one. Requires: its layers have the divisions of its conditions.
  FigureId add(Crossing const& crossing, std::uint32_t rank);
  /// Everybody knows that the units' people of `whole` are those of all `parts`, layers each. Where
  /// the numbers do not add up, as in censuses that perturb them, nobody knows anything by that.
  void add_family(std::vector<std::size_t> const& whole, std::vector<std::size_t> const& parts);

  [[nodiscard]] double count(FigureId figure) const { return figures_[figure].count; }
  [[nodiscard]] Figures const& figures() const { return figures_; }
  [[nodiscard]] std::vector<Sum> const& sums() const { return sums_; }

  /// Small figures that differ in one condition only and together are fewer than `threshold` are
  /// protected as one figure too. To be called once, when all figures are added.
  [[nodiscard]] IdVector<FigureId, Telling> hide(double threshold);

 private:
  using AtomId = std::uint32_t;
  /// Who is counted, as a sum of random numbers: equal for the same people, and else by an accident
  /// of 1 in 2^128.
  struct Signature {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    friend auto operator<=>(Signature const&, Signature const&) = default;
    Signature& operator+=(Signature const& other) {
      first += other.first;
      second += other.second;
      return *this;
    }
  };
  /// People whom no figure can tell apart.
  struct Atom {
    std::vector<std::uint32_t> parts;  ///< one a division of its layer
    double count = 0;
    FigureId figure;
  };
  struct OfLayer {
    std::vector<std::size_t> divisions;
    AtomId first = 0;
    AtomId last = 0;  ///< past the last
    std::vector<std::vector<std::vector<AtomId>>>
        with;  ///< atoms by division of the layer and part
  };

  [[nodiscard]] std::vector<AtomId> atoms_of(OfLayer const& layer,
                                             std::vector<Condition> const& conditions) const;
  FigureId figure_of(std::vector<AtomId> const& atoms, bool is_published, std::uint32_t rank);
  FigureId figure_of(Signature const& signature, double count, bool is_published,
                     std::uint32_t rank, bool& is_new);
  [[nodiscard]] static Signature signature_of(std::vector<AtomId> const& atoms);
  void add_sums_of_parts(double threshold);

  std::vector<OfLayer> layers_;
  std::vector<Atom> atoms_;
  Figures figures_;
  std::vector<Signature> signatures_;  ///< of the figures
  std::vector<Sum> sums_;
  std::map<Signature, FigureId> known_;
  /// By what figures have in common and the division they differ in: the figures.
  std::map<std::vector<std::uint64_t>, std::vector<FigureId>> alike_;
};

}  // namespace gapmap::disclosure
