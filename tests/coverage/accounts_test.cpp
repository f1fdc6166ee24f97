// Accounts side by side, from statuses written by hand.
#include "gapmap/coverage/accounts.h"

#include "gapmap/units/error.h"

namespace gapmap::coverage {
namespace {

constexpr MunicipalityId kHere{std::size_t{0}};

/// Residents 1, 2, 4, 8 …, so that a sum says who exactly. One letter a cell: c(overed), f(ar),
/// u(nreachable), o(ff network).
Account<Millimeters> account(AccountRule rule, std::string_view statuses) {
  Account<Millimeters> account{rule, {{}, Millimeters{10}}};
  for (char const letter : statuses) {
    auto const status = letter == 'c'   ? Status::Covered
                        : letter == 'f' ? Status::TooFar
                        : letter == 'u' ? Status::Unreachable
                                        : Status::OffNetwork;
    bool const is_reached = status == Status::Covered || status == Status::TooFar;
    account.coverage.cells.push_back(
        {status, is_reached ? std::optional{Millimeters{10}} : std::nullopt});
  }
  return account;
}

TEST(Accounts, TellWhoIsCoveredByWhatOnly) {
  Population population;
  for (std::uint32_t residents : {1U, 2U, 4U, 8U, 16U}) {
    population.push_back({.id = {},
                          .center = {},
                          .outline = {},
                          .residents = People{double(residents)},
                          .municipality = residents == 16 ? MunicipalityId::none() : kHere});
  }
  population.push_back({.id = {}, .center = {}, .outline = {}, .residents = {}});  // suppressed
  Municipalities municipalities;
  municipalities.push_back({"1", "Here", {}});
  std::vector<Account<Millimeters>> const accounts{
      account(kAccountRules[0], "ccccoc"), account(kAccountRules[1], "ccffoc"),
      account(kAccountRules[2], "cfcfof"), account(kAccountRules[3], "cffuof")};
  auto const summaries =
      summarise(std::span<Account<Millimeters> const>{accounts}, population, municipalities);
  ASSERT_EQ(summaries.size(), 4U);
  auto const& all = summaries[0];
  EXPECT_EQ(all.total.figures.with(Status::Covered), People{1 + 2 + 4 + 8});
  EXPECT_EQ(all.total.only_by_others, People{2 + 8});
  EXPECT_EQ(all.total.only_by_ferry, People{4 + 8});
  EXPECT_EQ(all.municipalities[0].only_by_ferry, People{4 + 8});
  EXPECT_EQ(all.outside->figures.with(Status::OffNetwork), People{16});
  EXPECT_EQ(all.outside->only_by_others, People{0});
  EXPECT_EQ(summaries[1].total.only_by_others, People{2});
  EXPECT_EQ(summaries[1].total.only_by_ferry, People{0});
  EXPECT_EQ(summaries[2].total.only_by_others, People{0});
  EXPECT_EQ(summaries[2].total.only_by_ferry, People{4});
  EXPECT_EQ(summaries[3].total.figures.with(Status::Unreachable), People{8});
  for (auto const& summary : summaries) {
    People sum{0};
    for (auto const people : summary.total.figures.by_status) sum += people;
    EXPECT_EQ(sum, People{31});
  }
}

TEST(Accounts, RefusesWhatIsNotOneOfEach) {
  std::vector<Account<Millimeters>> const accounts{account(kAccountRules[0], "c")};
  EXPECT_THROW((void)summarise(std::span<Account<Millimeters> const>{accounts}, {}, {}),
               std::logic_error);
}

}  // namespace
}  // namespace gapmap::coverage
