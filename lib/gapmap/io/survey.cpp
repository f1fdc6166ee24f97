#include "gapmap/io/survey.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "gapmap/io/network_file.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/positions.h"
#include "gapmap/io/raster.h"
#include "gapmap/units/broken_letters.h"
#include "gapmap/units/secrets.h"

namespace gapmap::io {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

struct Asked {
  Source source;
  std::span<Schema const> schemas;
  std::vector<NamedField> named;
};

bool is_year_field(std::string const& field) {
  constexpr std::array<std::string_view, 6> kNames{"vuosi",    "year",       "tilastovuosi",
                                                   "vuodelta", "viitevuosi", "ref_year"};
  return std::ranges::any_of(kNames, [&](auto name) { return is_same_name(field, name); });
}

/// Digits of the codes of Finland's municipalities.
constexpr std::size_t kMunicipalityDigits = 3;

std::optional<FieldIndex> code_field(Table const& table, std::optional<Recognised> const& fields) {
  if (fields) {
    if (auto const own = fields->field(Role::Code)) return own;
  }
  for (std::size_t i = 0; i < table.fields().size(); ++i) {
    if (code_width(table.fields()[i]) == kMunicipalityDigits) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

std::optional<Recognised> learnt(Table& table, Asked const& asked) {
  try {
    return learnt_fields(table, asked.schemas, asked.named);
  } catch (InputError const&) {
    return std::nullopt;  // the reader says so
  }
}

/// What to look for in one table, and where it goes.
class Surveyor {
 public:
  Surveyor(Table const& table, std::optional<Recognised> const& fields, Survey& survey)
      : table_{table}, fields_{fields}, survey_{survey}, code_{code_field(table, fields)} {
    if (code_) survey_.code_field = table.fields()[static_cast<std::size_t>(*code_)];
    for (std::size_t i = 0; i < table.fields().size(); ++i)
      is_year_.push_back(is_year_field(table.fields()[i]));
  }

  void visit(Record const& record) {
    auto const row = record.row();
    look_at_text(record, row);
    if (code_) {
      if (auto code = record.text(*code_))
        survey_.codes.push_back({text(record, Role::Id).value_or(row), *std::move(code),
                                 text(record, Role::Name).value_or("")});
    }
  }

 private:
  [[nodiscard]] std::optional<std::string> text(Record const& record, Role role) const {
    auto const field = fields_ ? fields_->field(role) : std::nullopt;
    return field ? record.text(*field) : std::nullopt;
  }
  void look_at_text(Record const& record, std::string const& row) {
    for (std::size_t i = 0; i < is_year_.size(); ++i) {
      auto const index = static_cast<FieldIndex>(i);
      if (is_year_[i]) {
        auto const year = record.number(index);
        if (year && *year >= kFirstYear && *year <= kLastYear)
          survey_.years[table_.fields()[i]].insert(static_cast<int>(*year));
      }
      auto const value = record.text(index);
      if (!value) continue;
      if (auto broken = broken_letters(*value))
        survey_.broken.push_back({table_.fields()[i], row, *value, std::move(broken->meant)});
    }
  }

  Table const& table_;
  std::optional<Recognised> const& fields_;
  Survey& survey_;
  std::optional<FieldIndex> code_;
  std::vector<bool> is_year_;
};

std::optional<Crs> crs_if_told(std::vector<PositionedRow> const& rows, OpenedInput& opened) {
  try {
    return crs_of(rows, opened);
  } catch (InputError const&) {
    return std::nullopt;  // the reader says so
  }
}

Survey survey(Asked const& asked) {
  Survey survey{.path = masked(asked.source.path)};
  if (is_osm_file(asked.source.path) || is_network_file(asked.source.path)) return survey;
  auto table = Table::open(asked.source);
  survey.layer = table.name();
  for (auto const& field : table.fields()) {
    if (auto const broken = broken_letters(field))
      survey.broken.push_back({"", "name of a field", field, broken->meant});
  }
  auto const fields = learnt(table, asked);
  bool const is_by_fields = fields && fields->schema->position != Position::None;
  Surveyor surveyor{table, fields, survey};
  std::vector<PositionedRow> rows;
  ImportReport ignored;  // the reader counts the same
  table.visit([&](Record const& record) {
    surveyor.visit(record);
    if (is_by_fields) {
      auto position = position_of(record, *fields, ignored);
      if (!position) return;
      survey.positions.push_back({position->row, position->shape.points.front()});
      rows.push_back(*std::move(position));
    } else if (auto const shape = record.shape(); !shape.points.empty()) {
      survey.positions.push_back({record.row(), shape.points.front()});
    }
  });
  if (!is_by_fields) {
    survey.crs = table.crs();
    return survey;
  }
  auto const name_of = [&](Role role) {
    auto const field = fields->field(role);
    return field ? table.fields()[static_cast<std::size_t>(*field)] : std::string{};
  };
  if (fields->schema->position == Position::Point) {
    survey.x_field = name_of(Role::X);
    survey.y_field = name_of(Role::Y);
  }
  OpenedInput opened{std::move(table), *fields, {}};
  survey.crs = crs_if_told(rows, opened);
  return survey;
}

}  // namespace

Survey survey(MunicipalityInput const& areas) {
  return survey(Asked{areas.source,
                      area_schemas(),
                      {{Role::Code, "--area-code", areas.code_field},
                       {Role::Name, "--area-name", areas.name_field}}});
}

Survey survey(RoadInput const& roads) { return survey(Asked{roads.source, road_schemas(), {}}); }

Survey survey(PopulationInput const& population) {
  if (Raster::is_one(population.source)) return {.path = masked(population.source.path)};
  return survey(Asked{population.source,
                      population_schemas(),
                      {{Role::Residents, "--population-total", population.residents_field},
                       {Role::Id, "--cell-id", population.id_field},
                       {Role::X, "--population-x", population.x_field},
                       {Role::Y, "--population-y", population.y_field}}});
}

Survey survey(FacilityInput const& places) {
  std::vector<NamedField> named{{Role::Id, "--place-id", places.id_field},
                                {Role::Name, "--place-name", places.name_field},
                                {Role::X, "--place-x", places.x_field},
                                {Role::Y, "--place-y", places.y_field}};
  if (!places.gazetteer) return survey(Asked{places.source, place_schemas(), named});
  named.push_back({Role::Locality, "--place-locality", places.locality_field});
  named.push_back({Role::Municipality, "--place-municipality", places.municipality_field});
  return survey(Asked{places.source, place_schemas(Localities::Recognised), named});
}

Survey survey(GazetteerInput const& gazetteer) {
  return survey(
      Asked{gazetteer.source,
            gazetteer_schemas(),
            {{Role::Name, "--gazetteer-name", gazetteer.name_field},
             {Role::Municipality, "--gazetteer-municipality", gazetteer.municipality_field}}});
}

Survey survey(ZoneInput const& zones) {
  return survey(Asked{zones.source,
                      zone_schemas(),
                      {{Role::Code, "--zone-code", zones.code_field},
                       {Role::Name, "--zone-name", zones.name_field}}});
}

Survey survey(AreaKeyInput const& key) { return survey(Asked{key.source, area_schemas(), {}}); }

Survey survey(OfficialInput const& official) {
  return survey(Asked{official.source,
                      official_schemas(),
                      {{Role::Code, "--official-code", official.code_field},
                       {Role::Residents, "--official-residents", official.residents_field},
                       {Role::Year, "--official-year-field", official.year_field}}});
}

std::set<int> years_in(std::string_view name) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  constexpr std::size_t kDigits = 4;
  std::set<int> years;
  for (std::size_t i = 0; i < name.size();) {
    if (!is_digit(name[i])) {
      ++i;
      continue;
    }
    auto end = i;
    while (end < name.size() && is_digit(name[end])) ++end;
    if (end - i == kDigits) {
      int const year = std::stoi(std::string{name.substr(i, kDigits)});
      if (year >= kFirstYear && year <= kLastYear) years.insert(year);
    }
    i = end;
  }
  return years;
}

}  // namespace gapmap::io
