#include "gapmap/checks/survey.h"

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

namespace gapmap::checks {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

struct Asked {
  io::Source source;
  std::span<io::Schema const> schemas;
  std::vector<io::NamedField> named;
};

bool is_year_field(std::string const& field) {
  constexpr std::array<std::string_view, 6> kNames{"vuosi",    "year",       "tilastovuosi",
                                                   "vuodelta", "viitevuosi", "ref_year"};
  return std::ranges::any_of(kNames, [&](auto name) { return io::is_same_name(field, name); });
}

/// Number of digits of the codes of Finnish municipalities.
constexpr std::size_t kMunicipalityDigits = 3;

std::optional<io::FieldIndex> code_field(io::Table const& table,
                                         std::optional<io::Recognised> const& fields) {
  if (fields) {
    if (auto const own = fields->field(io::Role::Code)) return own;
  }
  for (std::size_t i = 0; i < table.fields().size(); ++i) {
    if (io::code_width(table.fields()[i]) == kMunicipalityDigits)
      return static_cast<io::FieldIndex>(i);
  }
  return std::nullopt;
}

std::optional<io::Recognised> learnt(io::Table& table, Asked const& asked) {
  try {
    return io::learnt_fields(table, asked.schemas, asked.named);
  } catch (InputError const&) {
    return std::nullopt;  // the reader reports it
  }
}

/// Looks at the rows of one table and stores what it finds in `survey`.
class Surveyor {
 public:
  Surveyor(io::Table const& table, std::optional<io::Recognised> const& fields, Survey& survey)
      : table_{table}, fields_{fields}, survey_{survey}, code_{code_field(table, fields)} {
    if (code_) survey_.code_field = table.fields()[static_cast<std::size_t>(*code_)];
    is_year_.reserve(table.fields().size());
    for (auto const& field : table.fields()) is_year_.push_back(is_year_field(field));
  }

  void visit(io::Record const& record) {
    auto const row = fields_ ? io::name_of_row(record, *fields_) : record.row();
    look_at_text(record, row);
    if (code_) {
      if (auto code = record.text(*code_))
        survey_.codes.push_back({row, *std::move(code), text(record, io::Role::Name).value_or("")});
    }
  }

 private:
  [[nodiscard]] std::optional<std::string> text(io::Record const& record, io::Role role) const {
    auto const field = fields_ ? fields_->field(role) : std::nullopt;
    return field ? record.text(*field) : std::nullopt;
  }
  void look_at_text(io::Record const& record, std::string const& row) {
    for (std::size_t i = 0; i < is_year_.size(); ++i) {
      auto const index = static_cast<io::FieldIndex>(i);
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

  io::Table const& table_;
  std::optional<io::Recognised> const& fields_;
  Survey& survey_;
  std::optional<io::FieldIndex> code_;
  std::vector<bool> is_year_;
};

std::optional<Crs> crs_if_told(std::vector<io::PositionedRow> const& rows,
                               io::OpenedInput& opened) {
  try {
    return io::crs_of(rows, opened);
  } catch (InputError const&) {
    return std::nullopt;  // the reader reports it
  }
}

Survey survey(Asked const& asked) {
  Survey survey{.path = masked(asked.source.path)};
  if (io::is_osm_file(asked.source.path) || io::is_network_file(asked.source.path)) return survey;
  auto table = io::Table::open(asked.source);
  survey.layer = table.name();
  for (auto const& field : table.fields()) {
    if (auto const broken = broken_letters(field))
      survey.broken.push_back({"", "name of a field", field, broken->meant});
  }
  auto const fields = learnt(table, asked);
  bool const is_by_fields = fields && fields->schema->position != io::Position::None;
  Surveyor surveyor{table, fields, survey};
  std::vector<io::PositionedRow> rows;
  io::ImportReport ignored;  // the reader counts and reports these itself
  table.visit([&](io::Record const& record) {
    surveyor.visit(record);
    if (is_by_fields) {
      auto position = io::position_of(record, *fields, ignored);
      if (!position) return;
      survey.positions.push_back({position->row, position->shape.points.front()});
      rows.push_back(*std::move(position));
    } else if (auto const shape = record.shape(); !shape.points.empty()) {
      survey.positions.push_back(
          {fields ? io::name_of_row(record, *fields) : record.row(), shape.points.front()});
    }
  });
  if (!is_by_fields) {
    survey.crs = table.crs();
    return survey;
  }
  auto const name_of = [&](io::Role role) {
    auto const field = fields->field(role);
    return field ? table.fields()[static_cast<std::size_t>(*field)] : std::string{};
  };
  if (fields->schema->position == io::Position::Point) {
    survey.x_field = name_of(io::Role::X);
    survey.y_field = name_of(io::Role::Y);
  }
  io::OpenedInput opened{std::move(table), *fields, {}};
  survey.crs = crs_if_told(rows, opened);
  return survey;
}

}  // namespace

Survey survey(io::MunicipalityInput const& areas) {
  return survey(Asked{areas.source,
                      io::area_schemas(),
                      {{io::Role::Code, "area-code", areas.code_field},
                       {io::Role::Name, "area-name", areas.name_field}}});
}

Survey survey(io::RoadInput const& roads) {
  return survey(Asked{roads.source, io::road_schemas(), {}});
}

Survey survey(io::PopulationInput const& population) {
  if (io::Raster::is_one(population.source)) return {.path = masked(population.source.path)};
  return survey(Asked{population.source,
                      io::population_schemas(),
                      {{io::Role::Residents, "population-total", population.residents_field},
                       {io::Role::Id, "cell-id", population.id_field},
                       {io::Role::X, "population-x", population.x_field},
                       {io::Role::Y, "population-y", population.y_field}}});
}

Survey survey(io::PlaceInput const& places) {
  std::vector<io::NamedField> named{{io::Role::Id, "place-id", places.id_field},
                                    {io::Role::Name, "place-name", places.name_field},
                                    {io::Role::X, "place-x", places.x_field},
                                    {io::Role::Y, "place-y", places.y_field}};
  if (places.gazetteer)
    named.push_back({io::Role::Locality, "place-locality", places.locality_field});
  if (!places.addresses.empty()) {
    named.push_back({io::Role::Address, "place-address", places.address_field});
    named.push_back({io::Role::PostalCode, "place-postal-code", places.postal_code_field});
  }
  auto const in_words = io::in_words_of(places);
  if (in_words != io::InWords::Ignored)
    named.push_back({io::Role::Municipality, "place-municipality", places.municipality_field});
  return survey(Asked{places.source, io::place_schemas(in_words), named});
}

Survey survey(io::GazetteerInput const& gazetteer) {
  return survey(
      Asked{gazetteer.source,
            io::gazetteer_schemas(),
            {{io::Role::Name, "gazetteer-name", gazetteer.name_field},
             {io::Role::Municipality, "gazetteer-municipality", gazetteer.municipality_field}}});
}

Survey survey(io::ZoneInput const& zones) {
  return survey(Asked{zones.source,
                      io::zone_schemas(),
                      {{io::Role::Code, "zone-code", zones.code_field},
                       {io::Role::Name, "zone-name", zones.name_field}}});
}

Survey survey(io::AreaKeyInput const& key) {
  return survey(Asked{key.source, io::area_schemas(), {}});
}

Survey survey(io::OfficialInput const& official) {
  return survey(Asked{official.source,
                      io::official_schemas(),
                      {{io::Role::Code, "official-code", official.code_field},
                       {io::Role::Residents, "official-residents", official.residents_field},
                       {io::Role::Year, "official-year-field", official.year_field}}});
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

}  // namespace gapmap::checks
