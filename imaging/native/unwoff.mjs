// Unpacks a font from WOFF (W3C, "WOFF File Format 1.0"): the tables of an OpenType font, each compressed separately.
//   unwoff.mjs IN OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

const [input, output] = process.argv.slice(2);
const woff = readFileSync(input);
const count = woff.readUInt16BE(12);
const tables = Array.from({ length: count }, (_, i) => {
  const at = HEADER + ENTRY * i;
  const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
  const stored = woff.subarray(start, start + packed);
  return { name: woff.subarray(at, at + 4), sum: woff.subarray(at + 16, at + 20), bytes: packed < length ? inflateSync(stored) : stored };
});

const power = 2 ** Math.floor(Math.log2(count));
const head = Buffer.alloc(12 + 16 * count);
woff.copy(head, 0, 4, 8);
[count, 16 * power, Math.log2(power), 16 * (count - power)].forEach((value, i) => head.writeUInt16BE(value, 4 + 2 * i));
const parts = [head];
let at = head.length;
tables.forEach(({ name, sum, bytes }, i) => {
  const entry = head.subarray(12 + 16 * i);
  name.copy(entry);
  sum.copy(entry, 4);
  entry.writeUInt32BE(at, 8);
  entry.writeUInt32BE(bytes.length, 12);
  const padding = Buffer.alloc(-bytes.length & 3);
  parts.push(bytes, padding);
  at += bytes.length + padding.length;
});
writeFileSync(output, Buffer.concat(parts));
