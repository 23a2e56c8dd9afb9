import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, checkout, id } from './account.mjs';

const zips = `edgepix-artifacts-${id}-eu-west-1-an`;
const regional = ['--kind', 'regional', '--region', 'eu-west-1'];

function prepared(t, more = {}) {
  const account = new Account(t);
  account.packagesRegional(more);
  return account;
}

function deployed(t, ...options) {
  const account = prepared(t);
  const ended = account.deploy(...regional, ...options);
  assert.equal(ended.code, 0, ended.err);
  account.forgetCalls();
  return account;
}

function assertRefused(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assert.deepEqual(account.operations().filter((operation) => / (create|put|delete|deploy)/.test(operation)), []);
}

describe('deploy --kind regional', () => {
  it('creates the stack in its Region, with the zip in a bucket of that Region', (t) => {
    const account = deployed(t);
    assert.equal(account.read('stack/region'), 'eu-west-1\n');
    assert.equal(account.read(`buckets/${zips}/region`), 'eu-west-1\n');
    const { ArtifactBucket, RegionalKey, ViewerRequestKey, Access, ViewerRequestType } = account.parameters();
    assert.equal(ArtifactBucket, zips);
    assert.match(RegionalKey, /^edgepix\/regional-[0-9a-f]{64}\.zip$/);
    assert.deepEqual([ViewerRequestKey, Access, ViewerRequestType], [undefined, 'oac', 'function']);
  });

  it('passes the content policy and the origins of the configuration', (t) => {
    const account = prepared(t, { policy: "default-src 'none'; sandbox", cors: 'https://a.example,https://b.example' });
    assert.equal(account.deploy(...regional).code, 0);
    assert.equal(account.parameters().ContentSecurityPolicy, "default-src 'none'; sandbox");
    assert.equal(account.parameters().CorsOrigins, 'https://a.example,https://b.example');
  });

  it('uploads a template above 51,200 bytes to the bucket', (t) => {
    const account = prepared(t, { bytes: 60_000 });
    const ended = account.deploy(...regional);
    assert.equal(ended.code, 0, ended.err);
    assert.ok(account.calls().some((call) => call.includes('regional.yaml') && call.includes(`--s3-bucket ${zips}`)));
  });

  it('is kept by an update that names the Region only', (t) => {
    const account = deployed(t, '--memory', '3008');
    const ended = account.deploy('--region', 'eu-west-1');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().FunctionMemory, '3008');
  });

  it('passes its options on as parameters', (t) => {
    const account = deployed(t, '--big-memory', '10240', '--reserved-concurrency=20', '--big-reserved-concurrency', '2', '--hsts', '300', '--versioning', 'on');
    const { BigMemory, ReservedConcurrency, BigReservedConcurrency, HstsSeconds, Versioning } = account.parameters();
    assert.deepEqual([BigMemory, ReservedConcurrency, BigReservedConcurrency, HstsSeconds, Versioning], ['10240', '20', '2', '300', 'true']);
  });

  it('refuses to become a pair', (t) => {
    const account = deployed(t);
    account.has('stack/region', 'us-east-1');
    assertRefused(account, account.deploy('--kind', 'pair'), /--kind: expected regional, the kind of the stack edgepix in us-east-1, got pair/);
  });

  it('refuses a pair of the same name in that Region', (t) => {
    const account = prepared(t);
    account.deploy();
    account.forgetCalls();
    assertRefused(account, account.deploy('--kind', 'regional', '--region', 'us-east-1'), /--kind: expected pair, .* got regional; a stack keeps its kind/);
  });

  it('names a missing file of the package', (t) => {
    const account = new Account(t);
    assertRefused(account, account.deploy(...regional), /: expected regional\.yaml, got none/);
  });

  it('refuses a package without a CloudFront Function', (t) => {
    const account = prepared(t, { code: '"${VIEWER_REQUEST_FUNCTION}"' });
    assertRefused(account, account.deploy(...regional), /regional\.yaml: expected a CloudFront Function, got none; package with \.\/dev package --viewer-request function/);
  });

  it('packages the CloudFront Functions', (t) => {
    const account = prepared(t);
    const copy = checkout(account, 'mkdir -p "${@: -1}" && cp "$FAKE_AWS"/dist/* "${@: -1}"');
    const ended = account.run(join(copy, 'cloudformation/deploy'), ['--stack', 'edgepix', ...regional, '--config', '']);
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.read('packaged').trim().split('\n').slice(0, 3), ['package', '--viewer-request', 'function']);
  });

  it('with --viewer-request edge has that function in us-east-1, in a stack of its own', (t) => {
    const account = prepared(t);
    account.answersOf('viewer-request', { ViewerRequestFunction: 'edgepix-viewer-request-V', VersionArn: 'arn:version' });
    const ended = account.deploy(...regional, '--viewer-request', 'edge');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ViewerRequestArn, 'arn:version');
    const { ArtifactBucket, ViewerRequestSha256 } = account.parameters('stack-viewer-request');
    assert.equal(ArtifactBucket, `edgepix-artifacts-${id}-us-east-1-an`);
    const hash = Buffer.from(ViewerRequestSha256, 'base64').toString('hex').slice(0, 16);
    assert.match(account.read('dist/viewer-request.yaml'), new RegExp(`^ {2}PublishedVersion${hash}:$[^]*!Ref PublishedVersion${hash}$`, 'm'));
    const destroyed = account.destroy('--region', 'eu-west-1', '--yes');
    assert.equal(destroyed.code, 0, destroyed.err);
    assert.equal(account.read('stack-viewer-request/status'), '');
    assert.match(destroyed.out, /delete-function --region us-east-1 --function-name edgepix-viewer-request-V$/m);
  });

  it('that changes to a CloudFront Function deletes that stack after the distribution has changed', (t) => {
    const account = prepared(t);
    account.answersOf('viewer-request', { VersionArn: 'arn:version' });
    assert.equal(account.deploy(...regional, '--viewer-request', 'edge').code, 0);
    account.forgetCalls();
    const ended = account.deploy('--region', 'eu-west-1', '--viewer-request', 'function');
    assert.equal(ended.code, 0, ended.err);
    const changed = account.calls().map((call) => /(?:deploy|delete-stack) .*--stack-name (\S+)/.exec(call)?.[1]).filter(Boolean);
    assert.deepEqual(changed, ['edgepix', 'edgepix-viewer-request']);
    assert.equal(account.parameters().ViewerRequestArn, '');
  });

  it('is deleted with its logs in its Region, and no function stays', (t) => {
    const account = deployed(t);
    const ended = account.destroy('--region', 'eu-west-1', '--yes');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.read('stack/status'), '');
    assert.doesNotMatch(ended.out, /delete-function/);
    assert.match(ended.out, new RegExp(`aws s3 rm s3://${zips}/edgepix/ --recursive`));
  });
});

