#pragma once
// How gapmap says that something is wrong. Exceptions are thrown at the rim (inputs, projections,
// job files, the command line); between layers absence is a value and a broken promise is
// expects(). Trouble with single rows is no exception: it is counted in io/import_report.h.
//
// Errors, findings and remarks name an option by its key in backquotes, "raise `max-off-road`",
// because a job may come from a command line, a job file or another program. Each front end spells
// it in its own way: job/spelling.h as the word of a command line, --max-off-road.

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gapmap {

/// The parts of an error message, so that front ends can tell it in another language. Secrets are
/// masked.
struct ErrorParts {
  std::string place;    ///< file, connection or option as the user gave it; may be empty
  std::string layer;    ///< empty where the input has one layer or none
  std::string feature;  ///< may be empty
  std::string what;
  std::string hint;            ///< what to do; may be empty
  bool is_of_options = false;  ///< whether `place` is the key of an option, or several with commas

  [[nodiscard]] std::string place_in_words() const;  ///< keys of options in backquotes
  [[nodiscard]] std::string message() const;         ///< "place, layer "x": what; hint"
  bool operator==(ErrorParts const&) const = default;
};

/// An input that cannot be used, with what is wrong, where, and what to do. Exit code 1.
class InputError : public std::runtime_error {
 public:
  struct Where {
    std::string path;        ///< file or connection as the user gave it; may be empty
    std::string layer = {};  ///< empty where the input has one layer or none
    std::string feature = {};
  };
  InputError(Where const& where, std::string const& what, std::string const& hint = {});
  [[nodiscard]] ErrorParts const& parts() const noexcept { return *parts_; }

 private:
  explicit InputError(ErrorParts parts);
  std::shared_ptr<ErrorParts const> parts_;  ///< shared: copying an exception never throws
};

/// A command line or job file that cannot be understood. Exit code 2.
class UsageError : public std::runtime_error {
 public:
  /// `option` is the key of an option, "limit", or of several, "place-x, place-y". A text that is
  /// no key ("requirement 2", "speeds.car") is shown as it is.
  UsageError(std::string const& option, std::string const& what, std::string const& hint = {});
  /// For an error in a file or another text that may look like a key.
  UsageError(InputError::Where const& where, std::string const& what, std::string const& hint = {});
  [[nodiscard]] ErrorParts const& parts() const noexcept { return *parts_; }

 private:
  explicit UsageError(ErrorParts parts);
  std::shared_ptr<ErrorParts const> parts_;
};

/// A promise between two layers that does not hold: a bug in gapmap or in its caller, not in the
/// data.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws BrokenPromise with `sentence` unless `condition` holds.
inline void expects(bool condition, char const* sentence) {
  if (!condition) throw BrokenPromise{sentence};
}

}  // namespace gapmap
