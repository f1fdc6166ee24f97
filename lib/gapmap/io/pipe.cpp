#include "gapmap/io/pipe.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace gapmap::io {
namespace {

/// Whether the kernel simulates the file: such files have no size, and some wait for news for ever
/// (kmsg).
bool is_of_kernel(std::string const& path) {
  constexpr std::array<unsigned long, 4> kFileSystems{PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC,
                                                      TRACEFS_MAGIC};
  struct statfs status {};
  if (::statfs(path.c_str(), &status) != 0) return false;
  return std::ranges::find(kFileSystems, static_cast<unsigned long>(status.f_type)) !=
         kFileSystems.end();
}

}  // namespace

bool is_pipe(std::string const& path) {
  std::error_code ignored;
  auto const status = std::filesystem::status(path, ignored);
  return std::filesystem::is_other(status) ||
         (std::filesystem::is_regular_file(status) && is_of_kernel(path));
}

}  // namespace gapmap::io
