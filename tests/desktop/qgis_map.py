"""The map of a project of QGIS, as it opens."""

from qgis.core import QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererParallelJob, QgsMapSettings
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

WIDTH = 1200


def start():
    """QGIS without a window; to be kept as long as it is used."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    return application


def draw(project):
    """All layers, from the topmost, in the extent that the project shows; an image, and what went wrong."""
    extent = project.viewSettings().defaultViewExtent()
    settings = QgsMapSettings()
    settings.setLayers(project.layerTreeRoot().layerOrder())
    settings.setDestinationCrs(project.crs())
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputDpi(110)
    settings.setOutputSize(QSize(WIDTH, int(WIDTH * extent.height() / extent.width())))
    # What the window of QGIS tells expressions, the scale among it.
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage(), [error.message for error in job.errors()]


def colors_of(image):
    return {image.pixelColor(x, y).name() for x in range(0, WIDTH, 7) for y in range(0, image.height(), 7)}
