#include <cmath>

#include "gapmap/io/detail/text_encoding.h"
#include "gapmap/units/broken_letters.h"
#include "gapmap/units/number_column.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/secrets.h"
#include "tests/fuzz/target.h"

namespace gapmap::fuzz {
namespace {

void quantities(std::string_view text) {
  if (auto const number = parse_number(text)) expect(std::isfinite(*number), "numbers are finite");
  or_refused([&] {
    auto const length = parse_length(text, "limit").value();
    expect(length >= 0 && std::isfinite(length), "a length is finite and not negative");
  });
  or_refused([&] {
    auto const time = parse_time(text, "limit").value();
    expect(time >= 0 && std::isfinite(time), "a time is finite and not negative");
  });
  or_refused([&] {
    std::visit([](auto limit) { expect(limit.value() > 0, "a limit is over 0"); },
               parse_limit(text, "limit"));
  });
  or_refused([&] {
    std::visit(
        [](auto const& limits) {
          expect(!limits.empty(), "there is a limit");
          for (std::size_t i = 1; i < limits.size(); ++i)
            expect(limits[i - 1] < limits[i], "limits ascend");
        },
        parse_limits(text, "limits"));
  });
}

void number_column(std::string_view text) {
  NumberColumn column;
  for (auto const line : lines_of(text)) column.add(line);
  for (auto const kind : {NumberColumn::Of::Counts, NumberColumn::Of::Measures}) {
    auto const style = column.style(kind);
    for (auto const line : lines_of(text)) {
      if (auto const number = parse_number(line, style))
        expect(std::isfinite(*number), "numbers are finite");
    }
  }
  if (auto const doubt = column.doubt())
    expect(doubt->with_thousands != doubt->with_decimals, "a doubt is one between two numbers");
}

/// The bytes stand around an address that has a secret, which must not come through.
void secrets(std::string_view text) {
  auto const safe = masked(text);
  expect(masked(safe) == safe, "masking again changes nothing");
  constexpr std::string_view kSecret = "s4laZuR1kq";
  if (text.find(kSecret) != std::string_view::npos) return;  // there it is no secret
  static std::vector<std::string> const kAddresses{
      "https://nimi:s4laZuR1kq@host/a.json",
      "WFS:https://host/wfs?service=WFS&token=s4laZuR1kq",
      "https://host/a?sig=s4laZuR1kq",
      "PG:dbname=gis password=s4laZuR1kq",
      "postgresql://gis:s4laZuR1kq@host/db",
      "MSSQL:server=h;PWD=s4laZuR1kq;database=d",
      "https://host/a?api-key=s4laZuR1kq&f=json",
      "https://host/a;jsessionid=s4laZuR1kq",
      "<Password>s4laZuR1kq</Password>"};
  for (auto const& address : kAddresses) {
    for (auto const& whole : {std::string{text} + " " + address, address + " " + std::string{text},
                              "cannot open '" + address + "': " + std::string{text}}) {
      expect(masked(whole).find(kSecret) == std::string::npos, "no secret comes through");
    }
    expect(masked(std::string{text} + "s4laZuR1kq", address).find(kSecret) == std::string::npos,
           "no secret of an address comes through in what is said of it");
  }
}

void letters(std::string_view text) {
  auto const utf8 = io::is_utf8(text) ? std::string{text} : io::from_windows_1252(text);
  if (auto const broken = broken_letters(utf8))
    expect(io::is_utf8(broken->meant), "what was meant is UTF-8");
  (void)broken_letters(text);
}

}  // namespace

std::vector<Target> units_targets() {
  return {{"quantities", quantities, 5000},
          {"number_column", number_column},
          {"secrets", secrets, 500},
          {"broken_letters", letters}};
}

}  // namespace gapmap::fuzz
