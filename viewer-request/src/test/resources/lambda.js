'use strict';
// Calls handlers as Lambda does. Input and output are lines of JSON: {"folder", "event"} and {"result"} or {"error"}.

const { join } = require('node:path');
const { createInterface } = require('node:readline');

async function invoke({ folder, event }) {
  try {
    return { result: await require(join(folder, 'index.js')).handler(event) };
  } catch (e) {
    return { error: e.message };
  }
}

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await invoke(JSON.parse(line)))}\n`);
  }
})();
