#pragma once
// Names of fields that several kinds of input share.

#include <string_view>
#include <vector>

namespace gapmap::io {

using Names = std::vector<std::string_view>;

inline Names const kIds{"id",     "tunnus", "cell_id", "place_id", "gid",
                        "id_nro", "mtk_id", "osm_id",  "nro",      "tunniste"};

inline Names const kMunicipalities{"kunta",       "kuntanimi",         "kunnan_nimi",
                                   "kuntakoodi",  "kuntanro",          "kuntatunnus",
                                   "kotikunta",   "municipality",      "municipality_code",
                                   "kommun",      "municipality_name", "hallintokunta",
                                   "kuntanumero", "sijaintikunta",     "kunnan_numero"};

inline Names const kPostalCodes{"postinumero", "postinro",   "postal_code", "postalcode",
                                "postcode",    "postnummer", "postnr",      "zip"};

inline Names const kPostTowns{"postitoimipaikka", "postitmp", "post_office", "postal_office",
                              "postort",          "city",     "post_town"};

inline Names const kHouseNumbers{"talonumero",   "talonro",      "katunumero",
                                 "osoitenumero", "house_number", "husnummer",
                                 "gatunummer",   "housenumber",  "street_number"};

}  // namespace gapmap::io
