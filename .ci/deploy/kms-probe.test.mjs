import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account, id } from './account.mjs';

const key = (name) => `arn:aws:kms:eu-west-1:${id}:key/${name}`;

/** Deploys to a bucket with the given number of objects, and the given lines of objects with a KMS key. */
function deployTo(t, count, kms, files = {}) {
  const account = new Account(t);
  account.bucket('my-pictures', { region: 'EU', ...(kms && { kms }) });
  account.answers({ Bucket: 'my-pictures' });
  for (let number = 0; number < count; number++) {
    account.has(`buckets/my-pictures/objects/${String(number).padStart(4, '0')} a.jpg`, '');
  }
  Object.entries(files).forEach(([file, text]) => account.has(file, text));
  const ended = account.deploy('--bucket', 'my-pictures');
  assert.equal(ended.code, 0, ended.err);
  return { account, ended };
}

function looked(account) {
  return account.calls().filter((call) => call.includes('head-object') && call.includes('my-pictures')).map((call) => call.match(/--key (\d+)/)[1]);
}

describe('deploy --bucket', () => {
  it('says which objects with a KMS key there are, and what that means for each access', (t) => {
    const { ended } = deployTo(t, 4, `0001 a.jpg\taws:kms\t${key('1-a')}\n0003 a.jpg\taws:kms:dsse\t${key('2-b')}`);
    assert.ok(ended.err.includes(`dev: 2 of 4 objects in my-pictures that were looked at are encrypted with a KMS key: ${key('1-a')} ${key('2-b')}\n`), ended.err);
    assert.match(ended.err, /With --access oai, CloudFront cannot read these originals\.\n {2}With --access oac, the policy of each key must allow/);
  });

  it('looks at twelve objects across the first thousand', (t) => {
    const { account, ended } = deployTo(t, 1005);
    assert.equal(looked(account).length, 12);
    assert.ok(looked(account).includes('0000') && looked(account).includes('0916'), looked(account).join());
    assert.match(ended.err, /none of 12 objects in my-pictures that were looked at is encrypted with a KMS key/);
  });

  it('looks at no object of an empty bucket, or without the rights', (t) => {
    assert.doesNotMatch(deployTo(t, 0).ended.err, /that were looked at/);
    assert.doesNotMatch(deployTo(t, 3, '', { 'denied-objects': '' }).ended.err, /that were looked at/);
  });
});
