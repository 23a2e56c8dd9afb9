// Compares the compiled rule with a hand-written one: `node rule.mjs FOLDER BLOCKS` prints microseconds per event as
// JSON. FOLDER contains a folder for each configuration, with the function in it.
import { deepStrictEqual } from 'node:assert';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { handlerOf } from './viewer-request.mjs';

const [folder, blocks] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const EVENTS_A_BLOCK = 2_000;
const WARM_UP_BLOCKS = 10;
const BROWSER = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const LONG = 'x'.repeat(8_000);
const MANY = 'v=1&'.repeat(2_000);
const CAT = '/images/cat.jpg';

// The configuration, the path, the query string, Accept, other headers.
const CASES = {
  'a size': ['default', CAT, 'd=200x200', BROWSER],
  'every option': [
    'default',
    '/photos/2026/summer%20holiday%20(1).jpg',
    'd=190x150&fit=cover&fp=0.3,0.7&q=61&dpr=2&utm_source=x',
    BROWSER,
  ],
  'a preset, a key of Hangul': ['default', '/%EC%82%AC%EC%A7%84/%EA%B3%A0%EC%96%91%EC%9D%B4.jpg', 'd=small', BROWSER],
  'no Accept, PNG': ['default', '/images/logo.png', 'd=100x', ''],
  'the original, passed': ['default', CAT, '', BROWSER],
  "a derivative's path, passed": ['default', '/200x200/webp/images/cat.jpg', '', BROWSER],
  'a hint': ['hints', CAT, 'd=200x200', BROWSER, { 'Sec-CH-DPR': '1.5' }],
  'saving data': ['hints', CAT, 'd=200x200', BROWSER, { 'Sec-CH-DPR': '1.5', 'Save-Data': 'on' }],
  'a template, of a preset': ['forms', '/prew/small/images/cat.jpg', '', BROWSER],
  'a template, of sides': ['forms', '/images/cat_200_200_7.jpg', '', BROWSER],
  'the original, of no template': ['forms', '/images/2026/summer-holiday-by-the-sea_0001.jpg', '', BROWSER],
  'signed by the older key': ['signing', CAT, signed(CAT, 'd=200x200&e=9999999999'), BROWSER],
  'not signed': ['signing', CAT, 'd=200x200', BROWSER],
  'forged': ['signing', CAT, `d=200x200&s=${'A'.repeat(43)}`, BROWSER],
  'refused, the size': ['default', CAT, 'd=0x0', BROWSER],
  'refused, the quality': ['default', CAT, 'd=200x200&q=101', BROWSER],
  'refused, given twice': ['default', CAT, 'd=200x200&d=300x300', BROWSER],
  'refused, no UTF-8': ['default', '/images/%FF.jpg', 'd=200x200', BROWSER],
  'refused, a derivative already': ['default', '/200x200/webp/images/cat.jpg', 'd=200x200', BROWSER],
  "refused, no derivative's path": ['default', '/201x201/webp/images/cat.jpg', '', BROWSER],
  '8 kB, one parameter': ['default', CAT, `v=${LONG}&d=200x200`, BROWSER],
  '8 kB, 2,000 parameters': ['default', CAT, `${MANY}d=200x200`, BROWSER],
  'refused, 8 kB': ['default', CAT, `d=${LONG}`, BROWSER],
};

const handlers = new Map();

/** Both handlers under one configuration. */
function sidesUnder(config) {
  if (!handlers.has(config)) {
    const { handler: ours } = require(join(folder, config, 'index.js'));
    handlers.set(config, { ours, peer: handlerOf(read(config)) });
  }
  return handlers.get(config);
}

function read(config) {
  return JSON.parse(readFileSync(join(folder, config, 'edgepix.json'), 'utf8'));
}

function signed(path, query) {
  const key = read('signing').signing.keys.at(-1);
  return `${query}&s=${createHmac('sha256', key).update(`${path}\n${query}`).digest('base64url')}`;
}

function eventOf(uri, querystring, accept, others = {}) {
  const all = { Host: 'd111111abcdef8.cloudfront.net', 'User-Agent': AGENT, ...(accept && { Accept: accept }), ...others };
  const headers = Object.fromEntries(Object.entries(all).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]));
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

async function measure(name, [config, ...what]) {
  // Lambda parses events from JSON, so their strings are flat. Those of a concatenation are not.
  const event = JSON.parse(JSON.stringify(eventOf(...what)));
  const { ours, peer } = sidesUnder(config);
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
  measured.push(await measure(name, what));
}
console.log(JSON.stringify(measured));
