#pragma once
// Tables wider than the page scroll, and only those are a stop for the keyboard and a landmark for
// screen readers. Without scripts all of them are. Private to report.

namespace gapmap::report {

inline constexpr char const* kTableScript = R"js(
(function () {
  var frames = document.querySelectorAll(".scroll");
  function fit() {
    frames.forEach(function (frame) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.tabIndex = 0;
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", frame.querySelector("caption").textContent);
      } else {
        ["tabindex", "role", "aria-label"].forEach(function (name) { frame.removeAttribute(name); });
      }
    });
  }
  window.addEventListener("resize", fit);
  fit();
})();
)js";

}  // namespace gapmap::report
