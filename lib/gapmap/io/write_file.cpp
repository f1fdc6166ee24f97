#include "gapmap/io/write_file.h"

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

StreamedFile::StreamedFile(std::string path)
    : path_{std::move(path)}, file_{path_, std::ios::binary | std::ios::trunc} {
  check();
}

void StreamedFile::replace_beginning(std::string_view bytes) {
  flush();
  file_.seekp(0);
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file_.seekp(0, std::ios::end);
  check();
}

void StreamedFile::close() {
  flush();
  file_.close();
  check();
}

void StreamedFile::flush() {
  file_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
  check();
}

void StreamedFile::check() const {
  if (!file_)
    throw InputError{
        {path_}, "cannot be written", "check the disk and the permissions of the folder"};
}

}  // namespace gapmap::io
