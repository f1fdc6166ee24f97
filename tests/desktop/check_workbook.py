"""What LibreOffice read from the workbook, after it saved it as its own format.

check_workbook.py FILE.ods LANGUAGE
"""

import sys
import xml.etree.ElementTree as ElementTree
import zipfile

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CHART = "{urn:oasis:names:tc:opendocument:xmlns:chart:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

# First sheets, and the sentence with the main figure.
EXPECTED = {
    "fi": (["Yhteenveto", "Kunnat", "Luokat kunnittain", "Kertymä", "Luokat ryhmittäin", "Etäisyysluokat"],
           "69\u00a0346 asukkaalla 131\u00a0713 asukkaasta (52,6\u00a0%) on kohtaamispaikka enintään 20 km:n päässä."),
    "sv": (["Sammanfattning", "Kommuner", "Klasser per kommun", "Kumulativt", "Klasser per grupp", "Avståndsklasser"],
           "69\u00a0346 av 131\u00a0713 invånare (52,6\u00a0%) har en mötesplats högst 20 km bort."),
    "en": (["Summary", "Municipalities", "Classes by municipality", "Cumulative", "Classes by group", "Distance classes"],
           "69,346 of 131,713 residents (52.6%) have a meeting place within 20 km."),
}

# Words of gapmap that only programs read.
ENGLISH = ["keep", "use", "anybody", "to-place", "car", "true", "too_far", "no_place_near", "detour", "slightly_beyond", "far_from_road_data", "length_0", "candidate", "Total", "used", "left out"]


def expect(condition, what):
    if not condition:
        sys.exit(f"check_workbook.py: {what}")


def expect_titles(chart, name):
    """A title for all, one for each axis."""
    titles = ["".join(title.itertext()) for title in chart.iter(CHART + "title")]
    expect(len(titles) == 3 and all(titles), f"{name}: titles {titles}")


def rows_of(table):
    """Texts and numbers of each row; empty cells are left out."""
    for row in table.iter(TABLE + "table-row"):
        values = []
        for cell in row.findall(TABLE + "table-cell"):
            expect(cell.get(TABLE + "formula") is None, f"a formula: {cell.get(TABLE + 'formula')}")
            number = cell.get(OFFICE + "value")
            text = "".join(cell.itertext())
            if number is not None:
                values.append(float(number))
            elif text:
                values.append(text)
        yield values


def main():
    path, language = sys.argv[1:]
    names, sentence = EXPECTED[language]
    with zipfile.ZipFile(path) as file:
        content = ElementTree.fromstring(file.read("content.xml"))
        charts = [name for name in file.namelist() if name.startswith("Object") and name.endswith("content.xml")]
    tables = {table.get(TABLE + "name"): list(rows_of(table)) for table in content.iter(TABLE + "table")}
    tables = {name: rows for name, rows in tables.items() if name is not None}
    expect(list(tables)[: len(names)] == names, f"sheets {list(tables)}")
    expect([sentence] in tables[names[0]], f"no “{sentence}” in {tables[names[0]][:4]}")
    total = next(row for row in tables[names[1]] if 131713.0 in row)
    expect(69346.0 in total and 62328.0 in total, f"total of municipalities: {total}")
    enonkoski = next(row for row in tables[names[1]] if "Enonkoski" in row)
    expect(enonkoski[0] == "046" and enonkoski[3] == 1367.0, f"codes are no text: {enonkoski}")
    for row in tables[names[2]]:
        numbers = [value for value in row if isinstance(value, float)]
        if numbers:
            expect(numbers[0] == sum(numbers[1:]), f"classes do not add up: {row}")
    expect(len(charts) == 2, f"{len(charts)} charts")
    for chart in charts:
        expect_titles(ElementTree.fromstring(zipfile.ZipFile(path).read(chart)), chart)
    texts = {text for rows in tables.values() for row in rows for text in row if isinstance(text, str)}
    for word in ENGLISH if language != "en" else []:
        expect(word not in texts, f"“{word}” is English")
    print(f"LibreOffice: {len(tables)} sheets, {len(charts)} charts in {language}")


main()
