#include "gapmap/io/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gapmap/units/error.h"

namespace gapmap::io {

MappedFile map_file(std::string const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status {};
  bool const is_open = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  auto const size = is_open ? static_cast<std::size_t>(status.st_size) : 0;
  void* const data = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
  if (file >= 0) ::close(file);
  if (!is_open || data == MAP_FAILED) {
    throw InputError{{path}, "cannot be read", "check the path and its permissions"};
  }
  if (size == 0) return {};
  return {{static_cast<char const*>(data), size},
          {data, [size](void* mapped) { ::munmap(mapped, size); }}};
}

}  // namespace gapmap::io
