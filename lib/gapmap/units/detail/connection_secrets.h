#pragma once
// Where secrets are in connections and whatever has names and values, "PG:… password=…".

#include <string_view>

#include "gapmap/units/detail/address_secrets.h"

namespace gapmap {

/// "password=…", "PWD = …", "Authorization: Bearer …", "\"token\": \"…\"", "<Password>…".
void add_values(std::string_view text, Spans& secrets);
/// "OCI:user/password@service", "georaster:user,password,service".
void add_oracle(std::string_view text, Spans& secrets);
/// Of a text that is a connection to a database with an order or signs of its own (SDE, CARTO,
/// MySQL, SQL Server, ODBC, HANA, a /vsicrypt/ file): all but what is known to name a server, a
/// database or a user.
void add_parts_of_connection(std::string_view text, Spans& secrets);

}  // namespace gapmap
