#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kMastheads[]{
    {"logo", {"Logo", "Logotyp", "Logo"}},
    {"logo_of", {"{}, logo", "{}, logotyp", "{}, logo"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_mastheads() { return kMastheads; }

}  // namespace gapmap::report
