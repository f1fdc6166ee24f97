#include "gapmap/io/detail/place_locator.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/units/blanks.h"

namespace gapmap::io {
namespace {

RemarkText reason_of(Located located) {
  switch (located) {
    case Located::OnlyInOthers:
      return "locality that the gazetteer has only in another municipality";
    case Located::InUnknownMunicipality:
      return "municipality that is no code or name known here";
    case Located::InSeveralPlaces:
      return "locality that the gazetteer has in several places";
    case Located::Unknown:
    case Located::Found:
      break;
  }
  return "locality that the gazetteer does not have";
}

RemarkText reason_of(AddressMatch const& match, bool is_post_box) {
  switch (match.outcome) {
    case AddressOutcome::NoStreet:
      if (is_post_box) return "address of a post office box, without a street";
      return "neither coordinates nor an address";
    case AddressOutcome::OnlyInOthers:
      return "street that the addresses have only elsewhere";
    case AddressOutcome::InUnknownMunicipality:
      return "address in a post town or municipality that is not known here";
    case AddressOutcome::InSeveralMunicipalities:
      return "street that the addresses have in several municipalities";
    case AddressOutcome::Contradiction:
      return "address whose postal code and municipality contradict each other";
    case AddressOutcome::SeveralStreets:
      return "abbreviated street that may be several";
    case AddressOutcome::SeveralPlaces:
      return "address that several places have";
    case AddressOutcome::UnknownStreet:
    case AddressOutcome::Found:
      break;
  }
  if (match.alike.empty()) return "street that the addresses do not have";
  return "street that the addresses do not have, only one alike";
}

RemarkText how_found(AddressGrade grade) {
  switch (grade) {
    case AddressGrade::House:
      return "without coordinates, placed by its address: the house";
    case AddressGrade::NearestNumber:
      return "without coordinates, placed by its address: the nearest number on the street";
    case AddressGrade::Street:
      break;
  }
  return "without coordinates, placed by its address: the street alone";
}

LocatedBy located_by(AddressGrade grade) {
  switch (grade) {
    case AddressGrade::House:
      return LocatedBy::House;
    case AddressGrade::NearestNumber:
      return LocatedBy::NearestNumber;
    case AddressGrade::Street:
      break;
  }
  return LocatedBy::Street;
}

/// Returns for example "gazetteer: locality Haukivuori (1 match)".
std::string how(LocalityMatch const& match) {
  return fmt::format(
      "gazetteer: {} {} ({}{})", match.part.empty() ? "locality" : "post town of the address",
      match.entry->name,
      match.of_that_name == 1 ? "1 match" : fmt::format("1 of {} matches", match.of_that_name),
      match.is_exact ? "" : ", spelt without its own letters");
}

/// Returns for example "address: Porrassalmenkatu 17, nearest to 19".
std::string how(AddressMatch const& match) {
  auto text = fmt::format("address: {}", match.street);
  if (match.grade == AddressGrade::Street) {
    text += fmt::format(", middle of the street ({:.1f} km)", match.length_m / 1000);
  } else if (match.house.number != 0) {
    text += ' ' + places::text_of(match.house);
  }
  if (match.grade == AddressGrade::NearestNumber)
    text += fmt::format(", nearest to {}", places::text_of(match.asked.house));
  if (!match.is_exact) text += ", spelt without its own letters";
  if (match.is_only_one) text += ", the only municipality with the street";
  if (match.is_other_postal_code) text += ", of another postal code";
  return text;
}

/// The address of a row as written: "Porrassalmenk. 19, 50100 MIKKELI".
struct WrittenFields {
  AddressQuery query;
  std::string text;
  bool is_post_box = false;
};

WrittenFields address_of(PointRow const& row, MunicipalityKeys const& municipalities) {
  WrittenFields fields;
  auto& query = fields.query;
  auto written = places::parse_address(row.text(Role::Address));
  fields.is_post_box = written.is_post_box;
  auto const number = row.text(Role::HouseNumber);
  if (!written.streets.empty() && written.streets.front().house.number == 0) {
    // The number in its own field is that of the first part, before which stands none.
    written.streets.front().house = places::parse_house_number(number);
  }
  query.streets = std::move(written.streets);
  // A field of the post town may also have the postal code, and one of the code the town.
  auto const town_field = places::parse_address(row.text(Role::PostTown));
  auto const code_field = places::parse_address(row.text(Role::PostalCode));
  query.postal_code = places::parse_postal_code(row.text(Role::PostalCode));
  for (auto const& code : {code_field.postal_code, town_field.postal_code, written.postal_code}) {
    if (query.postal_code == 0) query.postal_code = places::parse_postal_code(code);
  }
  auto town = town_field.town;
  if (town.empty() && town_field.postal_code.empty()) town = row.text(Role::PostTown);
  if (town.empty()) town = code_field.town;
  if (town.empty()) town = written.town;
  query.town = municipalities.of(town);
  query.municipality = municipalities.of(row.text(Role::Municipality));
  auto const add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!fields.text.empty()) fields.text += ", ";
    fields.text += part;
  };
  add(in_one_line(row.text(Role::Address)));
  if (!number.empty()) fields.text += ' ' + number;
  add(row.text(Role::PostalCode));
  add(row.text(Role::PostTown));
  add(row.text(Role::Municipality));
  return fields;
}

}  // namespace

