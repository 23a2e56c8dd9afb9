import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, checkout, id } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1-an`;
const first = 'first-key-0123456789-0123456789-01';
const second = 'second-key-0123456789-0123456789-0';
const option = ['--signing-keys-from', 'ssm:/edgepix/keys'];

/** Packages a configuration as ./dev package does. */
const packaging = `
config="" && while [[ $# -gt 0 ]]; do case "$1" in --config) config=$2 && shift 2 ;; --output) output=$2 && shift 2 ;; *) shift ;; esac; done
[[ ! -e "$FAKE_AWS/fails" ]] || exit 1
mkdir -p "$output" && cp "$FAKE_AWS"/dist/* "$output" && if [[ -n "$config" ]]; then cat "$config"; else echo '{}'; fi >"$output/edgepix.json"
hash=$(sha256sum <"$output/edgepix.json" | cut -d ' ' -f 1)
sed -i "/ConfigSha256/,/Default/ s/Default: .*/Default: $hash/" "$output/template.yaml"`;

function prepared(t, value, type = 'SecureString') {
  const account = new Account(t);
  account.has('ssm/edgepix/keys', JSON.stringify([type, value]));
  account.copy = checkout(account, packaging);
  return account;
}

function deploy(account, ...args) {
  return account.run(join(account.copy, 'cloudformation/deploy'), ['--stack', 'edgepix', ...args]);
}

/** Returns the configuration that the stack has. */
function deployed(account, ended) {
  assert.equal(ended.code, 0, ended.err);
  return JSON.parse(account.read(`buckets/${artifacts}/objects/edgepix_edgepix-${account.parameters().ConfigSha256}.json`));
}

describe('deploy --signing-keys-from', () => {
  it('packages the keys of the parameter, and leaves no file with them behind', (t) => {
    const account = prepared(t, `${first}\n${second}\n`);
    const ended = deploy(account, ...option);
    assert.deepEqual(deployed(account, ended), { signing: { keys: [first, second] } });
    assert.deepEqual(readdirSync(account.temporary), []);
    assert.deepEqual(readdirSync(join(account.copy, 'target/dist')).filter((file) => !/-(policy|lifecycle)-.*\.json$/.test(file)), []);
    assert.doesNotMatch(`${ended.out}${ended.err}${account.read('log')}${account.read('packaged')}`, /-key-0123/);
  });

  it('keeps the rest of the given configuration', (t) => {
    const account = prepared(t, first);
    account.has('edgepix.json', `\uFEFF${JSON.stringify({ avif: true, signing: { originals: false, keys: ['x'] } })}`);
    const ended = deploy(account, '--config', account.path('edgepix.json'), ...option);
    assert.deepEqual(deployed(account, ended), { avif: true, signing: { originals: false, keys: [first] } });
  });

  it('replaces the keys of a stack, and keeps the rest of its configuration', (t) => {
    const account = prepared(t, first);
    account.has('edgepix.json', '{"avif": true}');
    deployed(account, deploy(account, '--config', account.path('edgepix.json'), ...option));
    account.has('ssm/edgepix/keys', JSON.stringify(['SecureString', `${second}\n${first}`]));
    const ended = deploy(account, ...option);
    assert.deepEqual(deployed(account, ended), { avif: true, signing: { keys: [second, first] } });
    assert.match(ended.err, /the configuration of the stack edgepix changes in signing$/m);
  });

  it('is not needed by a later deployment, which keeps the keys', (t) => {
    const account = prepared(t, first);
    deployed(account, deploy(account, ...option));
    account.packages({ viewer: 'newer' });
    account.forgetCalls();
    assert.deepEqual(deployed(account, deploy(account)), { signing: { keys: [first] } });
    assert.ok(!account.operations().includes('ssm get-parameter'));
  });

  it('leaves no file behind if packaging fails', (t) => {
    const account = prepared(t, first);
    account.has('fails', '');
    assert.equal(deploy(account, ...option).code, 1);
    assert.deepEqual(readdirSync(account.temporary), []);
  });

  const refused = {
    'a parameter that is not encrypted': [first, 'String', /expected a parameter of the type SecureString, got String/],
    'more than two keys': [`${first}\n${second}\n${'c'.repeat(32)}`, 'SecureString', /expected one key or two, each on a line, got 3/],
    'no key': ['\n', 'SecureString', /expected one key or two, each on a line, got 0/],
    'a short key': ['short', 'SecureString', /expected keys of 32 to 256 visible ASCII characters/],
  };
  for (const [what, [value, type, sentence]] of Object.entries(refused)) {
    it(`refuses ${what}, without printing it`, (t) => {
      const account = prepared(t, value, type);
      const ended = deploy(account, ...option);
      assert.equal(ended.code, 1);
      assert.match(ended.err, sentence);
      assert.doesNotMatch(ended.err, /-key-0123|short/);
      assert.equal(account.read('packaged'), '');
      assert.deepEqual(readdirSync(account.temporary), []);
    });
  }

  it('reports a missing parameter, and options that it does not go with', (t) => {
    const account = prepared(t, first);
    assert.match(deploy(account, '--signing-keys-from', 'ssm:/other').err, /ParameterNotFound[^]*the parameter \/other cannot be read in us-east-1/);
    assert.match(deploy(account, '--signing-keys-from', 'keys.txt').err, /--signing-keys-from: expected a parameter such as ssm:\/edgepix\/keys, got 'keys\.txt'/);
    assert.match(deploy(account, ...option, '--dry-run').err, /expected no --dry-run/);
    assert.match(deploy(account, ...option, '--dist', account.dist).err, /expected no --dist/);
    assert.ok(!account.operations().some((operation) => / (create|put|deploy)/.test(operation)));
  });
});
