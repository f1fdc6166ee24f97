#include "gapmap/disclosure/detail/tableau.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gapmap/units/stop.h"

namespace gapmap::disclosure {
namespace {

/// Less than this is nothing: factors are 0, 1 and -1 or close to small fractions.
constexpr double kNothing = 1e-9;
constexpr int kMostPivots = 400;

}  // namespace

Tableau::Tableau(std::size_t equations, std::vector<Number> numbers)
    : numbers_{std::move(numbers)},
      width_{numbers_.size()},
      table_(equations * width_, 0),
      objective_(width_, 0),
      basic_(equations, width_),
      is_basic_(numbers_.size(), 0) {}

void Tableau::solve() {
  for (std::size_t row = 0; row < basic_.size(); ++row) {
    stop_if_asked();
    // Numbers with much room are solved for, so that the first moves do not stop at once.
    std::size_t best = width_;
    auto const room = [&](std::size_t c) { return numbers_[c].value - numbers_[c].least; };
    for (std::size_t c = 0; c < numbers_.size(); ++c) {
      if (std::abs(factor(row, c)) < 1e-6) continue;
      if (best == width_ || room(c) > room(best)) best = c;
    }
    if (best != width_) pivot(row, best);
  }
}

void Tableau::pivot(std::size_t row, std::size_t column) {
  auto* const solved = &table_[row * width_];
  std::vector<std::size_t> occupied;
  auto const inverse = 1 / solved[column];
  for (std::size_t c = 0; c < width_; ++c) {
    if (std::abs(solved[c]) < kNothing) {
      solved[c] = 0;
      continue;
    }
    solved[c] *= inverse;
    occupied.push_back(c);
  }
  solved[column] = 1;
  auto const subtract = [&](double* from) {
    auto const times = from[column];
    if (times == 0) return;
    for (auto const c : occupied) from[c] -= times * solved[c];
    from[column] = 0;
  };
  for (std::size_t other = 0; other < basic_.size(); ++other) {
    if (other != row) subtract(&table_[other * width_]);
  }
  subtract(objective_.data());
  if (basic_[row] != width_) is_basic_[basic_[row]] = 0;
  basic_[row] = column;
  is_basic_[column] = 1;
}

double Tableau::move(double by) {
  double moved = 0;
  for (int pivots = 0; pivots < kMostPivots && by - moved > kNothing; ++pivots) {
    stop_if_asked();
    // The number that moves the objective most, up or down; after many pivots the first that does,
    // so that no cycle is possible.
    bool const is_patient = pivots < kMostPivots / 2;
    std::size_t entering = width_;
    for (std::size_t c = 0; c < numbers_.size(); ++c) {
      if (is_basic_[c] != 0 || std::abs(objective_[c]) < kNothing) continue;
      if (objective_[c] < 0 && numbers_[c].value - numbers_[c].least < kNothing) continue;
      if (entering == width_ || std::abs(objective_[c]) > std::abs(objective_[entering])) {
        entering = c;
        if (!is_patient) break;
      }
    }
    if (entering == width_) break;
    auto const direction = objective_[entering] > 0 ? 1.0 : -1.0;
    auto step = (by - moved) / std::abs(objective_[entering]);
    std::size_t leaving = basic_.size();
    if (direction < 0) step = std::min(step, numbers_[entering].value - numbers_[entering].least);
    for (std::size_t row = 0; row < basic_.size(); ++row) {
      if (basic_[row] == width_) continue;
      auto const falls = factor(row, entering) * direction;
      if (falls < kNothing) continue;
      auto const& number = numbers_[basic_[row]];
      auto const most = std::max(0.0, number.value - number.least) / falls;
      if (most < step) {
        step = most;
        leaving = row;
      }
    }
    for (std::size_t row = 0; row < basic_.size(); ++row) {
      if (basic_[row] != width_)
        numbers_[basic_[row]].value -= factor(row, entering) * direction * step;
    }
    numbers_[entering].value += direction * step;
    moved += std::abs(objective_[entering]) * step;
    if (leaving != basic_.size()) pivot(leaving, entering);
  }
  return moved;
}

}  // namespace gapmap::disclosure
