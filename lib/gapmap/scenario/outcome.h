#pragma once
// The outcome of a run, as far as it can be compared with another run.

#include <optional>

#include "gapmap/coverage/coverage.h"
#include "gapmap/places/place.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// What a run found for a cell. Costs are metres or seconds, whichever the run counted.
struct CellOutcome {
  Status status = Status::OffNetwork;
  std::optional<double> cost = std::nullopt;  ///< nothing where there is no way
  PlaceId nearest = PlaceId::none();

  [[nodiscard]] bool is_covered() const noexcept { return status == Status::Covered; }
};

struct PlaceOutcome {
  People residents_nearest{0};
  People residents_within_limit{0};
};

/// Known residents of a municipality, or in total.
struct FigureSet {
  People residents{0};
  People covered{0};
  std::optional<double> cost_mean = std::nullopt;

  [[nodiscard]] People not_covered() const noexcept { return residents - covered; }
  [[nodiscard]] std::optional<double> share() const noexcept {
    if (!(residents > People{0})) return std::nullopt;
    return covered / residents;
  }
};

struct Outcome {
  bool is_time = false;           ///< costs are seconds, else metres
  double limit = 0;               ///< in metres or seconds
  Municipalities municipalities;  ///< studied ones
  IdVector<MunicipalityId, FigureSet> figures;
  std::optional<FigureSet> outside;  ///< cells in no municipality, if there are any
  FigureSet total;
  Population population;
  IdVector<CellId, CellOutcome> cells;
  Places places;
  IdVector<PlaceId, PlaceOutcome> place_figures;
};

}  // namespace gapmap
