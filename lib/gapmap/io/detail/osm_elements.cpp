#include "gapmap/io/detail/osm_elements.h"

#include <algorithm>

#include "gapmap/network/osm_barriers.h"
#include "gapmap/network/osm_signs.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::io {

namespace {

template <class T>
void append_to(std::vector<T>& to, std::vector<T> const& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

bool OsmWays::add(OsmId id, network::OsmTags tags, OsmWish const& wish) {
  auto const loans =
      wish.relations == nullptr ? std::span<OsmRelations::Loan const>{} : wish.relations->loans(id);
  if (loans.empty()) return add_road(id, tags, wish);
  // Among several relations the first that has something to lend counts.
  std::vector<network::OsmTag> lent;
  std::vector<network::OsmTag> borrowed;
  auto const& lenders = wish.relations->lenders();
  for (auto const& loan : loans) {
    auto const& lender = lenders[loan.lender];
    lent.clear();
    for (auto const& [key, value] : lender.tags) lent.push_back({key, value});
    if (network::lend_osm_tags({lender.kind, loan.role}, network::OsmTags{lent}, tags, borrowed))
      break;
  }
  bool const is_road = add_road(id, borrowed.empty() ? tags : network::OsmTags{borrowed}, wish);
  bool const is_ferry = is_road && roads.back().attributes.is_ferry();
  for (auto const& loan : loans) {
    if (lenders[loan.lender].duration_s > 0 && !network::is_osm_stop(loan.role)) {
      parts_of_lines.push_back({is_ferry ? ids.size() - 1 : PartOfLine::kNoFerry, loan.lender});
    }
  }
  return is_road;
}

bool OsmWays::add_road(OsmId id, network::OsmTags tags, OsmWish const& wish) {
  if (!network::is_osm_way_of_interest(tags)) return false;
  auto const road = network::osm_road(tags, wish.choices);
  if (!road) {
    closed.emplace_back(id, network::why_osm_road_is_closed(tags, wish.choices));
    return false;
  }
  ids.push_back(id);
  roads.push_back(*road);
  if (wish.names == RoadNames::Read) names.push_back(name_texts.add(network::osm_name(tags)));
  return true;
}

void OsmWays::append(OsmWays const& more) {
  for (auto const end : more.ends) ends.push_back(refs.size() + end);
  append_to(refs, more.refs);
  for (auto part : more.parts_of_lines) {
    if (part.way != PartOfLine::kNoFerry) part.way += ids.size();
    parts_of_lines.push_back(part);
  }
  append_to(ids, more.ids);
  append_to(roads, more.roads);
  append_to(closed, more.closed);
  // Each part numbers its names separately.
  auto const& texts = more.name_texts.pool();
  IdVector<NameId, NameId> here;
  for (std::size_t i = 0; i < texts.size(); ++i) here.push_back(name_texts.add(texts[NameId{i}]));
  for (auto const name : more.names) names.push_back(name.is_none() ? NameId::none() : here[name]);
}

void OsmNodeFacts::add(std::uint32_t key, network::OsmTags tags) {
  auto const passage = network::osm_passage(tags);
  if (!passage.is_free()) barriers.emplace_back(key, passage);
  if (auto const sign = network::osm_sign(tags)) signs.emplace_back(key, *sign);
}

void OsmNodeFacts::append(OsmNodeFacts const& more) {
  append_to(barriers, more.barriers);
  append_to(signs, more.signs);
}

void OsmNodeFacts::sort() {
  std::ranges::stable_sort(barriers, {}, &OsmBarrier::first);
  std::ranges::stable_sort(signs, {}, &OsmSign::first);
}

std::uint32_t OsmKeyFinder::find(OsmId id) {
  if (id < last_) {
    next_ = static_cast<std::size_t>(std::ranges::lower_bound(ids_, id) - ids_.begin());
  } else {
    while (next_ < ids_.size() && ids_[next_] < id) ++next_;
  }
  last_ = id;
  return next_ < ids_.size() && ids_[next_] == id ? static_cast<std::uint32_t>(next_) : kUnused;
}

}  // namespace gapmap::io
