#pragma once
// How a report looks on a screen, on a phone and on A4. Private to report.

namespace gapmap::report {

inline constexpr char const* kPageStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1c1c1c; font: 1rem/1.5 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
header, main, nav, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid #08519c; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
p, .advice { max-width: 46rem; }
.advice { padding-left: 2rem; }
.advice li { margin: .4rem 0; }
.advice li::marker { font-weight: 700; }
code { font: .9em "Cascadia Mono", Consolas, "Liberation Mono", monospace; }
a { color: #08519c; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #a63603; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; z-index: 2000; }
.region { font-size: 1.4rem; line-height: 1.3; font-weight: 600; color: #083f78; margin: 0 0 .5rem; }
.logo { display: block; max-width: 16rem; max-height: 5rem; margin: 0 0 1.25rem; }
.question { font-size: 1.15rem; color: #404040; }
.figure { font-size: 1.4rem; line-height: 1.35; font-weight: 600; color: #083f78; max-width: 50rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
figure { margin: 1rem 0; }
figcaption { margin: .5rem 0; color: #404040; }
svg { font-family: inherit; }
figure > svg { display: block; width: 100%; height: auto; max-height: 90vh; }
.map > svg { border: 1px solid #b9b5a8; background: #fff; }
.map { position: relative; }
.live > svg { position: absolute; width: 1px; height: 1px; overflow: hidden; border: 0; }
#live-map { width: 100%; max-height: 90vh; border: 1px solid #b9b5a8; background: #fff; font: inherit; font-size: .85rem; }
#live-map:focus-visible, #live-map :focus-visible { outline: 3px solid #a63603 !important; outline-offset: -3px; }
#live-map .leaflet-marker-icon:focus-visible { outline-offset: 2px; }
#live-map svg { font-family: inherit; }
#live-map.names-too-small svg text { display: none; }
#live-map a { text-decoration: none; }
.gap-mark { margin: -.75rem 0 0 -.75rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; border: 2px solid #fff; background: #3d1500; color: #fff; font-weight: 700; font-size: .75rem; line-height: 1.25rem; text-align: center; }
.place-mark { margin: -.4rem 0 0 -.4rem; width: .8rem; height: .8rem; border-radius: 50%; border: 2px solid #fff; background: #1f3b4d; }
.place-mark.moved { background: #7fb0dd; }
.place-mark.new, .place-mark.gone { border: 0; background: none; }
.place-mark.new::before { content: ""; position: absolute; inset: 0; border: 2px solid #fff; background: #08519c; transform: rotate(45deg); }
.place-mark.gone::before { content: "\d7"; position: absolute; inset: -.2rem; border-radius: 50%; background: #fff; color: #8a3b00; font-weight: 700; font-size: 1.2rem; line-height: 1.1rem; text-align: center; }
.leaflet-control-layers-toggle::before { content: "\2630"; display: block; text-align: center; font-size: 1.4rem; line-height: 2.25rem; color: #1c1c1c; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .4rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #d5d2c8; }
td { overflow-wrap: break-word; }
tbody td:not(.number) { min-width: 7em; }
#identity ~ .scroll td { overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #6b6658; vertical-align: bottom; hyphens: auto; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #6b6658; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
footer { margin-top: 2.5rem; padding-bottom: 2rem; color: #404040; }
@media (max-width: 40rem) { h1 { font-size: 1.5rem; } .figure { font-size: 1.15rem; } th, td { padding: .3rem .4rem; } }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .skip, footer { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption { break-after: avoid; }
  h2 { margin-top: 1.5rem; }
  figure, tr, li, p { break-inside: avoid; }
  .scroll:not(.long) { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tfoot { display: table-row-group; }
  .scroll { overflow: visible; }
  #live-map { display: none; }
  .live > svg { position: static; width: 100%; height: auto; border: 1px solid #b9b5a8; }
  .map > svg { max-height: 115mm; }
  .legend, table { font-size: 8.5pt; }
  #identity ~ .scroll table { font-size: 7pt; line-height: 1.3; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace gapmap::report
