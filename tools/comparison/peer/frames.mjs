// Messages on stdin and stdout between the bench and its child processes: the frames of the launcher, with larger
// parts.
import { FrameReader, frameOf } from '../../../origin-response/src/main/js/frames.mjs';

const MAX_PART_BYTES = 2 ** 32 - 1;

/** Answers every frame until there are no more; `answer` returns `[header, body]`. */
export async function serve(answer) {
  const reader = new FrameReader(MAX_PART_BYTES);
  for await (const chunk of process.stdin) {
    reader.add(chunk);
    const frame = reader.take();
    if (frame !== null) {
      process.stdout.write(await frameAfter(answer, frame));
    }
  }
}

async function frameAfter(answer, { json, body }) {
  try {
    const [header, bytes] = await answer(JSON.parse(json), body);
    return frameOf(JSON.stringify(header), bytes);
  } catch (e) {
    return frameOf(JSON.stringify({ error: String(e.message) }));
  }
}
