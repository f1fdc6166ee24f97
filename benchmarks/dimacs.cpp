#include "benchmarks/dimacs.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "gapmap/units/error.h"

namespace gapmap::benchmarks {
namespace {

/// Lines of a gzipped text that begin with one letter and hold whole numbers: "a 1 2 803".
class LetteredLines {
 public:
  explicit LetteredLines(std::filesystem::path const& path)
      : path_{path.string()}, file_{gzopen(path_.c_str(), "rb"), gzclose_r} {
    if (!file_) throw InputError{{path_}, "cannot be opened", "check GAPMAP_DATA"};
  }

  /// The numbers of the next line that begins with `letter`; false at the end of the file.
  template <std::size_t Count>
  bool next(char letter, std::array<std::int64_t, Count>& numbers) {
    std::array<char, 256> line{};
    while (gzgets(file_.get(), line.data(), static_cast<int>(line.size())) != nullptr) {
      if (line[0] == letter) {
        parse(std::string_view{line.data()}.substr(1), numbers);
        return true;
      }
    }
    int error = Z_OK;
    gzerror(file_.get(), &error);
    if (error != Z_OK) throw InputError{{path_}, "is damaged", "download it again"};
    return false;
  }

 private:
  template <std::size_t Count>
  void parse(std::string_view text, std::array<std::int64_t, Count>& numbers) const {
    for (auto& number : numbers) {
      text.remove_prefix(std::min(text.find_first_of("-0123456789"), text.size()));
      auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc{}) throw InputError{{path_}, "has a line with too few numbers"};
      text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
  }

  std::string path_;
  std::unique_ptr<gzFile_s, int (*)(gzFile)> file_;
};

struct Link {
  JunctionId low;
  JunctionId high;
  Millimeters cost;
  auto operator<=>(Link const&) const = default;
};

}  // namespace

WeightedNetwork read_dimacs(std::filesystem::path const& graph,
                            std::filesystem::path const& coordinates) {
  WeightedNetwork result;
  auto& junctions = result.network.junctions;

  LetteredLines points{coordinates};
  std::array<std::int64_t, 3> numbers{};
  while (points.next('v', numbers)) {
    // Numbered from 1, in order. Millionths of a degree do for a node order.
    auto const [number, x, y] = numbers;
    auto const junction = junctions.push_back({static_cast<double>(x), static_cast<double>(y)});
    if (number != std::int64_t{junction.value()} + 1) {
      throw InputError{{coordinates.string()}, "does not list its nodes in order"};
    }
  }

  LetteredLines arcs{graph};
  std::vector<Link> links;
  while (arcs.next('a', numbers)) {
    auto const [low, high] = std::minmax(numbers[0], numbers[1]);
    if (low < 1 || high > static_cast<std::int64_t>(junctions.size()) || numbers[2] < 0) {
      throw InputError{{graph.string()}, "has an arc that does not fit its nodes"};
    }
    links.push_back({JunctionId{static_cast<std::size_t>(low - 1)},
                     JunctionId{static_cast<std::size_t>(high - 1)},
                     Millimeters{static_cast<std::uint32_t>(numbers[2])}});
  }
  std::ranges::sort(links);
  auto const is_same_pair = [](Link const& a, Link const& b) {
    return a.low == b.low && a.high == b.high;
  };
  links.erase(std::unique(links.begin(), links.end(), is_same_pair), links.end());
  for (auto const& [low, high, cost] : links) result.push_segment(low, high, cost);
  return result;
}

}  // namespace gapmap::benchmarks
