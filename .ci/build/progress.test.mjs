// Tests what a build shows while it runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../tools/build/progress.mjs';

class Output {
  text = '';

  constructor(isTTY) {
    this.isTTY = isTTY;
    this.columns = 80;
  }

  write(text) {
    this.text += text;
  }
}

function progress(isTTY) {
  const clock = { now: 0 };
  const out = new Output(isTTY);
  return { clock, out, progress: new Progress({ modules: 3, out, now: () => clock.now }) };
}

test('without a terminal there is a line for each step, with megabytes and seconds', () => {
  const { clock, out, progress: shown } = progress(false);
  shown.step('imaging');
  clock.now = 4_200;
  shown.bytes = 12_400_000;
  shown.step('cli');
  assert.equal(out.text, 'dev: [1/3] imaging · 0 s\ndev: [2/3] cli · 12 MB · 4 s\n');
});

test('without a terminal a long step prints another line every ten seconds', () => {
  const { clock, out, progress: shown } = progress(false);
  shown.step('imaging');
  for (clock.now = 1_000; clock.now <= 25_000; clock.now += 1_000) shown.tick();
  assert.equal(out.text, 'dev: [1/3] imaging · 0 s\ndev: [1/3] imaging · 10 s\ndev: [1/3] imaging · 20 s\n');
});

test('at a terminal one line is always current, and never longer than the terminal', () => {
  const { clock, out, progress: shown } = progress(true);
  shown.step('a step with a name that is longer than the whole line of a terminal of eighty columns');
  clock.now = 1_000;
  shown.detail = '34 tests';
  shown.step('cli');
  const lines = out.text.split('\r\x1b[K').slice(1);
  assert.equal(lines.length, 2);
  assert.equal(lines[0].length, 79);
  assert.equal(lines[1], 'dev: [2/3] cli · 1 s');
});

test('a line that stays goes above the progress of a terminal', () => {
  const { out, progress: shown } = progress(true);
  shown.line('a warning');
  assert.match(out.text, /^\r\x1b\[Ka warning\n\r\x1b\[Kdev: \[0\/3\]/);
});

test('the end says what was done, how long it took and how much came in', () => {
  const { clock, out, progress: shown } = progress(false);
  clock.now = 41_000;
  shown.bytes = 62e6;
  shown.end('built');
  assert.equal(out.text, "dev: built in 41 s, 62 MB from Maven's repository\n");
});
