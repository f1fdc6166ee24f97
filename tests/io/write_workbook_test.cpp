// Workbooks as Excel would read them: the file's own XML, and GDAL's reader.

#include "gapmap/io/write_workbook.h"

#include <cpl_vsi.h>

#include <fstream>
#include <sstream>

#include "gapmap/io/dataset.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Workbook : public Reading {
 protected:
  [[nodiscard]] std::string write(std::vector<Sheet> const& sheets,
                                  std::string const& name = "book.xlsx") const {
    auto path = this->path(name);
    write_workbook(path, "Vertaistuki", sheets);
    return path;
  }
  /// A part of the file, unpacked.
  [[nodiscard]] static std::string part(std::string const& path, std::string const& name) {
    auto* const file = VSIFOpenL(("/vsizip/" + path + "/" + name).c_str(), "rb");
    if (file == nullptr) return {};
    std::string text;
    std::array<char, 4096> block{};
    for (std::size_t read = 0; (read = VSIFReadL(block.data(), 1, block.size(), file)) > 0;)
      text.append(block.data(), read);
    VSIFCloseL(file);
    return text;
  }
};

Sheet places() {
  return {
      .title = "Paikat",
      .notes = {"Etelä-Savo, 20 km"},
      .table = {"places",
                {{"code", tables::ColumnType::Text},
                 {"name", tables::ColumnType::Text},
                 {"residents", tables::ColumnType::Integer},
                 {"share", tables::ColumnType::Real, 6},
                 {"distance_m", tables::ColumnType::Real, 3}},
                {{std::string{"046"}, std::string{"=1+1"}, std::int64_t{1234}, 0.526, 22500.5},
                 {std::string{"740"}, std::string{"Sääminki"}, tables::Value{}, tables::Value{},
                  tables::Value{}},
                 {tables::Value{}, std::string{"Yhteensä"}, std::int64_t{1234}, 0.526, 22500.5}},
                {},
                {}},
      .columns = {{"Tunnus"},
                  {"Nimi"},
                  {"Asukkaita", NumberFormat::Whole},
                  {"Osuus", NumberFormat::Percent},
                  {"Etäisyys (km)", NumberFormat::Kilometers}},
      .total_rows = 1};
}

TEST_F(Workbook, TextStaysTextWhateverItLooksLike) {
  auto const path = write({places()});
  auto const sheet = part(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("<f>"))) << "a formula";
  EXPECT_THAT(part(path, "xl/sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
  EXPECT_THAT(part(path, "xl/sharedStrings.xml"), HasSubstr("<t>046</t>"));
}

TEST_F(Workbook, ValuesAreWholeAndFormatsOnlyShowThemOtherwise) {
  auto const path = write({places()});
  auto const sheet = part(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<v>22500.5</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>0.526"));
  EXPECT_THAT(part(path, "xl/styles.xml"), HasSubstr("#,##0.0,"));
  EXPECT_THAT(part(path, "xl/styles.xml"), HasSubstr("0.0 %"));
}

TEST_F(Workbook, ControlCharactersAreBlanksSinceXmlHasNone) {
  auto sheet = places();
  sheet.table.rows[1][1] = std::string{
      "a\x0B"
      "b\x01"
      "c\n"};
  EXPECT_THAT(part(write({sheet}), "xl/sharedStrings.xml"), HasSubstr("a b c\n"));
}

TEST_F(Workbook, NothingIsAnEmptyFieldNotZero) {
  auto const sheet = part(write({places()}), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("r=\"C5\""))) << "residents of the second place";
  EXPECT_THAT(sheet, HasSubstr("r=\"C4\""));
}

TEST_F(Workbook, HeadersAreFrozenWithFiltersThatLeaveTheTotalAlone) {
  auto const sheet = part(write({places()}), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A3:E5\"/>"));
  EXPECT_THAT(sheet, HasSubstr("ySplit=\"3\""));
}

TEST_F(Workbook, RowsAreAsHighAsTheirLines) {
  auto sheet = places();
  sheet.columns[1].header = "Nimi";
  sheet.columns[2].header = "Asukkaita, joille lähin";
  sheet.table.rows[0][1] = std::string(100, 'x') + " " + std::string(30, 'y');
  auto const xml = part(write({sheet}), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("<row r=\"3\" spans=\"1:5\" ht=\"30\" customHeight=\"1\""))
      << "a header of two lines";
  EXPECT_THAT(xml, HasSubstr("<row r=\"4\" spans=\"1:5\" ht=\"45\" customHeight=\"1\""))
      << "the long word goes on in a second and a third, where the other follows";
  EXPECT_THAT(xml, HasSubstr("<row r=\"5\" spans=\"1:5\">"));
}

TEST_F(Workbook, SheetsPrintAcrossWithTheirNameAndHeaderOnEveryPage) {
  auto const path = write({places()});
  auto const xml = part(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(xml, HasSubstr("fitToHeight=\"0\""));
  EXPECT_THAT(xml, HasSubstr("<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>"));
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr("Paikat!$3:$3"));
}

