#include "gapmap/io/detail/spreadsheet.h"

#include <cpl_vsi.h>

#include "gapmap/io/read_places.h"
#include "gapmap/io/read_population.h"
#include "gapmap/units/error.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;

/// A workbook by hand: what programs leave out or write otherwise is the point here.
class Spreadsheets : public Reading {
 protected:
  /// `sheets` are names with the inner of sheetData.
  std::string workbook(std::vector<std::pair<std::string, std::string>> const& sheets) const {
    auto const name = path("b.xlsx");
    auto const zip = "/vsizip/" + name;
    std::string types =
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
        R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>)";
    std::string book =
        R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)";
    std::string links =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    std::vector<std::pair<std::string, std::string>> parts{{"[Content_Types].xml", types}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      auto const n = std::to_string(i + 1);
      book +=
          "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
      links += "<Relationship Id=\"rId" + n +
               "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
               "worksheet\" Target=\"worksheets/sheet" +
               n + ".xml\"/>";
      parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
                         "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                         "main\"><sheetData>" +
                             sheets[i].second + "</sheetData></worksheet>");
    }
    parts.emplace_back("xl/workbook.xml", book + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", links + "</Relationships>");
    auto* const archive = VSIFOpenL(zip.c_str(), "wb");
    for (auto const& [part, text] : parts) {
      auto* const file = VSIFOpenL((zip + "/" + part).c_str(), "wb");
      VSIFWriteL(text.data(), 1, text.size(), file);
      VSIFCloseL(file);
    }
    VSIFCloseL(archive);
    return name;
  }

  /// "text", "#12.5", "=formula" and "?1" (true), in rows.
  static std::string rows(std::vector<std::vector<std::string>> const& cells) {
    std::string xml;
    for (std::size_t r = 0; r < cells.size(); ++r) {
      auto const row = std::to_string(r + 1);
      xml += "<row r=\"" + row + "\">";
      for (std::size_t c = 0; c < cells[r].size(); ++c) {
        auto const& cell = cells[r][c];
        auto const place = std::string(1, static_cast<char>('A' + c)) + row;
        if (cell.empty()) continue;
        if (cell.starts_with("=")) {
          xml += "<c r=\"" + place + "\"><f>" + cell.substr(1) + "</f><v></v></c>";
        } else if (cell.starts_with("?")) {
          xml += "<c r=\"" + place + "\" t=\"b\"><v>" + cell.substr(1) + "</v></c>";
        } else if (cell.starts_with("#")) {
          xml += "<c r=\"" + place + "\"><v>" + cell.substr(1) + "</v></c>";
        } else {
          xml += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
        }
      }
      xml += "</row>";
    }
    return xml;
  }

  [[nodiscard]] PlacesRead places(std::vector<std::vector<std::string>> const& cells) const {
    return read_places({{workbook({{"Paikat", rows(cells)}})}}, frame);
  }
};

TEST_F(Spreadsheets, TheHeaderIsFoundBelowTitles) {
  auto const read = places({{"Kohtaamispaikat 2026"},
                            {"Päivitetty", "#45000"},
                            {},
                            {"id", "Paikan nimi", "E (m)", "N (m)"},
                            {"005", "Talo", "#512500", "#6840500.25"}});
  ASSERT_EQ(read.places.size(), 1U);
  auto const& place = read.places[PlaceId{0}];
  EXPECT_EQ(place.id, "005") << "text stays text";
  EXPECT_EQ(place.name, "Talo");
  EXPECT_EQ(place.point.y, 6840500.25);
  EXPECT_THAT(read.report.recognised, HasSubstr("header in row 4"));
}

TEST_F(Spreadsheets, AFormulaThatNobodyComputedIsNamedByWhatBecameOfItsRow) {
  auto const read = places({{"id", "nimi", "x", "y"},
                            {"1", "Talo", "#512500", "#6840500"},
                            {"2", "Tupa", "=C2+1000", "#6840500"},
                            {"3", "=B2", "#514500", "#6840500"}});
  EXPECT_EQ(remarks_of(read.report),
            "1 used: formula that was never computed: open the file in a spreadsheet and save it "
            "[row 4]\n1 left out: formula that was never computed: open the file in a spreadsheet "
            "and save it [2]");
  EXPECT_EQ(read.report.rows, 3U);
}

