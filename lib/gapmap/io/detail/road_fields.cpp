#include "gapmap/io/detail/road_fields.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gapmap/network/digiroad_codes.h"

namespace gapmap::io {
namespace {

/// Returns the words in "yes, 1,FT".
std::vector<std::string> words_of(std::string const& list) {
  std::vector<std::string> words;
  std::string word;
  auto const close = [&] {
    auto const first = word.find_first_not_of(' ');
    if (first != std::string::npos)
      words.push_back(word.substr(first, word.find_last_not_of(' ') - first + 1));
    word.clear();
  };
  for (char const c : list) {
    if (c == ',') {
      close();
    } else {
      word += c;
    }
  }
  close();
  return words;
}

bool is_among(std::vector<std::string> const& words, std::string const& value) {
  return std::ranges::any_of(words, [&](auto const& word) { return is_same_name(word, value); });
}

/// Returns the class of a code; in a field named by the user also of gapmap's own names ("ferry").
std::optional<RoadCode> code_among(std::string const& code, Schema const& schema) {
  for (auto const& known : schema.road_codes) {
    if (known.code == code) return known;
  }
  auto const name = std::ranges::find(kRoadClassNames, code);
  if (name == kRoadClassNames.end()) return std::nullopt;
  return RoadCode{*name, static_cast<RoadClass>(name - kRoadClassNames.begin())};
}

/// Values of the National Land Survey's one-way field: 0 both ways, 1 along digitising, 2 against
/// it.
OneWayWords const kLandSurveyWords{.along = "1", .against = "2", .both = "0"};

OneWayWords const& words_for(RoadInput const& input, Recognised const& fields) {
  bool const is_land_survey = input.oneway_field.empty() && !fields.schema->road_codes.empty();
  return is_land_survey ? kLandSurveyWords : input.oneway;
}

/// Returns the schema whose codes apply; codes of the National Land Survey are known in a field of
/// any name.
Schema const& codes_of(Recognised const& fields) {
  if (!fields.schema->road_codes.empty()) return *fields.schema;
  return *std::ranges::find_if(road_schemas(),
                               [](auto const& schema) { return !schema.road_codes.empty(); });
}

/// Closes a direction to all but walkers, who need not obey one-way streets.
void close_to_wheels(RoadAttributes& road, Direction direction) {
  auto& permitted = road.permitted[static_cast<std::size_t>(direction)];
  permitted = permitted & ModeSet::of(Mode::Walk);
}

}  // namespace

RoadFields::RoadFields(RoadInput const& input, Recognised const& fields, SpeedLimitsByLink limits)
    : fields_{fields},
      limits_{std::move(limits)},
      is_digiroad_{fields.schema->is_digiroad},
      is_one_way_by_words_{fields.field(Role::OneWay) &&
                           (!input.oneway_field.empty() || !fields.schema->is_digiroad)},
      ice_roads_{input.ice_roads},
      along_{words_of(words_for(input, fields).along)},
      against_{words_of(words_for(input, fields).against)},
      both_{words_of(words_for(input, fields).both)},
      ferries_{words_of(input.ferry_classes)} {
  auto const name = fields.field(Role::Name);
  auto const other = fields.field(Role::OtherName);
  if (name) names_.push_back(*name);
  if (!input.name_field.empty()) return;
  if (other) names_.push_back(*other);
  number_ = fields.field(Role::RoadNumber);
}

std::string RoadFields::name(Record const& record) const {
  for (auto const field : names_) {
    if (auto name = record.text(field)) return *std::move(name);
  }
  auto const number = number_ ? record.text(*number_) : std::nullopt;
  // 0 stands for streets and private roads, which have no number.
  return number && *number != "0" ? *number : std::string{};
}

std::optional<RoadAttributes> RoadFields::read(Record const& record, std::string const& row,
                                               ImportReport& report) const {
  auto road = is_digiroad_ ? read_digiroad(record, row, report) : std::optional{RoadAttributes{}};
  if (!road) return std::nullopt;
  if (fields_.field(Role::RoadClass)) {
    auto const by_class = read_class(record, row, report);
    if (!by_class) return std::nullopt;
    road->road_class = by_class->road_class;
    road->speed_limit = by_class->speed_limit;
    if (by_class->entry != Entry::Anywhere) road->entry = by_class->entry;
    for (std::size_t d = 0; d < 2; ++d)
      road->permitted[d] = road->permitted[d] & by_class->permitted[d];
  }
  read_level(record, row, report, *road);
  if (is_one_way_by_words_) read_one_way(record, row, report, *road);
  read_speed(record, row, report, *road);
  return road;
}

std::optional<int> RoadFields::code(Record const& record, Role role) const {
  auto const field = fields_.field(role);
  auto const number = field ? record.number(*field) : std::nullopt;
  constexpr double kGreatest = 1e6;
  if (!number || std::abs(*number) > kGreatest || std::floor(*number) != *number)
    return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<RoadAttributes> RoadFields::read_digiroad(Record const& record,
                                                        std::string const& row,
                                                        ImportReport& report) const {
  // Without an id the release is unknown, and today's codes are more likely.
  auto const id_field = fields_.field(Role::LinkId);
  bool const is_number = id_field && record.number(*id_field);
  auto const ids = is_number ? network::LinkIds::Numbers : network::LinkIds::Texts;
  if (!network::is_digiroad_link_in_use(code(record, Role::LinkState), ids)) {
    return report.count("link not in use (LINK_TILA)", row), std::nullopt;
  }
  network::DigiroadLink link{.link_type = code(record, Role::LinkType),
                             .functional_class = code(record, Role::FunctionalClass)};
  if (!is_one_way_by_words_) {
    link.direction = code(record, Role::OneWay);
    if (!network::is_digiroad_direction(link.direction)) {
      report.count("unknown AJOSUUNTA, taken as both ways", row, Consequence::Used);
    }
  }
  auto const road = network::digiroad_road(link);
  if (!road)
    return report.count("link for service or exceptional transports only", row), std::nullopt;
  if (road->road_class == RoadClass::Unknown && !fields_.field(Role::RoadClass)) {
    report.count("unknown road class, travelled like a road", row, Consequence::Used);
  }
  return road;
}

std::optional<RoadAttributes> RoadFields::read_class(Record const& record, std::string const& row,
                                                     ImportReport& report) const {
  auto const code = record.text(*fields_.field(Role::RoadClass));
  auto known = code ? code_among(*code, codes_of(fields_)) : std::nullopt;
  if (code && is_among(ferries_, *code)) known = RoadCode{*code, RoadClass::Ferry};
  if (!known) {
    report.count("unknown road class, travelled like a road", row, Consequence::Used);
    known = RoadCode{{}, RoadClass::Unknown};
  }
  if (known->use == RoadUse::Closed) {
    return report.count("link for service or exceptional transports only", row), std::nullopt;
  }
  if (known->use == RoadUse::OnIce && ice_roads_ == network::IceRoads::No) {
    return report.count("road on ice or for winter only (`ice-roads`)", row), std::nullopt;
  }
  RoadAttributes road{.road_class = known->road_class};
  // Data with directions are at a scale that has streets too, for which no limit is usual.
  bool const is_general_map = !fields_.schema->road_codes.empty() && !fields_.field(Role::OneWay);
  if (is_general_map) road.speed_limit.fill(known->usual_limit_kmh);
  road.permitted.fill(usual_modes(road.road_class));
  if (road.road_class == RoadClass::Motorway) road.entry = Entry::AtJunctions;
  return road;
}

void RoadFields::read_level(Record const& record, std::string const& row, ImportReport& report,
                            RoadAttributes& road) const {
  auto const field = fields_.field(Role::Level);
  auto const word = field ? record.text(*field) : std::nullopt;
  if (!word || road.is_ferry()) return;
  if (record.number(*field)) {
    road.level = network::finnish_level(code(record, Role::Level));
  } else if (is_same_name(*word, "bridge") || is_same_name(*word, "silta")) {
    road.level = Level::Bridge;
  } else if (is_same_name(*word, "tunnel") || is_same_name(*word, "tunneli")) {
    road.level = Level::Tunnel;
  } else {
    report.count("unknown level of a road, taken as the ground", row, Consequence::Used);
  }
}

void RoadFields::read_one_way(Record const& record, std::string const& row, ImportReport& report,
                              RoadAttributes& road) const {
  auto const word = record.text(*fields_.field(Role::OneWay));
  if (!word || is_among(both_, *word)) return;
  if (is_among(along_, *word)) return close_to_wheels(road, Direction::Against);
  if (is_among(against_, *word)) return close_to_wheels(road, Direction::Along);
  report.count("unknown one-way value, taken as both ways", row, Consequence::Used);
}

void RoadFields::read_speed(Record const& record, std::string const& row, ImportReport& report,
                            RoadAttributes& road) const {
  if (auto const link = fields_.field(Role::LinkId); link && !limits_.empty()) {
    auto const id = record.text(*link);
    auto const limit = id ? limits_.find(*id) : limits_.end();
    if (limit != limits_.end()) road.speed_limit = limit->second;
  }
  auto const field = fields_.field(Role::SpeedLimit);
  if (!field || !record.text(*field)) return;
  auto const kmh = record.number(*field);
  if (!kmh || !(*kmh >= 1) || *kmh > SpeedLimit::kGreatestKmh) {
    return report.count("speed limit is no number of km/h from 1 to 250", row, Consequence::Used);
  }
  road.speed_limit.fill(*kmh);
}

}  // namespace gapmap::io
