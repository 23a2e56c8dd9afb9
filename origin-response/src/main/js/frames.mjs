// Messages between processes. A frame consists of the length of the JSON and the length of the body, each as four bytes
// in big-endian order, then the JSON in UTF-8, then the unchanged body. Frame does the same on the JVM.

const HEAD_BYTES = 8;
// Larger than the JSON or the body of any event or response.
const MAX_PART_BYTES = 8 << 20;
const NO_BODY = Buffer.alloc(0);

export function frameOf(json, body = NO_BODY) {
  const text = Buffer.from(json, 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(text.length, 0);
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, text, body]);
}

/** Joins chunks into frames. */
export class FrameReader {
  #chunks = [];
  #length = 0;
  #expected = HEAD_BYTES;
  #maxPartBytes;

  /** `maxPartBytes` is the maximum length of the JSON, and of the body. */
  constructor(maxPartBytes = MAX_PART_BYTES) {
    this.#maxPartBytes = maxPartBytes;
  }

  /** Adds a chunk. Throws if a part is longer than the maximum. */
  add(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#expected === HEAD_BYTES && this.#length >= HEAD_BYTES) {
      this.#expected = HEAD_BYTES + this.#partBytes(0) + this.#partBytes(4);
    }
  }

  get isEmpty() {
    return this.#length === 0;
  }

  /** Returns the frame as `{json, body}`, or null if it is not complete yet. Throws if there is more than one frame. */
  take() {
    if (this.#length < this.#expected) {
      return null;
    }
    if (this.#length > this.#expected) {
      throw new Error(`${this.#length - this.#expected} bytes after the end of a frame`);
    }
    const all = this.#whole();
    const bodyStart = HEAD_BYTES + all.readUInt32BE(0);
    this.#chunks = [];
    this.#length = 0;
    this.#expected = HEAD_BYTES;
    return { json: all.toString('utf8', HEAD_BYTES, bodyStart), body: all.subarray(bodyStart) };
  }

  #partBytes(offset) {
    const bytes = this.#whole().readUInt32BE(offset);
    if (bytes > this.#maxPartBytes) {
      throw new Error(`expected a part of at most ${this.#maxPartBytes} bytes, got ${bytes}`);
    }
    return bytes;
  }

  #whole() {
    if (this.#chunks.length > 1) {
      this.#chunks = [Buffer.concat(this.#chunks)];
    }
    return this.#chunks[0];
  }
}