TEST_F(Workbook, AWideSheetPrintsOnPagesSideBySideThatNameTheirRows) {
  Sheet sheet{.title = "Kunnat"};
  sheet.table.columns = {{"code", tables::ColumnType::Text}};
  sheet.columns = {{"Koodi"}};
  sheet.table.rows = {{std::string{"491"}}};
  for (std::int64_t c = 0; c < 40; ++c) {
    sheet.table.columns.push_back({"n" + std::to_string(c), tables::ColumnType::Integer});
    sheet.columns.push_back({"Luku", NumberFormat::Whole});
    sheet.table.rows.front().emplace_back(c);
  }
  auto const path = write({sheet});
  auto const xml = part(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("scale=\"65\""));
  EXPECT_THAT(xml, HasSubstr("<colBreaks count=\"1\""));
  EXPECT_THAT(xml, Not(HasSubstr("fitToHeight")));
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr("Kunnat!$A:$A,Kunnat!$1:$1"));
}

TEST_F(Workbook, OthersReadWhatWasWritten) {
  auto sheet = places();
  sheet.notes.clear();
  auto const table = Table::open({.path = write({sheet})});
  EXPECT_EQ(table.name(), "Paikat");
  EXPECT_THAT(table.fields(), ElementsAre("Tunnus", "Nimi", "Asukkaita", "Osuus", "Etäisyys (km)"));
  std::vector<std::string> names;
  table.visit([&](Record const& record) { names.push_back(record.text(1).value_or("")); });
  EXPECT_THAT(names, ElementsAre("=1+1", "Sääminki", "Yhteensä"));
}

TEST_F(Workbook, AChartNamesItsSeriesByTheHeaders) {
  auto sheet = places();
  sheet.chart = {.title = "Asukkaat",
                 .value_axis = "asukasta",
                 .category_axis = "Kunta",
                 .categories = 1,
                 .series = {2},
                 .colors = {0x08306B},
                 .rows = 2};
  auto const path = write({sheet});
  auto const chart = part(path, "xl/charts/chart1.xml");
  EXPECT_THAT(chart, HasSubstr("<a:t>Kunta</a:t>"));
  EXPECT_THAT(part(path, "xl/drawings/drawing1.xml"),
              HasSubstr("descr=\"Asukkaat: Kunta, asukasta\""))
      << "for screen readers";
  EXPECT_THAT(chart, HasSubstr("Paikat!$C$3"));
  EXPECT_THAT(chart, HasSubstr("Paikat!$C$4:$C$5"));
}

TEST_F(Workbook, AChartHoldsNoZeroForASign) {
  auto sheet = places();
  sheet.table.rows[0][2] = std::string{".."};
  sheet.table.rows[1][2] = std::int64_t{1234};
  sheet.chart = {.categories = 1, .series = {2}, .colors = {0x08306B}, .rows = 2};
  auto const path = write({sheet});
  auto const chart = part(path, "xl/charts/chart1.xml");
  auto const values = chart.substr(chart.find("<c:val>"));
  EXPECT_THAT(values, HasSubstr("<c:ptCount val=\"2\"/>"));
  EXPECT_THAT(values, testing::Not(HasSubstr("<c:pt idx=\"0\">"))) << "the sign is no number";
  EXPECT_THAT(values, HasSubstr("<c:pt idx=\"1\">"));
  auto const xml = part(path, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, testing::Not(HasSubstr("r=\"C4\""))) << "programs draw words as zeros";
  EXPECT_THAT(xml, HasSubstr("<conditionalFormatting sqref=\"C4\">")) << "it is shaded";
}

TEST_F(Workbook, TheSameSheetsGiveTheSameBytes) {
  auto const bytes = [](std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  };
  EXPECT_EQ(bytes(write({places()}, "a.xlsx")), bytes(write({places()}, "b.xlsx")));
}

TEST_F(Workbook, WhatCannotBeWrittenIsSaid) {
  std::vector<Sheet> const sheets{places()};
  EXPECT_THROW(write_workbook(this->path("none/book.xlsx"), "", sheets), InputError);
  std::vector<Sheet> const twice{places(), places()};
  EXPECT_THROW(write_workbook(this->path("book.xlsx"), "", twice), BrokenPromise);
}

TEST_F(Workbook, LongNotesAreBrokenIntoLinesAndMakeNoPageWider) {
  auto sheet = places();
  std::string const note =
      "Salattuja ovat alle 10 asukkaan luvut ja ne muut luvut, joista sellaisen "
      "voisi laskea tai rajata tarkasti: vaikka lukijalla olisivat kaikki nämä "
      "tulokset, jokaisella luvulla on monta mahdollista arvoa.";
  sheet.notes.push_back(note);
  sheet.after = {note};
  auto const text = part(write({sheet, {.title = "Vain sanoja", .notes = {note}, .table = {}}}),
                         "xl/worksheets/sheet1.xml");
  EXPECT_THAT(text, HasSubstr("<mergeCells count=\"2\">"));
  EXPECT_THAT(text, HasSubstr("<mergeCell ref=\"A2:"));
  EXPECT_THAT(text, HasSubstr("<row r=\"2\" spans=\"1:12\" ht=\""));
  EXPECT_THAT(text, Not(HasSubstr("<mergeCell ref=\"A1:"))) << "a short note fits on its line";
}

}  // namespace
}  // namespace gapmap::io
