#include "benchmarks/hand_over.h"

#include <fmt/format.h>

#include <bit>
#include <cctype>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>

#include "gapmap/units/error.h"

namespace gapmap::benchmarks {
namespace {

static_assert(std::endian::native == std::endian::little, "the columns are little-endian");

/// NumPy's own format for one array, version 1.0 (numpy.lib.format): magic, length of the header,
/// the header padded so that the numbers begin at a multiple of 64 bytes.
void write_npy(std::filesystem::path const& path, std::span<std::uint32_t const> numbers) {
  auto header =
      fmt::format("{{'descr': '<u4', 'fortran_order': False, 'shape': ({},), }}", numbers.size());
  constexpr std::size_t kBeforeHeader = 10;
  header.append(63 - (kBeforeHeader + header.size()) % 64, ' ');
  header.push_back('\n');
  std::ofstream file{path, std::ios::binary};
  file.write("\x93NUMPY\x01\x00", 8);
  auto const length = static_cast<std::uint16_t>(header.size());
  file.write(reinterpret_cast<char const*>(&length), sizeof length);
  file << header;
  file.write(reinterpret_cast<char const*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size_bytes()));
  if (!file.flush()) throw std::runtime_error{fmt::format("cannot write {}", path.string())};
}

/// Edges of one node as the peers are to see them: head, in the order of loading, and cost.
std::map<std::uint32_t, std::uint32_t> out_of(Question const& question, NodeId node) {
  std::map<std::uint32_t, std::uint32_t> out;
  auto const& graph = question.graph;
  for (auto const edge : graph.out(node)) {
    auto const head = graph.head(edge);
    auto const cost = question.costs[edge];
    if (!cost.is_finite() || head == node || head == question.source) continue;
    auto const number = graph.junction(head).value();
    auto const [known, is_new] = out.try_emplace(number, cost.value());
    if (!is_new) known->second = std::min(known->second, cost.value());
  }
  return out;
}

std::string as_folder_name(std::string const& data_set) {
  std::string name;
  for (unsigned char const c : data_set) {
    if (std::isalnum(c) != 0)
      name.push_back(static_cast<char>(std::tolower(c)));
    else if (!name.empty() && name.back() != '-')
      name.push_back('-');
  }
  return name;
}

}  // namespace

void hand_over(std::filesystem::path const& folder, Question const& question,
               IdVector<NodeId, Millimeters> const& distances, double median_s) {
  auto const& graph = question.graph;
  auto const nodes = static_cast<std::uint32_t>(graph.nodes() - 1);
  expects(graph.junction(question.source).value() == nodes, "the extra source was added last");
  std::vector<std::uint32_t> first_out{0};
  std::vector<std::uint32_t> heads;
  std::vector<std::uint32_t> costs;
  std::vector<std::uint32_t> found;
  for (std::uint32_t n = 0; n < nodes; ++n) {
    auto const node = graph.node(JunctionId{n});
    for (auto const& [head, cost] : out_of(question, node)) {
      heads.push_back(head);
      costs.push_back(cost);
    }
    first_out.push_back(static_cast<std::uint32_t>(heads.size()));
    found.push_back(distances[node].value());
  }
  std::vector<std::uint32_t> places;
  for (auto const node : question.places) places.push_back(graph.junction(node).value());

  auto const path = folder / as_folder_name(question.data_set);
  std::filesystem::create_directories(path);
  write_npy(path / "first_out.npy", first_out);
  write_npy(path / "heads.npy", heads);
  write_npy(path / "costs.npy", costs);
  write_npy(path / "places.npy", places);
  write_npy(path / "distances.npy", found);
  nlohmann::ordered_json const about{{"data_set", question.data_set}, {"sweep_median_s", median_s}};
  std::ofstream{path / "about.json"} << about.dump(2) << '\n';
}

}  // namespace gapmap::benchmarks
