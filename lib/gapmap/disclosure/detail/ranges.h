#pragma once
// Over which range hidden figures stay possible: what an attacker finds who solves all sums by
// linear programming.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/disclosure/hide.h"

namespace gapmap::disclosure {

/// Bounds hidden figures from within: a range found is one of values that the figure really may
/// have, shown by tables that agree with every shown figure and every sum.
///
/// A figure is looked at together with those around it, while all others keep their true value (see
/// Tableau). Where its range cannot be made wide enough, the prices of the optimum tell which shown
/// figures keep it narrow, and one of these is hidden.
class Ranges {
 public:
  /// Keeps references to the figures and sums.
  Ranges(Figures const& figures, std::span<Sum const> sums, double threshold,
         IdVector<FigureId, Telling> telling);

  /// Hides further figures, the least worth first, until
  ///
  /// * each hidden figure may have values `threshold` - 1 apart, nobody being counted less often
  ///   than Figure::least;
  /// * each small unpublished figure may have `threshold` residents, nobody being counted less than
  ///   never. This is so exactly if no sum of multiples of shown figures that holds all its
  ///   residents is less than `threshold`: no difference of shown figures encloses it closely.
  void widen();

  [[nodiscard]] IdVector<FigureId, Telling> const& telling() const { return telling_; }
  /// Hidden figures whose range was not found to be wide, though no other could be hidden for it.
  [[nodiscard]] std::vector<FigureId> const& narrow() const { return narrow_; }

 private:
  using ColumnId = std::uint32_t;
  using RowId = std::uint32_t;
  enum class Least : std::uint8_t { Never, AsKnown };
  /// A figure, or several unpublished ones that occur in the same sums only.
  struct Unknown {
    double value = 0;
    double least = 0;
    FigureId figure;  ///< the first of several
    std::vector<RowId> rows = {};
    double low = 0;  ///< lowest and highest value found so far, with Least::AsKnown
    double high = 0;
  };
  struct Term {
    ColumnId column;
    double factor;
  };
  using Terms = std::vector<Term>;
  struct Answer {
    double moved = 0;
    std::vector<ColumnId> prices = {};  ///< shown figures that keep it from moving further
  };

  void leave_out_definitions();
  void make_columns();
  [[nodiscard]] bool is_shown(ColumnId column) const;
  [[nodiscard]] auto value_of() const {
    return [this](Term const& term) { return columns_[term.column].value; };
  }
  void append_terms(FigureId figure, double factor, Terms& terms) const;
  [[nodiscard]] Answer move(Terms const& objective, double by, Least least, std::size_t size);
  /// Whether values are possible that are far enough apart; if not, adds to `prices`.
  [[nodiscard]] bool is_wide(FigureId figure, std::vector<ColumnId>& prices);
  [[nodiscard]] bool may_be_large(ColumnId column, std::vector<ColumnId>& prices);
  /// Hides the figure of least worth; returns none if there is none.
  FigureId hide_one_of(std::vector<ColumnId> const& prices);

  Figures const& figures_;
  std::span<Sum const> sums_;
  double threshold_;
  IdVector<FigureId, Telling> telling_;
  /// The sum that a figure follows from, if it occurs nowhere else; else sums_.size().
  IdVector<FigureId, std::size_t> definition_of_;
  std::vector<char> is_left_out_;  ///< by sum
  IdVector<FigureId, ColumnId> column_of_;
  std::vector<Unknown> columns_;
  std::vector<Terms> rows_;
  std::vector<Terms> unknown_in_;  ///< by row: its terms that are not shown, largest values first
  std::vector<FigureId> narrow_;
};

}  // namespace gapmap::disclosure
