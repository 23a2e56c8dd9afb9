import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, root } from './account.mjs';

const arn = 'arn:aws:sqs:eu-west-1:123456789012:q';
const all = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'];

function filter({ prefix, suffix }) {
  const rules = Object.entries({ prefix, suffix }).filter(([, value]) => value !== undefined);
  return rules.length === 0 ? {} : { Filter: { Key: { FilterRules: rules.map(([Name, Value]) => ({ Name, Value })) } } };
}

function entry(Id, Events = all, where = {}) {
  return { Id, QueueArn: arn, Events, ...filter(where) };
}

function change(t, old, added) {
  const account = new Account(t);
  const args = [join(root, 'cloudformation/notifications.mjs'), 'e', ...(added ? [JSON.stringify(added)] : [])];
  return account.run('node', args, { input: typeof old === 'string' ? old : JSON.stringify(old) });
}

function changed(t, old, added) {
  const ended = change(t, old, added);
  assert.equal(ended.code, 0, ended.err);
  return ended.out === '' ? 'unchanged' : JSON.parse(ended.out);
}

describe('notifications', () => {
  it('are added to a bucket without any, for which the CLI prints nothing', (t) => {
    assert.deepEqual(changed(t, '', [entry('e')]), { QueueConfigurations: [entry('e')] });
  });

  it('keep those of others, and EventBridge', (t) => {
    const old = {
      QueueConfigurations: [entry('mine', ['s3:ObjectRestore:*'])],
      TopicConfigurations: [{ TopicArn: 'arn:aws:sns:1', Events: ['s3:ReducedRedundancyLostObject'] }],
      LambdaFunctionConfigurations: [{ Id: 'f', LambdaFunctionArn: 'arn:aws:lambda:1', Events: ['s3:ObjectTagging:*'] }],
      EventBridgeConfiguration: {},
    };
    assert.deepEqual(changed(t, old, [entry('e')]), { ...old, QueueConfigurations: [...old.QueueConfigurations, entry('e')] });
    assert.deepEqual(changed(t, changed(t, old, [entry('e')])), old);
  });

  it('replace earlier ones of the same stack, also if the prefix is gone', (t) => {
    const old = { QueueConfigurations: [entry('e', all, { prefix: 'a/' }), entry('e-requests', all, { prefix: '.edgepix/requests/' })] };
    assert.deepEqual(changed(t, old, [entry('e')]), { QueueConfigurations: [entry('e')] });
  });

  it('are not put again if nothing changes, however S3 spells them', (t) => {
    const stored = { ...entry('e', [...all].reverse()), Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: 'a/' }] } } };
    assert.equal(changed(t, { QueueConfigurations: [stored] }, [entry('e', all, { prefix: 'a/' })]), 'unchanged');
    assert.notEqual(changed(t, { QueueConfigurations: [stored] }, [entry('e', all, { prefix: 'b/' })]), 'unchanged');
  });

  it('are removed, and removed again', (t) => {
    assert.deepEqual(changed(t, { QueueConfigurations: [entry('e'), entry('e-requests')] }), {});
    assert.equal(changed(t, ''), 'unchanged');
    assert.equal(changed(t, { EventBridgeConfiguration: {} }), 'unchanged');
  });

  it('omit an entry that another one covers', (t) => {
    const requests = entry('e-requests', all, { prefix: '.edgepix/requests/' });
    const dots = entry('e', all, { prefix: '.' });
    const photos = entry('e', all, { prefix: 'photos/' });
    assert.deepEqual(changed(t, '', [dots, requests]).QueueConfigurations, [dots]);
    assert.deepEqual(changed(t, '', [photos, requests]).QueueConfigurations, [photos, requests]);
  });

  const apart = {
    'other events': [['s3:ObjectRestore:*'], {}, {}],
    'another prefix': [all, { prefix: 'videos/' }, { prefix: 'photos/' }],
    'another suffix': [all, { suffix: '.mp4' }, { suffix: '.jpg' }],
  };
  for (const [what, [events, theirs, ours]] of Object.entries(apart)) {
    it(`of ${what} are allowed next to each other`, (t) => {
      assert.equal(changed(t, { QueueConfigurations: [entry('x', events, theirs)] }, [entry('e', all, ours)]).QueueConfigurations.length, 2);
    });
  }

  const refused = {
    'the same events': [all, {}, {}],
    'one of the events': [['s3:ObjectCreated:Put'], {}, {}],
    'all events of a narrower prefix': [all, { prefix: 'photos/2026/' }, { prefix: 'photos/' }],
    'all events of a wider prefix': [all, { prefix: 'ph' }, { prefix: 'photos/' }],
    'all events of a suffix': [all, { suffix: '.jpg' }, {}],
  };
  for (const [what, [events, theirs, ours]] of Object.entries(refused)) {
    it(`of ${what} are refused, as S3 would refuse them`, (t) => {
      const topic = { Id: 'x', TopicArn: 'arn:aws:sns:eu-west-1:1:x', Events: events, ...filter(theirs) };
      const ended = change(t, { TopicConfigurations: [topic] }, [entry('e', all, ours)]);
      assert.equal(ended.code, 1);
      assert.match(ended.err, /^dev: the bucket already sends s3:ObjectCreated:\S+ of keys with the prefix '.*' to arn:aws:sns:eu-west-1:1:x \(notification x\), and S3 sends an event to one place only/);
      assert.equal(ended.out, '');
    });
  }
});
