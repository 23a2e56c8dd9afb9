import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account } from './account.mjs';

const acl = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/mine/12-ab';
const made = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/made/34-cd';
const topic = 'arn:aws:sns:us-east-1:123456789012:ops';
const irish = 'arn:aws:sns:eu-west-1:123456789012:ops';
const regional = ['--kind', 'regional', '--region', 'eu-west-1'];

function deployed(t, ...options) {
  const account = new Account(t);
  account.packagesRegional();
  account.answersOf('web-acl', { WebAclArn: made });
  account.answersOf('plan', { SubscriptionArn: 'arn:1', SubscriptionStatus: 'ACTIVE' });
  const ended = account.deploy(...options);
  assert.equal(ended.code, 0, ended.err);
  account.forgetCalls();
  return account;
}

function changes(account) {
  return account.calls().map((call) => /(deploy|delete-stack) .*--stack-name (\S+)/.exec(call)).filter(Boolean).map(([, operation, name]) => `${operation} ${name}`);
}

describe('a web ACL', () => {
  it('of --rate-limit is removed after the distribution has let go of it', (t) => {
    const account = deployed(t, '--rate-limit', '100');
    assert.equal(account.parameters().WebAclArn, made);
    assert.equal(account.deploy('--rate-limit', '').code, 0);
    assert.deepEqual(changes(account), ['deploy edgepix', 'delete-stack edgepix-web-acl']);
    assert.equal(account.parameters().WebAclArn, '');
  });

  it('of yours replaces that of the stack', (t) => {
    const account = deployed(t, '--rate-limit', '100');
    assert.equal(account.deploy('--web-acl', acl).code, 0);
    assert.deepEqual(changes(account), ['deploy edgepix', 'delete-stack edgepix-web-acl']);
    assert.equal(account.parameters().WebAclArn, acl);
  });

  it('of the stack keeps its limit', (t) => {
    const account = deployed(t, '--rate-limit', '100');
    assert.equal(account.deploy().code, 0);
    assert.equal(account.parameters('stack-web-acl').RateLimit, '100');
  });

  it('is in us-east-1 for a regional stack too', (t) => {
    const account = deployed(t, ...regional, '--rate-limit', '100');
    assert.equal(account.read('stack-web-acl/region'), 'us-east-1\n');
    assert.equal(account.parameters().WebAclArn, made);
  });
});

describe('the stack of alarms and access logs', () => {
  it('is created after the distribution, if an option needs it', (t) => {
    const account = deployed(t, '--alarm-topic', topic, '--spend-limit', '50', '--access-logs', 'my-logs/pictures');
    assert.deepEqual(account.parameters('stack-watch'), {
      DistributionId: 'E2ABCDEFGHIJKL', AlarmTopicArn: topic, SpendLimit: '50', AccessLogBucketArn: 'arn:aws:s3:::my-logs/pictures',
    });
  });

  it('is not created without these options', (t) => {
    assert.equal(deployed(t).read('stack-watch/status'), '');
  });

  it('keeps its options, and is deleted with the last of them', (t) => {
    const account = deployed(t, '--alarm-topic', topic, '--access-logs', 'my-logs');
    assert.equal(account.deploy('--access-logs', '').code, 0);
    assert.deepEqual(account.parameters('stack-watch').AlarmTopicArn, topic);
    account.forgetCalls();
    assert.equal(account.deploy('--alarm-topic', '').code, 0);
    assert.deepEqual(changes(account), ['deploy edgepix', 'delete-stack edgepix-watch']);
  });

  it('needs a topic in us-east-1 for a limit of the spend', (t) => {
    const account = new Account(t);
    const ended = account.deploy('--spend-limit', '50');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /--spend-limit: expected --alarm-topic with a topic in us-east-1/);
    assert.deepEqual(changes(account), []);
  });

  it('gets the topic of its Region, as the regional stack does', (t) => {
    const account = deployed(t, ...regional, '--alarm-topic', topic, '--alarm-topic', irish);
    assert.equal(account.parameters().AlarmTopicArn, irish);
    assert.equal(account.parameters('stack-watch').AlarmTopicArn, topic);
  });

  it('refuses a topic where no stack has alarms', (t) => {
    const account = new Account(t);
    const ended = account.deploy('--alarm-topic', irish);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /--alarm-topic: expected a topic in us-east-1, where the stacks have alarms, got arn:aws:sns:eu-west-1/);
  });
});