bool PlaceLocator::locate(PointRow const& row, Place& place) {
  if (in_.addresses == nullptr) return by_locality(row, place);
  auto not_found = by_address(row, place);
  if (!not_found) return true;
  if (in_.gazetteer == nullptr) {
    report_.count(*not_found);
    return false;
  }
  bool const has_locality = !row.text(Role::Locality).empty();
  bool const is_placed = has_locality && by_locality(row, place);
  not_found->consequence = is_placed ? Consequence::Used : Consequence::LeftOut;
  // A row that is left out is counted once, by its locality if it has one.
  if (is_placed || !has_locality) report_.count(*not_found);
  return is_placed;
}

std::optional<Remark> PlaceLocator::by_address(PointRow const& row, Place& place) {
  auto const& [index, municipalities, reports] = *in_.addresses;
  auto const written = address_of(row, municipalities);
  auto const match = index.find(written.query);
  auto const asked =
      written.text.empty() ? place.id : fmt::format("{} ({})", place.id, written.text);
  if (match.outcome != AddressOutcome::Found) {
    auto const example = match.alike.empty() || written.text.empty()
                             ? asked
                             : fmt::format("{} ({} → {}?)", place.id, written.text, match.alike);
    return Remark{.what = std::string{reason_of(match, written.is_post_box).text()},
                  .consequence = Consequence::LeftOut,
                  .count = 1,
                  .examples = {example}};
  }
  place.point = match.point;
  place.located_by = located_by(match.grade);
  place.position = how(match);
  report_.count(how_found(match.grade), asked, Consequence::Used);
  if (match.is_only_one) {
    report_.count(
        "address without municipality and postal code, of a street that one municipality has",
        asked, Consequence::Used);
  }
  if (match.is_other_postal_code) {
    report_.count("postal code that the street does not have, placed by its municipality", asked,
                  Consequence::Used);
  }
  return std::nullopt;
}

bool PlaceLocator::by_locality(PointRow const& row, Place& place) {
  auto const locality = row.text(Role::Locality);
  if (locality.empty()) {
    report_.count("neither coordinates nor a locality", place.id);
    return false;
  }
  auto const municipality = row.text(Role::Municipality);
  auto key = in_.gazetteer->municipalities.of(municipality);
  // If one field serves as both, it may name a village, or a former municipality where
  // municipalities are meant.
  if (!key.is_code && municipality == locality) key = {};
  auto const match = in_.gazetteer->gazetteer.find(locality, key);
  if (match.located != Located::Found) {
    auto const named = municipality.empty() || municipality == locality
                           ? locality
                           : fmt::format("{}, {}", locality, municipality);
    report_.count(reason_of(match.located), fmt::format("{} ({})", place.id, named));
    return false;
  }
  place.point = match.entry->point;
  place.located_by = LocatedBy::Locality;
  place.position = how(match);
  report_.count("without coordinates, placed by the gazetteer",
                fmt::format("{} ({})", place.id, match.entry->name), Consequence::Used);
  return true;
}

}  // namespace gapmap::io
