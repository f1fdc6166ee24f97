#pragma once
// How a column of text writes its numbers. "1.110" beside "370" is 1 110; beside "1.5" it is a
// little over one. No mark can be read before the whole column was looked at.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gapmap {

/// The meaning of full stop and comma in a column.
struct NumberStyle {
  char thousands = '\0';  ///< '.' or ',' if it separates groups of three digits
  friend bool operator==(NumberStyle const&, NumberStyle const&) = default;
};

/// Parses a number as lists and programs write it: everything that parse_number() without a style
/// takes, and besides groups of three digits separated by apostrophes or by the mark in `style`;
/// both marks in one number ("1.110,5"); one mark several times ("6.840.500"); powers of ten
/// ("5e+05"). Returns nothing for any other text.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, NumberStyle style);

/// Whether `text` has a power of ten that leaves out digits before the decimal mark: "6,84E+06" may
/// have been any number from 6 835 000 on, while "5e+05" and "6.840500e+06" are complete.
[[nodiscard]] bool has_lost_digits(std::string_view text) noexcept;

/// Collects what the texts of a column tell about its marks.
class NumberColumn {
 public:
  enum class Of : std::uint8_t {
    Counts,   ///< numbers of people: may exceed a thousand, and are whole as a rule
    Measures  ///< coordinates or speeds, with decimals as a rule
  };
  /// A text that may be read in two ways where nothing in the column tells which.
  struct Doubt {
    std::string text;
    double with_thousands = 0;
    double with_decimals = 0;
  };

  void add(std::string_view text);
  /// Adds a cell that its program stores as a number. It tells nothing about marks, but counts as a
  /// whole number of the column.
  void add_number(std::string_view number);

  /// Returns the style of the column. A mark stands for thousands if some number can only be read
  /// so ("6.840.500") or the other mark is the decimal mark; for decimals if some number can only
  /// be read so ("1.5", "0.125", "1234.567"). If all numbers with the mark have one group of three
  /// digits ("1.110"), measures have decimals; counts have thousands if whole numbers under a
  /// thousand stand beside them and no larger one is written without the mark.
  [[nodiscard]] NumberStyle style(Of kind) const;
  /// Returns a text that cannot be read with certainty if the column holds counts: the rules of
  /// style() do not decide, or the column uses the mark in both ways. Nothing if there is no such
  /// text.
  [[nodiscard]] std::optional<Doubt> doubt() const;

 private:
  /// How often a mark was seen in each meaning.
  struct Mark {
    std::size_t decimals = 0;
    std::size_t thousands = 0;
    std::string either;  ///< the first text that may be read both ways; empty if none
  };
  enum class Meaning : std::uint8_t { None, Decimals, Thousands, Unsure };
  [[nodiscard]] Meaning meaning(std::size_t mark) const;

  std::array<Mark, 2> marks_;  ///< one each for full stop and comma
  std::size_t small_wholes_ = 0;
  std::size_t large_wholes_ = 0;
};

}  // namespace gapmap
