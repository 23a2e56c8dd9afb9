import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, id, root } from './account.mjs';

const artifacts = `edgepix-artifacts-${id}-us-east-1-an`;
const changing = /create-bucket|put-|cloudformation deploy/;

function assertChangedNothing(account) {
  assert.deepEqual(account.calls().filter((call) => changing.test(call)), []);
}

function assertRefused(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assertChangedNothing(account);
}

describe('deploy', () => {
  it('to an empty account creates the bucket, uploads the zips and the configuration, and prints the domain', (t) => {
    const account = new Account(t);
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.operations(), [
      'sts get-caller-identity',
      'cloudformation describe-stacks',
      'cloudformation describe-stacks',
      'sts get-caller-identity',
      'cloudformation describe-stacks',
      'cloudformation describe-stacks',
      's3api head-bucket',
      's3api create-bucket',
      's3api put-public-access-block',
      's3api put-bucket-encryption',
      's3api get-bucket-policy',
      's3api put-bucket-policy',
      's3api get-bucket-lifecycle-configuration',
      's3api put-bucket-versioning',
      's3api put-bucket-lifecycle-configuration',
      's3api head-object',
      's3api put-object',
      's3api head-object',
      's3api put-object',
      's3api head-object',
      's3api put-object',
      'cloudformation deploy',
      ...Array(3).fill('cloudformation describe-stacks'),
      'cloudformation list-stack-resources',
      's3api list-objects-v2',
    ]);
    assert.match(ended.out, /^Domain\td111111abcdef8\.cloudfront\.net$/m);
    assert.match(ended.out, /^ExampleUrl\thttps:/m);
    assert.match(account.read(`buckets/${artifacts}/block`), /^BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true$/m);
    assert.match(account.read(`buckets/${artifacts}/encryption`), /AES256/);
  });

  it('passes the keys and the hashes of the zips to CloudFormation', (t) => {
    const account = new Account(t);
    account.packages({ days: 30, cors: 'https://a.example,https://b.example' });
    assert.equal(account.deploy().code, 0);
    assert.deepEqual(account.parameters(), {
      ArtifactBucket: artifacts,
      ViewerRequestKey: 'edgepix/viewer-request-d35ca5051b82ffc326a3b0b6574a9a3161dee16b9478a199ee39cd803ce5b799.zip',
      OriginResponseKey: 'edgepix/origin-response-181fdd46fc4a7246b9f4f1eba3129ba5d724011af5f10223b3589955d1df108a.zip',
      ViewerRequestSha256: '01ylBRuC/8Mmo7C2V0qaMWHe4WuUeKGZ7jnNgDzlt5k=',
      OriginResponseSha256: 'GB/dRvxKcka59PHroxKbpdckARr18QIjs1iZVdHfEIo=',
      ConfigSha256: 'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356',
      DerivativeDays: '30',
      PrivatePrefix: '',
      CorsOrigins: 'https://a.example,https://b.example',
      Access: 'oai',
      AccessAlso: 'none',
      ViewerRequestType: 'edge',
    });
  });

  it('of the same package uploads nothing, and succeeds without a change', (t) => {
    const account = new Account(t);
    account.deploy();
    account.forgetCalls();
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assertChangedNothingButTheStack(account);
    assert.match(ended.err, /No changes to deploy/);
    assert.match(ended.out, /^Domain\t/m);
  });

  it('keeps the tags of the stack', (t) => {
    const account = new Account(t);
    account.deploy();
    account.has('stack/tags', 'owner\tweb team\ncost\ta=b\nempty\t');
    account.packages({ viewer: 'newer' });
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.read('stack/tags'), 'owner\tweb team\ncost\ta=b\nempty\t\n');
  });

  it('reports a tag that the AWS CLI cannot keep, and changes nothing', (t) => {
    const account = new Account(t);
    account.deploy();
    account.has('stack/tags', 'a=b\tc');
    account.forgetCalls();
    const ended = account.deploy();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /has a tag a=b, which the AWS CLI cannot keep/);
    assertChangedNothing(account);
  });

  it('of one changed zip uploads that one under another key', (t) => {
    const account = new Account(t);
    account.deploy();
    const before = account.parameters();
    account.forgetCalls();
    account.packages({ origin: 'changed' });
    assert.equal(account.deploy().code, 0);
    const put = account.calls().filter((call) => call.includes('put-object'));
    assert.equal(put.length, 1);
    assert.match(put[0], /origin-response-/);
    assert.equal(account.parameters().ViewerRequestKey, before.ViewerRequestKey);
    assert.notEqual(account.parameters().OriginResponseKey, before.OriginResponseKey);
    assert.notEqual(account.parameters().OriginResponseSha256, before.OriginResponseSha256);
  });

  it('passes every option on as its parameter', (t) => {
    const account = new Account(t);
    const ended = account.deploy(
      ...['--alias', 'img.example.com', '--alias=*.pics.example.com', '--price-class', 'PriceClass_100'],
      ...['--certificate', `arn:aws:acm:us-east-1:${id}:certificate/12-ab`, '--viewer-protocol=https-only'],
      ...['--origin-shield', 'eu-west-1', '--memory', '3008', '--log-days', '7'],
    );
    assert.equal(ended.code, 0, ended.err);
    const parameters = account.parameters();
    assert.equal(parameters.Aliases, 'img.example.com,*.pics.example.com');
    assert.equal(parameters.CertificateArn, `arn:aws:acm:us-east-1:${id}:certificate/12-ab`);
    assert.equal(parameters.PriceClass, 'PriceClass_100');
    assert.equal(parameters.ViewerProtocol, 'https-only');
    assert.equal(parameters.OriginShieldRegion, 'eu-west-1');
    assert.equal(parameters.OriginResponseMemory, '3008');
    assert.equal(parameters.LogRetentionDays, '7');
  });

  it('removes an option with an empty value', (t) => {
    const account = new Account(t);
    assert.equal(account.deploy('--alias', '', '--certificate=', '--origin-shield', '').code, 0);
    const { Aliases, CertificateArn, OriginShieldRegion } = account.parameters();
    assert.deepEqual([Aliases, CertificateArn, OriginShieldRegion], ['', '', '']);
  });

  it('prints all steps before the first one', (t) => {
    const account = new Account(t);
    const { err } = account.deploy();
    const announced = err.indexOf('create or update the stack edgepix');
    assert.ok(announced > 0 && announced < err.indexOf('dev: 1. '), err);
  });
});