TEST_F(Spreadsheets, ANumberOfResidentsThatNobodyComputedIsLost) {
  auto const name = workbook({{"a", rows({{"id", "x", "y", "vaesto"},
                                          {"1", "#512500", "#6840500", "=SUM(D3)"},
                                          {"2", "#513500", "#6840500", "#20"}})}});
  auto const read = read_population({{name}}, frame);
  EXPECT_EQ(remarks_of(read.report),
            "1 left out: formula that was never computed: open the file in a spreadsheet and save "
            "it [1]");
}

TEST_F(Spreadsheets, TrueIsNobody) {
  auto const name = workbook({{"a", rows({{"id", "x", "y", "vaesto"},
                                          {"1", "#512500", "#6840500", "?1"},
                                          {"2", "#513500", "#6840500", "?0"},
                                          {"3", "#513500", "#6841500", "#20"}})}});
  auto const read = read_population({{name}}, frame);
  EXPECT_EQ(remarks_of(read.report), "2 left out: number of residents is not a number [1, 2]");
}

TEST_F(Spreadsheets, ASecondTableBelowIsRefused) {
  try {
    (void)places({{"id", "nimi", "x", "y"},
                  {"1", "Talo", "#512500", "#6840500"},
                  {},
                  {"Itäkylä"},
                  {"id", "nimi", "x", "y", "tyyppi"},
                  {"2", "Tupa", "#513500", "#6840500", "kerho"}});
    FAIL() << "one of the tables would vanish";
  } catch (InputError const& error) {
    EXPECT_THAT(error.what(), HasSubstr("its row 1 and row 5 both look like headers"));
  }
}

TEST_F(Spreadsheets, ANoteBesideTheTableMovesNothing) {
  auto const read = places({{"id", "nimi", "x", "y"},
                            {"1", "Talo", "#512500", "#6840500", "", "suljettu 2027"},
                            {"2", "Tupa", "#513500", "#6840500"}});
  EXPECT_EQ(read.places.size(), 2U);
  EXPECT_EQ(remarks_of(read.report), "1 used: row with more cells than there are fields [row 2]");
}

TEST_F(Spreadsheets, NumbersOfTheProgramHaveDecimalsAndTextIsJudged) {
  auto const numbers = places({{"id", "x", "y", "kapasiteetti"},
                               {"1", "#512500", "#6840500", "#12.345"},
                               {"2", "#513500", "#6840500", "#370"}});
  EXPECT_EQ(numbers.places[PlaceId{0}].capacity, 12.345);
  auto const texts = places({{"id", "x", "y", "kapasiteetti"},
                             {"1", "#512500", "#6840500", "1.110"},
                             {"2", "#513500", "#6840500", "#370"}});
  EXPECT_EQ(texts.places[PlaceId{0}].capacity, 1110);
}

TEST_F(Spreadsheets, EmptySheetsBesideTheOneAreNoChoice) {
  auto const name = workbook({{"Paikat", rows({{"id", "x", "y"}, {"1", "#512500", "#6840500"}})},
                              {"Taul2", ""},
                              {"Taul3", ""}});
  EXPECT_EQ(read_places({{name}}, frame).report.layer, "Paikat");
}

TEST_F(Spreadsheets, AFilterSeesNumbersAsNumbers) {
  auto const name = workbook({{"Paikat", rows({{"id", "x", "y", "paikkoja", "kunta"},
                                               {"1", "#512500", "#6840500", "#5", "091"},
                                               {"2", "#513500", "#6840500", "#50", "005"}})}});
  EXPECT_EQ(read_places({{.path = name, .where = "paikkoja > 9"}}, frame).places.size(), 1U);
  EXPECT_EQ(read_places({{.path = name, .where = "kunta = '091'"}}, frame).places.size(), 1U);
}

TEST_F(Spreadsheets, TheHeaderIsWhereTheUserSays) {
  auto const name = workbook(
      {{"Paikat", rows({{"x", "y", "id"}, {"id", "x", "y"}, {"1", "#512500", "#6840500"}})}});
  EXPECT_EQ(read_places({{.path = name, .header_row = 2}}, frame).places.size(), 1U);
}

}  // namespace
}  // namespace gapmap::io
