// Replaces the Java process: `node fake-child.mjs BEHAVIOUR FOLDER SOCKET CONFIG`. Records its actions in FOLDER.
import { appendFileSync, readFileSync, existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { frameOf } from '../../../target/js/frames.mjs';

const [behaviour, folder, socketPath] = process.argv.slice(2);
const starts = join(folder, 'starts');
appendFileSync(starts, `${process.pid}\n`);
const isFirst = readFileSync(starts, 'utf8').trim().split('\n').length === 1;
// Only the first process misbehaves. The next one shows whether the launcher recovers.
const mode = isFirst || existsSync(join(folder, 'always')) ? behaviour : 'good';

const RESPONSE = { status: '200', statusDescription: 'OK', headers: { 'content-type': [] }, bodyEncoding: 'base64' };
const PICTURE = Buffer.from('picture');

const good = frameOf(JSON.stringify(RESPONSE), PICTURE);
const head = (json, body) => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(json, 0);
  bytes.writeUInt32BE(body, 4);
  return bytes;
};

const answers = {
  good: (socket) => socket.write(good),
  'in small pieces': async (socket) => {
    for (const byte of good) {
      socket.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
  },
  'dies of SIGKILL': () => process.kill(process.pid, 'SIGKILL'),
  'exits with 3': () => process.exit(3),
  'exits with 3, then starts slowly': () => process.exit(3),
  'hangs up': (socket) => socket.end(),
  hangs: () => {},
  'hangs forever': () => {
    for (;;);
  },
  'sends half a frame': (socket) => socket.write(good.subarray(0, 20)),
  'sends two frames': (socket) => socket.write(Buffer.concat([good, good])),
  'sends a JVM message': (socket) => socket.write('[0.012s][warning][cds] The AOT cache was rejected\n'),
  'announces gigabytes': (socket) => socket.write(head(4_000_000_000, 0)),
  'announces gigabytes of body': (socket) => socket.write(head(2, 4_000_000_000)),
  'sends no JSON': (socket) => socket.write(frameOf('{"status":')),
  'sends nothing in a frame': (socket) => socket.write(frameOf('')),
  'sends null': (socket) => socket.write(frameOf('null')),
  'sends a number as status': (socket) => socket.write(frameOf('{"status":200,"headers":{}}')),
  'sends an impossible status': (socket) => socket.write(frameOf('{"status":"999","headers":{}}')),
  'sends no headers': (socket) => socket.write(frameOf('{"status":"200"}')),
  'sends null headers': (socket) => socket.write(frameOf('{"status":"200","headers":null}')),
};

if (mode === 'never connects') {
  setInterval(() => {}, 1_000);
} else if (mode === 'does not start') {
  process.exit(1);
} else {
  if (!isFirst && behaviour === 'exits with 3, then starts slowly') {
    await sleep(700);
  }
  const socket = createConnection(socketPath);
  socket.on('error', () => process.exit());
  socket.on('close', () => process.exit());
  let bytes = 0;
  socket.on('connect', () => {
    if (mode === 'speaks unasked') {
      socket.write(good);
    }
    if (mode === 'dies while idle') {
      setTimeout(() => process.exit(4), 50);
    }
  });
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    appendFileSync(join(folder, 'received'), `${bytes}\n`);
    (answers[mode] ?? answers.good)(socket);
  });
}
