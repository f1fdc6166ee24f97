(function () {
  var drawn = document.getElementById("drawn-map");
  var host = document.getElementById("live-map");
  if (!drawn || !host || !window.L) return;
  var width = drawn.viewBox.baseVal.width, height = drawn.viewBox.baseVal.height;
  var bounds = [[0, 0], [height, width]];
  host.hidden = false;
  host.style.aspectRatio = width + " / " + Math.min(height, 1.3 * width);
  host.parentNode.classList.add("live");
  // Who has asked for less motion gets none.
  var moves = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var map = L.map(host, {crs: L.CRS.Simple, zoomSnap: 0.25, minZoom: -12, maxZoom: 4, zoomControl: false,
                         attributionControl: false, scrollWheelZoom: false, fadeAnimation: moves,
                         zoomAnimation: moves, markerZoomAnimation: moves, inertia: moves});
  // It fills its frame until somebody moves it.
  var isMoved = false;
  function fill() {
    if (isMoved) return;
    map.options.zoomSnap = 0;
    map.fitBounds(bounds, {animate: false});
    map.options.zoomSnap = 0.25;
  }
  fill();
  map.on("resize", fill);
  ["mousedown", "touchstart", "wheel", "keydown"].forEach(function (act) {
    host.addEventListener(act, function () { isMoved = true; });
  });
  map.setMinZoom(map.getZoom() - 1);
  map.setMaxZoom(map.getZoom() + 6);
  L.control.zoom({zoomInTitle: host.dataset.zoomIn, zoomOutTitle: host.dataset.zoomOut}).addTo(map);
  // The page scrolls under the wheel until the map is chosen.
  map.on("focus", function () { map.scrollWheelZoom.enable(); });
  map.on("blur", function () { map.scrollWheelZoom.disable(); });

  function layerOf(selectors, except) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    svg.setAttribute("font-size", drawn.getAttribute("font-size"));
    svg.setAttribute("aria-hidden", "true");
    drawn.querySelectorAll(selectors).forEach(function (part) { svg.appendChild(part.cloneNode(true)); });
    if (except) svg.querySelectorAll(except).forEach(function (part) { part.remove(); });
    return L.svgOverlay(svg, bounds, {interactive: true});
  }
  function marksOf(selector, sign) {
    var parts = drawn.querySelectorAll(selector);
    // Hundreds of stops would bar the way on; the tables name them all.
    var areStops = parts.length <= 60;
    return Array.prototype.map.call(parts, function (part) {
      var words = part.querySelector("title").textContent;
      // Of an area its number; of a place its sign, whatever the shape.
      var drawing = part.querySelector("circle") || part.querySelector("path");
      var box = drawing.getBBox();
      var at = [height - box.y - box.height / 2, box.x + box.width / 2];
      var text = part.querySelector("text");
      var kind = part.getAttribute("class").split(" ").slice(1);
      var icon = L.divIcon({className: [sign].concat(kind).join(" "), iconSize: null, html: ""});
      var mark = L.marker(at, {icon: icon, keyboard: areStops});
      mark.bindTooltip(function () {
        var tip = document.createElement("span");
        tip.textContent = words;
        return tip;
      });
      mark.on("add", function () {
        var element = mark.getElement();
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", words);
        if (text && sign !== "place-mark") {
          element.textContent = text.textContent;
          element.style.backgroundColor = drawing.getAttribute("fill");
        }
        element.addEventListener("focus", function () { mark.openTooltip(); });
        element.addEventListener("blur", function () { mark.closeTooltip(); });
      });
      return mark;
    });
  }
  layerOf(".ground").addTo(map).setZIndex(0);
  var layers = {};
  layers[host.dataset.cells] = layerOf(".cells");
  if (drawn.querySelector(".roads")) layers[host.dataset.roads] = layerOf(".roads");
  layers[host.dataset.municipalities] = layerOf(".municipalities, .names");
  if (drawn.querySelector(".gap")) layers[host.dataset.gaps] = L.layerGroup([layerOf(".gap > path")].concat(marksOf(".gap", "gap-mark")));
  layers[host.dataset.places] = L.layerGroup([layerOf(".places", "circle, path, title")].concat(marksOf(".place", "place-mark")));
  if (drawn.querySelector(".proposal")) layers[host.dataset.proposals] = L.layerGroup(marksOf(".proposal", "proposal-mark"));
  Object.keys(layers).forEach(function (name) { layers[name].addTo(map); });
  // Names grow with the map; until they can be read they only cover it.
  var letters = parseFloat(drawn.getAttribute("font-size"));
  function showNames() { host.classList.toggle("names-too-small", letters * map.options.crs.scale(map.getZoom()) < 8); }
  map.on("zoomend", showNames);
  showNames();
  // The layers are chosen beside the map, where they cover nothing of it.
  var chooser = L.control.layers(null, layers, {collapsed: false}).addTo(map).getContainer();
  var beside = document.createElement("div");
  beside.className = "map-layers";
  beside.setAttribute("role", "group");
  beside.setAttribute("aria-label", host.dataset.layers);
  beside.appendChild(chooser);
  host.parentNode.insertBefore(beside, host);
})();
