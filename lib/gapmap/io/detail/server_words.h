#pragma once
// What a map server says instead of data.

#include <string>
#include <string_view>

namespace gapmap::io {

/// The sentences of an OGC exception (ExceptionReport, ServiceExceptionReport) anywhere in `text`,
/// with their codes: "Feature type ns:kunta unknown (InvalidParameterValue, typename)". Empty if
/// there is none.
[[nodiscard]] std::string words_of_server(std::string_view text);

/// The same at the beginning of a file or address.
[[nodiscard]] std::string words_of_server_in(std::string const& path);

}  // namespace gapmap::io
