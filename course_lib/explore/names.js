// What a screen reader reads out in an explorer and ipywidgets do not say: names of controls and pictures, the sentence
// under the pictures once it has come to rest, and that something is being computed.

const REST = 500; // ms without a change, after which the sentence is read out
const BUSY_AFTER = 150; // ms; the style shows its mark after the same time

let count = 0;

const textOf = node => node?.textContent.trim() ?? "";

function set(node, values) {
  for (const [name, value] of Object.entries(values)) {
    if (node && value && node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
}

function nameControls(root) {
  for (const node of root.querySelectorAll("[title=null]")) node.removeAttribute("title");
  for (const slider of root.querySelectorAll("[role=slider]")) {
    const row = slider.closest(".widget-slider");
    const name = textOf(row?.querySelector(".widget-label"));
    set(slider, { "aria-label": name });
    set(row?.querySelector(".widget-readout"), { role: "textbox", "aria-label": `${name}, as a number` });
  }
  for (const group of root.querySelectorAll(".widget-toggle-buttons")) {
    set(group, { role: "group", "aria-label": textOf(group.querySelector(".widget-label")) });
    for (const button of group.querySelectorAll("button")) {
      set(button, { "aria-pressed": String(button.classList.contains("mod-active")) });
    }
  }
  for (const button of root.querySelectorAll("button[title]")) { // an icon alone: its letter is no name
    if (button.querySelector("i") && !textOf(button)) set(button, { "aria-label": button.title });
  }
  for (const play of root.querySelectorAll(".widget-play")) {
    const [start, stop] = play.querySelectorAll("button");
    set(start, { "aria-label": "Play or pause", title: "Play or pause" });
    set(stop, { "aria-label": "Stop, and go to the first step", title: "Stop, and go to the first step" });
  }
}

function namePictures(root, sentence) {
  for (const pane of root.querySelectorAll(".course-pane")) {
    const name = textOf(pane.querySelector("b"));
    for (const picture of pane.querySelectorAll("img, [role=img]")) {
      if (picture.tagName === "IMG") set(picture, { alt: name });
      if (sentence?.id) set(picture, { "aria-describedby": sentence.id });
    }
  }
}

function render({ model, el }) {
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  el.append(status);
  const id = `course-sentence-${(count += 1)}`;
  let root, said, resting, busy, frame;

  const sentences = () => [...root.querySelectorAll(".course-refusal, .course-texts")];

  function look() {
    frame = null;
    const texts = root.querySelector(".course-texts");
    set(texts, { id });
    nameControls(root);
    namePictures(root, texts);
    const now = sentences().map(textOf).filter(Boolean).join(" ");
    if (now !== said) {
      clearTimeout(resting);
      if (said !== undefined) resting = setTimeout(() => { status.textContent = now; }, REST);
      said = now;
    }
    const working = root.classList.contains("course-busy");
    if (working) busy ??= setTimeout(() => root.setAttribute("aria-busy", "true"), BUSY_AFTER);
    else {
      clearTimeout(busy);
      busy = null;
      root.removeAttribute("aria-busy");
    }
  }

  const observer = new MutationObserver(() => { frame ??= requestAnimationFrame(look); });

  function begin() { // the explorer is put on the page after its parts are made
    root = el.closest(".course-explorer");
    if (!root) {
      frame = requestAnimationFrame(begin);
      return;
    }
    set(root, { role: "group", "aria-label": model.get("name") });
    const options = { childList: true, subtree: true, characterData: true, attributes: true };
    observer.observe(root, { ...options, attributeFilter: ["class", "title", "src"] });
    look();
  }

  begin();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    clearTimeout(busy);
  };
}

export default { render };
