import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, root } from './account.mjs';

const closed = 'invoices/';
const owner = { CanonicalUser: 'a'.repeat(96) };
const reads = { Sid: 'EdgepixReads', Effect: 'Allow', Principal: owner, Action: 's3:GetObject', Resource: 'arn:aws:s3:::my-pictures/*' };
const closes = { ...reads, Sid: 'EdgepixClosesDocuments', Effect: 'Deny', Resource: `arn:aws:s3:::my-pictures/${closed}*` };
const foreign = { ...closes, Principal: { CanonicalUser: 'b'.repeat(96) } };

/** Returns an account with an existing bucket, and a package with a folder for documents. */
function prepared(t, statements) {
  const account = new Account(t);
  account.bucket('my-pictures', { region: 'EU', policy: JSON.stringify({ Statement: statements }) });
  account.answers({ Bucket: 'my-pictures', BucketPolicyStatements: JSON.stringify([reads, closes]) });
  account.packages({ closed });
  account.packagesPregenerate({ documents: closed });
  return account;
}

function deploy(account, ...options) {
  return account.deploy('--bucket', 'my-pictures', '--with-pregenerate', ...options);
}

describe('deploy with a folder for documents', () => {
  it('gives it to both stacks', (t) => {
    const account = prepared(t, [reads, closes]);
    const ended = deploy(account, '--results-queue=off');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().PrivatePrefix, closed);
    assert.equal(account.parameters('stack-pregenerate').DocumentPrefix, closed);
    assert.equal(account.parameters('stack-pregenerate').ResultsQueue, 'false');
    account.packages({});
    account.packagesPregenerate();
    assert.equal(account.deploy().code, 0);
    assert.equal(account.parameters().PrivatePrefix, '');
    assert.equal(account.parameters('stack-pregenerate').DocumentPrefix, '');
  });

  it('lets no worker write to an existing bucket while viewers can read the folder', (t) => {
    const account = prepared(t, [reads, { ...closes, Resource: 'arn:aws:s3:::my-pictures/letters/*' }]);
    const ended = deploy(account);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /viewers can read invoices\/ in the bucket until its policy has the new statements of the stack edgepix; run the same command with --merge-policy/);
    assert.equal(account.read('stack-pregenerate/parameters'), '');
    const merged = deploy(account, '--merge-policy');
    assert.equal(merged.code, 0, merged.err);
    assert.match(account.read('buckets/my-pictures/policy'), /my-pictures\/invoices\/\*/);
    assert.equal(deploy(account).code, 0);
  });

  it('prints the check and the folder in a dry run', (t) => {
    const ended = deploy(prepared(t, []), '--dry-run', '--results-queue', 'on');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.out, /check that the policy of an existing bucket closes the folder invoices\/ to viewers/);
    assert.match(ended.out, /PrivatePrefix=invoices\//);
    assert.match(ended.out, /DocumentPrefix=invoices\//);
    assert.match(ended.out, /ResultsQueue=true/);
  });
});

describe('merge-bucket.mjs', () => {
  const merge = (...args) => {
    const ended = spawnSync(process.execPath, [join(root, 'cloudformation/merge-bucket.mjs'), ...args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))], { encoding: 'utf8' });
    assert.equal(ended.status, 0, ended.stderr);
    return ended.stdout;
  };

  it('removes the statement for documents that the stack no longer has, and no other stack\'s', () => {
    const old = { Version: '2012-10-17', Statement: [reads, closes] };
    assert.deepEqual(JSON.parse(merge('plan', old, [reads])).Statement, [reads]);
    assert.equal(merge('check', old, [reads], { Statement: [reads] }), '');
    assert.equal(merge('plan', { Statement: [reads, foreign] }, [reads]), '');
  });
});
