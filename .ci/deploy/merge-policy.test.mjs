import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Account, id } from './account.mjs';

const user = 'a'.repeat(96);
const identity = (name) => `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${name}`;
const distribution = (name) => `arn:aws:cloudfront::${id}:distribution/${name}`;
const ours = [
  { Sid: 'EdgepixReads', Effect: 'Allow', Principal: { CanonicalUser: user }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-pictures/*' },
  { Sid: 'EdgepixRefusesPlainHttp', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::my-pictures'] },
];
const others = [
  { Sid: 'Backup', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${id}:role/backup` }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-pictures/*' },
  { Effect: 'Deny', Principal: '*', Action: 's3:DeleteBucket', Resource: 'arn:aws:s3:::my-pictures' },
];
const rules = [{ ID: 'ExpireDerivatives', Status: 'Enabled', Filter: { Tag: { Key: 'edgepix', Value: 'derivative' } }, Expiration: { Days: 30 } }];

function prepared(t, { bucket = {}, statements = ours, ...answers } = {}) {
  const account = new Account(t);
  account.bucket('my-pictures', { region: 'EU', ...bucket });
  account.has('identities', `E1OURS\t${user}\nE2OTHER\t${'b'.repeat(96)}`);
  account.answers({ Bucket: 'my-pictures', BucketPolicyStatements: JSON.stringify(statements), ...answers });
  return account;
}

function merge(account) {
  return account.deploy('--bucket', 'my-pictures', '--merge-policy');
}

function policy(account) {
  return JSON.parse(account.read('buckets/my-pictures/policy'));
}

function backups(account) {
  return readdirSync(account.dist).filter((file) => file.startsWith('my-pictures-'));
}

function assertNotChanged(account, ended, sentence, old) {
  assert.equal(ended.code, 1, ended.err);
  assert.match(ended.err, sentence);
  assert.match(ended.err, /the stack edgepix was deployed, but its bucket was not changed as --merge-policy says/);
  assert.deepEqual(policy(account), old);
}

describe('deploy --merge-policy', () => {
  it('creates the policy of a bucket that has none', (t) => {
    const account = prepared(t);
    const ended = merge(account);
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(policy(account).Statement.map((one) => one.Sid), ['EdgepixReads', 'EdgepixRefusesPlainHttp']);
    assert.deepEqual(backups(account), []);
    assert.doesNotMatch(ended.out, /get-bucket-policy/);
  });

  it('keeps all other statements, and prints and saves the old policy', (t) => {
    const old = { Version: '2008-10-17', Id: 'mine', Statement: others };
    const account = prepared(t, { bucket: { policy: JSON.stringify(old) } });
    const ended = merge(account);
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual({ ...policy(account), Statement: policy(account).Statement.slice(0, 2) }, old);
    assert.equal(policy(account).Statement.length, 4);
    assert.deepEqual(JSON.parse(account.read(`dist/${backups(account)[0]}`)), old);
    assert.ok(ended.err.includes(JSON.stringify(old)));
  });

  it('changes nothing if the statements are there, as S3 writes them', (t) => {
    const account = prepared(t);
    merge(account);
    account.forgetCalls();
    const ended = merge(account);
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /the policy of the bucket my-pictures already has the statements/);
    assert.ok(!account.operations().includes('s3api put-bucket-policy'));
  });

  const dead = {
    'an identity that is gone': { AWS: identity('E9GONE') },
    'an identity that S3 shows by its id alone': { AWS: 'AIDAEXAMPLE' },
  };
  for (const [what, Principal] of Object.entries(dead)) {
    it(`replaces a statement for ${what}`, (t) => {
      const account = prepared(t, { bucket: { policy: JSON.stringify({ Statement: [{ ...ours[0], Principal }] }) } });
      assert.equal(merge(account).code, 0);
      assert.deepEqual(policy(account).Statement[0].Principal, { AWS: identity('E1OURS') });
    });
  }

  it('refuses to replace a statement for the identity of another stack', (t) => {
    const old = { Statement: [{ ...ours[0], Principal: { AWS: identity('E2OTHER') } }] };
    const account = prepared(t, { bucket: { policy: JSON.stringify(old) } });
    assertNotChanged(account, merge(account), /already has a statement EdgepixReads, for arn:.* E2OTHER; if another stack uses the bucket/, old);
  });

  it('refuses to replace a statement for another distribution, unless that is gone', (t) => {
    const of = (name) => ({ ...ours[0], Principal: { Service: 'cloudfront.amazonaws.com' }, Condition: { StringEquals: { 'AWS:SourceArn': distribution(name) } } });
    const old = { Statement: [of('EOTHER')] };
    const account = prepared(t, { bucket: { policy: JSON.stringify(old) }, statements: [of('EOURS')] });
    account.has('distributions', `${distribution('EOURS')}\n${distribution('EOTHER')}`);
    assertNotChanged(account, merge(account), /already has a statement EdgepixReads, for arn:aws:cloudfront::123456789012:distribution\/EOTHER/, old);
    account.has('distributions', distribution('EOURS'));
    assert.equal(merge(account).code, 0);
    assert.deepEqual(policy(account).Statement, [of('EOURS')]);
  });

  it('prints how to restore the old policy if another statement is different after the change', (t) => {
    const old = { Version: '2012-10-17', Statement: others };
    const account = prepared(t, { bucket: { policy: JSON.stringify(old) } });
    account.has('spoils-policy', '');
    const ended = merge(account);
    assert.equal(ended.code, 1);
    const command = ended.err.match(/to restore the old one, run (aws .*)/)[1];
    account.run('rm', ['spoils-policy']);
    assert.equal(account.run('bash', ['-c', command]).code, 0);
    assert.deepEqual(policy(account), old);
  });

  it('says why S3 refuses the change', (t) => {
    const account = prepared(t, { bucket: { policy: JSON.stringify({ Statement: others }) } });
    account.has('denied-put-policy', '');
    assertNotChanged(account, merge(account), /AccessDenied.*\n.*the policy of the bucket my-pictures was not changed/, { Statement: others });
  });

  it('says if it may not read the policy, which is not the same as no policy', (t) => {
    const account = prepared(t, { bucket: { policy: JSON.stringify({ Statement: others }) } });
    account.has('denied-policy', '');
    assertNotChanged(account, merge(account), /AccessDenied.* GetBucketPolicy|AccessDenied.*get-bucket-policy/, { Statement: others });
  });

  it('adds lifecycle rules, and keeps the others and the smallest size of a transition', (t) => {
    const old = { TransitionDefaultMinimumObjectSize: 'varies_by_storage_class', Rules: [{ ID: 'Mine', Status: 'Disabled' }] };
    const account = prepared(t, { bucket: { lifecycle: JSON.stringify(old) }, BucketLifecycleRules: JSON.stringify(rules) });
    const ended = merge(account);
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(JSON.parse(account.read('buckets/my-pictures/lifecycle')), { ...old, Rules: [...old.Rules, ...rules] });
    assert.equal(backups(account).length, 1);
  });

  it('says that there is nothing to merge if the stack created the bucket', (t) => {
    const account = new Account(t);
    const ended = account.deploy('--merge-policy');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /the stack edgepix created its bucket, so there is no policy to merge/);
    assert.ok(!existsSync(account.path('buckets/edgepix-bucket-1abc')));
  });
});
