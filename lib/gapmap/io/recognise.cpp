// Finds the convention that a table follows, and advises where it follows none.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "gapmap/io/detail/field_names.h"
#include "gapmap/io/schemas.h"
#include "gapmap/units/blanks.h"
#include "gapmap/units/did_you_mean.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

std::string_view word_of(Role role) {
  constexpr auto kRoles = std::to_array<std::string_view>({"id",
                                                           "code",
                                                           "name",
                                                           "residents",
                                                           "x",
                                                           "y",
                                                           "type",
                                                           "target group",
                                                           "languages",
                                                           "open to all",
                                                           "weekday",
                                                           "hours",
                                                           "frequency",
                                                           "capacity",
                                                           "locality",
                                                           "municipality",
                                                           "address",
                                                           "street",
                                                           "other street",
                                                           "number",
                                                           "letter",
                                                           "last number",
                                                           "postal code",
                                                           "post town",
                                                           "other post town",
                                                           "class",
                                                           "one-way",
                                                           "speed limit",
                                                           "link type",
                                                           "functional class",
                                                           "link state",
                                                           "link",
                                                           "other name",
                                                           "road number",
                                                           "corner x",
                                                           "corner y",
                                                           "year",
                                                           "countries",
                                                           "level",
                                                           "from",
                                                           "to",
                                                           "cost"});
  return kRoles[static_cast<std::size_t>(role)];
}

}  // namespace

std::string Recognised::describe(Table const& table) const {
  std::vector<std::string> used;
  for (auto const& [role, index] : fields) {
    used.push_back(
        fmt::format("{} {}", word_of(role), table.fields()[static_cast<std::size_t>(index)]));
  }
  return used.empty() ? std::string{schema->title}
                      : fmt::format("{} ({})", schema->title, fmt::join(used, ", "));
}

