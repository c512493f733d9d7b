// A photograph made smaller before it travels: only one of 8 bits a channel in three colours, of which nothing is lost
// but what no explorer shows. Whatever else a file holds, it travels as it is.

const ENOUGH = 2048; // pixels a side, twice what explorers show
const HEAD = 1 << 20; // bytes, in which the size of a photograph is told

// Whether the first bytes are those of a JPEG, a PNG or a WebP picture that may be made smaller
function isPhotograph(head) {
  const bytes = new DataView(head.buffer);
  const text = (start, length) => String.fromCharCode(...head.subarray(start, start + length));
  if (bytes.byteLength < 40) return false;
  if (text(1, 3) === "PNG") {
    const start = new TextDecoder("latin1").decode(head);
    return bytes.getUint8(24) === 8 && bytes.getUint8(25) === 2 && !/tRNS|acTL/.test(start);
  }
  if (text(8, 7) === "WEBPVP8") { // plain, or with neither alpha nor an animation
    return text(15, 1) === " " || (text(15, 1) === "X" && !(bytes.getUint8(20) & 0x12));
  }
  if (bytes.getUint16(0) !== 0xffd8) return false;
  for (let at = 2; at + 10 < bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const mark = bytes.getUint16(at);
    if ([0xffc0, 0xffc1, 0xffc2].includes(mark)) return bytes.getUint8(at + 4) === 8 && bytes.getUint8(at + 9) === 3;
    if (mark < 0xffc4 || mark === 0xffda) return false;
  }
  return false;
}

// Return what is sent in place of a file: its content, its name, and how many rows and columns it had; or nothing.
async function madeSmaller(file) {
  try {
    if (!isPhotograph(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))) return null;
    const whole = await createImageBitmap(file); // upright, in the colours of the screen
    const was = [whole.height, whole.width];
    const scale = ENOUGH / Math.max(...was);
    if (scale >= 1) return null;
    const canvas = document.createElement("canvas");
    [canvas.height, canvas.width] = was.map(side => Math.round(side * scale));
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    const content = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", 0.92));
    return content && { content, was, name: /\.jpe?g$/i.test(file.name) ? file.name : `${file.name}.jpg` };
  } catch { // too large for this browser, or no picture
    return null;
  }
}
