#pragma once
// The figures of tables that divide the same people in several ways, and every sum that holds among
// them. Sums are found from the people whom each figure counts: nobody has to declare that the gaps
// of a municipality are its residents outside the limit.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "gapmap/disclosure/hide.h"

namespace gapmap::disclosure {

/// The part of a division that each unit (a cell) is in.
using Division = std::vector<std::uint32_t>;

/// A population that is counted by itself: everybody, or a group. A unit may have none of it.
struct Layer {
  std::vector<double> counts;          ///< one per unit
  std::vector<std::size_t> divisions;  ///< divisions that their figures differ in, ascending
  bool is_known_where = false;         ///< whether everybody knows which units have any of it
};

/// Selects units whose part of `division` is between `from` and `to`, both included.
struct Condition {
  std::size_t division;
  std::uint32_t from;
  std::uint32_t to;
};

/// A figure: the people of all `layers` in all units that meet every condition.
struct Crossing {
  std::vector<std::size_t> layers;
  std::vector<Condition> conditions;
};

class CrossCounts {
 public:
  /// The first division must be the places people live in, and every layer must have it: figures
  /// are split by it first, so that sums stay small.
  CrossCounts(std::vector<Division> divisions, std::vector<Layer> layers);

  /// Adds a published figure; figures that count the same people are one.
  /// Requires: the layers of the crossing have the divisions of its conditions.
  FigureId add(Crossing const& crossing, std::uint32_t rank);
  /// States a sum that every reader knows: in each unit, the people of the layers `whole` are the
  /// people of all layers `parts`. Where the numbers do not add up, as in censuses that perturb
  /// them, the sum is left out, as nobody learns anything from it.
  void add_family(std::vector<std::size_t> const& whole, std::vector<std::size_t> const& parts);

  /// Adds as unpublished figures what readers can form of the published `divisions` of units within
  /// one part of the first division: all units alike in some of them, as far as these have few
  /// people. Of many divisions up to three at once are taken, and all together.
  void add_crosses(std::vector<std::size_t> const& divisions, double threshold);

  [[nodiscard]] double count(FigureId figure) const { return figures_[figure].count; }
  [[nodiscard]] Figures const& figures() const { return figures_; }
  [[nodiscard]] std::vector<Sum> const& sums() const { return sums_; }

  /// Decides which figures to hide. Small figures that differ in one condition only and together
  /// are fewer than `threshold` are protected as one figure too, and so is what is left of a figure
  /// without another that is part of it. To be called once, after all figures were added.
  [[nodiscard]] Hidden hide(double threshold);

 private:
  using AtomId = std::uint32_t;
  /// Identifies the people whom a figure counts by a sum of random numbers: equal for the same
  /// people; for others only by an accident of 1 in 2^128.
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
  /// People of one layer whom no figure can tell apart.
  struct Atom {
    std::vector<std::uint32_t> parts;  ///< one per division of the layer
    double count = 0;
    double least = 0;  ///< see Figure::least
    FigureId figure;
  };
  struct OfLayer {
    std::vector<std::size_t> divisions;
    AtomId first = 0;
    AtomId last = 0;  ///< one past the last atom of the layer
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
  void add_differences(double threshold);
  void add_crosses_of(std::vector<AtomId> const& atoms, std::vector<std::size_t> const& published,
                      double threshold);
  /// Adds an unpublished figure unless it is there.
  void add_secret(std::vector<AtomId> const& atoms) {
    static_cast<void>(figure_of(atoms, false, 0));
  }

  std::vector<OfLayer> layers_;
  std::vector<Atom> atoms_;
  Figures figures_;
  std::vector<Signature> signatures_;  ///< one per figure
  std::vector<Sum> sums_;
  std::map<Signature, FigureId> known_;
  /// Published figures that differ in one condition only, by what they have in common and the
  /// division of that condition.
  std::map<std::vector<std::uint64_t>, std::vector<FigureId>> alike_;
  std::map<FigureId, std::vector<AtomId>> published_;  ///< atoms of each, ascending
};

}  // namespace gapmap::disclosure
