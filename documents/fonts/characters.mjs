// The characters of a font: its table "cmap", of which all formats but one are left out.
import { readTables } from './tables.mjs';

/** The script in Noto Sans whose letters change with their neighbours, which needs the tables that are left out. */
const SHAPED = /\p{Script_Extensions=Devanagari}/u;
const SEGMENTED = 12;
/** The platform and the encoding of a subtable with all characters of Unicode. */
const WINDOWS_UNICODE = [3, 10];

/** Returns the characters of a font that need no shaping, in their order; if given, only those of a pattern. */
export function characters(font, only = /./su) {
  const subtable = segmented(readTables(font).get('cmap'));
  if (!subtable) throw new Error('expected a "cmap" of format 12, got none');
  const found = [];
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const last = subtable.readUInt32BE(20 + 12 * group);
    for (let code = subtable.readUInt32BE(16 + 12 * group); code <= last; code++) {
      found.push(String.fromCodePoint(code));
    }
  }
  return found.filter((character) => only.test(character) && !SHAPED.test(character)).join('');
}

/**
 * Returns a table with one subtable instead of four with the same content, each of which PDFBox would read. A font whose
 * characters all have 16 bits has no such subtable, and keeps its table.
 */
export function withOneSubtable(cmap) {
  const subtable = segmented(cmap);
  if (!subtable) return cmap;
  const header = Buffer.alloc(12);
  [0, 1, ...WINDOWS_UNICODE].forEach((value, i) => header.writeUInt16BE(value, 2 * i));
  header.writeUInt32BE(header.length, 8);
  return Buffer.concat([header, subtable]);
}

function segmented(cmap) {
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * record));
    if (subtable.readUInt16BE(0) === SEGMENTED) return subtable.subarray(0, subtable.readUInt32BE(4));
  }
  return null;
}