describe('options of a kind', () => {
  for (const [args, sentence] of [
    [['--kind', 'regional'], /--kind regional: expected --region, the Region of the stack, got none/],
    [['--kind', 'pair', '--region', 'eu-west-1'], /--kind pair: expected us-east-1, the Region of Lambda@Edge, got --region eu-west-1/],
    [['--kind', 'both'], /--kind: expected one of pair, regional, got 'both'/],
    [['--region', 'Ireland'], /--region: expected a Region such as eu-west-1, got 'Ireland'/],
    [['--kind', 'pair', '--big-memory', '8192'], /--big-memory: expected a regional stack, got the pair edgepix/],
    [['--big-memory', '100'], /--big-memory: expected a whole number from 2048 to 10240, got '100'/],
    [['--hsts', 'yes'], /--hsts: expected a whole number from 0 to 63072000, got 'yes'/],
    [['--versioning', 'true'], /--versioning: expected one of on, off, got 'true'/],
    [['--access', 'oax'], /--access: expected one of oai, oac, got 'oax'/],
    [['--viewer-request', 'lambda'], /--viewer-request: expected one of edge, function, got 'lambda'/],
    [['--kms-key', 'alias/mine'], /--kms-key: expected the ARN of a KMS key, .* got 'alias\/mine'/],
    [['--web-acl', 'mine'], /--web-acl: expected the ARN of a web ACL for CloudFront, .* got 'mine'/],
    [['--rate-limit', '9'], /--rate-limit: expected 0, for no limit, or at least 10 requests in five minutes, got '9'/],
    [['--rate-limit', '100', '--web-acl', ''], /--rate-limit and --web-acl: expected one of them, got both/],
    [['--access-logs', 'logs/a b'], /--access-logs: expected BUCKET or BUCKET\/PREFIX, got 'logs\/a b'/],
  ]) {
    it(args.join(' '), (t) => {
      const account = new Account(t);
      assertRefused(account, account.deploy(...args), sentence);
      assert.deepEqual(account.calls(), []);
    });
  }
});
