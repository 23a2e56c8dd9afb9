// Does the work of Lambda's Node.js runtime, over a socket instead of its HTTP interface. It loads the module once,
// reports that, and then answers one event after another. Each message is a line of JSON.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [socketPath, modulePath] = process.argv.slice(2);
const socket = createConnection(socketPath);
// The parent has ended, maybe in the middle of an event; this process and its children end too.
socket.on('error', () => {});
socket.on('close', () => process.exit(0));
const say = (line) => socket.write(JSON.stringify(line) + '\n');

async function answer(handler, event) {
  const returned = handler(event, {});
  // As on Lambda, the value that a handler returns is used only if it is a promise.
  return { result: returned instanceof Promise ? ((await returned) ?? null) : null };
}

async function load() {
  const module = await import(pathToFileURL(modulePath));
  const handler = module.handler ?? module.default?.handler;
  if (typeof handler !== 'function') {
    throw new Error('index.handler is undefined or not exported');
  }
  // The runtime of Node.js 24 assumes that a third parameter is a callback, which it no longer calls.
  if (handler.length > 2) {
    throw new Error(`index.handler has ${handler.length} parameters: callbacks are not supported from Node.js 24 on`);
  }
  return handler;
}

let handler;
try {
  handler = await load();
} catch (e) {
  console.error(e);
  process.exit(1);
}
say({});
for await (const line of createInterface({ input: socket })) {
  try {
    say(await answer(handler, JSON.parse(line)));
  } catch (e) {
    say({ error: String(e?.stack ?? e) });
  }
}
process.exit(0);
