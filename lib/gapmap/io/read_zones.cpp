#include "gapmap/io/read_zones.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/detail/area_rows.h"
#include "gapmap/io/detail/language_fields.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

/// Code and name of a row.
class Labels {
 public:
  Labels(OpenedInput const& opened, bool is_name_asked_for)
      : code_{opened.fields.field(Role::Code)}, name_{opened.fields.field(Role::Name)} {
    if (!is_name_asked_for) languages_ = LanguageFields::of_areas(opened.table);
    if (code_) width_ = code_width(opened.table.fields()[static_cast<std::size_t>(*code_)]);
  }

  [[nodiscard]] bool are_there() const noexcept { return code_ || name_; }
  [[nodiscard]] bool lacks_code(Record const& record) const {
    return code_ && !record.text(*code_);
  }
  /// Returns code and name of the row, which is the `number`-th.
  [[nodiscard]] std::pair<std::string, std::string> of(Record const& record,
                                                       std::size_t number) const {
    auto const code = code_ ? record.text(*code_) : std::nullopt;
    auto const name = name_ ? record.text(*name_) : std::nullopt;
    auto label = code ? padded_code(*code, width_) : std::to_string(number);
    return {label, name.value_or(label)};
  }
  /// Returns the names of the row by language.
  [[nodiscard]] NamesByLanguage names(Record const& record) const {
    return languages_.names(record);
  }

 private:
  std::optional<FieldIndex> code_;
  std::optional<FieldIndex> name_;
  std::size_t width_ = 0;
  LanguageFields languages_;
};

}  // namespace

ZonesRead read_zones(ZoneInput const& input, WorkingFrame const& frame) {
  auto opened = open_input(
      "zones", input.source, GeometryKind::Polygon, zone_schemas(),
      {{Role::Code, "zone-code", input.code_field}, {Role::Name, "zone-name", input.name_field}});
  opened.report.input = fmt::format("zones {}", input.level);
  Labels const labels{opened, !input.name_field.empty()};
  std::map<std::pair<std::string, std::string>, ZoneId> by_label;
  Zones zones;
  IdVector<ZoneId, std::vector<Area>> parts;
  visit_areas(opened, frame, "zones-crs", [&](Record const& record, Area area) {
    auto const label = labels.of(record, opened.report.rows);
    if (labels.lacks_code(record))
      opened.report.count("zone without a code, for which its number in the file stands",
                          name_of_row(record, opened.fields), Consequence::Used);
    auto const [found, is_new] = by_label.try_emplace(label, ZoneId{zones.size()});
    if (is_new) {
      zones.push_back({.code = label.first, .name = label.second, .names = labels.names(record)});
      parts.push_back({});
    }
    parts[found->second].push_back(std::move(area));
    return true;
  });
  for (auto const z : zones.ids()) {
    zones[z].area = parts[z].size() == 1 ? std::move(parts[z].front()) : unite(parts[z]);
  }
  // A single area drawn by hand is named after its file.
  if (zones.size() == 1 && !labels.are_there()) zones[ZoneId{0}].name = input.level;
  return {std::move(zones), std::move(opened.report)};
}

}  // namespace gapmap::io
