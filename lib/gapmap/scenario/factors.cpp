#include "gapmap/scenario/factors.h"

#include <algorithm>

namespace gapmap::scenario {
namespace {

constexpr std::optional<Factor> kNothing;

constexpr std::array kOptions{
    OptionEffect{"places", Factor::OpenPlaces},
    OptionEffect{"place-id", Factor::OpenPlaces},
    OptionEffect{"place-name", Factor::OpenPlaces},
    OptionEffect{"place-x", Factor::OpenPlaces},
    OptionEffect{"place-y", Factor::OpenPlaces},
    OptionEffect{"places-where", Factor::OpenPlaces},
    OptionEffect{"place-crs", Factor::OpenPlaces},
    OptionEffect{"addresses", Factor::OpenPlaces},
    OptionEffect{"addresses-crs", Factor::OpenPlaces},
    OptionEffect{"place-address", Factor::OpenPlaces},
    OptionEffect{"place-postal-code", Factor::OpenPlaces},
    OptionEffect{"place-locality", Factor::OpenPlaces},
    OptionEffect{"place-municipality", Factor::OpenPlaces},
    OptionEffect{"gazetteer", Factor::OpenPlaces},
    OptionEffect{"gazetteer-name", Factor::OpenPlaces},
    OptionEffect{"gazetteer-municipality", Factor::OpenPlaces},
    OptionEffect{"gazetteer-where", Factor::OpenPlaces},
    OptionEffect{"gazetteer-crs", Factor::OpenPlaces},
    // This option applies to every table; the one people type is usually that of places.
    OptionEffect{"header-row", Factor::OpenPlaces},
    OptionEffect{"places-of", Factor::OpenPlaces},
    // These describe what places offer and are only repeated in results.
    OptionEffect{"place-type", kNothing},
    OptionEffect{"place-target-group", kNothing},
    OptionEffect{"place-languages", kNothing},
    OptionEffect{"place-open-to-all", kNothing},
    OptionEffect{"place-schedule", kNothing},
    OptionEffect{"place-capacity", kNothing},

    OptionEffect{"population", Factor::Residents},
    OptionEffect{"population-total", Factor::Residents},
    OptionEffect{"cell-id", Factor::Residents},
    OptionEffect{"population-x", Factor::Residents},
    OptionEffect{"population-y", Factor::Residents},
    OptionEffect{"population-where", Factor::Residents},
    OptionEffect{"population-crs", Factor::Residents},
    OptionEffect{"cell-size", Factor::Residents},
    OptionEffect{"raster-cell", Factor::Residents},
    OptionEffect{"population-groups", kNothing},

    OptionEffect{"roads", Factor::Roads},
    OptionEffect{"road-class", Factor::Roads},
    OptionEffect{"road-ferry", Factor::Roads},
    OptionEffect{"road-oneway", Factor::Roads},
    OptionEffect{"road-oneway-along", Factor::Roads},
    OptionEffect{"road-oneway-against", Factor::Roads},
    OptionEffect{"road-oneway-both", Factor::Roads},
    OptionEffect{"road-level", Factor::Roads},
    OptionEffect{"road-speed", Factor::Roads},
    OptionEffect{"road-speed-limits", Factor::Roads},
    OptionEffect{"roads-where", Factor::Roads},
    OptionEffect{"roads-crs", Factor::Roads},
    OptionEffect{"ice-roads", Factor::Roads},
    OptionEffect{"rough-tracks", Factor::Roads},
    OptionEffect{"margin", Factor::Roads},
    OptionEffect{"road-name", kNothing},
    OptionEffect{"cache", kNothing},

    // An area key says which areas form one county, for --places-of own-county.
    OptionEffect{"areas", Factor::Boundaries},
    OptionEffect{"area-code", Factor::Boundaries},
    OptionEffect{"area-name", Factor::Boundaries},
    OptionEffect{"areas-crs", Factor::Boundaries},
    OptionEffect{"study", Factor::Boundaries},
    OptionEffect{"outside", Factor::Boundaries},
    OptionEffect{"area-key", Factor::Boundaries},
    OptionEffect{"area-successors", Factor::Boundaries},
    OptionEffect{"area-levels", kNothing},

    OptionEffect{"limit", Factor::Limit},

    OptionEffect{"mode", Factor::Travel},
    OptionEffect{"trip", Factor::Travel},
    OptionEffect{"ferries", Factor::Travel},
    OptionEffect{"ferry-wait", Factor::Travel},
    OptionEffect{"cable-ferry-wait", Factor::Travel},
    OptionEffect{"speeds", Factor::Travel},
    OptionEffect{"traffic", Factor::Travel},
    OptionEffect{"max-off-road", Factor::Travel},
    OptionEffect{"small-component-below", Factor::Travel},

    // Runs in different working coordinate systems are not compared at all.
    OptionEffect{"crs", kNothing},
    // These decide what else a single run reports, and how.
    OptionEffect{"nearest", kNothing},
    OptionEffect{"detour-factor", kNothing},
    OptionEffect{"lang", kNothing},
    OptionEffect{"title", kNothing},
    OptionEffect{"title.fi", kNothing},
    OptionEffect{"title.sv", kNothing},
    OptionEffect{"title.en", kNothing},
    OptionEffect{"region", kNothing},
    OptionEffect{"region.fi", kNothing},
    OptionEffect{"region.sv", kNothing},
    OptionEffect{"region.en", kNothing},
    OptionEffect{"logo", kNothing},
    OptionEffect{"for", kNothing},
    OptionEffect{"gaps-by", kNothing},
    OptionEffect{"roads-used", kNothing},
    OptionEffect{"publish", kNothing},
    OptionEffect{"publish-below", kNothing},
    OptionEffect{"classes", kNothing},
    OptionEffect{"zones", kNothing},
    OptionEffect{"zone-code", kNothing},
    OptionEffect{"zone-name", kNothing},
    OptionEffect{"zones-crs", kNothing},
    OptionEffect{"requirement", kNothing},
    OptionEffect{"accounts", kNothing},
    OptionEffect{"accessibility", kNothing},
    OptionEffect{"half-at", kNothing},
    OptionEffect{"population-official", kNothing},
    OptionEffect{"official-year", kNothing},
    OptionEffect{"official-code", kNothing},
    OptionEffect{"official-residents", kNothing},
    OptionEffect{"official-year-field", kNothing},
    OptionEffect{"remedies", kNothing},
    OptionEffect{"candidates", kNothing},
    OptionEffect{"candidate-id", kNothing},
    OptionEffect{"candidate-name", kNothing},
    OptionEffect{"candidate-x", kNothing},
    OptionEffect{"candidate-y", kNothing},
    OptionEffect{"candidates-where", kNothing},
    OptionEffect{"candidate-crs", kNothing},
    OptionEffect{"spread", kNothing},
    OptionEffect{"building-x", kNothing},
    OptionEffect{"building-y", kNothing},
    OptionEffect{"buildings-where", kNothing},
    OptionEffect{"building-crs", kNothing},
    OptionEffect{"output", kNothing},
    OptionEffect{"overwrite", kNothing},
    OptionEffect{"allow-remote", kNothing},
    OptionEffect{"threads", kNothing},
    OptionEffect{"quiet", kNothing},
    OptionEffect{"verbose", kNothing},
};

struct InputEffect {
  std::string_view input;
  Factor factor;
};
constexpr std::array kInputs{
    InputEffect{"places", Factor::OpenPlaces},    InputEffect{"gazetteer", Factor::OpenPlaces},
    InputEffect{"addresses", Factor::OpenPlaces}, InputEffect{"population", Factor::Residents},
    InputEffect{"roads", Factor::Roads},          InputEffect{"areas", Factor::Boundaries},
    InputEffect{"area key", Factor::Boundaries},
};

}  // namespace

std::span<OptionEffect const> option_effects() { return kOptions; }

OptionEffect const* effect_of(std::string_view option) {
  auto const* const found = std::ranges::find(kOptions, option, &OptionEffect::option);
  return found == kOptions.end() ? nullptr : found;
}

std::optional<Factor> factor_of_input(std::string_view input) {
  // Several files of addresses have numbers: "addresses 2".
  if (input.starts_with("addresses ")) input = "addresses";
  auto const* const found = std::ranges::find(kInputs, input, &InputEffect::input);
  return found == kInputs.end() ? std::nullopt : std::optional{found->factor};
}

}  // namespace gapmap::scenario
