// The tables of a TrueType font (OpenType specification, "Font file").

const HEADER = 12;
const ENTRY = 16;
/** Where "head" has the checksum of the whole font, and what all words of a font add up to. */
const WHOLE_CHECKSUM = 8;
const MAGIC = 0xb1b0afba;

/** Returns the tables of a font by their tags, in the order of the font. */
export function readTables(font) {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, i) => font.subarray(HEADER + ENTRY * i));
  return new Map(
    entries.map((entry) => {
      const start = entry.readUInt32BE(8);
      return [entry.toString('latin1', 0, 4), font.subarray(start, start + entry.readUInt32BE(12))];
    }),
  );
}

/** Returns the bytes of a font. */
export function writeTables(tables) {
  const power = 2 ** Math.floor(Math.log2(tables.size));
  const header = Buffer.alloc(HEADER + ENTRY * tables.size);
  header.writeUInt32BE(0x10000);
  const search = [tables.size, 16 * power, Math.log2(power), 16 * (tables.size - power)];
  search.forEach((value, i) => header.writeUInt16BE(value, 4 + 2 * i));
  const parts = [header];
  let at = header.length;
  [...tables].forEach(([tag, table], i) => {
    const bytes = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    if (tag === 'head') bytes.writeUInt32BE(0, WHOLE_CHECKSUM);
    const entry = header.subarray(HEADER + ENTRY * i);
    entry.write(tag, 'latin1');
    [checksum(bytes), at, table.length].forEach((value, field) => entry.writeUInt32BE(value, 4 + 4 * field));
    parts.push(bytes);
    at += bytes.length;
  });
  const font = Buffer.concat(parts);
  readTables(font).get('head').writeUInt32BE((MAGIC - checksum(font)) >>> 0, WHOLE_CHECKSUM);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
