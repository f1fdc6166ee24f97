#pragma once
// What the tests of the readers share: a folder to write into, the working frame, and reports as
// text.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/units/error.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::io {

class Reading : public ::testing::Test {
 protected:
  /// Writes `text` into the test's folder; its path.
  std::string file(std::string const& name, std::string const& text) const {
    write_text(folder_.path() / name, text);
    return path(name);
  }
  [[nodiscard]] std::string path(std::string const& name) const {
    return (folder_.path() / name).string();
  }

  WorkingFrame const frame{Crs::tm35fin()};

 private:
  TemporaryFolder folder_;
};

/// "2 left out: no coordinates [3, 4]" a remark, in lines.
inline std::string remarks_of(ImportReport const& report) {
  std::string text;
  for (auto const& remark : report.remarks) {
    if (!text.empty()) text += "\n";
    text += std::to_string(remark.count) +
            (remark.consequence == Consequence::LeftOut ? " left out: " : " used: ") + remark.what +
            " [";
    for (auto const& example : remark.examples) text += (text.ends_with('[') ? "" : ", ") + example;
    text += "]";
  }
  return text;
}

/// What the error says that `work` throws; fails if it throws none of that type.
template <class Error, class Work>
std::string message_of(Work const& work) {
  try {
    work();
  } catch (Error const& error) {
    return error.what();
  }
  ADD_FAILURE() << "nothing thrown";
  return {};
}

/// GeoJSON with one feature a line: geometry and properties as JSON text.
inline std::string geojson(std::vector<std::pair<std::string, std::string>> const& features) {
  std::string text = R"({"type":"FeatureCollection","features":[)";
  for (auto const& [geometry, properties] : features) {
    if (!text.ends_with('[')) text += ',';
    text +=
        "\n{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
  }
  return text + "]}\n";
}

}  // namespace gapmap::io
