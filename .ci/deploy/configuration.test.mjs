import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, checkout, id } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1-an`;
const signed = '{"signing": {"keys": ["a very secret key of 32 characters"]}, "avif": true}\n';

function hex(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Packages a configuration as ./dev package does. */
const packaging = `
config="" && while [[ $# -gt 0 ]]; do case "$1" in --config) config=$2 && shift 2 ;; --output) output=$2 && shift 2 ;; *) shift ;; esac; done
mkdir -p "$output" && cp "$FAKE_AWS"/dist/* "$output" && if [[ -n "$config" ]]; then cat "$config"; else echo '{}'; fi >"$output/edgepix.json"
hash=$(sha256sum <"$output/edgepix.json" | cut -d ' ' -f 1)
sed -i "/ConfigSha256/,/Default/ s/Default: .*/Default: $hash/" "$output/template.yaml"`;

function redeploy(account, ...args) {
  const copy = checkout(account, packaging);
  return account.run(join(copy, 'cloudformation/deploy'), ['--stack', 'edgepix', ...args]);
}

/** Returns the account of a stack with this configuration. */
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
  it('is recorded by its hash, and stored next to the zips', (t) => {
    const account = deployed(t, signed);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
    assert.equal(account.read(kept(signed)), signed);
    assert.doesNotMatch(account.read('stack/parameters'), /secret/);
  });

  it('of a new stack is the default, if none is given', (t) => {
    const account = new Account(t);
    const ended = redeploy(account);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
    assert.match(ended.err, /the stack edgepix is new: packaging the default configuration/);
  });

  it('is kept by a later deployment without --config, which leaves no copy behind', (t) => {
    const account = deployed(t, signed);
    const ended = redeploy(account);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
    assert.match(ended.err, /packaging with the configuration of the stack edgepix/);
    assert.doesNotMatch(ended.err, /changes in|secret/);
    assert.deepEqual(readdirSync(account.temporary), []);
  });

  it('changes if another is given, and the names of the changed fields are printed', (t) => {
    const account = deployed(t, signed);
    account.has('edgepix.json', '{"avif": true, "lenient": true}');
    const ended = redeploy(account, '--config', 'edgepix.json');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{"avif": true, "lenient": true}\n'));
    assert.match(ended.err, /^dev: the configuration of the stack edgepix changes in signing, lenient$/m);
    assert.doesNotMatch(ended.err, /secret/);
  });

  it('is the default again if an empty one is given', (t) => {
    const account = deployed(t, signed);
    const ended = redeploy(account, '--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
    assert.match(ended.err, /changes in signing, avif$/m);
  });

  it('that is missing in the bucket is reported, and nothing changes', (t) => {
    const account = deployed(t, signed);
    rmSync(account.path(kept(signed)));
    assertKept(account, redeploy(account), /the configuration of the stack edgepix cannot be read from s3:\/\/edgepix-artifacts/);
  });

  it('that does not match its hash is reported, and nothing changes', (t) => {
    const account = deployed(t, signed);
    account.has(kept(signed), '{}');
    assertKept(account, redeploy(account), /the configuration of the stack edgepix cannot be read from s3:/);
  });

  it('that is missing in the bucket is replaced if another is given', (t) => {
    const account = deployed(t, signed);
    rmSync(account.path(kept(signed)));
    const ended = redeploy(account, '--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /changes in fields that could not be compared/);
  });

  it('must be given for a stack that never recorded it', (t) => {
    const account = deployed(t, signed);
    account.has('stack/parameters', `ArtifactBucket=${artifacts}`);
    const sentence = /was deployed by a version that did not record its configuration; pass it with --config FILE/;
    assertKept(account, redeploy(account), sentence);
    assertKept(account, account.deploy(), sentence);
    account.has('edgepix.json', signed.trim());
    const ended = redeploy(account, '--config', 'edgepix.json');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ConfigSha256, hex(signed));
  });

  it('is not packaged if the status of the stack cannot be read', (t) => {
    const account = deployed(t, signed);
    account.has('describe-fails', 'An error occurred (AccessDenied) when calling the DescribeStacks operation');
    assertKept(account, redeploy(account), /cannot read the status of the stack edgepix: .*AccessDenied/);
    assert.equal(account.read('packaged'), '');
  });
});

describe('the configuration in --dist', () => {
  it('that equals that of the stack is deployed', (t) => {
    const account = deployed(t, signed);
    assert.equal(account.deploy().code, 0);
  });

  it('that differs from that of the stack is refused, unless --config confirms it', (t) => {
    const account = deployed(t, signed);
    account.packages({ config: '{}\n' });
    assertKept(account, account.deploy(), /expected the configuration of the stack edgepix, got one in .*dist that differs in signing, avif; confirm/);
    const ended = account.deploy('--config', '');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /changes in signing, avif$/m);
    assert.equal(account.parameters().ConfigSha256, hex('{}\n'));
  });

  it('that equals that of --config except for a byte-order mark is deployed', (t) => {
    const account = deployed(t, signed);
    account.packages({ config: '{"avif": false}\n' });
    account.has('marked.json', '\uFEFF{"avif": false}');
    const ended = account.deploy('--config', account.path('marked.json'));
    assert.equal(ended.code, 0, ended.err);
  });

  it('is not deployed if the template was resolved for another one', (t) => {
    const account = new Account(t);
    account.has('dist/edgepix.json', signed.trim());
    assertKept(account, account.deploy(), /template\.yaml: expected the ConfigSha256 of edgepix\.json, got/);
  });
});

describe('a dry run without a configuration', () => {
  it('calls no AWS, and prints a script that keeps the configuration of the stack', (t) => {
    const account = deployed(t, signed);
    const dry = redeploy(account, '--dry-run');
    assert.equal(dry.code, 0, dry.err);
    assert.deepEqual(account.calls(), []);
    assert.match(dry.err, /packaged the default configuration; if the stack edgepix exists, a real deployment keeps the stack's own/);
    assertKept(account, account.run('bash', ['-s'], { input: dry.out }), /expected the configuration of the stack edgepix, got one in/);
  });
});
