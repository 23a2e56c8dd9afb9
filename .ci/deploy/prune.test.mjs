import assert from 'node:assert/strict';
import { readdirSync, utimesSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Account, id } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1-an`;
const name = 'edgepix-ViewerRequest-AAAA';

function arn(version) {
  return `arn:aws:lambda:us-east-1:${id}:function:${name}:${version}`;
}

/** Returns an account whose function has the versions 1 to 12. The stack has 12, another distribution 3, and an alias 4. */
function versioned(t, files = {}) {
  const account = new Account(t);
  assert.equal(account.deploy().code, 0);
  account.has('stack/resources', `AWS::Lambda::Function\t${name}\nAWS::Lambda::Version\t${arn(12)}`);
  account.has(`functions/${name}/versions`, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].join('\n'));
  account.has(`functions/${name}/aliases`, '4');
  account.has('distributions', `${arn(12)}\n${arn(3)}`);
  Object.entries(files).forEach(([file, text]) => account.has(file, text));
  return account;
}

function deployed(account) {
  const ended = account.deploy();
  assert.equal(ended.code, 0, ended.err);
  return ended;
}

function versions(account) {
  return account.read(`functions/${name}/versions`).trim().split('\n').map(Number);
}

describe('old versions of a function', () => {
  it('are deleted after a deployment, but those in use and the two newest others', (t) => {
    const account = versioned(t);
    const { err } = deployed(account);
    assert.deepEqual(versions(account), [3, 4, 10, 11, 12]);
    assert.match(err, /^dev: deleted edgepix-ViewerRequest-AAAA:9, which nothing uses$/m);
  });

  it('that CloudFront has replicas of stay for a later deployment, which is not an error', (t) => {
    const account = versioned(t, { [`functions/${name}/replicated`]: '8\n9' });
    const { err } = deployed(account);
    assert.deepEqual(versions(account), [3, 4, 8, 9, 10, 11, 12]);
    assert.match(err, /CloudFront still has replicas of versions of edgepix-ViewerRequest-AAAA \(9 8\); a deployment some hours later deletes them$/m);
  });

  it('that cannot be deleted for another reason are reported, and the others are deleted', (t) => {
    const account = versioned(t, { [`functions/${name}/denied`]: '9' });
    const { err } = deployed(account);
    assert.deepEqual(versions(account), [3, 4, 9, 10, 11, 12]);
    assert.match(err, /edgepix-ViewerRequest-AAAA:9 was not deleted: .*AccessDenied/);
  });

  it('are never deleted without a version, which would delete the function', (t) => {
    const account = versioned(t);
    deployed(account);
    const deletions = account.calls().filter((call) => call.includes('lambda delete-function'));
    assert.equal(deletions.length, 7);
    assert.ok(deletions.every((call) => / --qualifier [0-9]+ $/.test(call)), deletions.join('\n'));
  });

  it('stay if it is unknown what is in use', (t) => {
    const account = versioned(t, { 'list-fails': '' });
    const { err } = deployed(account);
    assert.equal(versions(account).length, 12);
    assert.match(err, /old versions and zips in us-east-1 were not deleted/);
  });
});

/** Stores a file of an earlier deployment, the given number of days old. */
function stored(account, file, days) {
  account.has(`buckets/${artifacts}/objects/edgepix_${file}`, 'old');
  const time = Date.now() / 1000 - days * 86400;
  utimesSync(account.path(`buckets/${artifacts}/objects/edgepix_${file}`), time, time);
}

function files(account) {
  return readdirSync(account.path(`buckets/${artifacts}/objects`)).map((file) => file.replace('edgepix_', ''));
}

const hash = (digit) => digit.repeat(64);

describe('old files', () => {
  it('are deleted after a deployment, but the two newest of each kind', (t) => {
    const account = new Account(t);
    deployed(account);
    const current = files(account);
    for (const digit of ['1', '2', '3', '4']) {
      stored(account, `viewer-request-${hash(digit)}.zip`, Number(digit));
      stored(account, `edgepix-${hash(digit)}.json`, Number(digit));
      stored(account, `${digit.repeat(32)}.template`, Number(digit));
    }
    stored(account, `origin-response-${hash('1')}.zip`, 100);
    const { err } = deployed(account);
    const kept = ['1', '2'].flatMap((digit) => [
      `viewer-request-${hash(digit)}.zip`, `edgepix-${hash(digit)}.json`, `${digit.repeat(32)}.template`,
    ]);
    assert.deepEqual(files(account).sort(), [...current, ...kept, `origin-response-${hash('1')}.zip`].sort());
    assert.match(err, /deleted 6 old files in s3:\/\/edgepix-artifacts-123456789012-us-east-1-an\/edgepix\/$/m);
  });

  it('that the stack uses stay, even if they are the oldest', (t) => {
    const account = new Account(t);
    deployed(account);
    const current = files(account);
    const time = Date.now() / 1000 - 1000 * 86400;
    current.forEach((file) => utimesSync(account.path(`buckets/${artifacts}/objects/edgepix_${file}`), time, time));
    for (const digit of ['1', '2', '3']) {
      stored(account, `viewer-request-${hash(digit)}.zip`, 1);
      stored(account, `origin-response-${hash(digit)}.zip`, 1);
      stored(account, `edgepix-${hash(digit)}.json`, 1);
    }
    deployed(account);
    assert.deepEqual(current.filter((file) => !files(account).includes(file)), []);
    assert.equal(files(account).length, current.length + 6);
  });

  it('that another stack of the Region uses stay', (t) => {
    const account = new Account(t);
    deployed(account);
    const used = `viewer-request-${hash('9')}.zip`;
    stored(account, used, 100);
    ['1', '2', '3'].forEach((digit) => stored(account, `viewer-request-${hash(digit)}.zip`, Number(digit)));
    account.has('stack-other/parameters', `ArtifactBucket=${artifacts}\nPregenerateKey=edgepix/${used}`);
    deployed(account);
    assert.ok(files(account).includes(used));
    assert.ok(!files(account).includes(`viewer-request-${hash('3')}.zip`));
  });

  it('that no deployment has uploaded stay', (t) => {
    const account = new Account(t);
    deployed(account);
    const others = ['notes.zip', `backup-${hash('1')}.txt`, `a-${'1'.repeat(40)}.zip`, `A-${hash('G')}.zip`];
    others.forEach((file) => ['', 'x', 'y', 'z'].forEach((more) => stored(account, `${more}${file}`, 100)));
    deployed(account);
    assert.equal(others.filter((file) => files(account).includes(file)).length, 4);
  });
});
