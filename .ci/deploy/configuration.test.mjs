import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, checkout, id } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1`;
const signed = '{"signing": {"keys": ["a very secret key of 32 characters"]}, "avif": true}\n';

function hex(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Packages the configuration that it is given, as ./dev package does. */
const packaging = `
config="" && while [[ $# -gt 0 ]]; do case "$1" in --config) config=$2 && shift 2 ;; --output) output=$2 && shift 2 ;; *) shift ;; esac; done
mkdir -p "$output" && cp "$FAKE_AWS"/dist/* "$output" && if [[ -n "$config" ]]; then cat "$config"; else echo '{}'; fi >"$output/edgepix.json"
hash=$(sha256sum <"$output/edgepix.json" | cut -d ' ' -f 1)
sed -i "/ConfigSha256/,/Default/ s/Default: .*/Default: $hash/" "$output/template.yaml"`;

function redeploy(account, ...args) {
  const copy = checkout(account, packaging);
  return account.run(join(copy, 'cloudformation/deploy'), ['--stack', 'edgepix', ...args]);
}

/** A stack that was deployed with this configuration. */
function deployed(t, config) {
  const account = new Account(t);
  account.packages({ config });
  const ended = account.deploy();
  assert.equal(ended.code, 0, ended.err);
  account.packages({ viewer: 'newer', config });
  account.forgetCalls();
  return account;
}

function assertKept(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assert.deepEqual(account.operations().filter((operation) => / (create|put|deploy)/.test(operation)), []);
}

function kept(config) {
  return `buckets/${artifacts}/objects/edgepix_edgepix-${hex(config)}.json`;
}

describe('the configuration of a stack', () => {
  it('is recorded by its hash, and kept beside the zips', (t) => {
    const account = deployed(t, signed);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
    assert.equal(account.read(kept(signed)), signed);
    assert.doesNotMatch(account.read('stack/parameters'), /secret/);
  });

  it('of a new stack that says nothing is the default', (t) => {
    const account = new Account(t);
    const ended = redeploy(account);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
    assert.match(ended.err, /the stack edgepix is new: packaging the default configuration/);
  });

  it('stays where a later deployment says nothing of it, and leaves no copy behind', (t) => {
    const account = deployed(t, signed);
    const ended = redeploy(account);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
    assert.match(ended.err, /packaging with the configuration that the stack edgepix has/);
    assert.doesNotMatch(ended.err, /changes in|secret/);
    assert.deepEqual(readdirSync(account.temporary), []);
  });

  it('changes where another is given, which is said by the names of fields', (t) => {
    const account = deployed(t, signed);
    account.has('edgepix.json', '{"avif": true, "lenient": true}');
    const ended = redeploy(account, '--config', 'edgepix.json');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{"avif": true, "lenient": true}\n'));
    assert.match(ended.err, /^dev: the configuration of the stack edgepix changes in signing, lenient$/m);
    assert.doesNotMatch(ended.err, /secret/);
  });

  it('is the default again where an empty one is given', (t) => {
    const account = deployed(t, signed);
    const ended = redeploy(account, '--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
    assert.match(ended.err, /changes in signing, avif$/m);
  });

  it('that is gone from the bucket: says so and changes nothing', (t) => {
    const account = deployed(t, signed);
    rmSync(account.path(kept(signed)));
    assertKept(account, redeploy(account), /the configuration of the stack edgepix cannot be read from s3:\/\/edgepix-artifacts/);
  });

  it('that is another than its hash says: says so and changes nothing', (t) => {
    const account = deployed(t, signed);
    account.has(kept(signed), '{}');
    assertKept(account, redeploy(account), /the configuration of the stack edgepix cannot be read from s3:/);
  });

  it('that is gone from the bucket is replaced where another is given', (t) => {
    const account = deployed(t, signed);
    rmSync(account.path(kept(signed)));
    const ended = redeploy(account, '--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /changes in fields that could not be compared/);
  });

  it('of a stack that never recorded it: has to be given', (t) => {
    const account = deployed(t, signed);
    account.has('stack/parameters', `ArtifactBucket=${artifacts}`);
    const sentence = /was deployed by a version that did not record its configuration; --config FILE names the one it shall have/;
    assertKept(account, redeploy(account), sentence);
    assertKept(account, account.deploy(), sentence);
    account.has('edgepix.json', signed.trim());
    const ended = redeploy(account, '--config', 'edgepix.json');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
  });

  it('of a stack that cannot be looked at: nothing is packaged', (t) => {
    const account = deployed(t, signed);
    account.has('describe-fails', 'An error occurred (AccessDenied) when calling the DescribeStacks operation');
    assertKept(account, redeploy(account), /the stack edgepix cannot be looked at: .*AccessDenied/);
    assert.equal(account.read('packaged'), '');
  });
});

describe('the configuration in --dist', () => {
  it('that is the one of the stack is deployed', (t) => {
    const account = deployed(t, signed);
    assert.equal(account.deploy().code, 0);
  });

  it('that is another is refused, unless --config says the same', (t) => {
    const account = deployed(t, signed);
    account.packages({ config: '{}\n' });
    assertKept(account, account.deploy(), /has another configuration than .*dist, which differs in signing, avif; --config FILE/);
    const ended = account.deploy('--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /changes in signing, avif$/m);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
  });

  it('that is what --config says, but for a byte-order mark, is deployed', (t) => {
    const account = deployed(t, signed);
    account.packages({ config: '{"avif": false}\n' });
    account.has('marked.json', '\uFEFF{"avif": false}');
    const ended = account.deploy('--config', account.path('marked.json'));
    assert.equal(ended.code, 0, ended.err);
  });

  it('that the template was not resolved for is not deployed', (t) => {
    const account = new Account(t);
    account.has('dist/edgepix.json', signed.trim());
    assertKept(account, account.deploy(), /template\.yaml was resolved for another edgepix\.json/);
  });
});

describe('a dry run without a configuration', () => {
  it('asks nothing of AWS, says what is packaged, and prints a script that keeps the one of the stack', (t) => {
    const account = deployed(t, signed);
    const dry = redeploy(account, '--dry-run');
    assert.equal(dry.code, 0, dry.err);
    assert.deepEqual(account.calls(), []);
    assert.match(dry.err, /packaged the default configuration; without --dry-run it is the one that the stack edgepix has/);
    assertKept(account, account.run('bash', ['-s'], { input: dry.out }), /has another configuration than/);
  });
});
