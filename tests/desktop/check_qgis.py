"""Opens a result in QGIS: layers with the styles of the GeoPackage, and the project beside it.

check_qgis.py FOLDER LANGUAGE PICTURE
"""

import os
import sys

from qgis.core import QgsProject, QgsVectorLayer

import qgis_map

# From the topmost layer to the lowest: table, rows in the sample, and a text of its legend.
LAYERS = {
    "fi": [("joint_remedies", 10, "Yhdessä parhaat paikat", "Yhdessä parhaat paikat"), ("remedies", 30, "Ratkaisuehdotukset", "muu hyvä ehdotus"),
           ("places", 7, "Kohtaamispaikat", "Kohtaamispaikat"), ("municipalities", 12, "Kunnat", "Kunnat"),
           ("roads", 670, "Tiet", "Valta- ja kantatiet"), ("gaps", 437, "Katvealueet", "enintään 10 asukasta"), ("cells", 6236, "Väestöruudut", "yli 30\u00a0km")],
    "sv": [("joint_remedies", 10, "Bästa platserna tillsammans", "Bästa platserna tillsammans"), ("remedies", 30, "Åtgärdsförslag", "annat gott förslag"),
           ("places", 7, "Mötesplatser", "Mötesplatser"), ("municipalities", 12, "Kommuner", "Kommuner"),
           ("roads", 670, "Vägar", "Riks- och stamvägar"), ("gaps", 437, "Luckor", "högst 10 invånare"), ("cells", 6236, "Befolkningsrutor", "över 30\u00a0km")],
    "en": [("joint_remedies", 10, "Best places together", "Best places together"), ("remedies", 30, "Remedies", "another good proposal"),
           ("places", 7, "Meeting places", "Meeting places"), ("municipalities", 12, "Municipalities", "Municipalities"),
           ("roads", 670, "Roads", "Main roads"), ("gaps", 437, "Gaps", "up to 10 residents"), ("cells", 6236, "Population cells", "over 30\u00a0km")],
}
# Above the municipalities, if the run was asked for it.
ROADS_USED = {
    "fi": ("roads_used", 771, "Kuljetut tiet", "yli 10\u00a0000 asukasta"),
    "sv": ("roads_used", 771, "Vägar som används", "över 10\u00a0000 invånare"),
    "en": ("roads_used", 771, "Roads used", "over 10,000 residents"),
}
DISTANCE = {"fi": "Matka (m)", "sv": "Avstånd (m)", "en": "Distance (m)"}


def expect(condition, what):
    if not condition:
        sys.exit(f"check_qgis.py: {what}")


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def check_layers(geopackage, language):
    """Dragged into QGIS, without the project."""
    for table, rows, _, text in LAYERS[language]:
        layer = QgsVectorLayer(f"{geopackage}|layername={table}", table, "ogr")
        expect(layer.isValid() and layer.featureCount() == rows, f"{table}: {layer.featureCount()} rows, not {rows}")
        expect(layer.crs().authid() == "EPSG:3067", f"{table}: {layer.crs().authid()}")
        message, is_loaded = layer.loadDefaultStyle()
        expect(is_loaded, f"{table}: no default style: {message}")
        expect(layer.renderer().type() == "RuleRenderer", f"{table}: {layer.renderer().type()} is not the file's")
        expect(text in legend(layer), f"{table}: no “{text}” in {legend(layer)}")
        expect(all(f.hasGeometry() and f.geometry().isGeosValid() for f in layer.getFeatures()), f"{table}: invalid shapes")
        if table == "cells":
            index = layer.fields().indexOf("distance_m")
            expect(layer.attributeAlias(index) == DISTANCE[language], f"alias {layer.attributeAlias(index)}")
            expect(all_drawn(layer), "cells: some are drawn by no rule")


def all_drawn(layer):
    """Every cell by exactly one rule."""
    rules = [rule.filterExpression() for rule in layer.renderer().rootRule().children()]
    return sum(len(list(layer.getFeatures(rule))) for rule in rules) == layer.featureCount()


def is_of_group(layer):
    return "layername=outside_groups" in layer.source()


def check_groups(tree):
    """A layer for each group of residents, above the cells, none of them shown at first."""
    layers = tree.layerOrder()
    groups = [layer for layer in layers if is_of_group(layer)]
    expect(len(groups) > 1 and layers[-1 - len(groups):-1] == groups, f"groups: {[layer.name() for layer in layers]}")
    for layer in groups:
        expect(layer.isValid() and layer.featureCount() > 0 and all(legend(layer)), f"{layer.name()} does not open")
        expect(not tree.findLayer(layer).itemVisibilityChecked(), f"{layer.name()} is shown")


def check_project(path, language, picture):
    project = QgsProject.instance()
    expect(project.read(path), f"{path}: {project.error()}")
    expect(project.crs().authid() == "EPSG:3067", f"project in “{project.crs().authid()}”")
    check_groups(project.layerTreeRoot())
    layers = [layer for layer in project.layerTreeRoot().layerOrder() if not is_of_group(layer)]
    expect([layer.name() for layer in layers] == [title for _, _, title, _ in LAYERS[language]], [l.name() for l in layers])
    for layer, (table, rows, _, text) in zip(layers, LAYERS[language]):
        expect(layer.isValid() and layer.featureCount() == rows, f"project: {table} does not open")
        expect(text in legend(layer), f"project: no “{text}” in {legend(layer)}")
    extent = project.viewSettings().defaultViewExtent()
    shown = next(layer for layer, row in zip(layers, LAYERS[language]) if row[0] == "municipalities")
    expect(extent.contains(shown.extent()), f"project shows {extent.toString()}")
    image, errors = qgis_map.draw(project)
    expect(not errors, errors)
    colors = qgis_map.colors_of(image)
    for color in ("#431602", "#6ca3cd"):  # large gaps, and cells at 10 to 20 km
        expect(color in colors, f"nothing is drawn in {color}")
    expect(image.save(picture), f"{picture} is not written")


def main():
    folder, language, picture = sys.argv[1:]
    if os.path.exists(os.path.join(folder, "roads_used.csv")):
        LAYERS[language].insert(3, ROADS_USED[language])
    application = qgis_map.start()
    check_layers(os.path.join(folder, "gapmap.gpkg"), language)
    check_project(os.path.join(folder, "gapmap.qgs"), language, picture)
    print(f"QGIS: layers, project and map in {language}: {picture}")
    sys.stdout.flush()
    os._exit(0)  # QGIS 3.22 may crash while Python takes it down; `application` lives until here


main()
