#include "gapmap/io/read_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gapmap/io/csv.h"
#include "gapmap/io/dataset.h"
#include "gapmap/io/file_stamp.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/mapped_file.h"
#include "gapmap/io/detail/record_json.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr char const* kMakeAnew = "run gapmap again with the same job and `overwrite`";

RunFacts facts_in(Json const& json) {
  RunFacts facts;
  facts.is_time = json.contains("limit_s");
  std::string const unit = facts.is_time ? "_s" : "_m";
  facts.crs = json.at("crs");
  facts.limit = json.at("limit" + unit);
  facts.class_bounds = json.at("class_bounds" + unit).get<std::vector<double>>();
  auto const is_way = [](double value) { return std::isfinite(value) && value >= 0; };
  if (!is_way(facts.limit) || !std::ranges::all_of(facts.class_bounds, is_way))
    throw std::invalid_argument{"its limit or a class is no length or time"};
  facts.mode = json.at("mode");
  facts.trip = json.at("trip");
  facts.traffic = json.at("traffic");
  if (json.at("published").get<bool>()) {
    facts.published_below = json.at("published_below");
    facts.is_public_grid = json.value("cells_of_public_grid", false);
    facts.narrow_fields = count_in(json.value("hidden_fields_with_fewer_values", Json(0U)));
  }
  facts.language = json.at("language");
  facts.title = as_recorded(json.value("title", ""));
  facts.region = as_recorded(json.value("region", ""));
  facts.logo = as_recorded(json.value("logo", ""));
  facts.group = as_recorded(json.value("group", ""));
  auto const families = json.value("families", Json::object());
  for (auto const& [family, groups] : families.items())
    facts.families.emplace_back(family, groups.get<std::vector<std::string>>());
  facts.titles = texts_in(json.value("titles", Json::object()));
  facts.regions = texts_in(json.value("regions", Json::object()));
  facts.names = area_names_in(json.value("names", Json::object()));
  facts.is_exact = json.at("exact");
  if (json.contains("exact_up_to" + unit)) facts.exact_up_to = json.at("exact_up_to" + unit);
  facts.cells_in_doubt = count_in(json.value("cells_in_doubt", Json(0U)));
  return facts;
}

/// Returns the run without rows and shapes of its tables, which are described in `tables`.
WrittenRun run_in(Json const& json, std::string const& folder, std::vector<TableRecord>& tables) {
  WrittenRun run;
  run.folder = folder;
  run.command = json.at("command");
  run.version = json.at("gapmap");
  run.working_crs = json.at("working_crs");
  if (!json.at("job").is_object()) throw std::invalid_argument{"its job is no object"};
  run.job = job_as_recorded(json.at("job").dump());
  run.options = option_texts(run.job);
  if (run.command == "coverage") run.facts = facts_in(json.at("facts"));
  // Older versions stored passwords and keys.
  for (auto const& input : json.at("inputs")) run.inputs.push_back(as_recorded(import_in(input)));
  for (auto const& table : json.at("tables")) {
    tables.push_back(table_in(table));
    if (std::ranges::count(tables, tables.back().name, &TableRecord::name) > 1)
      throw std::invalid_argument{fmt::format("\"{}\" stands in it twice", tables.back().name)};
  }
  return run;
}

