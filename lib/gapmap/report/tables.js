(function () {
  var frames = document.querySelectorAll(".scroll");
  var words = document.body.dataset.more;
  function fit() {
    frames.forEach(function (frame) {
      var isWide = frame.scrollWidth > frame.clientWidth;
      frame.classList.toggle("wide", isWide);
      var hint = frame.previousElementSibling;
      var isHinted = hint && hint.className === "more";
      if (isWide) {
        frame.tabIndex = 0;
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", frame.querySelector("caption").textContent);
        if (isHinted) return;
        hint = document.createElement("p");
        hint.className = "more";
        hint.textContent = words + " \u2192";
        frame.parentNode.insertBefore(hint, frame);
      } else {
        ["tabindex", "role", "aria-label"].forEach(function (name) { frame.removeAttribute(name); });
        if (isHinted) hint.remove();
      }
    });
  }
  window.addEventListener("resize", fit);
  fit();
})();
