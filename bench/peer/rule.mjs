// The compiled rule against the hand-written one: `node rule.mjs FOLDER BLOCKS` says microseconds an event, as JSON.
import { deepStrictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { handler as peer } from './viewer-request.mjs';

const [folder, blocks] = process.argv.slice(2);
const { handler: ours } = createRequire(import.meta.url)(join(folder, 'index.js'));

const EVENTS_A_BLOCK = 2_000;
const WARM_UP_BLOCKS = 10;
const BROWSER = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const CASES = {
  'a size': ['/images/cat.jpg', 'd=200x200', BROWSER],
  'every option': ['/photos/2026/summer%20holiday%20(1).jpg', 'd=190x150&fit=cover&q=61&dpr=2&utm_source=x', BROWSER],
  'a preset, a key of Hangul': ['/%EC%82%AC%EC%A7%84/%EA%B3%A0%EC%96%91%EC%9D%B4.jpg', 'd=small', BROWSER],
  'no Accept, PNG': ['/images/logo.png', 'd=100x', ''],
  'the original, passed': ['/images/cat.jpg', '', BROWSER],
  "a derivative's path, passed": ['/200x200/webp/images/cat.jpg', '', BROWSER],
  'refused': ['/images/cat.jpg', 'd=0x0', BROWSER],
};

function event([uri, querystring, accept]) {
  const headers = {
    host: [{ key: 'Host', value: 'd111111abcdef8.cloudfront.net' }],
    'user-agent': [{ key: 'User-Agent', value: AGENT }],
    ...(accept && { accept: [{ key: 'Accept', value: accept }] }),
  };
  return {
    Records: [{ cf: { config: { eventType: 'viewer-request' }, request: { clientIp: '203.0.113.178', method: 'GET', uri, querystring, headers } } }],
  };
}

async function block(handler, event) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < EVENTS_A_BLOCK; i++) {
    await handler(event);
  }
  return Number(process.hrtime.bigint() - start) / 1e3 / EVENTS_A_BLOCK;
}

async function measure(name, event) {
  deepStrictEqual(await ours(event), await peer(event), `${name}: not the same work`);
  const micros = { ours: [], peer: [] };
  for (let i = -WARM_UP_BLOCKS; i < Number(blocks); i++) {
    const sides = [['ours', ours], ['peer', peer]];
    for (const [side, handler] of i % 2 === 0 ? sides : sides.reverse()) {
      const taken = await block(handler, event);
      if (i >= 0) {
        micros[side].push(taken);
      }
    }
  }
  return { case: name, ...micros };
}

const measured = [];
for (const [name, what] of Object.entries(CASES)) {
  measured.push(await measure(name, event(what)));
}
console.log(JSON.stringify(measured));
