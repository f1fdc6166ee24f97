// The page of columns in the manual is what the catalogue of columns says. With
// GAPMAP_UPDATE_REFERENCE=1 it is written anew.

#include "gapmap/report/column_reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "gapmap/report/headings.h"
#include "gapmap/tables/columns.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::report {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kBegin = "<!-- columns -->\n";
constexpr std::string_view kEnd = "<!-- /columns -->";

TEST(ColumnReference, IsThePageOfTheManual) {
  std::filesystem::path const page{GAPMAP_SOURCE_DIR "/tools/manual/reference/files.md"};
  auto text = read_text(page);
  auto const first = text.find(kBegin) + kBegin.size();
  auto const end = text.find(kEnd);
  ASSERT_NE(end, std::string::npos);
  ASSERT_LE(first, end);
  auto const rows = "\n" + column_reference() + "\n";
  if (std::getenv("GAPMAP_UPDATE_REFERENCE") != nullptr) {
    std::ofstream{page, std::ios::binary} << text.replace(first, end - first, rows);
    return;
  }
  EXPECT_EQ(text.substr(first, end - first), rows)
      << "GAPMAP_UPDATE_REFERENCE=1 writes the rows anew";
}

TEST(ColumnReference, HasEveryColumnOfEveryTable) {
  auto const text = column_reference();
  for (auto const& column : tables::declared_columns()) {
    for (auto const& list : {column.tables, column.compared_in}) {
      for (auto const table : list)
        EXPECT_THAT(text, HasSubstr("\n| " + std::string{table} + " | ")) << column.name;
    }
  }
  EXPECT_THAT(text, HasSubstr("| gaps | `distance_min_m`, `time_min_s` | m or s | Of the gap's"));
  EXPECT_THAT(text, HasSubstr("| cells | `place_2_id` |"));
  EXPECT_THAT(text, HasSubstr("| municipalities | `REQUIREMENT_met` | residents | Residents for"));
  EXPECT_THAT(text, HasSubstr("`residents_before`, `residents_after`, `residents_change`"));
}

TEST(DeclaredColumns, AreCalledAndDescribedInEveryLanguage) {
  for (auto const& column : tables::declared_columns()) {
    if (column.name == "{requirement}") continue;  // the user's word alone
    for (auto const& list : {column.tables, column.compared_in}) {
      if (list.empty()) continue;
      for (auto name : tables::names_in(list.front(), column)) {
        if (auto const at = name.find("{rank}"); at != std::string::npos) name.replace(at, 6, "2");
        for (auto const language : kLanguages) {
          auto const table = tables::is_of_run(list.front()) ? "" : list.front();
          auto const heard = heading(language, name, ShownUnits::Large, table);
          EXPECT_TRUE(heard.has_value()) << name << code_of(language);
          EXPECT_NE(description(language, name, ShownUnits::Large, table), "")
              << name << code_of(language);
        }
      }
    }
  }
}

}  // namespace
}  // namespace gapmap::report
