// What goes over the socket, in both directions: the length of the JSON and the length of the body, each as four
// bytes with the highest first, then the JSON in UTF-8, then the body as it is.

const HEAD_BYTES = 8;
const MAX_PART_BYTES = 8 << 20;

export function frameOf(json) {
  const text = Buffer.from(json, 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(text.length, 0);
  return Buffer.concat([head, text]);
}

/** Puts chunks together; `take` gives a whole frame as `{json, body}`, once it is there. */
export class FrameReader {
  #chunks = [];
  #length = 0;
  #expected = HEAD_BYTES;

  /** Throws where a length is one that nobody would send. */
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

  /** The frame, or null where it is not whole yet. Throws where there is more than one frame. */
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
    if (bytes > MAX_PART_BYTES) {
      throw new Error(`a frame with a part of ${bytes} bytes`);
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
