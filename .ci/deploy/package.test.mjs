import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, checkout } from './account.mjs';

describe('deploy without --dist', () => {
  it('packages with the given configuration, and deploys that', (t) => {
    const account = new Account(t);
    account.has('edgepix.json', '{}');
    const copy = checkout(account, 'mkdir -p "${@: -1}" && cp "$FAKE_AWS"/dist/* "${@: -1}"');
    const ended = account.run(join(copy, 'cloudformation/deploy'), ['--stack', 'edgepix', '--config', 'edgepix.json']);
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.read('packaged').trim().split('\n'), [
      'package', '--config', 'edgepix.json', '--output', join(copy, 'target/dist'),
    ]);
    assert.match(ended.out, /^Domain\t/m);
  });

  it('changes nothing if packaging fails', (t) => {
    const account = new Account(t);
    const copy = checkout(account, 'echo "no compiler" >&2; exit 3');
    const ended = account.run(join(copy, 'cloudformation/deploy'), ['--stack', 'edgepix']);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /no compiler\ndev: packaging failed; nothing was changed on AWS/);
    assert.deepEqual(account.operations().filter((operation) => / (create|put|deploy)/.test(operation)), []);
  });
});
