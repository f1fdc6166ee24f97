#include "tools/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace gapmap::tools {
namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Console::Running::Running(Console& console, std::string name)
    : console_{console}, name_{std::move(name)}, began_{now()} {
  if (console_.verbosity_ == Verbosity::Quiet || ::isatty(STDERR_FILENO) == 0) return;
  console_.clear_progress();
  fmt::print(stderr, "{} …", name_);
  std::fflush(stderr);
  console_.has_progress_ = true;
  console_.running_ = name_;
  console_.percent_ = 0;
}

Console::Running::~Running() {
  auto& seconds = console_.seconds_;
  auto const before = std::ranges::find(seconds, name_, &std::pair<std::string, double>::first);
  auto& stage = before != seconds.end() ? *before : seconds.emplace_back(name_, 0);
  stage.second += now() - began_;
  console_.clear_progress();
}

void Console::progress(double share) {
  auto const percent = static_cast<int>(share * 100);
  if (!has_progress_ || percent == percent_) return;
  percent_ = percent;
  fmt::print(stderr, "\r{} … {} %", running_, percent);
  std::fflush(stderr);
}

void Console::clear_progress() {
  if (!has_progress_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  has_progress_ = false;
}

void Console::result(std::string_view text) const { fmt::print("{}", text); }

void Console::remark(std::string_view line) {
  if (verbosity_ == Verbosity::Quiet) return;
  clear_progress();
  fmt::print(stderr, "{}\n", line);
}

void Console::detail(std::string_view line) {
  if (verbosity_ == Verbosity::Verbose) remark(line);
}

void Console::error(std::string_view message) {
  clear_progress();
  fmt::print(stderr, "gapmap: {}\n", message);
}

}  // namespace gapmap::tools
