#include "gapmap/io/detail/group_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "gapmap/io/detail/resident_number.h"
#include "gapmap/io/schemas.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

bool has_field(KnownFamily const& family, std::string_view name) {
  return std::ranges::any_of(family.fields, [&](auto field) { return is_same_name(field, name); });
}

KnownFamily const* family_with(std::string_view field) {
  for (auto const& family : population_families()) {
    if (has_field(family, field)) return &family;
  }
  return nullptr;
}

bool names_all_of(Groups const& named, KnownFamily const& family) {
  return std::ranges::all_of(family.fields, [&](auto field) {
    return std::ranges::any_of(named, [&](Group const& group) {
      return group.family.empty() && is_same_name(group.name, field);
    });
  });
}

std::vector<GroupField> named_groups(Table const& table, Groups const& named) {
  std::vector<GroupField> found;
  for (auto const& [name, family] : named) {
    auto const field = table.find_field(name);
    if (!field) {
      throw InputError{table.where(),
                       fmt::format("has no field \"{}\" (`population-groups`)", name),
                       meant_or(name, table.fields(),
                                fmt::format("its fields are {}", fmt::join(table.fields(), ", ")))};
    }
    GroupField group{{table.fields()[static_cast<std::size_t>(*field)], family}, *field};
    if (auto const* known = family_with(name)) {
      group.code_of_small_cells = known->code_of_small_cells;
      if (names_all_of(named, *known)) group.group.family = known->name;
    }
    found.push_back(std::move(group));
  }
  return found;
}

std::vector<GroupField> known_groups(Table const& table) {
  std::vector<GroupField> found;
  std::set<std::string_view> taken;
  for (auto const& family : population_families()) {
    bool const is_whole = std::ranges::all_of(
        family.fields, [&](auto field) { return table.find_field(field).has_value(); });
    if (!is_whole || !taken.insert(family.name).second) continue;
    for (auto const name : family.fields) {
      auto const field = *table.find_field(name);
      found.push_back({{table.fields()[static_cast<std::size_t>(field)], std::string{family.name}},
                       field,
                       family.code_of_small_cells});
    }
  }
  return found;
}

/// Counts each kind of remark once per row.
void count(std::span<bool const> said, std::string const& row, ImportReport& report) {
  constexpr std::array<RemarkText, 5> kRemarks{
      "numbers of groups suppressed, counted as unknown",
      "no number of a group, counted as unknown",
      "number of a group is not a number, counted as unknown",
      "negative number of a group, counted as unknown",
      "a group of more residents than there are people on Earth, counted as unknown"};
  // Published::Number has no remark.
  for (std::size_t i = 0; i < kRemarks.size(); ++i) {
    if (said[i + 1]) report.count(kRemarks[i], row, Consequence::Used);
  }
}

}  // namespace

std::vector<GroupField> find_groups(Table const& table, std::optional<Groups> const& named) {
  return named ? named_groups(table, *named) : known_groups(table);
}

std::string describe(std::span<GroupField const> fields) {
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto const& group = fields[i].group;
    bool const is_last = i + 1 == fields.size() || fields[i + 1].group.family != group.family;
    text += group.name;
    if (is_last && !group.family.empty()) text += fmt::format(" by {}", group.family);
    if (i + 1 < fields.size()) text += is_last ? "; " : ", ";
  }
  return text;
}

GroupNumbers read_groups(Record const& record, std::string const& row,
                         std::span<GroupField const> fields, std::span<double const> suppressed,
                         std::optional<People> residents, ImportReport& report) {
  GroupNumbers read;
  std::array<bool, 6> said{};
  for (auto const& field : fields) {
    auto number = resident_number(record, field.field, suppressed);
    bool const is_code = number.published == Published::Number && field.code_of_small_cells &&
                         number.people.value() == *field.code_of_small_cells;
    if (is_code && (!residents || *residents <= number.people))
      number.published = Published::Suppressed;
    said[static_cast<std::size_t>(number.published)] = true;
    if (number.published == Published::Suppressed && number.range.high.is_finite())
      read.ranges.emplace_back(GroupId{read.numbers.size()}, number.range);
    read.numbers.push_back(number.published == Published::Number ? std::optional{number.people}
                                                                 : std::nullopt);
  }
  count(said, row, report);
  return read;
}

}  // namespace gapmap::io
