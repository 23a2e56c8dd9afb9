// Runs CloudFront Functions as their JavaScript runtime 2.0 does: cloudfront-function.mjs REQUEST.js [RESPONSE.js]
//
// Each line of input is an event in JSON. Its context.eventType chooses the function: viewer-request or viewer-response.
// Each line of output is {"request"} or {"response"}, which the function returns, or {"error"}. If the function selects an
// origin, the line also has its id in "selectedOrigin".
//
// The event has the form of CloudFront, except that request.rawQueryString is a text, or left out if the URL has no "?".
// This program makes request.querystring from that text. If the event has only request.querystring, the function cannot
// call rawQueryString, as with events of CloudFront's own tests.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createContext, runInContext, Script } from 'node:vm';

const MAX_BYTES = 10_240;
const MAX_MILLISECONDS = 1000;
const IMPORT = /^import (\w+) from ['"]cloudfront['"];/;

// Node.js has them, and the runtime does not.
const MISSING = [
  'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'FinalizationRegistry', 'Intl', 'Iterator', 'Map', 'Proxy',
  'Reflect', 'Set', 'SharedArrayBuffer', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly', 'escape', 'unescape',
];

/** A function in a context of its own, without the modules and globals of Node.js. */
class CloudFrontFunction {
  #context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  #call;

  constructor(file) {
    const code = readFileSync(file, 'utf8');
    if (Buffer.byteLength(code) > MAX_BYTES) {
      throw new Error(`${file}: expected at most ${MAX_BYTES} bytes, got ${Buffer.byteLength(code)}`);
    }
    this.#context.log = (text) => console.error(text);
    runInContext(`for (const name of ${JSON.stringify(MISSING)}) delete globalThis[name];`, this.#context);
    runInContext(ENVIRONMENT, this.#context);
    runInContext(`'use strict';${code.replace(IMPORT, 'const $1 = cloudfront;')}\nthis.handler = handler;`, this.#context, {
      filename: file,
      timeout: MAX_MILLISECONDS,
    });
    this.#call = new Script('called(handler)');
  }

  /** Returns the JSON of the outcome. Objects of the function never leave its context. */
  answer(event) {
    this.#context.event = event;
    return this.#call.runInContext(this.#context, { timeout: MAX_MILLISECONDS });
  }
}

// Runs inside the context.
const ENVIRONMENT = `(() => {
  const print = log;
  let selected;
  const parsed = (raw) => {
    const all = {};
    for (const part of raw.split('&').filter((each) => each !== '')) {
      const equals = part.indexOf('=');
      const name = equals < 0 ? part : part.slice(0, equals);
      const value = equals < 0 ? '' : part.slice(equals + 1);
      const former = Object.hasOwn(all, name) ? all[name] : undefined;
      const values = [...(former ? (former.multiValue ?? [former]) : []), { value }];
      const entry = former ? { value: former.value, multiValue: values } : { value };
      Object.defineProperty(all, name, { value: entry, configurable: true, enumerable: true, writable: true });
    }
    return all;
  };
  this.console = { log: (...all) => print(all.join(' ')), error: (...all) => print(all.join(' ')) };
  this.cloudfront = {
    selectRequestOriginById: (id) => {
      selected = id;
    },
  };
  this.called = (handler) => {
    selected = undefined;
    try {
      const event = JSON.parse(this.event);
      const raw = event.request.rawQueryString;
      if (raw !== undefined || event.request.querystring === undefined) {
        event.request.querystring = parsed(raw ?? '');
        Object.defineProperty(event.request, 'rawQueryString', { value: () => raw, enumerable: false });
      }
      const returned = handler(event);
      const result = typeof returned.statusCode === 'number' ? { response: returned } : { request: returned };
      return JSON.stringify(selected === undefined ? result : { ...result, selectedOrigin: selected });
    } catch (e) {
      return JSON.stringify({ error: String(e) + (e.stack ?? '').replace(/^[^]*?(\\n *at [^\\n]*)[^]*$/, '$1') });
    }
  };
  delete this.log;
})()`;

const functions = process.argv.slice(2).map((file) => new CloudFrontFunction(file));

function answered(line) {
  const type = JSON.parse(line).context?.eventType;
  const chosen = type === 'viewer-request' ? functions[0] : type === 'viewer-response' ? functions[1] : undefined;
  if (chosen === undefined) {
    return JSON.stringify({ error: `context.eventType: expected the type of a function, got ${type}` });
  }
  try {
    return chosen.answer(line);
  } catch (e) {
    return JSON.stringify({ error: String(e) }); // it took too long
  }
}

// A few lines at a time, since a write for each is slow.
let out = [];
let isWaiting = false;
function flush() {
  process.stdout.write(out.map((line) => `${line}\n`).join(''));
  out = [];
  isWaiting = false;
}
for await (const line of createInterface({ input: process.stdin })) {
  out.push(answered(line));
  if (!isWaiting) {
    isWaiting = true;
    setImmediate(flush);
  }
}
