#pragma once
// Finds secrets in connection strings and in any text with named values, "PG:… password=…".

#include <string_view>

#include "gapmap/units/detail/address_secrets.h"

namespace gapmap {

/// Adds values of secret names: "password=…", "PWD = …", "Authorization: Bearer …", "\"token\":
/// \"…\"", "<Password>…".
void add_values(std::string_view text, Spans& secrets);
/// Adds passwords of Oracle connections: "OCI:user/password@service",
/// "georaster:user,password,service".
void add_oracle(std::string_view text, Spans& secrets);
/// Handles texts that are a database connection with positions or signs of their own (SDE, CARTO,
/// MySQL, SQL Server, ODBC, HANA, a /vsicrypt/ file): adds every part that is not known to name a
/// server, a database or a user.
void add_parts_of_connection(std::string_view text, Spans& secrets);

}  // namespace gapmap
