// One slide fills the window. Arrows, space, Page keys: on and back; Home, End: first and last; D: dark or light;
// F: whole screen; B: black; a click or a tap on the right half goes on, on the left half back.
const slides = [...document.querySelectorAll("section")];
let now = Math.min(Math.max((parseInt(location.hash.slice(1), 10) || 1) - 1, 0), slides.length - 1);

function fit() {
  const scale = Math.min(innerWidth / 1280, innerHeight / 720);
  for (const slide of slides) {
    slide.style.transform = `scale(${scale})`;
    slide.style.left = `${(innerWidth - 1280 * scale) / 2}px`;
    slide.style.top = `${(innerHeight - 720 * scale) / 2}px`;
  }
}

function go(to) {
  now = Math.min(Math.max(to, 0), slides.length - 1);
  slides.forEach((slide, place) => slide.classList.toggle("now", place === now));
  history.replaceState(null, "", `#${now + 1}`);
}

addEventListener("resize", fit);
addEventListener("hashchange", () => go((parseInt(location.hash.slice(1), 10) || 1) - 1));
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const root = document.documentElement;
  const dark = root.classList.contains("dark") ||
    (matchMedia("(prefers-color-scheme: dark)").matches && !root.classList.contains("light"));
  const keys = {
    ArrowRight: () => go(now + 1), ArrowDown: () => go(now + 1), PageDown: () => go(now + 1), " ": () => go(now + 1),
    Enter: () => go(now + 1), ArrowLeft: () => go(now - 1), ArrowUp: () => go(now - 1), PageUp: () => go(now - 1),
    Backspace: () => go(now - 1), Home: () => go(0), End: () => go(slides.length - 1),
    d: () => { root.classList.remove("dark", "light"); root.classList.add(dark ? "light" : "dark"); },
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
    b: () => { document.body.style.visibility = document.body.style.visibility ? "" : "hidden"; },
  };
  const key = keys[event.key] || keys[event.key.toLowerCase()];
  if (key) { event.preventDefault(); key(); }
});
addEventListener("click", (event) => {
  if (!String(getSelection())) go(now + (event.clientX > innerWidth / 2 ? 1 : -1));
});
fit();
go(now);
