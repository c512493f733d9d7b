// A picture to paint on. What is painted is kept as strokes, [radius, [row, col], [row, col], ...]; places are
// shares of the picture's rows and columns, the radius is a share of its shorter side.

const SIDE = 512; // pixels of the canvas along the longer side

const round = share => Math.round(share * 1000) / 1000;
const inside = share => round(Math.min(Math.max(share, 0), 1));

function element(kind, parent, options = {}) {
  const made = Object.assign(document.createElement(kind), options);
  parent.append(made);
  return made;
}

function render({ model, el }) {
  const root = element("div", el, { className: "course-paint" });
  root.dataset.lmSuppressShortcuts = "true"; // or the arrow keys move through the notebook's cells
  const sheet = element("div", root, { className: "course-paint-sheet" });
  const picture = element("img", sheet, { alt: "the picture to paint on", draggable: false });
  const canvas = element("canvas", sheet, { tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute(
    "aria-label",
    "Paint what is missing. Arrow keys move the brush, space paints, backspace takes the last stroke back."
  );
  const bar = element("div", root, { className: "course-paint-bar" });
  const label = element("label", bar, { textContent: "brush size " });
  const brush = element("input", label, { type: "range", min: 0.01, max: 0.2, step: 0.01, title: "Brush size" });
  const undo = element("button", bar, { textContent: "Undo", title: "Take the last stroke back" });
  const clear = element("button", bar, { textContent: "Clear", title: "Clear the painting" });
  element("div", root, {
    className: "course-paint-help",
    textContent: "Paint with the mouse. By keyboard: arrow keys move the brush, space paints, backspace undoes.",
  });

  let strokes = structuredClone(model.get("value"));
  let place = [0.5, 0.5]; // where the brush is
  let painting = false;
  let waiting = false;
  let address = null;

  const paint = canvas.getContext("2d");
  const shorter = () => Math.min(canvas.width, canvas.height);
  const at = ([row, col]) => [col * canvas.width, row * canvas.height];

  function draw() {
    paint.clearRect(0, 0, canvas.width, canvas.height);
    paint.lineCap = paint.lineJoin = "round";
    paint.strokeStyle = "#d55e00";
    for (const [radius, first, ...others] of strokes) {
      paint.lineWidth = 2 * radius * shorter();
      paint.beginPath();
      paint.moveTo(...at(first));
      for (const point of others.length ? others : [first]) paint.lineTo(...at(point));
      paint.stroke();
    }
    for (const [width, color] of [[3, "black"], [1.5, "white"]]) {
      paint.lineWidth = width;
      paint.strokeStyle = color;
      paint.beginPath();
      paint.arc(...at(place), Number(brush.value) * shorter(), 0, 2 * Math.PI);
      paint.stroke();
    }
  }

  function send() { // at most once a frame
    draw();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      model.set("value", structuredClone(strokes));
      model.save_changes();
    });
  }

  function pointed(event) {
    const box = canvas.getBoundingClientRect();
    return [inside((event.clientY - box.top) / box.height), inside((event.clientX - box.left) / box.width)];
  }

  function away([row, col], [otherRow, otherCol]) {
    return Math.hypot((row - otherRow) * canvas.height, (col - otherCol) * canvas.width);
  }

  canvas.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    painting = true;
    place = pointed(event);
    strokes.push([Number(brush.value), place]);
    send();
  });
  canvas.addEventListener("pointermove", event => {
    place = pointed(event);
    if (!painting) return draw();
    const stroke = strokes.at(-1);
    // a corner of the stroke every half radius is enough
    if (away(place, stroke.at(-1)) < 0.5 * stroke[0] * shorter()) return draw();
    stroke.push(place);
    send();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      if (!painting) return;
      painting = false;
      const stroke = strokes.at(-1);
      if (away(place, stroke.at(-1)) > 0) stroke.push(place);
      send();
    });
  }

  const takeBack = () => { strokes.pop(); send(); };
  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  canvas.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in STEPS) {
      const length = Math.max(Number(brush.value) / (event.shiftKey ? 0.25 : 1), 0.01) * shorter();
      const [down, right] = STEPS[event.key];
      place = [
        inside(place[0] + (down * length) / canvas.height),
        inside(place[1] + (right * length) / canvas.width),
      ];
      draw();
    } else if (event.key === " ") {
      strokes.push([Number(brush.value), place]);
      send();
    } else if (event.key === "Backspace" || event.key === "Delete") {
      takeBack();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  brush.value = model.get("brush");
  brush.addEventListener("input", () => {
    draw();
    model.set("brush", Number(brush.value));
    model.save_changes();
  });
  brush.addEventListener("keydown", event => { // JupyterLab takes the arrow keys from a slider of the browser's own
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    brush.value = Number(brush.value) + step * Number(brush.step);
    brush.dispatchEvent(new Event("input"));
    event.preventDefault();
  });
  undo.addEventListener("click", takeBack);
  clear.addEventListener("click", () => { strokes = []; send(); });

  function showPicture() {
    const old = address;
    address = URL.createObjectURL(new Blob([model.get("picture")]));
    picture.onload = () => {
      const scale = SIDE / Math.max(picture.naturalWidth, picture.naturalHeight);
      canvas.width = Math.max(Math.round(picture.naturalWidth * scale), 1);
      canvas.height = Math.max(Math.round(picture.naturalHeight * scale), 1);
      draw();
    };
    picture.src = address;
    if (old) URL.revokeObjectURL(old);
  }
  const takeStrokes = () => {
    if (painting || waiting) return; // the newest ones are here
    strokes = structuredClone(model.get("value"));
    draw();
  };
  model.on("change:picture", showPicture);
  model.on("change:value", takeStrokes);
  showPicture();
  return () => {
    model.off("change:picture", showPicture);
    model.off("change:value", takeStrokes);
    if (address) URL.revokeObjectURL(address);
  };
}

export default { render };
