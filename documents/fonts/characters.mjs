// Which characters of a font documents can use: all that need no shaping.

/** The script in Noto Sans whose letters change with their neighbours. */
const SHAPED = /\p{Script_Extensions=Devanagari}/u;

/** Returns the characters of a TrueType font, sorted. */
export function characters(font) {
  const found = [];
  for (const [first, last] of ranges(font)) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      if (!SHAPED.test(character)) found.push(character);
    }
  }
  return found.join('');
}

/** Reads the ranges of code points from the font's "cmap" table, format 12 (segmented coverage). */
function ranges(font) {
  const cmap = table(font, 'cmap');
  const count = cmap.readUInt16BE(2);
  for (let i = 0; i < count; i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    if (subtable.readUInt16BE(0) === 12) {
      const groups = Array.from({ length: subtable.readUInt32BE(12) }, (_, group) => 16 + 12 * group);
      return groups.map((at) => [subtable.readUInt32BE(at), subtable.readUInt32BE(at + 4)]);
    }
  }
  throw new Error('expected a "cmap" of format 12, got none');
}

function table(font, name) {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const entry = font.subarray(12 + 16 * i);
    if (entry.toString('latin1', 0, 4) === name) {
      return font.subarray(entry.readUInt32BE(8), entry.readUInt32BE(8) + entry.readUInt32BE(12));
    }
  }
  throw new Error(`expected a table "${name}", got none`);
}
