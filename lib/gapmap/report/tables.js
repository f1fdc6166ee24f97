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
