#pragma once
// Jobs as they are written down: files of TOML, or JSON objects, with the same keys as the
// command's options.

#include <string>
#include <vector>

namespace gapmap::job {

struct JobEntry {
  std::string key;  ///< as written, with its table: "roads.schema.class"
  std::string
      option;  ///< the option it stands for: "road-class"; of keys outside any table the key itself
  std::vector<std::string> values;  ///< text, number or true/false as written; several of a list
  bool is_list = false;
  std::size_t line;  ///< 0: of a JSON object, which has none
};

/// The entries in the order of the file, those of the tables [roads] (file, where, crs,
/// speed_limits) and [roads.schema] (class, oneway, along, against, both, speed, ferry) too; in
/// [roads.schema] a list of values is one value, with commas. The table [speeds] with all in it is
/// one entry, "car.track=15, car.surface.gravel=0.7"; the tables [[requirement]] are one entry with
/// a value each, as job/requirement_text.h has it. Throws InputError if there is no such file,
/// UsageError if it is not TOML, a value is neither text, number, true/false nor a list of such, or
/// a table or a key in it is not one of these.
[[nodiscard]] std::vector<JobEntry> read_job_file(std::string const& path);

/// Those of a JSON object with the same keys and tables, as Options::object() writes it, in the
/// order of their keys. Throws UsageError where it is none, and as read_job_file() does.
[[nodiscard]] std::vector<JobEntry> read_job_object(std::string_view json);

/// `value`, a path ("path:layer" included) written in the job file `job`, as seen from the current
/// folder. Absolute paths and connections ("PG:…", "/vsi…") stay.
[[nodiscard]] std::string beside_job_file(std::string const& job, std::string const& value);

/// "pilot=areas/drawn.geojson": the name and the path. A name has no dot, slash or colon, so a path
/// without a name, with an equals sign or not, is a path.
struct NamedPath {
  std::string name;  ///< empty: none given
  std::string path;
};
[[nodiscard]] NamedPath split_name(std::string const& text);

}  // namespace gapmap::job
