#pragma once
// How a column of text writes its numbers. "1.110" beside "370" is 1 110, beside "1.5" it is a
// little over one: no mark can be read before the whole column was looked at.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gapmap {

/// What full stop and comma are in a column.
struct NumberStyle {
  char thousands = '\0';  ///< '.' or ',' if it stands between groups of three digits
  friend bool operator==(NumberStyle const&, NumberStyle const&) = default;
};

/// A number as lists and programs write it: what parse_number() takes, and besides groups of three
/// digits separated by apostrophes, or by the mark that `style` says; both marks in one number
/// ("1.110,5"), one mark several times ("6.840.500"); powers of ten ("5e+05"). Nothing for anything
/// else.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, NumberStyle style);

/// Whether a power of ten in `text` leaves out digits of the ones: "6,84E+06" may have been any
/// number from 6 835 000 on, "5e+05" and "6.840500e+06" are whole.
[[nodiscard]] bool has_lost_digits(std::string_view text) noexcept;

/// Gathers what the texts of a column tell about its marks.
class NumberColumn {
 public:
  enum class Of : std::uint8_t {
    Counts,   ///< of people: may be over a thousand, and are whole as a rule
    Measures  ///< with decimals as a rule: coordinates, speeds
  };
  /// One text that may be read in two ways, and nothing in the column tells which.
  struct Doubt {
    std::string text;
    double with_thousands = 0;
    double with_decimals = 0;
  };

  void add(std::string_view text);
  /// A number that is one to its program: it tells nothing of marks, but is there.
  void add_number(std::string_view number);

  /// The mark stands for thousands if a number of the column can only be read so ("6.840.500"), or
  /// the other mark is one of decimals; for decimals if one can only be read with those ("1.5",
  /// "0.125", "1234.567"). If all with a mark have one group of three digits ("1.110"), measures
  /// have decimals; counts have thousands if whole numbers under a thousand stand beside them and
  /// none above that is written without the mark.
  [[nodiscard]] NumberStyle style(Of kind) const;
  /// Of counts, if all that is in vain, or the column does both.
  [[nodiscard]] std::optional<Doubt> doubt() const;

 private:
  /// What is known of one mark.
  struct Mark {
    std::size_t decimals = 0;
    std::size_t thousands = 0;
    std::string either;  ///< the first text that may be both
  };
  enum class Meaning : std::uint8_t { None, Decimals, Thousands, Unsure };
  [[nodiscard]] Meaning meaning(std::size_t mark) const;

  std::array<Mark, 2> marks_;  ///< full stop, comma
  std::size_t small_wholes_ = 0;
  std::size_t large_wholes_ = 0;
};

}  // namespace gapmap
