// Conventions of data that count residents: the grids of Statistics Finland, Eurostat and the
// Helsinki region, postal areas, buildings, and other usual names.

#include <algorithm>

#include "gapmap/io/detail/schema_names.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

Names const kTotals{
    "residents",  "population", "asukkaita",   "asukkaat",  "asukkaiden_lkm", "inhabitants",
    "vaesto",     "vaki",       "he_vakiy",    "pop",       "asukasluku",     "asukasmaara",
    "vakiluku",   "vakimaara",  "henkiloita",  "folkmangd", "invanare",       "TOT_P_2021",
    "TOT_P_2018", "TOT_P",      "OBS_VALUE_T", "T"};
Names const kPointIds{"id",      "tunnus", "cell_id", "gid", "id_nro",
                      "vtj_prt", "ratu",   "mtk_id",  "nro", "xyind"};

// Statistics Finland and most others use −1; Eurostat since 2021 −8888 for confidential, −9999 for
// not available.
std::vector<double> const kSuppressed{-1};
std::vector<double> const kSuppressedByEurostat{-1, -8888, -9999};

KnownField const kCornerX{Role::CornerX, {"xkoord"}, false};
KnownField const kCornerY{Role::CornerY, {"ykoord"}, false};
KnownField const kYear{Role::Year, {"vuosi", "year"}, false};
KnownField const kCountries{Role::Countries, {"CNTR_ID"}, false};

std::vector<Schema> make_schemas() {
  return {
      {.title = "Statistics Finland population grid",
       .fields = {{Role::Id, {"grd_id"}}, {Role::Residents, {"vaesto"}}, kCornerX, kCornerY, kYear},
       .suppressed = kSuppressed},
      {.title = "Eurostat census grid 2021",
       .fields = {{Role::Id, {"GRD_ID"}}, {Role::Residents, {"T"}}, kCountries},
       .suppressed = kSuppressedByEurostat,
       .year = 2021,
       .kind = DataKind::EurostatCensusGrid},
      {.title = "Helsinki region population grid",
       .fields = {{Role::Id, {"INDEX", "id"}},
                  {Role::Residents, {"ASUKKAITA", "inhabitants"}},
                  kYear},
       .suppressed = kSuppressed},
      {.title = "Statistics Finland postal areas",
       .fields = {{Role::Id, {"posti_alue", "postinumeroalue"}},
                  {Role::Residents, {"he_vakiy"}},
                  kYear},
       .suppressed = kSuppressed},
      {.title = "Statistics Finland population grid, corners",
       .fields = {{Role::Id, {"grd_id"}}, {Role::Residents, {"vaesto"}}, kCornerX, kCornerY, kYear},
       .position = Position::CellId,
       .suppressed = kSuppressed},
      {.title = "census grid 2021, lower-left corners of 1 km squares",
       .fields = {{Role::X, {"x3035"}},
                  {Role::Y, {"y3035"}},
                  {Role::Id, {"crs3035id", "GRD_ID"}, false},
                  {Role::Residents, {"T", "population"}},
                  kCountries},
       .position = Position::LowerLeftCorner,
       .crs = "EPSG:3035",
       .cell_size_m = 1000,
       .suppressed = kSuppressedByEurostat,
       .year = 2021,
       .kind = DataKind::EurostatCensusGrid},
      {.title = "Eurostat population grid, lower-left corners of 1 km squares",
       .fields = {{Role::X, {"X_LLC"}},
                  {Role::Y, {"Y_LLC"}},
                  {Role::Id, {"GRD_ID"}, false},
                  {Role::Residents, kTotals},
                  kCountries},
       .position = Position::LowerLeftCorner,
       .crs = "EPSG:3035",
       .cell_size_m = 1000,
       .suppressed = kSuppressedByEurostat,
       .kind = DataKind::Eurostat},
      {.title = "census grid by cell id",
       .fields = {{Role::Id, {"GRD_ID", "crs3035id", "CELLCODE"}},
                  {Role::Residents, kTotals},
                  kCornerX,
                  kCornerY,
                  kCountries},
       .position = Position::CellId,
       .suppressed = kSuppressedByEurostat},
      {.title = "population grid, lower-left corners of its squares",
       .fields = {{Role::X, {"xkoord"}},
                  {Role::Y, {"ykoord"}},
                  {Role::Id, kPointIds, false},
                  {Role::Residents, kTotals},
                  kYear},
       .position = Position::LowerLeftCorner,
       .crs = "EPSG:3067",
       .suppressed = kSuppressed},
      {.title = "longitude and latitude",
       .fields = {{Role::X, {"lon", "longitude", "lng", "x_wgs84"}},
                  {Role::Y, {"lat", "latitude", "y_wgs84"}},
                  {Role::Id, kPointIds, false},
                  {Role::Residents, kTotals},
                  kYear},
       .position = Position::Point,
       .crs = "EPSG:4326",
       .suppressed = kSuppressed},
      {.title = "points with coordinates",
       .fields = {{Role::X, {"x", "itakoordinaatti", "easting", "e"}},
                  {Role::Y, {"y", "pohjoiskoordinaatti", "northing", "n"}},
                  {Role::Id, kPointIds, false},
                  {Role::Residents, kTotals},
                  kYear},
       .position = Position::Point,
       .suppressed = kSuppressed},
      {.title = "cells or points with a number of residents",
       .fields = {{Role::Id,
                   {"grd_id", "id", "tunnus", "cell_id", "gid", "id_nro", "xyind", "vtj_prt",
                    "ratu", "nro"},
                   false},
                  {Role::Residents, kTotals},
                  kCornerX,
                  kCornerY,
                  kYear,
                  kCountries},
       .suppressed = kSuppressed},
  };
}

}  // namespace

std::span<Schema const> population_schemas() {
  static std::vector<Schema> const schemas = make_schemas();
  return schemas;
}

Schema const& point_schema() {
  return *std::ranges::find_if(population_schemas(), [](Schema const& schema) {
    return schema.position == Position::Point && schema.crs.empty();
  });
}

std::span<KnownFamily const> population_families() {
  static std::vector<KnownFamily> const families{
      // Statistics Finland: grid; postal areas and grid database
      {"age", {"ika_0_14", "ika_15_64", "ika_65_"}},
      {"sex", {"miehet", "naiset"}},
      {"age", {"he_0_2",   "he_3_6",   "he_7_12",  "he_13_15", "he_16_17", "he_18_19", "he_20_24",
               "he_25_29", "he_30_34", "he_35_39", "he_40_44", "he_45_49", "he_50_54", "he_55_59",
               "he_60_64", "he_65_69", "he_70_74", "he_75_79", "he_80_84", "he_85_"}},
      {"sex", {"he_miehet", "he_naiset"}},
      // Eurostat
      {"age", {"Y_LT15", "Y_1564", "Y_GE65"}},
      {"sex", {"M", "F"}},
      // Helsinki region: ages are published for cells of at least 100 residents, other cells have
      // 99
      {"age",
       {"IKA0_9", "IKA10_19", "IKA20_29", "IKA30_39", "IKA40_49", "IKA50_59", "IKA60_69",
        "IKA70_79", "IKA_YLI80"},
       99},
  };
  return families;
}

}  // namespace gapmap::io
