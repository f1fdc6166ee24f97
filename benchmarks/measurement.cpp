#include "benchmarks/measurement.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace gapmap::benchmarks {
namespace {

double seconds_of(std::function<void()> const& run) {
  auto const start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Quartiles quartiles(std::vector<double> times) {
  std::ranges::sort(times);
  auto const at = [&](double share) {
    auto const position = share * static_cast<double>(times.size() - 1);
    auto const below = static_cast<std::size_t>(position);
    auto const above = std::min(below + 1, times.size() - 1);
    return times[below] + (position - static_cast<double>(below)) * (times[above] - times[below]);
  };
  return {at(0.25), at(0.5), at(0.75)};
}

std::string compiler() {
#if defined(__clang__)
  return fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("gcc {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

/// benchmarks/run tells which commit it built.
std::string commit() {
  auto const* const commit = std::getenv("GAPMAP_COMMIT");
  return commit == nullptr ? "unknown" : commit;
}

/// A name may hold commas (RFC 4180).
std::string quoted(std::string const& name) { return '"' + name + '"'; }

}  // namespace

std::vector<Quartiles> take_times(std::vector<Contender> const& contenders,
                                  std::size_t repetitions) {
  std::vector<std::vector<double>> times(contenders.size());
  for (auto const& contender : contenders) {
    contender.prepare();
    contender.run();
  }
  for (std::size_t round = 0; round < repetitions; ++round) {
    for (std::size_t c = 0; c < contenders.size(); ++c) {
      contenders[c].prepare();
      times[c].push_back(seconds_of(contenders[c].run));
    }
  }
  std::vector<Quartiles> result;
  for (auto& of_contender : times) result.push_back(quartiles(std::move(of_contender)));
  return result;
}

void print_header() {
  fmt::print(
      "commit,compiler,cores,data_set,nodes,edges,method,repetitions,median_s,lower_quartile_s,"
      "upper_quartile_s,peak_memory_mb,ratio_to_peer,ns_per_byte\n");
}

void print_rows(Setting const& setting, std::vector<Contender> const& contenders,
                std::vector<Quartiles> const& times) {
  fmt::print(stderr, "\n{}: {} nodes, {} edges, {} repetitions\n", setting.data_set, setting.nodes,
             setting.edges, setting.repetitions);
  for (std::size_t c = 0; c < contenders.size(); ++c) {
    auto const ratio = contenders[c].answers
                           ? fmt::format("{:.2f}", times.back().median_s / times[c].median_s)
                           : std::string{};
    auto const pace =
        setting.bytes == 0
            ? std::string{}
            : fmt::format("{:.2f}", times[c].median_s * 1e9 / static_cast<double>(setting.bytes));
    fmt::print("{},{},{},{},{},{},{},{},{:.6f},{:.6f},{:.6f},{:.1f},{},{}\n", commit(), compiler(),
               std::thread::hardware_concurrency(), quoted(setting.data_set), setting.nodes,
               setting.edges, quoted(contenders[c].method), setting.repetitions, times[c].median_s,
               times[c].lower_s, times[c].upper_s, contenders[c].peak_memory_mb, ratio, pace);
    fmt::print(stderr, "  {:<28}{:>9.2f} ms  ({:.2f} to {:.2f})  {:>5.0f} MB{}{}\n",
               contenders[c].method, times[c].median_s * 1e3, times[c].lower_s * 1e3,
               times[c].upper_s * 1e3, contenders[c].peak_memory_mb,
               pace.empty() ? "" : fmt::format("  {:>6} ns per byte", pace),
               ratio.empty() ? "" : fmt::format("  {:>5} x as fast as the peer", ratio));
  }
  std::fflush(stdout);
}

}  // namespace gapmap::benchmarks
