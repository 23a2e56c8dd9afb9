// Renders one picture in a new process: `node once.mjs FILE WIDTH HEIGHT FORMAT QUALITY` prints the time and the peak
// memory.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const [file, width, height, format, quality] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
const original = readFileSync(file);
const start = process.hrtime.bigint();
const derivative = await sharp(original)
  .rotate()
  .resize({ width: Number(width), height: Number(height), fit: 'inside', withoutEnlargement: true })
  .toFormat(format, { quality: Number(quality) })
  .toBuffer();
const millis = Number(process.hrtime.bigint() - start) / 1e6;
const peakKilobytes = Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ millis, peakMegabytes: peakKilobytes / 1024, bytes: derivative.length }));
