// sharp as the independent peer. It renders the same cases as edgepix, and decodes the derivatives of both, on one
// thread.
import sharp from 'sharp';
import { serve } from './frames.mjs';

const NOTHING = Buffer.alloc(0);
const ANIMATED = new Set(['gif', 'webp']);
const decoded = new Map();

sharp.concurrency(1);
sharp.cache(false);

/** Describes an original. A file with several pages that is not an animation has one frame. */
async function describe({ maxPixels }, body) {
  const { width, height, pageHeight, pages, format } = await sharp(body, { limitInputPixels: maxPixels }).metadata();
  return [{ width, height: pageHeight ?? height, frames: ANIMATED.has(format) ? (pages ?? 1) : 1, kind: format }, NOTHING];
}

/**
 * Renders as sharp's manual recommends, with sharp's defaults: within the box, or stretched to it. Unless `fast` is
 * set, it disables a shortcut that costs accuracy, as the manual says.
 */
async function render({ width, height, stretched, format, quality, maxPixels, animated, fast }, body) {
  const start = process.hrtime.bigint();
  const fit = stretched ? { fit: 'fill' } : { fit: 'inside', withoutEnlargement: true };
  const picture = sharp(body, { limitInputPixels: maxPixels, animated })
    .autoOrient()
    .resize({ width, height, ...fit, fastShrinkOnLoad: fast })
    .toColourspace('srgb');
  if (format === 'jpeg') {
    picture.flatten({ background: '#ffffff' });
  }
  const derivative = await picture.toFormat(format, settings(format, quality)).toBuffer();
  return [{ millis: Number(process.hrtime.bigint() - start) / 1e6 }, derivative];
}

/** Both sides halve chroma at the same qualities, so that the comparison is about the picture. */
function settings(format, quality) {
  if (format === 'jpeg') {
    return { quality, chromaSubsampling: quality < 90 ? '4:2:0' : '4:4:4' };
  }
  return format === 'png' ? {} : { quality };
}

/** All frames as rows of RGBA, one frame below the other. They are stored for `frame`. */
async function decode({ slot }, body) {
  const options = { limitInputPixels: false, animated: true };
  const { delay, loop, format } = await sharp(body, options).metadata();
  const { data, info } = await sharp(body, options)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const height = info.pageHeight ?? info.height;
  const frames = info.height / height;
  decoded.set(slot, { data, length: info.width * height * 4 });
  return [{ width: info.width, height, frames, delays: delay ?? [], loop: loop ?? 0, kind: format }, NOTHING];
}

/** Encodes rows of RGBA, drawn by a browser, in the format and quality of all derivatives. */
async function encode({ width, height, format, quality }, body) {
  const picture = sharp(body, { raw: { width, height, channels: 4 }, limitInputPixels: false });
  if (format === 'jpeg') {
    picture.flatten({ background: '#ffffff' });
  }
  return [{}, await picture.toFormat(format, settings(format, quality)).toBuffer()];
}

function versions() {
  return [{ sharp: sharp.versions.sharp, vips: sharp.versions.vips }, NOTHING];
}

function frame({ slot, index }) {
  const { data, length } = decoded.get(slot);
  return [{}, data.subarray(index * length, (index + 1) * length)];
}

const OPERATIONS = { describe, render, decode, encode, frame, versions };

await serve((header, body) => OPERATIONS[header.op](header, body));