function assertChangedNothingButTheStack(account) {
  assert.deepEqual(account.operations().filter((operation) => changing.test(operation)), ['cloudformation deploy']);
}

describe('a deployment that fails', () => {
  it('because of the stack prints the causes, without cancelled resources and earlier failures, and exits with 1', (t) => {
    const account = new Account(t);
    account.has('deploy-fails', [
      'edgepix\tROLLBACK_COMPLETE\tNone',
      'Distribution\tCREATE_FAILED\tResource creation cancelled',
      'OriginResponse\tCREATE_FAILED\tThe role defined for the function cannot be assumed by Lambda.',
      'edgepix\tCREATE_IN_PROGRESS\tUser Initiated',
      'Bucket\tCREATE_FAILED\tof another time',
    ].join('\n'));
    const ended = account.deploy();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^ {2}OriginResponse CREATE_FAILED: The role defined .* by Lambda\.$/m);
    assert.doesNotMatch(ended.err, /cancelled|another time/);
    assert.match(ended.err, /\.\/dev destroy --stack edgepix/);
    assert.equal(ended.out, '');
  });

  const states = {
    ROLLBACK_COMPLETE: /is ROLLBACK_COMPLETE and cannot be updated; delete it first: \.\/dev destroy --stack edgepix$/m,
    DELETE_FAILED: /is DELETE_FAILED and cannot be updated/,
    UPDATE_ROLLBACK_FAILED: /continue-update-rollback --region us-east-1 --stack-name edgepix/,
    UPDATE_IN_PROGRESS: /is UPDATE_IN_PROGRESS; try again when that change has ended/,
  };
  for (const [state, sentence] of Object.entries(states)) {
    it(`because the stack is ${state} prints what to do`, (t) => {
      const account = new Account(t);
      account.has('stack/status', state);
      assertRefused(account, account.deploy(), sentence);
    });
  }

  it('does not treat a stack of unknown status as a new one', (t) => {
    const account = new Account(t);
    account.has('describe-fails', 'An error occurred (Throttling) when calling the DescribeStacks operation: Rate exceeded');
    assertRefused(account, account.deploy(), /cannot read the status of the stack edgepix: .*Rate exceeded/);
  });

  it('earlier, in review, does not prevent the creation of the stack', (t) => {
    const account = new Account(t);
    account.has('stack/status', 'REVIEW_IN_PROGRESS');
    assert.equal(account.deploy().code, 0);
  });

  it('without the AWS CLI reports it', (t) => {
    const account = new Account(t);
    const path = account.only('bash', 'env', 'dirname', 'cat');
    const ended = account.run(join(root, 'dev'), ['deploy', '--stack', 'edgepix', '--dist', account.dist], { path });
    assertRefused(account, ended, /^dev: expected the AWS CLI on the PATH, got none/);
  });

  it('without credentials reports it', (t) => {
    const account = new Account(t);
    rmSync(account.path('account'));
    assertRefused(account, account.deploy(), /^dev: the AWS CLI has no valid credentials/m);
  });

  it('because the bucket for the zips belongs to another account uploads nothing', (t) => {
    const account = new Account(t);
    account.bucket(artifacts, { foreign: 'yes' });
    const ended = account.deploy();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /cannot create the bucket .*, or name a bucket of yours with --artifacts/);
    assert.ok(!account.operations().includes('s3api put-object'));
  });

  it('because of a template of other zips calls no AWS', (t) => {
    const account = new Account(t);
    account.has('dist/viewer-request.zip', 'newer');
    assertRefused(account, account.deploy(), /template\.yaml: expected the ViewerRequestSha256 of viewer-request\.zip, got/);
    assert.deepEqual(account.calls(), []);
  });

  it('because of an incomplete package names the missing file', (t) => {
    const account = new Account(t);
    rmSync(join(account.dist, 'origin-response.zip'));
    assertRefused(account, account.deploy(), /: expected origin-response\.zip, got none/);
  });
});

