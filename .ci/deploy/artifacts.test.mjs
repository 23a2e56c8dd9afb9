import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account, id } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1-an`;
const old = `edgepix-artifacts-${id}-us-east-1`;

function deployed(t, { account = new Account(t), options = [] } = {}) {
  const ended = account.deploy(...options);
  assert.equal(ended.code, 0, ended.err);
  return { account, ended };
}

function json(account, file) {
  return JSON.parse(account.read(`buckets/${artifacts}/${file}`));
}

describe('the bucket for the zips', () => {
  it('refuses plain HTTP', (t) => {
    const [statement] = json(deployed(t).account, 'policy').Statement;
    assert.deepEqual(statement, {
      Sid: 'EdgepixRefusesPlainHttp',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [`arn:aws:s3:::${artifacts}`, `arn:aws:s3:::${artifacts}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('keeps versions, and expires only what was deleted, as a stack can use a zip for years', (t) => {
    const { account } = deployed(t);
    assert.equal(account.read(`buckets/${artifacts}/versioning`), 'Status=Enabled\n');
    const [rule] = json(account, 'lifecycle').Rules;
    assert.deepEqual(rule.NoncurrentVersionExpiration, { NoncurrentDays: 30 });
    assert.deepEqual(rule.Expiration, { ExpiredObjectDeleteMarker: true });
  });

  it('is completed later if it was made by hand, or if a deployment stopped after it', (t) => {
    const account = new Account(t);
    account.bucket(artifacts);
    deployed(t, { account });
    assert.equal(json(account, 'policy').Statement.length, 1);
    assert.equal(json(account, 'lifecycle').Rules.length, 1);
  });

  it('keeps the policy and the lifecycle rules that it has', (t) => {
    const account = new Account(t);
    account.bucket(artifacts, { policy: '{"Statement":[]}', lifecycle: '{"Rules":[]}' });
    deployed(t, { account });
    assert.deepEqual(json(account, 'policy'), { Statement: [] });
    assert.deepEqual(json(account, 'lifecycle'), { Rules: [] });
  });

  it('works without the rights to read or change these settings', (t) => {
    for (const denied of [['denied-policy', 'denied-lifecycle'], ['denied-put-policy', 'denied-put-lifecycle']]) {
      const account = new Account(t);
      denied.forEach((file) => account.has(file, ''));
      const { ended } = deployed(t, { account });
      assert.equal(/has no policy that refuses plain HTTP/.test(ended.err), denied[0] === 'denied-put-policy');
      assert.equal(/has no lifecycle rule for deleted files/.test(ended.err), denied[0] === 'denied-put-policy');
    }
  });

  it('gets the tags of --tags, and keeps its others', (t) => {
    const account = new Account(t);
    account.bucket(artifacts, { tagging: '{"TagSet":[{"Key":"team","Value":"a b"},{"Key":"stage","Value":"test"}]}' });
    deployed(t, { account, options: ['--tags', 'stage=live,cost=x=y'] });
    assert.deepEqual(json(account, 'tagging').TagSet, [
      { Key: 'team', Value: 'a b' },
      { Key: 'stage', Value: 'live' },
      { Key: 'cost', Value: 'x=y' },
    ]);
  });

  it('of an earlier version stays in use by its stacks, and new stacks get the new one', (t) => {
    const account = new Account(t);
    account.bucket(old);
    deployed(t, { account, options: ['--artifacts', old] });
    account.packages({ viewer: 'newer' });
    deployed(t, { account });
    assert.equal(account.parameters().ArtifactBucket, old);
    assert.equal(JSON.parse(account.read(`buckets/${old}/policy`)).Statement.length, 1);
    assert.equal(account.destroy('--yes').code, 0);
    deployed(t, { account });
    assert.equal(account.parameters().ArtifactBucket, artifacts);
  });

  it('with another name is yours, and nothing in it changes but the zips', (t) => {
    const account = new Account(t);
    account.bucket('my-zips');
    deployed(t, { account, options: ['--artifacts', 'my-zips', '--tags', 'a=b'] });
    for (const file of ['policy', 'lifecycle', 'tagging', 'versioning']) {
      assert.equal(account.read(`buckets/my-zips/${file}`), '');
    }
  });

  it('cannot be created by an AWS CLI that does not know the namespace, and the command says so', (t) => {
    const account = new Account(t);
    account.has('old-cli', '');
    const ended = account.deploy();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /an AWS CLI from before March 2026 does not know --bucket-namespace; update it, or name a bucket of yours with --artifacts/);
  });

  it('has a name without a namespace in a Region that has none', (t) => {
    const account = new Account(t);
    account.bucket('my-pictures', { region: 'me-south-1' });
    account.answers({ Bucket: 'my-pictures' });
    account.packagesPregenerate();
    deployed(t, { account, options: ['--bucket', 'my-pictures', '--with-pregenerate'] });
    assert.equal(account.parameters('stack-pregenerate').ArtifactBucket, `edgepix-artifacts-${id}-me-south-1`);
  });

  it('of the pregenerate stack is the one that it was deployed from', (t) => {
    const account = new Account(t);
    account.bucket('my-pictures', { region: 'EU' });
    account.answers({ Bucket: 'my-pictures' });
    account.packagesPregenerate();
    deployed(t, { account, options: ['--bucket', 'my-pictures', '--with-pregenerate'] });
    const earlier = `edgepix-artifacts-${id}-eu-west-1`;
    account.bucket(earlier, { region: 'EU' });
    account.has('stack-pregenerate/parameters', account.read('stack-pregenerate/parameters').replace(`${earlier}-an`, earlier));
    account.packagesPregenerate({ zip: 'newer' });
    deployed(t, { account });
    assert.equal(account.parameters('stack-pregenerate').ArtifactBucket, earlier);
    assert.match(account.destroy('--yes').out, new RegExp(`^  aws s3 rm s3://${earlier}/edgepix/ --recursive$`, 'm'));
  });
});
