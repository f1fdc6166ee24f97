#include "gapmap/job/job_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/source.h"
#include "gapmap/units/error.h"
#include "gapmap/job/requirement_text.h"

namespace gapmap::job {
namespace {

struct TableKey {
  std::string_view key;
  std::string_view option;
};

// TOML cannot have both roads = "…" and a table [roads.schema], so the file has a key of its own
// beside the schema.
constexpr std::array kTableKeys{
    TableKey{"roads.file", "roads"},
    TableKey{"roads.where", "roads-where"},
    TableKey{"roads.crs", "roads-crs"},
    TableKey{"roads.speed_limits", "road-speed-limits"},
    TableKey{"roads.schema.class", "road-class"},
    TableKey{"roads.schema.oneway", "road-oneway"},
    TableKey{"roads.schema.along", "road-oneway-along"},
    TableKey{"roads.schema.against", "road-oneway-against"},
    TableKey{"roads.schema.both", "road-oneway-both"},
    TableKey{"roads.schema.speed", "road-speed"},
    TableKey{"roads.schema.ferry", "road-ferry"},
    TableKey{"roads.schema.name", "road-name"},
    TableKey{"roads.schema.level", "road-level"},
    TableKey{"title.fi", "title.fi"},
    TableKey{"title.sv", "title.sv"},
    TableKey{"title.en", "title.en"},
    TableKey{"region.fi", "region.fi"},
    TableKey{"region.sv", "region.sv"},
    TableKey{"region.en", "region.en"},
};

constexpr std::string_view kSpeeds = "speeds";
constexpr std::string_view kRequirement = "requirement";
constexpr std::string_view kSchema = "roads.schema.";

UsageError wrong(std::string const& path, JobEntry const& entry, std::string const& what,
                 std::string const& hint) {
  auto const place = entry.line == 0 ? path : fmt::format("{}, line {}", path, entry.line);
  return {InputError::Where{place}, what, hint};
}

std::string option_of(std::string const& path, JobEntry const& entry) {
  if (entry.key.find('.') == std::string::npos) return entry.key;
  std::vector<std::string_view> keys;
  for (auto const& known : kTableKeys) {
    if (known.key == entry.key) return std::string{known.option};
    keys.push_back(known.key);
  }
  throw wrong(path, entry, fmt::format("unknown key \"{}\"", entry.key),
              fmt::format("the keys in tables are {}", fmt::join(keys, ", ")));
}

/// Returns a single value as text; nothing for tables and lists.
std::optional<std::string> text_of(toml::node const& node) {
  if (auto const* string = node.as_string()) return string->get();
  if (auto const* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (auto const* integer = node.as_integer()) return fmt::format("{}", integer->get());
  if (auto const* real = node.as_floating_point()) return fmt::format("{}", real->get());
  return std::nullopt;
}

/// Returns the single values of a list; nothing for other nodes.
std::optional<std::vector<std::string>> list_of(toml::node const& node) {
  auto const* array = node.as_array();
  if (array == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (auto const& element : *array) {
    auto text = text_of(element);
    if (!text) return std::nullopt;
    texts.push_back(*std::move(text));
  }
  return texts;
}

/// Appends a table of numbers, which may hold further such tables, as the text of one option:
/// "car.track=15, car.surface.gravel=0.7".
void add_changes(std::string const& path, toml::table const& table, std::string const& prefix,
                 std::vector<std::string>& changes) {
  for (auto const& [key, node] : table) {
    auto const name = prefix + std::string{key.str()};
    if (auto const* inner = node.as_table()) {
      add_changes(path, *inner, name + '.', changes);
      continue;
    }
    auto const text = text_of(node);
    if (!text || text->find_first_of(",=") != std::string::npos) {
      throw wrong(path, {.key = {}, .option = {}, .values = {}, .line = node.source().begin.line},
                  fmt::format("\"{}.{}\" is not a single number", kSpeeds, name),
                  "write each as: residential = 25");
    }
    changes.push_back(fmt::format("{}={}", name, *text));
  }
}

/// Returns one [[requirement]] table as the text of one option, usual keys first.
std::string requirement_of(std::string const& path, toml::table const& table) {
  constexpr std::array<std::string_view, 4> kOrder{"name", "where", "limit", "at_least"};
  auto const place_of = [&](auto const& part) { return std::ranges::find(kOrder, part.first); };
  RequirementParts parts;
  for (auto const& [key, node] : table) {
    auto text = text_of(node);
    if (!text) {
      throw wrong(path, {.line = node.source().begin.line},
                  fmt::format("\"{}\" is not a single value", key.str()),
                  "write each key as: key = \"value\"");
    }
    parts.emplace_back(key.str(), *std::move(text));
  }
  std::ranges::stable_sort(parts, {}, place_of);
  return requirement_text(parts);
}

/// Returns the texts of all [[requirement]] tables, or of a single [requirement]; nothing for other
/// nodes.
std::vector<std::string> requirements_of(std::string const& path, toml::node const& node) {
  std::vector<std::string> requirements;
  if (auto const* table = node.as_table()) requirements.push_back(requirement_of(path, *table));
  if (auto const* array = node.as_array(); array != nullptr && array->is_array_of_tables()) {
    for (auto const& each : *array) requirements.push_back(requirement_of(path, *each.as_table()));
  }
  return requirements;
}

/// Appends the entries of a table. `prefix` is its name with a dot, empty at the top.
void add_entries(std::string const& path, toml::table const& table, std::string const& prefix,
                 std::vector<JobEntry>& entries) {
  for (auto const& [key, node] : table) {
    JobEntry entry{.key = prefix + std::string{key.str()}, .line = node.source().begin.line};
    if (auto const* inner = node.as_table();
        inner != nullptr && (entry.key == "roads" || entry.key + '.' == kSchema ||
                             entry.key == "title" || entry.key == "region")) {
      add_entries(path, *inner, entry.key + '.', entries);
      continue;
    }
    auto text = text_of(node);
    if (auto const* speeds = node.as_table(); speeds != nullptr && entry.key == kSpeeds) {
      std::vector<std::string> changes;
      add_changes(path, *speeds, {}, changes);
      text = fmt::format("{}", fmt::join(changes, ", "));
    }
    auto list = list_of(node);
    if (entry.key == kRequirement) {
      if (auto tables = requirements_of(path, node); !tables.empty()) list = std::move(tables);
    }
    if (list && prefix == kSchema) text = fmt::format("{}", fmt::join(*list, ","));
    if (!text && !list)
      throw wrong(path, entry, fmt::format("\"{}\" is not a single value", entry.key),
                  "write each key as: key = \"value\"");
    entry.is_list = !text;
    entry.values = text ? std::vector{*std::move(text)} : *std::move(list);
    entry.option = option_of(path, entry);
    entries.push_back(std::move(entry));
  }
}

/// Returns the parser's complaint about `text`, with what people can do about it.
std::pair<std::string, std::string> in_words(std::string said, std::string_view text) {
  auto const says = [&](std::string_view words) { return said.find(words) != std::string::npos; };
  if (says("utf-8"))
    return {"is not in UTF-8", "save it as UTF-8, which editors offer under the name of Encoding"};
  if (says("escape sequence")) {
    return {said, R"(write paths with / in place of \, or in single quotes: 'C:\data\areas.gpkg')"};
  }
  // A text that lacks its closing quotation mark runs into the end of the line, which is a control
  // character too.
  bool const has_others = std::ranges::any_of(
      text, [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
  if (says("control characters") && !has_others)
    return {"a text in quotation marks is not closed", "write each key as: key = \"value\""};
  return {std::move(said), "write each key as: key = \"value\""};
}

/// Refuses keys of thousands of parts, "a.a.a…": they become nested tables, whose destructor is
/// recursive. Counts dots between names with nothing else between them; quoted text has far fewer
/// of these.
void refuse_deep_keys(std::string const& path, std::string_view text) {
  constexpr std::size_t kMostParts = 100;
  std::size_t parts = 0;
  std::size_t line = 1;
  bool is_after_name = false;
  for (char const c : text) {
    bool const is_of_name = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
                            c == '-' || c == '"' || c == '\'';
    if (c == '\n') ++line;
    if (c == '.' && is_after_name) {
      ++parts;
    } else if (!is_of_name && c != ' ' && c != '\t') {
      parts = 0;
    }
    if (c != ' ' && c != '\t') is_after_name = is_of_name;
    if (parts > kMostParts) {
      throw UsageError{InputError::Where{fmt::format("{}, line {}", path, line)},
                       fmt::format("a key has more than {} parts", kMostParts),
                       "write each key as: key = \"value\""};
    }
  }
}

using Json = nlohmann::ordered_json;

/// Converts JSON to the form of TOML. Whole numbers beyond 64 bits become text with their digits.
toml::table table_of(Json const& object, std::size_t depth);
toml::array array_of(Json const& values, std::size_t depth);

template <class Add>
void add_value(Json const& value, std::size_t depth, Add const& add) {
  // The destructor of nested tables is recursive.
  constexpr std::size_t kMostTables = 100;
  if (depth > kMostTables) {
    throw UsageError{InputError::Where{"job"},
                     fmt::format("its values lie more than {} deep in one another", kMostTables),
                     "write keys and values as a job file has them"};
  }
  bool const fits = !value.is_number_unsigned() ||
                    value.get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max();
  if (value.is_string()) add(value.get<std::string>());
  if (value.is_boolean()) add(value.get<bool>());
  if (value.is_number_integer() && fits) add(value.get<std::int64_t>());
  if (value.is_number_integer() && !fits) add(value.dump());
  if (value.is_number_float()) add(value.get<double>());
  if (value.is_object()) add(table_of(value, depth + 1));
  if (value.is_array()) add(array_of(value, depth + 1));
}

toml::array array_of(Json const& values, std::size_t depth) {
  toml::array array;
  for (auto const& value : values) {
    if (value.is_null()) {
      throw UsageError{InputError::Where{"job"}, "a list holds null, which is no value",
                       "leave it out of the list"};
    }
    add_value(value, depth,
              [&](auto&& each) { array.push_back(std::forward<decltype(each)>(each)); });
  }
  return array;
}

/// Treats a key whose value is null as absent.
toml::table table_of(Json const& object, std::size_t depth) {
  toml::table table;
  for (auto const& [name, value] : object.items()) {
    auto const& key = name;  // clang 14 cannot capture structured bindings
    add_value(value, depth,
              [&](auto&& each) { table.insert(key, std::forward<decltype(each)>(each)); });
  }
  return table;
}

}  // namespace

std::vector<JobEntry> read_job_file(std::string const& path) {
  io::refuse_pipe(path);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    throw InputError{{path}, "there is no such job file", "check the path"};
  }
  auto const text = io::bytes_of(path);
  refuse_deep_keys(path, text);
  toml::table table;
  try {
    table = toml::parse(text, path);
  } catch (toml::parse_error const& error) {
    auto const [what, hint] = in_words(std::string{error.description()}, text);
    throw UsageError{InputError::Where{fmt::format("{}, line {}", path, error.source().begin.line)},
                     what, hint};
  }
  std::vector<JobEntry> entries;
  add_entries(path, table, {}, entries);
  std::ranges::sort(entries, {}, &JobEntry::line);
  return entries;
}

std::vector<JobEntry> read_job_object(std::string_view json) {
  auto const object = Json::parse(json, nullptr, false);
  if (!object.is_object()) {
    throw UsageError{InputError::Where{"job"}, "is no JSON object",
                     "write keys and values as a job file has them"};
  }
  std::vector<JobEntry> entries;
  add_entries("job", table_of(object, 0), {}, entries);
  return entries;
}

std::string beside_job_file(std::string const& job, std::string const& value) {
  auto const colon = value.find(':');
  bool const is_connection =
      colon != std::string::npos && colon >= 2 && value.find_first_of("./\\") > colon;
  if (value.empty() || value.front() == '/') return value;
  auto const folder = std::filesystem::path{job}.parent_path();
  // A file may be named "a:b.gpkg"; what follows its name is not part of the path.
  auto const source = io::parse_source((folder / value).string());
  std::error_code ignored;
  if (is_connection && !std::filesystem::exists(source.path, ignored)) return value;
  auto const path = std::filesystem::path{source.path}.lexically_normal().string();
  return source.layer.empty() ? path : path + ':' + source.layer;
}

NamedPath split_name(std::string const& text) {
  auto const equals = text.find('=');
  bool const has_name =
      equals != std::string::npos && equals > 0 && text.find_first_of("./\\:") > equals;
  if (!has_name) return {{}, text};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace gapmap::job
