// Logos: what they are their content says, and pages hold them wholly.

#include "gapmap/io/read_picture.h"

#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using namespace std::string_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;

class ReadPicture : public Reading {
 protected:
  [[nodiscard]] std::string said(std::string const& bytes) const {
    return message_of<InputError>([&] { (void)read_picture(file("logo.png", bytes)); });
  }
};

TEST_F(ReadPicture, ContentDecidesWhatItIs) {
  auto const png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR..."s;
  EXPECT_EQ(read_picture(file("a.jpg", png)), "data:image/png;base64,iVBORw0KGgoAAAANSUhEUi4uLg==");
  EXPECT_EQ(read_picture(file("b.png", "\xFF\xD8\xFF\xE0"s)), "data:image/jpeg;base64,/9j/4A==");
  EXPECT_THAT(read_picture(file("c",
                                "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- x -->\n"
                                "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"/>")),
              HasSubstr("data:image/svg+xml;base64,77u/PD94bWwg"));
}

TEST_F(ReadPicture, WhatPagesCannotShowIsSaidSo) {
  for (auto const& bytes : {""s, "GIF89a"s, "<html/>"s, "<svg/>"s, "\x89PNG\r\n"s,
                            "<svg xmlns=\"http://www.w3.org/2000/svg\">"s}) {
    EXPECT_THAT(said(bytes), AllOf(HasSubstr("logo.png: is no picture that pages take"),
                                   HasSubstr("PNG, JPEG or SVG")))
        << bytes;
  }
  EXPECT_THAT(said("\xFF\xD8\xFF" + std::string(kMostPictureBytes, 'x')),
              AllOf(HasSubstr("has 1.0 MB"), HasSubstr("save the picture smaller")));
  EXPECT_THROW((void)read_picture(path("nosuch.png")), InputError);
  EXPECT_THROW((void)read_picture(path(".")), InputError);
}

}  // namespace
}  // namespace gapmap::io
