#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kRoads[]{
    // Kinds of roads in legends.
    {"ferries", {"Lautat", "Färjor", "Ferries"}},
    {"main_roads", {"Valta- ja kantatiet", "Riks- och stamvägar", "Main roads"}},
    {"regional_roads", {"Seutu- ja yhdystiet", "Regionala vägar och förbindelsevägar", "Regional and connecting roads"}},
    {"other_roads", {"Muut tiet ja kadut", "Övriga vägar och gator", "Other roads and streets"}},
    // Columns.
    {"road_class", {"Tieluokka", "Vägklass", "Road class"}},
    {"ferry", {"Lautta (1 = on)", "Färja (1 = ja)", "Ferry (1 = yes)"}},
    {"length_m", {"Pituus (km)", "Längd (km)", "Length (km)"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_roads() { return kRoads; }

}  // namespace gapmap::report