namespace {

std::map<Role, FieldIndex> resolve(Table const& table, std::vector<NamedField> const& named) {
  std::map<Role, FieldIndex> resolved;
  for (auto const& [role, option, field] : named) {
    if (field.empty()) continue;
    // Headings with a line break in their cell are one line here, whatever the user copied.
    auto const index = table.find_field(in_one_line(field));
    if (!index) {
      throw InputError{table.where(), fmt::format("has no field \"{}\" (`{}`)", field, option),
                       meant_or(field, table.fields(),
                                fmt::format("its fields are {}", fmt::join(table.fields(), ", ")))};
    }
    resolved[role] = *index;
  }
  return resolved;
}

std::optional<FieldIndex> first_field(Table const& table, KnownField const& known) {
  for (auto const name : known.names) {
    if (auto const index = table.find_field(name)) return index;
  }
  for (auto const name : known.names) {
    if (auto const index = find_spelled_field(table, name)) return index;
  }
  if (known.role != Role::Residents) return std::nullopt;
  for (auto const name : known.names) {
    if (auto const index = find_total_field(table, name)) return index;
  }
  return std::nullopt;
}

/// Whether the schema may use coordinates named by the user: these are points in a CRS that no
/// convention fixes, unless they are the convention's own fields.
bool may_take_named(Table const& table, Schema const& schema,
                    std::map<Role, FieldIndex> const& named) {
  if (!named.contains(Role::X)) return true;
  if (schema.position == Position::Point && schema.crs.empty()) return true;
  if (schema.position != Position::LowerLeftCorner || !named.contains(Role::Y)) return false;
  return std::ranges::all_of(schema.fields, [&](auto const& known) {
    if (known.role != Role::X && known.role != Role::Y) return true;
    auto const& field = table.fields()[static_cast<std::size_t>(named.at(known.role))];
    return std::ranges::any_of(known.names, [&](auto name) { return is_same_name(name, field); });
  });
}

/// Returns the schema's fields in the table, named ones first; nothing if a required one is
/// missing.
std::optional<Recognised> fit(Table const& table, Schema const& schema,
                              std::map<Role, FieldIndex> const& named) {
  Recognised recognised{&schema, named};
  for (auto const& field : schema.fields) {
    if (named.contains(field.role)) continue;
    bool const means_else = !field.unless.empty() && table.find_field(field.unless);
    if (means_else && !field.is_required) continue;
    if (auto const index = first_field(table, field)) {
      recognised.fields[field.role] = *index;
    } else if (field.is_required) {
      return std::nullopt;
    }
  }
  return recognised;
}

/// Recognises coordinates by the meaning of their names, where no convention has these.
std::optional<Recognised> by_spelled_coordinates(Table const& table,
                                                 std::span<Schema const> schemas,
                                                 std::map<Role, FieldIndex> named) {
  auto const found = find_coordinates(table);
  if (!found || named.contains(Role::Y)) return std::nullopt;
  named[Role::X] = found->x;
  named[Role::Y] = found->y;
  for (auto const& schema : schemas) {
    if (schema.position != Position::Point || schema.crs.empty() == found->are_degrees) continue;
    if (auto recognised = fit(table, schema, named)) return recognised;
  }
  return std::nullopt;
}

/// A schema of which the table lacks something.
struct Closest {
  Recognised recognised;
  std::vector<Role> missing;
};

Closest laid_over(Table const& table, Schema const& schema,
                  std::map<Role, FieldIndex> const& named) {
  Closest close{{&schema, named}, {}};
  auto& fields = close.recognised.fields;
  if (auto const spelled = find_coordinates(table);
      spelled && schema.position == Position::Point && !named.contains(Role::X)) {
    fields[Role::X] = spelled->x;
    fields[Role::Y] = spelled->y;
  }
  for (auto const& field : schema.fields) {
    if (fields.contains(field.role)) continue;
    if (auto const index = first_field(table, field)) {
      fields[field.role] = *index;
    } else if (field.is_required) {
      close.missing.push_back(field.role);
    }
  }
  return close;
}

/// Returns the schema of which the table has the most fields; of equals one of points, else the one
/// that lacks the fewest.
Closest closest(Table const& table, std::vector<Schema const*> const& schemas,
                std::map<Role, FieldIndex> const& named) {
  Closest best;
  for (auto const* schema : schemas) {
    auto close = laid_over(table, *schema, named);
    auto const has = close.recognised.fields.size();
    auto const most = best.recognised.fields.size();
    auto const lacks = close.missing.size();
    // Points may have any field names, so an unknown table is most likely one of points.
    bool const is_point = schema->position == Position::Point;
    bool const is_closer = best.recognised.schema == nullptr || has > most ||
                           (has == most && (is_point || lacks < best.missing.size()));
    if (is_closer) best = std::move(close);
  }
  return best;
}

/// Returns for example "coordinates and the number of residents".
std::string words_of(std::vector<Role> const& missing) {
  std::vector<std::string_view> words;
  for (auto const role : missing) {
    std::string_view const word = role == Role::X || role == Role::Y ? "coordinates"
                                  : role == Role::Residents          ? "the number of residents"
                                  : role == Role::Id                 ? "the id"
                                  : role == Role::Name               ? "the name"
                                  : role == Role::Code               ? "the code"
                                                                     : word_of(role);
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  }
  return fmt::format("{}", fmt::join(words, " and "));
}

/// Returns an error with what is missing, which option names it, and what was found.
InputError not_recognised(Table const& table, std::span<Schema const> schemas,
                          std::vector<NamedField> const& named, Closest const& close) {
  bool const has_some = !close.recognised.fields.empty();
  std::vector<std::string> options;
  for (auto const& asked : named) {
    auto const role = asked.role;
    bool const is_needed =
        has_some ? std::ranges::find(close.missing, role) != close.missing.end()
                 : std::ranges::any_of(schemas, [&](auto const& schema) {
                     return std::ranges::any_of(schema.fields, [&](auto const& known) {
                       return known.role == role && known.is_required;
                     });
                   });
    if (is_needed) options.push_back('`' + asked.option + '`');
  }
  bool const is_without_geometry =
      table.geometry() == GeometryKind::None && schemas.front().position != Position::Joined;
  auto const what =
      has_some && is_without_geometry
          ? fmt::format("it has no geometry, and no field that gapmap knows for {}",
                        words_of(close.missing))
      : has_some ? fmt::format("has no field that gapmap knows for {}", words_of(close.missing))
      : is_without_geometry
          ? std::string{"it has no geometry, and none of its fields is one that gapmap knows"}
          : std::string{"none of its fields is one that gapmap knows"};
  std::vector<std::string> advice;
  if (!options.empty())
    advice.push_back(fmt::format("name them with {}", fmt::join(options, ", ")));
  if (auto header = table.header_advice(); !header.empty()) advice.push_back(std::move(header));
  if (has_some) advice.push_back(fmt::format("most like {}", close.recognised.describe(table)));
  advice.push_back(fmt::format("its fields are {}", fmt::join(table.fields(), ", ")));
  return {table.where(), what, fmt::format("{}", fmt::join(advice, "; "))};
}

}  // namespace

Recognised recognise(Table const& table, std::span<Schema const> schemas,
                     std::vector<NamedField> const& named) {
  auto const resolved = resolve(table, named);
  bool const names_coordinates = resolved.contains(Role::X);
  bool const has_geometry = table.geometry() != GeometryKind::None && !names_coordinates;
  for (auto const& schema : schemas) {
    bool const fits_geometry = (schema.position == Position::None) == has_geometry;
    if (schema.position != Position::Joined && !fits_geometry) continue;
    if (!may_take_named(table, schema, resolved)) continue;
    bool const is_by_words = schema.position == Position::Locality;
    if (is_by_words && !has_geometry && !names_coordinates) {
      // Coordinates under unusual names take precedence over localities in words.
      if (auto spelled = by_spelled_coordinates(table, schemas, resolved)) return *spelled;
    }
    if (auto recognised = fit(table, schema, resolved)) return *recognised;
  }
  if (!has_geometry && !names_coordinates) {
    if (auto spelled = by_spelled_coordinates(table, schemas, resolved)) return *spelled;
  }
  if (table.fields().empty())
    throw InputError{table.where(), "has no rows, or none with fields",
                     "check that it is the right file"};
  std::vector<Schema const*> possible;
  for (auto const& schema : schemas) {
    bool const fits_geometry = (schema.position == Position::None) == has_geometry;
    if (schema.position != Position::Joined && !fits_geometry) continue;
    if (may_take_named(table, schema, resolved)) possible.push_back(&schema);
  }
  throw not_recognised(table, schemas, named, closest(table, possible, resolved));
}

}  // namespace gapmap::io
