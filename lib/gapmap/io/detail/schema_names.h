#pragma once
// Names of fields that several kinds of input share.

#include <string_view>
#include <vector>

namespace gapmap::io {

using Names = std::vector<std::string_view>;

inline Names const kIds{"id",     "tunnus", "cell_id", "place_id", "gid",
                        "id_nro", "mtk_id", "osm_id",  "nro",      "tunniste"};

}  // namespace gapmap::io
