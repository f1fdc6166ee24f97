"""Opens the project of any result in QGIS: every layer has its rows and a rule for each, and the map has the colours told.

check_project.py FOLDER PICTURE LAYERS [COLOR …]; LAYERS from the topmost to the lowest, a comma between them
"""

import os
import sys

from qgis.core import QgsProject

import qgis_map


def expect(condition, what):
    if not condition:
        sys.exit(f"check_project.py: {what}")


def check_layer(layer):
    name = layer.name()
    expect(layer.isValid() and layer.featureCount() > 0, f"{name} does not open, or is empty")
    expect(all(f.hasGeometry() and f.geometry().isGeosValid() for f in layer.getFeatures()), f"{name}: invalid shapes")
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    expect(labels and all(labels), f"{name}: a sign without words in the legend: {labels}")


def main():
    folder, picture, layers, *colors = sys.argv[1:]
    application = qgis_map.start()
    project = QgsProject.instance()
    expect(project.read(os.path.join(folder, "gapmap.qgs")), project.error())
    expect(project.crs().authid() == "EPSG:3067", f"project in “{project.crs().authid()}”")
    order = project.layerTreeRoot().layerOrder()
    tables = [layer.source().split("layername=")[1].split("|")[0] for layer in order]
    expect(tables == layers.split(","), f"layers {tables}")
    for layer in order:
        check_layer(layer)
    image, errors = qgis_map.draw(project)
    expect(not errors, errors)
    drawn = qgis_map.colors_of(image)
    for color in colors:
        expect(color in drawn, f"nothing is drawn in {color}")
    expect(image.save(picture), f"{picture} is not written")
    print(f"QGIS: project and map of {folder}: {picture}")
    sys.stdout.flush()
    os._exit(0)  # QGIS 3.22 may crash while Python takes it down; `application` lives until here


main()
