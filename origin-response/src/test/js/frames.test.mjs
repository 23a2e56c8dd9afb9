import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FrameReader, frameOf } from '../../../target/js/frames.mjs';

describe('a frame', () => {
  it('is read as it was written, in chunks of any size', () => {
    const frame = frameOf('{"key":"ねこ"}');
    for (let cut = 0; cut <= frame.length; cut++) {
      const reader = new FrameReader();
      reader.add(frame.subarray(0, cut));
      if (cut < frame.length) {
        assert.equal(reader.take(), null);
        reader.add(frame.subarray(cut));
      }
      assert.equal(reader.take().json, '{"key":"ねこ"}');
      assert.equal(reader.take(), null);
    }
  });

  it('may have parts of the maximum length', () => {
    const frame = frameOf('{}', Buffer.alloc(5));
    new FrameReader(5).add(frame);
    assert.throws(() => new FrameReader(4).add(frame), /at most 4 bytes, got 5/);
  });

  it('keeps its body unchanged', () => {
    const reader = new FrameReader();
    const bytes = Buffer.from([0, 0, 0, 2, 0, 0, 0, 3, 0x7b, 0x7d, 0xff, 0x00, 0xfe]);
    assert.deepEqual(frameOf('{}', bytes.subarray(10)), bytes);
    reader.add(bytes);
    const { json, body } = reader.take();
    assert.equal(json, '{}');
    assert.deepEqual([...body], [0xff, 0x00, 0xfe]);
  });
});
