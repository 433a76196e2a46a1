/* A PNG file with few colours: those that a drawing names, and of those between them the most frequent. A chart is
 * flat, so it looks the same and is a fifth of the browser's own file, which a counted link has to carry. */

const FEWEST = 16;
const MOST = 256;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** The remainders of CRC-32 for each byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ REMAINDERS[(rest ^ byte) & 255];
  return ~rest >>> 0;
}

/** @param {number} value */
const big = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/**
 * @param {string} name
 * @param {ArrayLike<number>} content
 */
function chunk(name, content) {
  const body = new Uint8Array(4 + content.length);
  body.set(Array.from(name, (letter) => letter.charCodeAt(0)));
  body.set(content, 4);
  return new Uint8Array([...big(content.length), ...body, ...big(checksum(body))]);
}

/** A pixel as the canvas keeps it, from red, green and blue. */
const pixel = (/** @type {number[]} */ [red, green, blue]) =>
  ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const parts = (/** @type {number} */ point) => [point & 255, (point >>> 8) & 255, (point >>> 16) & 255];

/**
 * The colours that a drawing names, as `#rrggbb`.
 * @param {string} svg
 */
function named(svg) {
  const found = new Set(svg.match(/#[0-9a-f]{6}\b/gi) || []);
  return Array.from(found, (text) =>
    pixel([1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))),
  );
}

/**
 * The colours of the file: those named that are there, then the most frequent.
 * @param {Uint32Array} points
 * @param {number[]} own
 */
function palette(points, own) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const point of points) counts.set(point, (counts.get(point) || 0) + 1);
  const there = own.filter((point) => counts.has(point));
  const others = Array.from(counts.keys()).sort(
    (one, other) => (counts.get(other) || 0) - (counts.get(one) || 0),
  );
  const room = there.length > FEWEST - 6 ? MOST : FEWEST;
  return Array.from(new Set([...there, ...others])).slice(0, room);
}

/**
 * The place in a palette of the colour nearest to a point.
 * @param {number[]} colours
 */
function nearest(colours) {
  const known = new Map(colours.map((colour, place) => [colour, place]));
  const far = (/** @type {number} */ one, /** @type {number} */ other) => {
    const [here, there] = [parts(one), parts(other)];
    return here.reduce((sum, part, at) => sum + (part - there[at]) ** 2, 0);
  };
  return (/** @type {number} */ point) => {
    let place = known.get(point);
    if (place === undefined) {
      const distances = colours.map((colour) => far(colour, point));
      place = distances.indexOf(Math.min(...distances));
      known.set(point, place);
    }
    return place;
  };
}

/**
 * The lines of the picture, each after a byte that says it is as it is; two points a byte where that is enough.
 * @param {Uint32Array} points
 * @param {number} width
 * @param {number[]} colours
 */
function lines(points, width, colours) {
  const each = colours.length > FEWEST ? 1 : 2;
  const step = Math.ceil(width / each) + 1;
  const drawn = new Uint8Array((step * points.length) / width);
  const place = nearest(colours);
  points.forEach((point, at) => {
    const across = at % width;
    const shift = each === 2 && across % 2 === 0 ? 4 : 0;
    drawn[Math.floor(at / width) * step + 1 + Math.floor(across / each)] |= place(point) << shift;
  });
  return { drawn, depth: 8 / each };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A drawn canvas as a small file; null where the browser can't pack.
 * @param {HTMLCanvasElement} canvas
 * @param {string} svg What is drawn on it.
 * @returns {Promise<Blob | null>}
 */
export async function smallPng(canvas, svg) {
  const brush = canvas.getContext("2d");
  if (!brush || !("CompressionStream" in window)) return null;
  const { width, height } = canvas;
  const points = new Uint32Array(brush.getImageData(0, 0, width, height).data.buffer);
  const colours = palette(points, named(svg));
  const { drawn, depth } = lines(points, width, colours);
  const head = [...big(width), ...big(height), depth, 3, 0, 0, 0];
  const whole = [
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", head),
    chunk("PLTE", colours.flatMap(parts)),
    chunk("IDAT", await packed(drawn)),
    chunk("IEND", []),
  ];
  return new Blob(whole, { type: "image/png" });
}
