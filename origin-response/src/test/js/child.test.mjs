import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const CHILD = join(import.meta.dirname, '../../../target/js/child.mjs');
const BUSY = 'console.error(process.pid); setTimeout(() => {}, 60_000)';
const PARENT = `
  import { Child } from '${CHILD}';
  new Child({ command: process.execPath, args: ['-e', ${JSON.stringify(BUSY)}], env: {}, configFile: 'edgepix.json' });
  process.stdin.on('data', () => process.exit(0));`;

it('ends with Node.js, whatever its state', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], { stdio: ['pipe', 'ignore', 'pipe'] });
  const pid = Number((await once(parent.stderr, 'data'))[0].toString());

  parent.stdin.write('end');
  await once(parent, 'exit');

  assert.ok(await isGone(pid));
});

async function isGone(pid) {
  for (let i = 0; i < 250; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(20);
  }
  process.kill(pid, 'SIGKILL');
  return false;
}
