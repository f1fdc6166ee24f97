// The map of a report, of a comparison or of a plan, with the keyboard alone, in Chromium: focus reaches it, arrows move it, plus and
// minus zoom, layers switch on and off, signs tell what they are, and the way on is not barred.
// Usage: node keyboard.mjs REPORT.html run|change|plan LANGUAGE PICTURE
import { chromium } from "playwright-core";

const [report, kind, language, picture] = process.argv.slice(2);
const LAYERS = {
  run: {
    fi: ["Väestöruudut", "Tiet", "Kunnat", "Suurimmat katvealueet", "Kohtaamispaikat", "Yhdessä parhaat paikat"],
    sv: ["Befolkningsrutor", "Vägar", "Kommuner", "De största luckorna", "Mötesplatser", "Bästa platserna tillsammans"],
    en: ["Population cells", "Roads", "Municipalities", "The largest gaps", "Meeting places", "Best places together"],
  },
  change: {
    fi: ["Väestöruudut", "Tiet", "Kunnat", "Suurimmat muuttuvat alueet", "Kohtaamispaikat"],
    sv: ["Befolkningsrutor", "Vägar", "Kommuner", "De största områdena som ändras", "Mötesplatser"],
    en: ["Population cells", "Roads", "Municipalities", "The largest areas that change", "Meeting places"],
  },
  plan: {
    fi: ["Väestöruudut", "Tiet", "Kunnat", "Jäljelle jäävät katvealueet", "Kohtaamispaikat", "Avattavat paikat avaamisjärjestyksessä"],
    sv: ["Befolkningsrutor", "Vägar", "Kommuner", "Luckor som återstår", "Mötesplatser", "Platser som öppnas, numrerade i öppningsordning"],
    en: ["Population cells", "Roads", "Municipalities", "Gaps that remain", "Meeting places", "Places that open, numbered in the order of opening"],
  },
}[kind][language];
const AREA = {
  run: { fi: /^Katvealue 1: /, sv: /^Lucka 1: /, en: /^Gap 1: / },
  plan: { fi: /^Katvealue 1: /, sv: /^Lucka 1: /, en: /^Gap 1: / },
  change: { fi: /^Alue nro 1: /, sv: /^Område nr 1: /, en: /^Area no. 1: / },
}[kind][language];
const NEXT = { run: "#by_municipality", change: "#change_by_municipality", plan: "#plan_order" }[kind];

let failures = 0;
function expect(condition, what) {
  if (condition) return;
  console.error(`keyboard.mjs: ${language}: ${what}`);
  ++failures;
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const width of [1280, 500]) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto("file://" + report);
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      id: element.id, name: element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.[0]?.textContent.trim() || "",
      tag: element.tagName, type: element.type || "", role: element.getAttribute("role") || "", inMap: !!element.closest("#live-map"), inLayers: !!element.closest(".map-layers"),
      isMark: element.classList.contains("leaflet-marker-icon"), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      isSeen: box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0,
    };
  });
  // The map moves for a quarter of a second, and takes no other key meanwhile.
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(400);
    }
  };
  // How far the map is drawn and how large.
  const view = () => page.evaluate(() => {
    const box = document.querySelector("#live-map .leaflet-overlay-pane svg").getBoundingClientRect();
    return { x: box.x, y: box.y, width: box.width };
  });
  const tab = async () => { await page.keyboard.press("Tab"); return focused(); };

  // Only what scrolls is a stop.
  const frames = await page.evaluate(() => [...document.querySelectorAll(".scroll")].map((frame) => [frame.scrollWidth > frame.clientWidth, frame.tabIndex]));
  expect(frames.every(([scrolls, index]) => (index === 0) === scrolls), `tables to scroll: ${frames}`);

  let now = await tab();
  expect(now.tag === "A" && now.isSeen, "the first stop is the link to the content, and it is seen");
  await press("Enter");
  expect((await focused()).id === "content", "that link leads to the content");

  // The boxes of the layers come before the map; each switches its layer off and on.
  const boxes = [];
  const drawn = () => page.evaluate(() => document.querySelectorAll("#live-map .leaflet-pane > svg, #live-map .leaflet-marker-icon").length);
  const switchLayer = async () => {
    boxes.push(now.name);
    expect(now.outline && now.isSeen, `focus shows on “${now.name}”`);
    const before = await drawn();
    await press("Space");
    expect(await drawn() < before, `space switches “${now.name}” off`);
    await press("Space");
    expect(await drawn() === before, `space switches “${now.name}” on again`);
    expect((await focused()).name === now.name, `focus stays on “${now.name}”`);
  };
  let stops = 0, skips = false;
  do {
    now = await tab();
    if (now.inLayers) await switchLayer();
    skips ||= now.tag === "A" && now.isSeen && await page.evaluate(() => document.activeElement.getAttribute("href")) === NEXT;
  } while (now.id !== "live-map" && ++stops < 60);
  expect(skips, "a link leads past the map");
  expect(now.id === "live-map" && now.outline, "focus reaches the map and shows there");
  expect(now.name.length > 20, "the map says how it is used");

  let before = await view();
  await press("ArrowRight", "ArrowDown");
  let after = await view();
  expect(after.x < before.x && after.y < before.y, "arrow keys move the map");
  await press("+");
  expect((await view()).width > after.width * 1.1, "plus zooms in");
  await press("-", "-");
  expect((await view()).width < after.width, "minus zooms out");
  await press("+", "ArrowLeft", "ArrowUp");

  // Every sign and button of the map, until focus leaves it; each is seen and named.
  const signs = [], buttons = [];
  for (let i = 0; i < 80; ++i) {
    now = await tab();
    if (!now.inMap) break;
    expect(now.name !== "", `${now.tag} ${now.role} in the map has a name`);
    expect(now.outline, `focus shows on “${now.name}”`);
    if (now.isMark) {
      signs.push(now.name);
      const tooltip = await page.evaluate(() => [...document.querySelectorAll(".leaflet-tooltip")].at(-1)?.textContent);
      expect(tooltip === now.name, `“${now.name}” shows its words on focus`);
    } else {
      buttons.push(now.name);
    }
  }
  expect(!now.inMap, "focus gets out of the map again");
  expect(signs.some((name) => AREA.test(name)), `signs tell the numbered areas: ${signs.slice(0, 3)}`);
  expect(signs.length >= 10, `${signs.length} signs`);
  expect(JSON.stringify(boxes) === JSON.stringify(LAYERS), `layers to switch: ${boxes}`);
  expect(buttons.length >= 2, `buttons: ${buttons}`);
  if (width > 600) await page.locator("#live-map").screenshot({ path: picture });
  console.log(`${kind}, ${language}, ${width} px: ${signs.length} signs, ${boxes.length} layers, ${buttons.join(" ")}`);
  await page.close();
}
await browser.close();
process.exit(failures > 0 ? 1 : 0);
