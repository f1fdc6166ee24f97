#include "tests/support/drawn_town.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "gapmap/access/attach.h"
#include "gapmap/network/assemble.h"

namespace gapmap {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z' && c != 'v'); }

/// From a letter, where its line may lead: only onwards in reading order, so that every line is
/// found once.
struct Heading {
  std::string_view first;    ///< what a line this way may begin with
  std::string_view strokes;  ///< what it is drawn with, besides arrows and gates
  char onwards;              ///< the arrow that points along it
  char back;
  int rows;
  int columns;
};
constexpr std::array<Heading, 4> kHeadings{{{"-~<>", "-~", '>', '<', 0, 1},
                                            {"|^v", "|", 'v', '^', 1, 0},
                                            {"\\", "\\", 'v', '^', 1, 1},
                                            {"/", "/", 'v', '^', 1, -1}}};
constexpr std::string_view kMarks = " -|/\\~<>^v#";

/// The picture as a grid of characters that remembers which strokes have become roads.
class Picture {
 public:
  explicit Picture(std::string_view text) {
    for (std::size_t from = 0; from <= text.size();) {
      auto const to = std::min(text.find('\n', from), text.size());
      rows_.emplace_back(text.substr(from, to - from));
      from = to + 1;
    }
    for (auto const& row : rows_) {
      is_used_.emplace_back(row.size(), false);
      columns_ = std::max(columns_, row.size());
    }
  }

  [[nodiscard]] int rows() const { return static_cast<int>(rows_.size()); }
  [[nodiscard]] int columns(int row) const { return static_cast<int>(rows_[row].size()); }
  [[nodiscard]] char at(int row, int column) const {
    bool const is_inside = row >= 0 && row < rows() && column >= 0 && column < columns(row);
    return is_inside ? rows_[row][column] : ' ';
  }
  [[nodiscard]] Point point(int row, int column, Meters step) const {
    double const middle = static_cast<double>(columns_) / 2;
    return {(column - middle) * step.value(), -row * step.value()};
  }
  void use(int row, int column) { is_used_[row][column] = true; }
  [[nodiscard]] bool is_used(int row, int column) const { return is_used_[row][column]; }

  [[noreturn]] static void fail(int row, int column, std::string const& what) {
    throw std::invalid_argument{
        fmt::format("drawn town, line {}, column {}: {}", row + 1, column + 1, what)};
  }

