#include "gapmap/io/write_file.h"

#include <fstream>

#include "gapmap/units/error.h"

namespace gapmap::io {

void write_file(std::string const& path, std::string_view bytes) {
  std::ofstream file{path, std::ios::binary};
  file << bytes;
  file.close();
  if (!file)
    throw InputError{
        {path}, "cannot be written", "check the disk and the permissions of the folder"};
}

}  // namespace gapmap::io
