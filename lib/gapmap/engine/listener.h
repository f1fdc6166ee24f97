#pragma once
// Whoever hears how a run goes: its stages, how far they are, how inputs were read, and remarks;
// and who may ask it to stop. Front ends derive from it, which hear English as data and tell it in
// the language of whoever reads (report/findings.h); by itself it says nothing.

#include <exception>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/units/progress.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::engine {

class Listener {
 public:
  /// A run ends soon after `stop` was asked for, with Stopped.
  explicit Listener(std::stop_token stop = {}) : stop_{std::move(stop)} {}
  virtual ~Listener() = default;
  Listener(Listener const&) = delete;
  Listener& operator=(Listener const&) = delete;

  /// Runs one stage of the work, and remembers how long it took; a stage that runs again adds to
  /// that.
  template <class Work>
  decltype(auto) stage(std::string name, Work&& work) {
    Stage const stage{*this, std::move(name)};
    return std::forward<Work>(work)();
  }
  /// Tells how much of the stage that is running has been done, 0 to 1; empty where nobody watches.
  [[nodiscard]] Progress watcher();
  /// A sentence about the inputs or about what the figures hang on.
  void remark(std::string_view line);
  /// How an input was read, and what became of its rows.
  void input(io::ImportReport const& report);

  /// Names the stages that `work` runs after a round, "mixture 3 of 8"; what they took is
  /// remembered by their names alone.
  template <class Work>
  decltype(auto) round(std::string const& name, Work&& work) {
    round_ = name + ": ";
    struct End {
      std::string& round;
      ~End() { round.clear(); }
    } const end{round_};
    return std::forward<Work>(work)();
  }
  /// Runs `work` without telling anybody.
  template <class Work>
  decltype(auto) without_remarks(Work&& work) {
    struct End {
      bool& is_muted;
      bool before;
      ~End() { is_muted = before; }
    } const end{is_muted_, is_muted_};
    is_muted_ = true;
    return std::forward<Work>(work)();
  }

  /// Stages that ended, in the order in which they first began, and their seconds.
  [[nodiscard]] std::vector<std::pair<std::string, double>> const& seconds() const noexcept {
    return seconds_;
  }
  /// The stage that an exception ended; empty if none did.
  [[nodiscard]] std::string const& failed_stage() const noexcept { return failed_; }
  [[nodiscard]] std::stop_token const& stop() const noexcept { return stop_; }

 protected:
  /// By itself it tells it in remarks.
  virtual void on_input(io::ImportReport const& report);

 private:
  class Stage {
   public:
    Stage(Listener& listener, std::string name);
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

   private:
    Listener& listener_;
    std::string name_;
    double began_;
    bool is_told_;
    int exceptions_;
  };

  /// A stage begins; stages do not run within one another.
  virtual void on_stage(std::string const& /*name*/) {}
  virtual void on_stage_end() {}
  /// From any thread, but never from two at once.
  virtual void on_progress(double /*share*/) {}
  virtual void on_remark(std::string_view /*line*/) {}
  [[nodiscard]] virtual bool watches_progress() const { return false; }

  std::stop_token stop_;
  bool is_muted_ = false;
  std::string round_;  ///< that stages are of
  std::vector<std::pair<std::string, double>> seconds_;
  std::string failed_;
};

/// While it lives, work of this thread ends with Stopped soon after the listener asks, and at most
/// so many threads do it.
class Working {
 public:
  explicit Working(Listener const& listener, unsigned threads = 0)
      : limit_{threads},
        stoppable_{listener.stop().stop_possible() ? listener.stop() : stop_of_this_thread()} {}

 private:
  ThreadLimit limit_;
  Stoppable stoppable_;
};

}  // namespace gapmap::engine
