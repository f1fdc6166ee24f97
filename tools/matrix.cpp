// gapmap matrix: what trips between every cell and every place within a limit cost.

#include <fmt/format.h>

#include "gapmap/engine/matrix.h"
#include "tools/closing.h"
#include "tools/command.h"

namespace gapmap::tools {
namespace {

class MatrixCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "matrix"; }
  [[nodiscard]] std::string summary() const override {
    return "What trips between every population cell and every place within a limit cost: a table "
           "of all pairs";
  }
  void declare(job::Options& options) override { job::declare_matrix(options, words_); }
  void run(job::Options const& options, Console& console) override;

 private:
  job::MatrixWords words_;
};

void MatrixCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  auto job = job::understand_matrix(words_);
  job.asked = options.object();
  auto const folder = engine::folder_for(
      job, {words_.answer.output, words_.answer.may_overwrite(), options.inputs()});
  auto const scene = engine::open(job, console);
  auto const tally = engine::deliver(scene, *folder, console);
  console.result(
      fmt::format("{} pairs of {} cells and {} places; {} cells have no place within {}\n",
                  tally.pairs, tally.of_cell.size(), tally.places.size(),
                  tally.cells_without_place(), words_.limits.front()));
  tell_outcome(*folder, console);
}

}  // namespace

std::unique_ptr<Command> make_matrix_command() { return std::make_unique<MatrixCommand>(); }

}  // namespace gapmap::tools
