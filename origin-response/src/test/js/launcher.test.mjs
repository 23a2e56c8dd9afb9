import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Launcher } from '../../../target/js/launcher.mjs';

const FAKE_CHILD = join(import.meta.dirname, 'fake-child.mjs');
const VIA = [{ key: 'Via', value: '1.1 origin' }];
const CHUNKED = [{ key: 'Transfer-Encoding', value: 'chunked' }];

let folder;
let logged;
const consoleError = console.error;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-test-'));
  logged = [];
  console.error = (line) => logged.push(line);
});

afterEach(async () => {
  console.error = consoleError;
  await endAll();
  rmSync(folder, { recursive: true });
});

/** Kills all children, including those that are starting, since they would prevent this process from ending. */
async function endAll() {
  for (let i = 0; i < 15; i++) {
    for (const pid of started()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has already ended.
      }
    }
    await sleep(20);
  }
}

function launcher(behaviour, limits = {}) {
  return new Launcher({
    command: process.execPath,
    args: [FAKE_CHILD, behaviour, folder],
    env: {},
    configFile: 'edgepix.json',
    eventMillis: 3_000,
    startMillis: 2_000,
    ...limits,
  });
}

function started() {
  const file = join(folder, 'starts');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

function event(status = '404') {
  const request = { method: 'GET', uri: '/200x200/webp/cat.jpg', querystring: '', headers: {} };
  const headers = { via: VIA, 'transfer-encoding': CHUNKED, server: [], etag: [{ key: 'ETag', value: '"e"' }] };
  const response = { status, statusDescription: '', headers };
  return { Records: [{ cf: { request, response } }] };
}

function assertGood(response) {
  assert.equal(response.status, '200');
  assert.equal(response.bodyEncoding, 'base64');
  assert.equal(Buffer.from(response.body, 'base64').toString(), 'picture');
}

function assertBadGateway(response, reason) {
  assert.equal(response.status, '502');
  assert.equal(response.statusDescription, 'Bad Gateway');
  assert.deepEqual(response.headers.via, VIA);
  assert.deepEqual(response.headers['transfer-encoding'], CHUNKED);
  assert.equal(response.headers.server, undefined);
  assert.match(response.body, /^[A-Z][^\n]*\.\n$/);
  assert.match(logged.join('\n'), reason);
}

async function assertEnded(pid) {
  for (let i = 0; i < 100; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
  assert.fail(`process ${pid} is still there`);
}

describe('a child that works', () => {
  it('is started once and answers event after event', async () => {
    const good = launcher('good');
    await good.start();
    for (let i = 0; i < 3; i++) {
      assertGood(await good.answer(event()));
    }
    assert.equal(started().length, 1);
  });

  it('is started by the first event if none was started before', async () => {
    assertGood(await launcher('good').answer(event('403')));
  });

  it('may send its frame in pieces', async () => {
    assertGood(await launcher('in small pieces').answer(event()));
  });

  it('gets one event at a time, and answers each', async () => {
    const good = launcher('good');
    const answers = await Promise.all([1, 2, 3].map(() => good.answer(event())));
    answers.forEach(assertGood);
    assert.equal(started().length, 1);
  });
});

describe('a list of the keys of the bucket', () => {
  for (const method of ['GET', 'HEAD']) {
    for (const status of ['200', '206']) {
      for (const uri of ['/', '//', '/.', '/%2F', '/cat.jpg']) {
        it(`is refused for ${method} ${uri} with status ${status}, and without a child`, async () => {
          const asked = event(status);
          Object.assign(asked.Records[0].cf.request, { method, uri });
          delete asked.Records[0].cf.response.headers.etag;
          const answer = await launcher('does not start').answer(asked);
          assert.equal(answer.status, '400');
          assert.equal(answer.body, method === 'GET' ? 'The URL does not name a picture.\n' : undefined);
          assert.deepEqual(answer.headers.via, VIA);
          assert.deepEqual(answer.headers['transfer-encoding'], CHUNKED);
          assert.equal(answer.headers['cache-control'][0].value, 'public, max-age=10');
          assert.equal(answer.headers['access-control-allow-origin'][0].value, '*');
          assert.equal(started().length, 0);
        });
      }
    }
  }
});

describe('an object in S3', () => {
  for (const status of ['200', '206', '304', '500', '503']) {
    it(`goes out untouched with status ${status}, and without a child`, async () => {
      const asked = event(status);
      assert.equal(await launcher('does not start').answer(asked), asked.Records[0].cf.response);
      assert.equal(started().length, 0);
    });
  }

  it('is refused without an event', async () => {
    await assert.rejects(launcher('good').answer({}), /no Records\[0\]\.cf\.response/);
  });
});

describe('a child that misbehaves leads to a 502 and is ended, and the next event works', () => {
  const reasons = {
    'dies of SIGKILL': /ended with SIGKILL/,
    'exits with 3': /ended with exit code 3/,
    'hangs up': /ended with exit code 0|closed the connection/,
    hangs: /no answer within/,
    'hangs forever': /no answer within/,
    'sends half a frame': /no answer within/,
    'sends two frames': /sent an invalid frame: \d+ bytes after the end/,
    'sends a JVM message': /sent an invalid frame: expected a part of at most 8388608 bytes, got \d+/,
    'announces gigabytes': /sent an invalid frame: expected a part of at most 8388608 bytes, got 4000000000/,
    'announces gigabytes of body': /sent an invalid frame: expected a part of at most 8388608 bytes, got 4000000000/,
    'sends no JSON': /JSON/,
    'sends nothing in a frame': /JSON/,
    'sends null': /no response/,
    'sends a number as status': /no response/,
    'sends an impossible status': /no response/,
    'sends no headers': /no response/,
    'sends null headers': /no response/,
  };
  for (const [behaviour, reason] of Object.entries(reasons)) {
    it(behaviour, async () => {
      const bad = launcher(behaviour, { eventMillis: 700 });
      await bad.start();
      assertBadGateway(await bad.answer(event()), reason);
      assertGood(await bad.answer(event()));
      await assertEnded(started()[0]);
    });
  }
});

describe('a child that does not start', () => {
  for (const behaviour of ['does not start', 'never connects']) {
    it(`costs the event a 502 and is tried again: ${behaviour}`, async () => {
      writeFileSync(join(folder, 'always'), '');
      const bad = launcher(behaviour, { startMillis: 400 });
      assertBadGateway(await bad.answer(event()), /did not start/);
      rmSync(join(folder, 'always'));
      assertGood(await bad.answer(event()));
    });
  }

  it('does not fail the initialisation', async () => {
    const bad = launcher('does not start');
    await bad.start();
    assert.match(logged.join('\n'), /did not start: ended with exit code 1/);
    assertGood(await bad.answer(event()));
  });

  it('is not a program', async () => {
    const none = new Launcher({ command: join(folder, 'none'), args: [], env: {}, configFile: '' });
    assertBadGateway(await none.answer(event()), /ENOENT/);
  });
});

describe('a child between events', () => {
  it('that has died is replaced before the next event', async () => {
    const idle = launcher('dies while idle');
    await idle.start();
    await sleep(300);
    assertGood(await idle.answer(event()));
    assert.equal(started().length, 2);
  });

  it('that died while Node.js was frozen is replaced before the next event', async () => {
    const frozen = launcher('good');
    await frozen.start();
    process.kill(started()[0], 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    assertGood(await frozen.answer(event()));
    assert.equal(started().length, 2);
  });

  it('that sends data without an event is replaced before the next event', async () => {
    const chatty = launcher('speaks unasked');
    await chatty.start();
    await sleep(200);
    assertGood(await chatty.answer(event()));
    assert.equal(started().length, 2);
  });
});

describe('a child that Lambda froze while it started', () => {
  it('has its full time again for the next event', async () => {
    const slow = launcher('exits with 3, then starts slowly', { startMillis: 500 });
    assertBadGateway(await slow.answer(event()), /exit code 3/);
    await sleep(600);
    assertGood(await slow.answer(event()));
    assert.equal(started().length, 2);
  });
});

describe('no files remain', () => {
  it('in the folder for temporary files', async () => {
    const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith('edgepix-')));
    const bad = launcher('exits with 3');
    await bad.answer(event());
    await bad.answer(event());
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('edgepix-') && !before.has(name));
    assert.deepEqual(after, []);
  });
});