/// Gives what `work` makes of the record, its JSON and its text. Throws InputError if there is none
/// or it is not as gapmap wrote it.
template <class Work>
auto from_record(std::string const& folder, Work const& work) {
  auto const path = (std::filesystem::path{folder} / kRecordFile).string();
  if (!std::filesystem::is_regular_file(path)) {
    throw InputError{{folder},
                     fmt::format("has no {}, so it is no folder of results", kRecordFile),
                     "give the folder that gapmap coverage wrote its results into"};
  }
  try {
    auto const file = map_file(path);
    auto const json = Json::parse(file.bytes);
    if (!json.contains("tables")) {
      throw InputError{
          {path},
          fmt::format("is of \"gapmap {}\" and tells of no tables to read again",
                      json.at("command").get<std::string>()),
          "give the results of gapmap coverage; those of an older version must be made "
          "anew"};
    }
    return work(json, file.bytes);
  } catch (InputError const&) {
    throw;
  } catch (Stopped const&) {
    throw;
  } catch (Json::parse_error const& error) {
    throw InputError{
        {path},
        fmt::format("is not as gapmap wrote it: its JSON breaks off or is damaged at byte {}",
                    error.byte),
        kMakeAnew};
  } catch (Json::exception const&) {
    throw InputError{{path},
                     "is not as gapmap wrote it: something is missing, or is of another kind",
                     kMakeAnew};
  } catch (std::exception const& error) {
    if (is_shortage(error)) throw;
    throw InputError{{path}, fmt::format("is not as gapmap wrote it: {}", error.what()), kMakeAnew};
  }
}

WrittenRun read_record(std::string const& folder, std::vector<TableRecord>& tables) {
  return from_record(folder, [&](Json const& json, std::string_view) {
    auto const command = json.at("command").get<std::string>();
    if (command == "compare") {
      throw InputError{{folder},
                       fmt::format("it holds results of gapmap {}", command),
                       "give folders that gapmap coverage wrote"};
    }
    if (!json.contains("job") || (command == "coverage" && !json.contains("facts"))) {
      throw InputError{{(std::filesystem::path{folder} / kRecordFile).string()},
                       fmt::format("is of an older gapmap ({}), whose records held less",
                                   json.at("gapmap").get<std::string>()),
                       kMakeAnew};
    }
    return run_in(json, folder, tables);
  });
}

/// Returns the path of a file of the results, which must exist.
std::string existing(std::string const& folder, std::string const& name) {
  auto path = (std::filesystem::path{folder} / name).string();
  if (!std::filesystem::is_regular_file(path))
    throw InputError{{path}, "is missing among the results", kMakeAnew};
  return path;
}

void read_rows(std::string const& path, TableRecord const& record, tables::OutputTable& table) {
  CsvRows csv{path};
  std::vector<std::string> fields;
  if (!csv.next(fields) ||
      !std::ranges::equal(fields, table.columns, {}, {}, &tables::Column::name)) {
    throw InputError{{path},
                     fmt::format("has other columns than {} says", kRecordFile),
                     "leave its header and its commas as they were, or make the results anew"};
  }
  std::error_code ignored;  // a row has two bytes or more, whatever the record says
  table.rows.reserve(
      std::min<std::uintmax_t>(record.rows, std::filesystem::file_size(path, ignored)));
  while (csv.next(fields)) {
    auto const where = [&] {
      return InputError::Where{path, {}, fmt::format("line {}", csv.line())};
    };
    if (fields.size() != table.columns.size()) {
      throw InputError{
          where(), fmt::format("has {} fields instead of {}", fields.size(), table.columns.size()),
          kMakeAnew};
    }
    auto& row = table.rows.emplace_back();
    row.reserve(fields.size());
    for (std::size_t c = 0; c < fields.size(); ++c) {
      auto value = tables::to_value(fields[c], table.columns[c]);
      if (!value) {
        throw InputError{
            where(), fmt::format("\"{}\" in {} is no number", fields[c], table.columns[c].name),
            "write numbers with a decimal point and without blanks, or make the results anew"};
      }
      row.push_back(*std::move(value));
    }
  }
  if (table.rows.size() != record.rows) {
    throw InputError{
        {path},
        fmt::format("has {} rows, but {} says {}", table.rows.size(), kRecordFile, record.rows),
        kMakeAnew};
  }
}

Area area_of(RawShape&& shape) {
  Area area{{}, std::move(shape.path_ends), std::move(shape.part_ends)};
  area.points.reserve(shape.points.size());
  for (auto const p : shape.points) area.points.push_back({p.x, p.y});
  return area;
}

