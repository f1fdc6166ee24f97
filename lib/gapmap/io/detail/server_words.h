#pragma once
// What a map server answers instead of data.

#include <string>
#include <string_view>

namespace gapmap::io {

/// Returns the sentences of an OGC exception (ExceptionReport, ServiceExceptionReport) anywhere in
/// `text`, with their codes: "Feature type ns:kunta unknown (InvalidParameterValue, typename)".
/// Empty if there is none.
[[nodiscard]] std::string words_of_server(std::string_view text);

/// Returns the sentences of an OGC exception at the beginning of a file or address.
[[nodiscard]] std::string words_of_server_in(std::string const& path);

}  // namespace gapmap::io
