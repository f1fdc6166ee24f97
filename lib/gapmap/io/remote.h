#pragma once
// What lies on other computers is read only if the user asks for it: an input may be a file of
// somebody else's that leads anywhere.

#include <cstdint>
#include <string>
#include <string_view>

namespace gapmap::io {

enum class Remote : std::uint8_t { Refused, Allowed };

/// For the whole program, before anything is read; refused unless this is called. If refused,
/// nothing that a library does opens a connection to another computer either, where the system can
/// forbid it (Linux).
void set_remote(Remote remote);
[[nodiscard]] Remote remote();

/// Whether GDAL would ask another computer, or a database, for what has this name:
/// "https://…", "WFS:…", "PG:…", "/vsizip//vsis3/…".
[[nodiscard]] bool is_remote(std::string_view name);

/// Throws InputError if `name` is remote and remote inputs are refused.
void check_remote(std::string const& name);

}  // namespace gapmap::io
