#pragma once
// Converts text files of any encoding to UTF-8.

#include <cstdint>
#include <string>
#include <string_view>

namespace gapmap::io {

enum class TextEncoding : std::uint8_t { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// Recognises the encoding by the byte order mark, else UTF-16 by zeros in every second byte of
/// western text, else UTF-8 if all bytes are valid, else Windows-1252.
[[nodiscard]] TextEncoding encoding_of(std::string_view bytes);

[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// Converts UTF-16, without its byte order mark; unpaired surrogates and half a unit at the end
/// become U+FFFD.
[[nodiscard]] std::string from_utf16(std::string_view bytes, TextEncoding encoding);

/// Converts Windows-1252; its five unused bytes become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

}  // namespace gapmap::io
