#include "gapmap/report/hidden_numbers.h"

#include "tests/report/tiny_run.h"

namespace gapmap::report {
namespace {

using tables::Value;
using testing::ElementsAre;
using S = std::string;
using I = std::int64_t;

TEST(HiddenNumbers, ReadersSeeASign) {
  tables::OutputTable table{"t",
                            {column::integer("a"), column::integer("b c"), column::text("hidden")},
                            {{Value{}, Value{}, S{"b c"}}, {I{1}, I{2}, Value{}}},
                            {}};
  show_hidden(table);
  ASSERT_EQ(table.columns.size(), 2U);
  EXPECT_EQ(table.columns[0].name, "a");
  EXPECT_EQ(table.columns[1].name, "b c");
  EXPECT_THAT(table.rows[0], ElementsAre(Value{}, S{".."}));
  EXPECT_THAT(table.rows[1], ElementsAre(I{1}, I{2}));
}

}  // namespace
}  // namespace gapmap::report
