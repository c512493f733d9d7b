// A button that sends a file to the kernel in pieces, one at a time, and says how far it is. Files that are chosen
// meanwhile wait for their turn. Where the way turns out to be slow, a photograph is made smaller: smaller.js.

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
    send({ file, content: file, name: file.name });
  }

  function send(what) {
    sending = { ...what, id: `${view}-${sent++}`, start: 0, began: performance.now() };
    sendPiece();
  }

  function isSlow() { // the rest would take too long, and a smaller picture was not thought of
    const { content, start, began, looked } = sending;
    const rest = ((content.size - start) / start) * (performance.now() - began);
    return !looked && rest > 1000 * model.get("patience");
  }

  async function sendSmaller() {
    const whole = sending;
    whole.looked = true;
    say(`${whole.name}: the way is slow, so it is made smaller …`);
    const smaller = await madeSmaller(whole.file);
    if (smaller && smaller.content.size < whole.content.size - whole.start) send({ ...whole, ...smaller });
    else sendPiece();
  }

  async function sendPiece() {
    const { id, file, content, name, was, start } = sending;
    let piece;
    try {
      piece = await content.slice(start, start + PIECE).arrayBuffer();
    } catch {
      return finish(`${name} may not be read by this browser: is it still there?`);
    }
    const message = { id, start, name, type: content.type, size: content.size, was: was ?? null };
    model.send(message, undefined, [new DataView(piece)]);
    sending.start += piece.byteLength;
    const share = content.size ? Math.round((100 * sending.start) / content.size) : 100;
    if (!model.get("busy")) say(`${name}: ${share} % of ${megabytes(content.size)} sent.`);
    slow = setTimeout(() => {
      if (!model.get("busy")) say(`${name}: the kernel does not answer; it is busy with a cell, or was stopped.`);
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
    if (message.kind === "more") isSlow() ? sendSmaller() : sendPiece();
    else if (message.kind === "taken") finish("");
    else finish(`${sending.name}: a piece was lost on the way. Choose it again.`);
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
