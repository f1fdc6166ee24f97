#include "gapmap/io/source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "gapmap/io/dataset.h"
#include "gapmap/units/error.h"
#include "tests/io/reading.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

TEST(CheckSource, WhatMayWaitForEverIsRefused) {
  TemporaryFolder const folder;
  auto const pipe = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (auto const& path : {pipe, std::string{"/dev/zero"}, std::string{"/proc/kmsg"},
                           std::string{"/proc/self/status"}}) {
    if (!std::filesystem::exists(path)) continue;
    auto const message = message_of<InputError>([&] { check_source({.path = path}); });
    EXPECT_THAT(message, HasSubstr("is a pipe or a device")) << path;
  }
}

TEST(CheckSource, ALinkToItselfIsNoFile) {
  TemporaryFolder const folder;
  auto const loop = folder.path() / "loop";
  std::filesystem::create_symlink(loop, loop);
  EXPECT_THAT(message_of<InputError>([&] { check_source({.path = loop.string()}); }),
              HasSubstr("there is no such file"));
}

TEST(Table, OfFarTooManyColumnsIsRefused) {
  TemporaryFolder const folder;
  auto const path = (folder.path() / "p.csv").string();
  std::string header{"id"};
  for (int i = 0; i < 65'536; ++i) header += ";c";
  write_text(path, header + "\n");
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(Table::open({.path = path})); }),
              HasSubstr("has 65537 columns"));
}

}  // namespace
}  // namespace gapmap::io
