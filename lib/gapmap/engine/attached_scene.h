#pragma once
// People and places attached to the roads between them: all of the roads, or those within a box.

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "gapmap/places/population.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/engine/reading_box.h"
#include "gapmap/engine/road_scene.h"

namespace gapmap::engine {

template <CostType Cost>
struct AttachedScene {
  io::PlacesRead places;  ///< those that count
  std::shared_ptr<RoadScene const> roads;
  std::shared_ptr<WeighedRoads<Cost> const> weighed;
  reach::Ends ends;
  std::string reading;  ///< how much was read and what that means, as a sentence
};

/// Everybody to the roads, from the middle of their cell.
template <CostType Cost>
[[nodiscard]] IdVector<CellId, Attachment> attach_people(Population const& population,
                                                         RoadScene const& scene,
                                                         WeighedRoads<Cost> const& roads,
                                                         WorkingFrame const& frame);

/// Reads and weighs the roads within `box`, all of them if there is none; leaves out places outside
/// it. Throws InputError if the roads cannot be used or no place is left.
template <CostType Cost>
[[nodiscard]] AttachedScene<Cost> attach_scene(std::optional<ReadingBox> const& box,
                                               io::PlacesRead places, job::Travel travel,
                                               Population const& population,
                                               WorkingFrame const& frame, Listener& listener);

/// What `work` finds within `box`, with `reading` said. `work` takes a box or nothing and gives
/// nothing if what lies outside the box might change the result; then it is called again for
/// everything.
template <class Work>
[[nodiscard]] auto read_enough(ReadingBox const& box, Work&& work) {
  try {
    if (auto done = work(std::optional{box})) {
      done->reading = reading_within(box);
      return *std::move(done);
    }
  } catch (InputError const&) {
    // Nothing usable near; all of it will do, or say what is wrong.
  }
  auto done = *work(std::optional<ReadingBox>{});
  done.reading = reading_whole_after(box);
  return done;
}

}  // namespace gapmap::engine
