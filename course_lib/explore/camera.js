// A button that shows the kernel what the camera sees, one small frame at a time: the next one is taken when the last
// is on the screen. Nothing is sent to anywhere else.

const PATIENCE = 5000; // milliseconds without a word from the kernel
const COMPUTING = 60000; // milliseconds that a frame may take
const UNSEEN = 5000; // milliseconds out of sight, after which the camera is switched off
const WANTED = { video: { width: { ideal: 640 }, height: { ideal: 480 } }, audio: false };
const FILE = "take a file with Your picture";
const CAUSES = {
  NotAllowedError: () =>
    `The camera was refused. Allow it ${window.self === window.top ? "beside the page's address" : "for this frame"}, or ${FILE}.`,
  NotFoundError: () => `No camera was found. Connect one, or ${FILE}.`,
  NotReadableError: () => `The camera does not start: does another program use it? Close that, or ${FILE}.`,
};
const INSECURE = `Browsers give the camera only to https addresses and to localhost: open this page at one of them, or ${FILE}.`;

function element(kind, parent, options = {}) {
  const made = Object.assign(document.createElement(kind), options);
  parent.append(made);
  return made;
}

function render({ model, el }) {
  el.classList.add("course-camera");
  const className = "jupyter-button widget-button";
  const button = element("button", el, { type: "button", className });
  const take = element("button", el, { type: "button", className, textContent: "Take this picture", hidden: true });
  take.title = "Keep what the camera sees now, and switch it off";
  const speed = element("span", el, { className: "course-camera-speed" });
  const status = element("span", el);
  status.setAttribute("role", "status");

  const gone = () => { if (stream) stop("The kernel has gone, so the camera was switched off."); };

  function tell(message, buffers) {
    try {
      model.send(message, undefined, buffers);
    } catch { // there is no way to the kernel any more
      gone();
    }
  }

  const view = Math.random().toString(36).slice(2);
  const video = document.createElement("video");
  Object.assign(video, { muted: true, playsInline: true });
  const canvas = document.createElement("canvas");
  let stream = null;
  let asked = 0; // counts what was begun: an answer of the browser to an older question is late
  let frame = 0;
  let sent = 0;
  let patience, unseen;
  let times = [];

  function label() {
    button.textContent = stream ? "Stop the camera" : "Camera";
    button.title = stream ? "Switch the camera off" : "Explore what the camera sees";
    take.hidden = !stream;
    speed.textContent = "";
  }

  async function begin() {
    if (!window.isSecureContext || !navigator.mediaDevices) return void (status.textContent = INSECURE);
    const mine = ++asked;
    status.textContent = "The browser asks whether this page may use the camera …";
    let found;
    try {
      found = await navigator.mediaDevices.getUserMedia(WANTED);
      if (mine === asked) {
        stream = found;
        video.srcObject = found;
        await video.play();
      }
    } catch (error) {
      if (mine !== asked) return;
      const cause = CAUSES[error.name];
      return stop(cause ? cause() : `The camera does not start (${error.name}): ${FILE}.`);
    }
    if (mine !== asked) return found.getTracks().forEach(track => track.stop());
    for (const track of found.getTracks()) track.onended = () => stop("The camera was taken away, or switched off.");
    times = [];
    status.textContent = "The camera is on. Its frames go to the kernel of this notebook and nowhere else.";
    label();
    tell({ kind: "begin", view });
    sendFrame();
  }

  function stop(text = "") {
    asked += 1;
    clearTimeout(patience);
    clearTimeout(unseen);
    if (stream) {
      for (const track of stream.getTracks()) track.stop();
      stream = video.srcObject = null;
      tell({ kind: "end", view });
    }
    status.textContent = text;
    label();
  }

  const wait = time => {
    clearTimeout(patience);
    patience = setTimeout(() => stop("The kernel does not answer, so the camera was switched off."), time);
  };

  function draw(side) {
    const scale = Math.min(1, side / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
  }

  function send(kind, content) {
    frame += 1;
    wait(PATIENCE);
    tell({ kind, view, frame }, [new DataView(content)]);
  }

  function sendFrame() {
    if (!stream) return;
    sent = performance.now();
    draw(model.get("side"));
    const text = atob(canvas.toDataURL("image/jpeg", 0.8).split(",")[1]); // toBlob waits until the page is idle
    send("frame", Uint8Array.from(text, letter => letter.charCodeAt(0)).buffer);
  }

  function sendPicture() {
    const mine = asked;
    draw(Infinity);
    canvas.toBlob(async blob => {
      const content = await blob.arrayBuffer();
      if (mine !== asked) return;
      send("picture", content);
      stop();
    }, "image/png");
  }

  function measure() {
    const now = performance.now();
    times = [...times, [now, now - sent]].filter(([when]) => now - when < 2000);
    if (times.length < 2 || frame % 5) return;
    const late = times.map(([, latency]) => latency).sort((a, b) => a - b)[times.length >> 1];
    const rate = (1000 * (times.length - 1)) / (now - times[0][0]);
    speed.textContent = `${rate.toFixed(rate < 10 ? 1 : 0)} frames a second, each after ${late.toFixed(0)} ms`;
  }

  function hear(message) {
    if (!stream || message.view !== view) return;
    if (message.kind === "stop") return stop(message.told);
    if (message.frame !== frame) return;
    if (message.kind === "came") return wait(COMPUTING);
    clearTimeout(patience);
    const mine = asked;
    requestAnimationFrame(() => { // the panes have their new pictures, and now they are painted
      if (mine !== asked) return;
      measure();
      sendFrame();
    });
  }

  const hidden = () => {
    if (document.visibilityState === "hidden" && stream) stop("The camera was switched off when the page was hidden.");
  };
  const seen = new IntersectionObserver(entries => {
    clearTimeout(unseen);
    if (entries.at(-1).isIntersecting) return;
    unseen = setTimeout(() => { if (stream) stop("The camera was switched off when it was out of sight."); }, UNSEEN);
  });
  const leave = () => stop();

  button.addEventListener("click", () => (stream ? stop() : begin()));
  take.addEventListener("click", sendPicture);
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", leave);
  model.on("msg:custom", hear);
  model.on("comm_live_update", gone);
  label();
  requestAnimationFrame(() => seen.observe(el.closest(".course-explorer") ?? el));
  return () => {
    stop();
    seen.disconnect();
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", leave);
    model.off("msg:custom", hear);
    model.off("comm_live_update", gone);
  };
}

export default { render };
