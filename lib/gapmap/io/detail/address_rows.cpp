#include "gapmap/io/detail/address_rows.h"

#include <utility>

#include "gapmap/units/stop.h"

namespace gapmap::io {

std::uint32_t MunicipalityNumbers::of(std::string_view text) {
  if (text.empty()) return 0;
  text_.assign(text);
  auto const found = numbers_.find(text_);
  if (found != numbers_.end()) return found->second;
  return numbers_[text_] = index_.municipality(keys_.of(text_));
}

std::uint32_t MunicipalityNumbers::of_town(std::string_view town, std::uint32_t postal_code) {
  if (town.empty()) return 0;
  // Rows of one town mostly follow each other.
  if (town == last_town_ && postal_code == last_code_) return last_number_;
  text_.assign(town);
  auto const [at, is_new] = towns_.try_emplace(text_);
  if (is_new) at->second = keys_.of(text_);
  auto const& key = at->second;
  index_.add_town(key.text, postal_code);
  last_town_.assign(town);
  last_code_ = postal_code;
  return last_number_ = key.is_code ? index_.municipality(key) : 0;
}

void AddressRows::take(AddressRow&& row) {
  if (row.street.empty()) std::swap(row.street, row.other_street);
  if (row.street.empty()) return report_.count("address without a street", row.row);
  constexpr std::size_t kTogether = 16'384;
  points_.push_back(row.point);
  rows_.push_back(std::move(row));
  if (rows_.size() >= kTogether) flush();
}

void AddressRows::flush() {
  stop_if_asked();
  placing_.project(points_);
  Box box;
  bool is_finite = true;
  for (auto const& point : points_) {
    is_finite = is_finite && std::isfinite(point.x) && std::isfinite(point.y);
    box.extend(Point{point.x, point.y});
  }
  bool const are_plausible = is_finite && placing_.accepts(box);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& row = rows_[i];
    if (!are_plausible && !placing_.accept(points_[i], row.point, row.row, report_)) continue;
    ++report_.rows_used;
    add(row, {points_[i].x, points_[i].y});
  }
  rows_.clear();
  points_.clear();
}

void AddressRows::add(AddressRow const& row, Point point) {
  AddressIndex::Address address{.street = row.street,
                                .house = row.house,
                                .postal_code = row.postal_code,
                                .municipality = row.municipality,
                                .point = point,
                                .is_minor = row.is_minor};
  index_.add(address);
  if (row.other_street.empty() || row.other_street == row.street) return;
  address.street = row.other_street;
  index_.add(address);
}

}  // namespace gapmap::io