/// Returns whether the shape fitted the table.
bool add_shape(RawShape&& shape, tables::OutputShape kind, tables::OutputTable& table) {
  if (kind == tables::OutputShape::Area) {
    bool const is_area = shape.kind == GeometryKind::Polygon || shape.kind == GeometryKind::None;
    table.areas.push_back(area_of(std::move(shape)));
    return is_area;
  }
  auto& line = table.lines.emplace_back();
  for (auto const p : shape.points) line.push_back({p.x, p.y});
  return shape.path_ends.size() == 1 && (line.size() == 1) == (kind == tables::OutputShape::Point);
}

/// Background lines are only in their layer, with their fields.
enum class RowsFrom : std::uint8_t { Csv, Layer };

bool add_row(Record const& feature, Table const& layer, tables::OutputTable& table) {
  auto& row = table.rows.emplace_back();
  for (auto const& column : table.columns) {
    auto const field = layer.find_field(column.name);
    auto value = field ? tables::to_value(feature.text(*field).value_or(""), column) : std::nullopt;
    if (!value) return false;
    row.push_back(*std::move(value));
  }
  return true;
}

void read_shapes(std::string const& path, TableRecord const& record, tables::OutputTable& table,
                 RowsFrom from) {
  auto const misfit = [&](std::string const& what) {
    return InputError{{path, record.name}, what, kMakeAnew};
  };
  std::size_t features = 0;
  bool is_sound = true;
  try {
    auto const layer = Table::open({.path = path, .layer = record.name});
    layer.visit([&](Record const& feature) {
      ++features;
      is_sound = is_sound && feature.row() == std::to_string(features) &&
                 add_shape(feature.shape(), *record.shape, table) &&
                 (from == RowsFrom::Csv || add_row(feature, layer, table));
    });
  } catch (InputError const&) {
    throw misfit("the layer cannot be read");
  }
  if (features != record.shapes) {
    throw misfit(fmt::format("the layer has {} features, but {} says {}", features, kRecordFile,
                             record.shapes));
  }
  if (!is_sound) throw misfit("the layer has other features than the run wrote");
}

std::vector<tables::OutputTable> read_tables(std::string const& folder,
                                             std::vector<TableRecord> const& records,
                                             std::vector<std::string>& files) {
  std::vector<tables::OutputTable> tables;
  for (auto const& record : records) {
    tables::OutputTable table{record.name, record.columns, {}, {}};
    auto const file = record.name + ".csv";
    auto const from =
        record.shape == tables::OutputShape::Line &&
                !std::filesystem::is_regular_file(std::filesystem::path{folder} / file)
            ? RowsFrom::Layer
            : RowsFrom::Csv;
    if (from == RowsFrom::Csv) {
      files.push_back(existing(folder, file));
      read_rows(files.back(), record, table);
    }
    if (record.shape) {
      table.shape_if_empty = *record.shape;
      read_shapes(existing(folder, kShapeFile), record, table, from);
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

/// Returns what `read` makes of the record, with its tables. Throws InputError if a file changed
/// meanwhile.
template <class Written, class Read>
Written watched(std::string const& folder, Read const& read) {
  WatchedFiles watched{folder};
  std::vector<std::string> files{(std::filesystem::path{folder} / kRecordFile).string()};
  std::vector<TableRecord> records;
  Written written = read(records);
  written.tables = read_tables(folder, records, files);
  watched.use(files);
  watched.refuse_changes();
  return written;
}

}  // namespace

WrittenRun read_run(std::string const& folder) {
  return watched<WrittenRun>(
      folder, [&](std::vector<TableRecord>& records) { return read_record(folder, records); });
}

bool is_comparison(std::string const& folder) {
  return from_record(
      folder, [](Json const& json, std::string_view) { return json.at("command") == "compare"; });
}

WrittenComparison read_comparison(std::string const& folder) {
  return watched<WrittenComparison>(folder, [&](std::vector<TableRecord>& records) {
    WrittenComparison written{
        folder,
        from_record(folder,
                    [](Json const&, std::string_view text) { return comparison_record_in(text); }),
        {}};
    records = written.record.tables;
    return written;
  });
}

}  // namespace gapmap::io
