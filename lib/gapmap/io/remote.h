#pragma once
// Data on other computers are read only if the user asks for them, because an input may be somebody
// else's file that refers to anything.

#include <cstdint>
#include <string>
#include <string_view>

namespace gapmap::io {

enum class Remote : std::uint8_t { Refused, Allowed };

/// Sets for the whole program whether remote inputs may be read; call it before anything is read.
/// Remote inputs are refused by default. While they are, no library can open a connection to
/// another computer either, where the system can forbid it (Linux).
void set_remote(Remote remote);
[[nodiscard]] Remote remote();

/// Whether GDAL would ask another computer, or a database, for what has this name: "https://…",
/// "WFS:…", "PG:…", "/vsizip//vsis3/…".
[[nodiscard]] bool is_remote(std::string_view name);

/// Throws InputError if `name` is remote and remote inputs are refused.
void check_remote(std::string const& name);

}  // namespace gapmap::io
