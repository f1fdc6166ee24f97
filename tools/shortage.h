#pragma once
// What becomes of a run to which the machine does not give enough memory or threads.

#include <exception>
#include <string>

namespace gapmap::tools {

/// Before anything else is done: works on fewer threads if there are no more, and ends with a
/// sentence where memory runs out while nothing may be thrown.
void live_with_little();

/// Why the limits of the system (ulimit) leave no room for any run: of open files and of the stack,
/// without which inputs seem missing, or the program is killed. Empty: they do.
[[nodiscard]] std::string limits_too_low();

/// What is said of an exception that no input is to blame for; `stage`: what was being done, empty
/// if nobody knows.
[[nodiscard]] std::string told(std::exception const& error, std::string const& stage);

/// Added to what a library says went wrong: that it may have been memory. Mostly empty.
[[nodiscard]] std::string note_of_scarce_memory();

}  // namespace gapmap::tools
