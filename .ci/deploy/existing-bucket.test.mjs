import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account } from './account.mjs';

const statements = '[{"Sid":"EdgepixReads","Effect":"Allow"}]';
const rule = '{"ID":"ExpireDerivatives","Status":"Enabled"}';

function deployTo(t, bucket, answers = {}) {
  const account = new Account(t);
  account.bucket('my-pictures', bucket);
  account.answers({ Bucket: 'my-pictures', BucketPolicyStatements: statements, ...answers });
  return { account, ended: account.deploy('--bucket', 'my-pictures') };
}

describe('deploy --bucket', () => {
  for (const [answer, region] of [['None', 'us-east-1'], ['EU', 'eu-west-1'], ['eu-central-2', 'eu-central-2']]) {
    it(`a bucket whose location is ${answer}: the stack reads from ${region}`, (t) => {
      const { account, ended } = deployTo(t, { region: answer });
      assert.equal(ended.code, 0, ended.err);
      assert.equal(account.parameters().BucketName, 'my-pictures');
      assert.equal(account.parameters().BucketRegion, region);
    });
  }

  it('prints the statements and how to merge them, and leaves the policy alone', (t) => {
    const { account, ended } = deployTo(t);
    assert.ok(ended.out.includes(statements));
    assert.match(ended.out, /^ {2}aws s3api get-bucket-policy --bucket my-pictures /m);
    assert.match(ended.out, /^ {2}aws s3api put-bucket-policy --bucket my-pictures --policy file:\/\/merged\.json$/m);
    assert.doesNotMatch(ended.out, /^BucketPolicyStatements/m);
    assert.doesNotMatch(ended.out, /lifecycle/);
    assert.ok(account.calls().every((call) => !/(polic|lifecycle).* my-pictures/.test(call)));
  });

  it('prints a merge command that keeps the policy', (t) => {
    const { account, ended } = deployTo(t);
    account.has('policy.json', '{"Version":"2012-10-17","Statement":[{"Sid":"Mine","Effect":"Allow"}]}');
    const merge = ended.out.split('\n').find((line) => line.startsWith('  node '));
    assert.equal(account.run('bash', ['-c', merge]).code, 0);
    assert.deepEqual(JSON.parse(account.read('merged.json')).Statement.map((one) => one.Sid), ['Mine', 'EdgepixReads']);
  });

  it('prints the lifecycle rule if derivatives expire', (t) => {
    const { account, ended } = deployTo(t, {}, { BucketLifecycleRules: rule });
    assert.match(ended.out, /put-bucket-lifecycle-configuration --bucket my-pictures/);
    account.has('lifecycle.json', '{}');
    const merge = ended.out.split('\n').find((line) => line.includes('bucket-lifecycle-rule.json'));
    assert.equal(account.run('bash', ['-c', merge]).code, 0);
    assert.deepEqual(JSON.parse(account.read('merged-lifecycle.json')), { Rules: [JSON.parse(rule)] });
  });

  it('prints the policy again if a later deployment has no --bucket', (t) => {
    const { account } = deployTo(t);
    assert.ok(account.deploy().out.includes(statements));
  });

  it('reports a missing bucket', (t) => {
    const ended = new Account(t).deploy('--bucket', 'no-such-bucket');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the bucket no-such-bucket does not exist, or these credentials may not read its Region/);
  });

  it('continues if it may not read the encryption of the bucket', (t) => {
    assert.equal(deployTo(t, { region: 'eu-west-1' }).ended.code, 0);
  });
});
