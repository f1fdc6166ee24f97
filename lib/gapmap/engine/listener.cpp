#include "gapmap/engine/listener.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace gapmap::engine {
namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Listener::Stage::Stage(Listener& listener, std::string name)
    : listener_{listener},
      name_{std::move(name)},
      began_{now()},
      is_told_{!listener.is_muted_},
      exceptions_{std::uncaught_exceptions()} {
  if (is_told_) listener_.on_stage(listener_.round_ + name_);
}

Listener::Stage::~Stage() {
  if (is_told_) listener_.on_stage_end();
  auto& seconds = listener_.seconds_;
  auto const before = std::ranges::find(seconds, name_, &std::pair<std::string, double>::first);
  auto& stage = before != seconds.end() ? *before : seconds.emplace_back(name_, 0);
  stage.second += now() - began_;
  bool const has_failed = std::uncaught_exceptions() > exceptions_;
  if (has_failed && listener_.failed_.empty()) listener_.failed_ = name_;
}

Progress Listener::watcher() {
  if (is_muted_ || !watches_progress()) return {};
  return [this](double share) { on_progress(share); };
}

void Listener::remark(std::string_view line) {
  if (!is_muted_) on_remark(line);
}

void Listener::input(io::ImportReport const& report) {
  if (!is_muted_) on_input(report);
}

void Listener::on_input(io::ImportReport const& report) {
  on_remark(fmt::format("{}: {} of {} {}s; {}{}{}", report.input, report.rows_used, report.rows,
                        report.row_is, report.recognised, report.crs.empty() ? "" : "; ",
                        report.crs));
  for (auto const& remark : report.remarks) {
    on_remark(fmt::format("  {} {}{} ({}): {}; first: {}", remark.count, report.row_is,
                          remark.count == 1 ? "" : "s",
                          remark.consequence == io::Consequence::LeftOut ? "left out" : "used",
                          remark.what, fmt::join(remark.examples, ", ")));
  }
}

}  // namespace gapmap::engine
