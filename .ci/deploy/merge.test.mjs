import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, root } from './account.mjs';

function merge(t, old, added) {
  const account = new Account(t);
  account.has('old', old);
  account.has('added', added);
  return account.run('node', [join(root, 'cloudformation/merge-into.mjs'), 'old', 'added']);
}

function merged(t, old, added) {
  const ended = merge(t, JSON.stringify(old), JSON.stringify(added));
  assert.equal(ended.code, 0, ended.err);
  return JSON.parse(ended.out);
}

const allow = (Sid, more = {}) => ({ Sid, Effect: 'Allow', ...more });
const rule = (ID, more = {}) => ({ ID, Status: 'Enabled', ...more });

describe('merge-into', () => {
  it('keeps the policy and its statements, and adds the new ones', (t) => {
    const old = { Version: '2008-10-17', Id: 'mine', Statement: [allow('A'), { Effect: 'Deny' }] };
    assert.deepEqual(merged(t, old, [allow('B')]), { ...old, Statement: [...old.Statement, allow('B')] });
  });

  it('replaces statements of the same Sid', (t) => {
    const old = { Version: '2012-10-17', Statement: [allow('A'), allow('B', { Action: 'old' })] };
    assert.deepEqual(merged(t, old, [allow('B', { Action: 'new' })]).Statement, [allow('A'), allow('B', { Action: 'new' })]);
  });

  it('keeps statements without a Sid', (t) => {
    const old = { Statement: [{ Effect: 'Deny', Action: 'old' }] };
    assert.equal(merged(t, old, [{ Effect: 'Allow', Action: 'new' }]).Statement.length, 2);
  });

  it('accepts a policy of one statement outside of a list', (t) => {
    assert.deepEqual(merged(t, { Statement: allow('A') }, [allow('B')]).Statement, [allow('A'), allow('B')]);
  });

  it('creates a policy if there was none', (t) => {
    assert.deepEqual(merged(t, {}, [allow('B')]), { Version: '2012-10-17', Statement: [allow('B')] });
  });

  it('merges lifecycle rules by their ID, and drops fields that cannot be put', (t) => {
    const old = { TransitionDefaultMinimumObjectSize: 'all', Rules: [rule('A'), rule('B', { Expiration: { Days: 1 } })] };
    assert.deepEqual(merged(t, old, rule('B', { Expiration: { Days: 2 } })), { Rules: [rule('A'), rule('B', { Expiration: { Days: 2 } })] });
  });

  it('names a file that is not JSON, and prints nothing', (t) => {
    const ended = merge(t, 'An error occurred', '[]');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^merge-into: old: /);
    assert.equal(ended.out, '');
  });

  it('refuses anything but statements and rules', (t) => {
    for (const added of ['[]', '[{"Sid":"A"}]', '["x"]', 'null']) {
      const ended = merge(t, '{}', added);
      assert.equal(ended.code, 1);
      assert.match(ended.err, /^merge-into: added: expected policy statements or lifecycle rules, got neither/);
    }
  });
});
