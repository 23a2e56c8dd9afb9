// sharp in one long-lived process of one thread: renders, decodes for the comparison, and writes originals in other formats.
import sharp from 'sharp';
import { serve } from './frames.mjs';

const NOTHING = Buffer.alloc(0);
const originals = new Map();

sharp.concurrency(1);
sharp.cache(false);

const side = (pixels) => (pixels === 0 ? undefined : pixels);
const box = ([width, height]) => ({
  width: side(width),
  height: side(height),
  fit: 'inside',
  withoutEnlargement: true,
});
const since = (start) => Number(process.hrtime.bigint() - start);

/** Nanoseconds of all threads of this process, since a reading of `process.cpuUsage`. */
function processorNanos(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1000;
}

/** Renders one derivative for each box, each in its own call. They are timed together. */
async function render({ name, boxes, format, quality }) {
  const original = originals.get(name);
  const results = [];
  const used = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (const wish of boxes) {
    results.push(await sharp(original).rotate().resize(box(wish)).toFormat(format, { quality }).toBuffer());
  }
  return rendered(start, used, results);
}

/** Renders one derivative for each box from clones of one pipeline, one after the other. They are timed together. */
async function clones({ name, boxes, format, quality }) {
  const results = [];
  const used = process.cpuUsage();
  const start = process.hrtime.bigint();
  const decoded = sharp(originals.get(name)).rotate();
  for (const wish of boxes) {
    results.push(await decoded.clone().resize(box(wish)).toFormat(format, { quality }).toBuffer());
  }
  return rendered(start, used, results);
}

/**
 * Decodes once, to the pixels of the largest box, which is the last one. Renders all boxes from these pixels.
 * They are timed together.
 */
async function cascade({ name, boxes, format, quality }) {
  const results = [];
  const used = process.cpuUsage();
  const start = process.hrtime.bigint();
  const { data, info } = await sharp(originals.get(name))
    .rotate()
    .resize(box(boxes.at(-1)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (const wish of boxes) {
    const decoded = sharp(data, { raw: { width, height, channels } });
    results.push(await decoded.resize(box(wish)).toFormat(format, { quality }).toBuffer());
  }
  return rendered(start, used, results);
}

function rendered(start, used, results) {
  const nanos = since(start);
  const header = { nanos, processorNanos: processorNanos(used), lengths: results.map(({ length }) => length) };
  return [header, Buffer.concat(results)];
}

/**
 * Renders in two halves, and returns the time of each: from the original to the derivative's pixels, and from these to
 * its bytes.
 */
async function halves({ name, boxes, format, quality }) {
  const start = process.hrtime.bigint();
  const { data, info } = await sharp(originals.get(name))
    .rotate()
    .resize(box(boxes[0]))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const decodeNanos = since(start);
  const { width, height, channels } = info;
  const middle = process.hrtime.bigint();
  await sharp(data, { raw: { width, height, channels } }).toFormat(format, { quality }).toBuffer();
  return [{ decodeNanos, encodeNanos: since(middle) }, NOTHING];
}

async function pixels(header, body) {
  const { data, info } = await sharp(body, { limitInputPixels: false })
    .rotate()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [{ width: info.width, height: info.height, channels: info.channels }, data];
}

/** Soft transparency: a disc that fades towards its edge. */
const fade = (width, height) =>
  Buffer.from(
    `<svg width="${width}" height="${height}"><defs><radialGradient id="fade"><stop offset="0.5" stop-opacity="1"/>` +
      '<stop offset="1" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#fade)"/></svg>',
  );

const KINDS = {
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 90 }),
  jpeg: (picture) => picture.jpeg({ quality: 90 }),
  'alpha-png': async (picture) => {
    const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return sharp(data, { raw: { width, height, channels } })
      .composite([{ input: fade(width, height), blend: 'dest-in' }])
      .png();
  },
};

/** Writes a different original from a photograph, with the given width, and with the given height unless it is 0. */
async function make({ kind, width, height }, body) {
  const resized = sharp(body).rotate().resize({ width, height: side(height), fit: 'fill' });
  return [{}, await (await KINDS[kind](resized)).toBuffer()];
}

function hold({ name }, body) {
  originals.set(name, body);
  return [{}, NOTHING];
}

const OPERATIONS = { hold, render, clones, cascade, halves, pixels, make };

await serve((header, body) => OPERATIONS[header.op](header, body));