 private:
  std::vector<std::string> rows_;
  std::vector<std::vector<bool>> is_used_;
  std::size_t columns_ = 0;
};

void check_characters(Picture const& picture) {
  std::string seen;
  for (int row = 0; row < picture.rows(); ++row) {
    for (int column = 0; column < picture.columns(row); ++column) {
      char const c = picture.at(row, column);
      if (!is_letter(c) && kMarks.find(c) == std::string_view::npos) {
        Picture::fail(row, column, fmt::format("'{}' means nothing", c));
      }
      if (is_letter(c) && seen.find(c) != std::string::npos) {
        Picture::fail(row, column, fmt::format("'{}' is drawn twice", c));
      }
      if (is_letter(c)) seen += c;
    }
  }
}

/// A line between two letters, as it is being read.
struct Line {
  char stroke = '\0';  ///< none: arrows only
  char arrow = '\0';
  std::vector<Point> points;
  std::vector<std::size_t> gates;  ///< which of the points
};

RoadAttributes attributes_of(Line const& line, Heading const& heading) {
  RoadAttributes attributes{line.stroke == '~' ? RoadClass::Ferry : RoadClass::Local};
  if (line.arrow == heading.onwards) attributes.permitted[1] = ModeSet::of(Mode::Walk);
  if (line.arrow == heading.back) attributes.permitted[0] = ModeSet::of(Mode::Walk);
  return attributes;
}

/// Follows the line that leaves the letter at (row, column), if there is one, to the next letter.
void follow(Picture& picture, int row, int column, Heading const& heading, Meters step,
            network::RoadLines& roads) {
  auto const is_one_of = [](char c, std::string_view some) {
    return some.find(c) != std::string_view::npos;
  };
  Line line{.points = {picture.point(row, column, step)}};
  if (!is_one_of(picture.at(row + heading.rows, column + heading.columns), heading.first)) return;
  for (;;) {
    row += heading.rows;
    column += heading.columns;
    char const c = picture.at(row, column);
    bool const is_arrow = c == heading.onwards || c == heading.back;
    if (is_arrow && (line.arrow == '\0' || line.arrow == c)) {
      line.arrow = c;
    } else if (c == '#') {
      line.gates.push_back(line.points.size());
      line.points.push_back(picture.point(row, column, step));
    } else if (is_one_of(c, heading.strokes) && (line.stroke == '\0' || line.stroke == c)) {
      line.stroke = c;
    } else {
      break;
    }
    picture.use(row, column);
  }
  if (!is_letter(picture.at(row, column))) {
    Picture::fail(row, column,
                  fmt::format("a line of '{}' does not end at a letter",
                              line.stroke == '\0' ? line.arrow : line.stroke));
  }
  line.points.push_back(picture.point(row, column, step));
  auto const first = roads.lines.points();
  for (auto const gate : line.gates) {
    roads.gates.push_back({first + gate, ModeSet::of(Mode::Bike) | ModeSet::of(Mode::Walk)});
  }
  roads.lines.push_back(line.points);
  roads.attributes.push_back(attributes_of(line, heading));
}

network::RoadLines read_roads(Picture& picture, Meters step) {
  network::RoadLines roads;
  for (int row = 0; row < picture.rows(); ++row) {
    for (int column = 0; column < picture.columns(row); ++column) {
      if (!is_letter(picture.at(row, column))) continue;
      for (auto const& heading : kHeadings) follow(picture, row, column, heading, step, roads);
    }
  }
  for (int row = 0; row < picture.rows(); ++row) {
    for (int column = 0; column < picture.columns(row); ++column) {
      char const c = picture.at(row, column);
      if (c != ' ' && !is_letter(c) && !picture.is_used(row, column)) {
        Picture::fail(row, column, fmt::format("this '{}' does not begin at a letter", c));
      }
    }
  }
  return roads;
}

/// Whole centimetres, or hundredths of a second, without needless zeros: "400", "541.42".
template <CostType Cost>
std::string in_natural_units(Cost cost) {
  auto text = fmt::format("{:.2f}", to_natural(cost).value());
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string_view name_of(Connection connection) {
  switch (connection) {
    case Connection::Reached:
      return "reached";
    case Connection::BeyondCutoff:
      return "beyond";
    case Connection::Unreachable:
      return "unreachable";
    case Connection::OffNetwork:
      return "off-network";
  }
  return "?";
}

}  // namespace

DrawnTown::DrawnTown()
    : frame_{
          Crs::from_text("+proj=tmerc +lat_0=61 +lon_0=27 +k=1 +ellps=GRS80 +units=m +type=crs")} {}

std::size_t DrawnTown::position(std::string const& in, char letter) {
  auto const found = in.find(letter);
  if (found == std::string::npos)
    throw std::invalid_argument{fmt::format("no '{}' in the drawn town", letter)};
  return found;
}

Point DrawnTown::at(char letter) const { return points_[position(letters_, letter)]; }

reach::Ends DrawnTown::ends(std::string_view places) const {
  std::vector<Point> there;
  for (char const letter : places) there.push_back(at(letter));
  access::AttachOptions const options{options_.max_off_road};
  return {IdVector<CellId, Attachment>{access::attach(points_, network_, frame_, options)},
          IdVector<PlaceId, Attachment>{access::attach(there, network_, frame_, options)}};
}

template <CostType Cost>
ReachTable<Cost> DrawnTown::reach(reach::NearestOptions<Cost> const& options) const {
  return reach::nearest(graph_, costs<Cost>(), ends(places_), options_.profile, options);
}

template <CostType Cost>
std::string DrawnTown::nearest(reach::NearestOptions<Cost> const& options) const {
  auto const table = reach(options);
  std::string text;
  for (auto const cell : table.connections.ids()) {
    auto const best = table.nearest(cell);
    text += fmt::format("{}{}:", text.empty() ? "" : " ", letters_[cell.value()]);
    text += best ? fmt::format("{}@{}", in_natural_units(best->cost), places_[best->place.value()])
                 : name_of(table.connections[cell]);
  }
  return text;
}

template <CostType Cost>
std::string DrawnTown::costs_from(std::string_view letters) const {
  auto const table = reach::nearest(graph_, costs<Cost>(), ends(letters), options_.profile,
                                    reach::NearestOptions<Cost>{.trip = reach::Trip::FromPlace});
  std::string text;
  for (auto const cell : table.connections.ids()) {
    auto const best = table.nearest(cell);
    text += fmt::format(
        "{}{}:{}", text.empty() ? "" : " ", letters_[cell.value()],
        best ? in_natural_units(best->cost) : std::string{name_of(table.connections[cell])});
  }
  return text;
}

template ReachTable<Millimeters> DrawnTown::reach(reach::NearestOptions<Millimeters> const&) const;
template ReachTable<Milliseconds> DrawnTown::reach(
    reach::NearestOptions<Milliseconds> const&) const;
template std::string DrawnTown::nearest(reach::NearestOptions<Millimeters> const&) const;
template std::string DrawnTown::nearest(reach::NearestOptions<Milliseconds> const&) const;
template std::string DrawnTown::costs_from<Millimeters>(std::string_view) const;
template std::string DrawnTown::costs_from<Milliseconds>(std::string_view) const;

DrawnTown drawn_town(std::string_view text, DrawnTownOptions const& options) {
  Picture picture{text};
  check_characters(picture);
  DrawnTown town;
  town.options_ = options;
  town.network_ = network::assemble(read_roads(picture, options.step), Ruler{town.frame_}).network;
  town.graph_ = graph::build(town.network_);
  town.costs_ = {travel::weigh<Millimeters>(town.network_, town.graph_, options.profile),
                 travel::weigh<Milliseconds>(town.network_, town.graph_, options.profile)};

  std::vector<std::pair<char, Point>> places;
  for (int row = 0; row < picture.rows(); ++row) {
    for (int column = 0; column < picture.columns(row); ++column) {
      char const c = picture.at(row, column);
      if (is_letter(c)) places.emplace_back(c, picture.point(row, column, options.step));
    }
  }
  constexpr char kCaseBit = 'a' ^ 'A';
  std::ranges::sort(places, {}, [](auto const& place) {
    return std::pair{place.first | kCaseBit, place.first};
  });
  for (auto const& [letter, point] : places) {
    town.letters_ += letter;
    town.points_.push_back(point);
    if (is_upper(letter)) town.places_ += letter;
  }
  return town;
}

}  // namespace gapmap
