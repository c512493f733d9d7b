// A button that sends a file to the kernel in pieces, one at a time, and says how far it is. Files that are chosen
// meanwhile wait for their turn.

const PIECE = 1 << 20; // bytes: far below the 10 MiB that servers take in one message
const PATIENCE = 4000; // milliseconds without an answer, after which that is said

function element(kind, parent, options = {}) {
  const made = Object.assign(document.createElement(kind), options);
  parent.append(made);
  return made;
}

const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

function render({ model, el }) {
  el.classList.add("course-upload");
  const button = element("button", el, {
    type: "button",
    className: "jupyter-button widget-button",
    textContent: "Your picture",
    title: "Explore a picture of your own",
  });
  const input = element("input", el, { type: "file", hidden: true, accept: "image/*,.tif,.tiff,.heic,.dng" });
  input.tabIndex = -1;
  const status = element("span", el);
  status.setAttribute("role", "status");

  const view = Math.random().toString(36).slice(2);
  const waiting = [];
  let sending = null;
  let sent = 0;
  let slow, clock;

  const next = () => (waiting.length ? ` Next: ${waiting.map(file => file.name).join(", ")}.` : "");
  const say = text => { status.textContent = text ? text + next() : ""; };

  function showTold() {
    clearInterval(clock);
    const begun = Date.now();
    const told = () => {
      const seconds = Math.floor((Date.now() - begun) / 1000);
      say(model.get("told") + (model.get("busy") && seconds ? ` … ${seconds} s` : ""));
    };
    told();
    if (model.get("busy")) clock = setInterval(told, 1000);
  }

  function begin() {
    if (sending || !waiting.length) return;
    const file = waiting.shift();
    if (file.size > model.get("largest")) {
      say(`${file.name} has ${megabytes(file.size)}, more than ${megabytes(model.get("largest"))}: make it smaller first.`);
      return begin();
    }
    sending = { id: `${view}-${sent++}`, file, start: 0 };
    sendPiece();
  }

  async function sendPiece() {
    const { id, file, start } = sending;
    let piece;
    try {
      piece = await file.slice(start, start + PIECE).arrayBuffer();
    } catch {
      return finish(`${file.name} may not be read by this browser: is it still there?`);
    }
    const message = { id, start, name: file.name, type: file.type, size: file.size };
    model.send(message, undefined, [new DataView(piece)]);
    sending.start += piece.byteLength;
    const share = file.size ? Math.round((100 * sending.start) / file.size) : 100;
    if (!model.get("busy")) say(`${file.name}: ${share} % of ${megabytes(file.size)} sent.`);
    slow = setTimeout(() => {
      if (!model.get("busy")) say(`${file.name}: the kernel does not answer; it is busy with a cell, or was stopped.`);
    }, PATIENCE);
  }

  function finish(text) {
    clearTimeout(slow);
    sending = null;
    if (text) say(text);
    begin();
  }

  function hear(message) {
    if (!sending || message.id !== sending.id) return;
    clearTimeout(slow);
    if (message.kind === "more") sendPiece();
    else if (message.kind === "taken") finish("");
    else finish(`${sending.file.name}: a piece was lost on the way. Choose it again.`);
  }

  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    waiting.push(...input.files);
    input.value = ""; // so that the same file can be chosen again
    if (sending) showTold();
    begin();
  });
  model.on("msg:custom", hear);
  model.on("change:told", showTold);
  model.on("change:busy", showTold);
  showTold();
  return () => {
    clearInterval(clock);
    clearTimeout(slow);
    model.off("msg:custom", hear);
    model.off("change:told", showTold);
    model.off("change:busy", showTold);
  };
}

export default { render };