describe('deploy --artifacts', () => {
  it('is by default the bucket of the stack', (t) => {
    const account = new Account(t);
    account.bucket('my-zips');
    account.deploy('--artifacts', 'my-zips');
    account.packages({ viewer: 'newer' });
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().ArtifactBucket, 'my-zips');
    assert.ok(!account.operations().includes('s3api create-bucket'));
  });

  it('is not created if the bucket of the stack is missing', (t) => {
    const account = new Account(t);
    account.bucket('my-zips');
    account.deploy('--artifacts', 'my-zips');
    account.forgetCalls();
    rmSync(account.path('buckets/my-zips'), { recursive: true });
    assertRefused(account, account.deploy(), /the bucket my-zips with the zips of the stack edgepix does not exist/);
  });

  it('receives the zips, and no bucket is created', (t) => {
    const account = new Account(t);
    account.bucket('my-zips');
    assert.equal(account.deploy('--artifacts', 'my-zips').code, 0);
    assert.equal(account.parameters().ArtifactBucket, 'my-zips');
    assert.ok(!account.operations().includes('s3api create-bucket'));
  });

  it('refuses one that is missing, another account\'s or in another Region', (t) => {
    const account = new Account(t);
    account.bucket('theirs', { foreign: 'yes' });
    account.bucket('far', { region: 'eu-west-1' });
    assertRefused(account, account.deploy('--artifacts', 'none'), /the bucket none does not exist, or does not belong to the account 123456789012/);
    assertRefused(account, account.deploy('--artifacts', 'theirs'), /the bucket theirs does not exist, or does not belong to the account/);
    assertRefused(account, account.deploy('--artifacts', 'far'), /expected a bucket in us-east-1, where Lambda reads the code, got far in eu-west-1/);
  });
});
