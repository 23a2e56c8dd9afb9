// What the bench and its children say to each other on stdin and stdout: two lengths of 32 bits, JSON, bytes.
const LENGTHS = 8;
const chunks = process.stdin[Symbol.asyncIterator]();
let rest = Buffer.alloc(0);

/** So many bytes, or null where there are no more. */
async function take(length) {
  const parts = [rest];
  let held = rest.length;
  while (held < length) {
    const { value, done } = await chunks.next();
    if (done) {
      return null;
    }
    parts.push(value);
    held += value.length;
  }
  const all = Buffer.concat(parts);
  rest = all.subarray(length);
  return all.subarray(0, length);
}

function give(header, body) {
  const json = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(body.length, 4);
  process.stdout.write(Buffer.concat([lengths, json, body]));
}

/** Answers every frame until there are no more; `answer` gives `[header, body]`. */
export async function serve(answer) {
  for (;;) {
    const lengths = await take(LENGTHS);
    if (lengths === null) {
      return;
    }
    const header = JSON.parse(await take(lengths.readUInt32BE(0)));
    const body = await take(lengths.readUInt32BE(4));
    try {
      give(...(await answer(header, Buffer.from(body))));
    } catch (e) {
      give({ error: String(e.message) }, Buffer.alloc(0));
    }
  }
}
