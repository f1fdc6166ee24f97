#pragma once
// Jobs in writing: TOML files or JSON objects, with the same keys as the command's options.

#include <string>
#include <vector>

namespace gapmap::job {

struct JobEntry {
  std::string key;     ///< as written, with its table: "roads.schema.class"
  std::string option;  ///< the option it stands for: "road-class"; for keys outside any table the
                       ///< key itself
  std::vector<std::string> values;  ///< text, number or true/false as written; several for a list
  bool is_list = false;
  std::size_t line;  ///< 0 for a JSON object, which has no lines
};

/// Reads the entries of a job file in their order. Tables become options: [roads] (file, where,
/// crs, speed_limits) and [roads.schema] (class, oneway, along, against, both, speed, ferry), in
/// which a list becomes one value separated by commas; [speeds] with everything in it becomes one
/// entry, "car.track=15, car.surface.gravel=0.7"; the [[requirement]] tables become one entry with
/// a value for each, in the form of job/requirement_text.h. Throws InputError if there is no such
/// file, UsageError if it is not TOML, a value is neither text, number, true/false nor a list of
/// these, or a table or a key in it is unknown.
[[nodiscard]] std::vector<JobEntry> read_job_file(std::string const& path);

/// Reads the entries of a JSON object with the same keys and tables, as Options::object() writes
/// it, in the order of its keys. Throws UsageError if it is not JSON, and for what read_job_file()
/// refuses.
[[nodiscard]] std::vector<JobEntry> read_job_object(std::string_view json);

/// Returns `value`, a path ("path:layer" included) written in the job file `job`, relative to the
/// current folder. Absolute paths and connections ("PG:…", "/vsi…") are unchanged.
[[nodiscard]] std::string beside_job_file(std::string const& job, std::string const& value);

/// Parts of "pilot=areas/drawn.geojson": a name and a path. A name has no dot, slash or colon, so a
/// path that contains an equals sign is not mistaken for a named one.
struct NamedPath {
  std::string name;  ///< empty: no name given
  std::string path;
};
[[nodiscard]] NamedPath split_name(std::string const& text);

}  // namespace gapmap::job
