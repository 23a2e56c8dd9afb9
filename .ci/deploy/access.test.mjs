import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account } from './account.mjs';

const key = 'arn:aws:kms:eu-west-1:123456789012:key/12-ab';
const control = '[{"Sid":"EdgepixReads","Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"}}]';

function accesses(account) {
  return account.updates().map(({ Access, AccessAlso }) => `${Access}+${AccessAlso}`);
}

/** Returns an account with a pair whose access is the identity, as earlier versions deployed it. */
function pair(t, ...options) {
  const account = new Account(t);
  account.bucket('my-pictures', { region: 'EU' });
  assert.equal(account.deploy(...options).code, 0);
  account.has('stack/parameters', account.read('stack/parameters').replace(/^Access.*\n/gm, '').trim());
  account.has('updates', '');
  account.forgetCalls();
  return account;
}

function assertRefused(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assert.deepEqual(account.operations().filter((operation) => / (create|put|delete|deploy)/.test(operation)), []);
}

describe('the access to a bucket', () => {
  it('is the one that is given', (t) => {
    const account = new Account(t);
    assert.equal(account.deploy('--access', 'oac').code, 0);
    assert.deepEqual(accesses(account), ['oac+none']);
  });

  const chosen = {
    'in a Region that opened after December 2022': [{ region: 'il-central-1' }, [], /\(--access oac\), as an origin access identity cannot read buckets in il-central-1, a Region that opened after December 2022/],
    'encrypted with a KMS key': [{ region: 'EU', encryption: `aws:kms\t${key}` }, [], /\(--access oac\), as an origin access identity cannot use the KMS key that encrypts the bucket/],
    'with a plan': [{ region: 'EU' }, ['--plan', 'pro', '--rate-limit', '2000'], /\(--access oac\), as the plan pro refuses an origin access identity/],
  };
  for (const [what, [bucket, options, sentence]] of Object.entries(chosen)) {
    it(`${what} is chosen, with a sentence`, (t) => {
      const account = new Account(t);
      account.bucket('my-pictures', bucket);
      account.answersOf('web-acl', { WebAclArn: 'arn:acl' });
      const ended = account.deploy('--bucket', 'my-pictures', ...options);
      assert.equal(ended.code, 0, ended.err);
      assert.match(ended.err, sentence);
      assert.deepEqual(accesses(account), ['oac+none']);
    });

    it(`${what} is refused as an identity, with the reason`, (t) => {
      const account = new Account(t);
      account.bucket('my-pictures', bucket);
      const ended = account.deploy('--bucket', 'my-pictures', '--access', 'oai', ...options);
      assertRefused(account, ended, /--access oai: .*; --access oac works/);
    });
  }

  it('passes the KMS key of the bucket on, and prints what its policy needs', (t) => {
    const account = new Account(t);
    account.bucket('my-pictures', { region: 'EU', encryption: 'aws:kms\t12-ab' });
    account.has('kms', key);
    account.answers({ Bucket: 'my-pictures', KmsKeyPolicyStatements: '[{"Sid":"EdgepixDecrypts"}]' });
    const ended = account.deploy('--bucket', 'my-pictures');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().KmsKeyArn, key);
    assert.match(ended.out, /until the policy of the KMS key has these statements[^]*EdgepixDecrypts/);
  });

  for (const named of ['aws:kms', 'aws:kms\talias/aws/s3']) {
    it(`is refused for a bucket with the key of AWS (${named.split('\t')})`, (t) => {
      const account = new Account(t);
      account.bucket('my-pictures', { encryption: named });
      assertRefused(account, account.deploy('--bucket', 'my-pictures'), /neither --access oai nor --access oac can read the pictures/);
    });
  }

  it('of a bucket of the stack with a KMS key is never an identity', (t) => {
    const account = new Account(t);
    assertRefused(account, account.deploy('--access', 'oai', '--kms-key', key), /--access oai: an origin access identity cannot use the KMS key/);
  });
});

describe('a stack that changes from an identity to an access control', () => {
  it('has both in the policy of its bucket before and after the switch', (t) => {
    const account = pair(t);
    const ended = account.deploy('--access', 'oac');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(accesses(account), ['oai+oac', 'oac+oai', 'oac+none']);
  });

  it('keeps its other options until the switch', (t) => {
    const account = pair(t);
    account.answersOf('web-acl', { WebAclArn: 'arn:acl' });
    const ended = account.deploy('--plan', 'premium', '--rate-limit', '500', '--memory', '2048');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.updates().map(({ Plan, OriginResponseMemory }) => [Plan, OriginResponseMemory]), [
      [undefined, undefined], ['premium', '2048'], ['premium', '2048'],
    ]);
  });

  it('changes back the same way', (t) => {
    const account = pair(t);
    account.deploy('--access', 'oac');
    account.has('updates', '');
    assert.equal(account.deploy('--access', 'oai').code, 0);
    assert.deepEqual(accesses(account), ['oac+oai', 'oai+oac', 'oai+none']);
  });

  it('continues after an interruption', (t) => {
    const account = pair(t);
    account.deploy('--access', 'oac');
    account.has('stack/parameters', account.read('stack/parameters').replace('AccessAlso=none', 'AccessAlso=oai').trim());
    account.has('updates', '');
    assert.equal(account.deploy().code, 0);
    assert.deepEqual(accesses(account), ['oac+none']);
  });

  it('with an existing bucket waits until its policy has the statements, and then continues', (t) => {
    const account = pair(t, '--bucket', 'my-pictures');
    account.answers({ Bucket: 'my-pictures', BucketPolicyStatements: control });
    const ended = account.deploy('--access', 'oac');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the stack edgepix still has --access oai, and CloudFront reads the bucket as before/);
    assert.ok(ended.out.includes(control));
    assert.deepEqual(accesses(account), ['oai+oac']);
    account.has('buckets/my-pictures/policy', `{"Version":"2012-10-17","Statement":${control}}`);
    account.has('updates', '');
    const again = account.deploy('--access', 'oac');
    assert.equal(again.code, 0, again.err);
    assert.deepEqual(accesses(account), ['oai+oac', 'oac+oai', 'oac+none']);
    assert.match(again.err, /the policy of the bucket my-pictures still allows oai; remove the statements/);
  });

  it('with an existing bucket and --merge-policy adds the statements itself', (t) => {
    const account = pair(t, '--bucket', 'my-pictures');
    account.answers({ Bucket: 'my-pictures', BucketPolicyStatements: control });
    const ended = account.deploy('--access', 'oac', '--merge-policy');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(accesses(account), ['oai+oac', 'oac+oai', 'oac+none']);
    assert.match(account.read('buckets/my-pictures/policy'), /EdgepixReads/);
  });
});
