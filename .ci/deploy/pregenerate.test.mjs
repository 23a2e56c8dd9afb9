import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, id, notification } from './account.mjs';

const zips = `edgepix-artifacts-${id}-eu-west-1-an`;
const stack = 'stack-pregenerate';
const hash = '80olJgCjojqVKBMi+zy614MSyx+rINLyH5zU/TKtgG4=';
const network = ['--subnets', 'subnet-0a1b', '--security-groups', 'sg-0a1b'];

/** Returns an account with a bucket in eu-west-1, and a package for it. */
function prepared(t, files = {}) {
  const account = new Account(t);
  account.bucket('my-pictures', { region: 'EU', ...files });
  account.answers({ Bucket: 'my-pictures' });
  account.packagesPregenerate({ copies: '{bucket}-resized', prefix: 'photos/', days: 30 });
  return account;
}

function deployed(t, ...options) {
  const account = prepared(t);
  const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate', ...options);
  assert.equal(ended.code, 0, ended.err);
  account.forgetCalls();
  return account;
}

function changes(account) {
  return account.operations().filter((operation) => / (create|put|delete|deploy)/.test(operation));
}

function assertRefused(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assert.deepEqual(changes(account), []);
}

describe('deploy --with-pregenerate', () => {
  it('creates the stack in the Region of the bucket, and lets the bucket notify it', (t) => {
    const account = prepared(t);
    const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.read(`${stack}/region`), 'eu-west-1\n');
    assert.equal(account.read(`buckets/${zips}/region`), 'eu-west-1\n');
    assert.match(account.read(`buckets/${zips}/encryption`), /AES256/);
    assert.deepEqual(account.notifications('my-pictures'), { QueueConfigurations: [notification] });
    assert.match(ended.out, /^QueueUrl\thttps:/m);
  });

  it('passes the package, the bucket and the distribution to CloudFormation', (t) => {
    assert.deepEqual(deployed(t).parameters(stack), {
      ArtifactBucket: zips,
      PregenerateKey: 'edgepix/pregenerate-f34a252600a3a23a95281322fb3cbad78312cb1fab20d2f21f9cd4fd32ad806e.zip',
      PregenerateSha256: hash,
      BucketName: 'my-pictures',
      DistributionId: 'E2ABCDEFGHIJKL',
      CopiesBucket: 'my-pictures-resized',
      DerivativeDays: '30',
      NotificationPrefix: 'photos/',
      DocumentPrefix: '',
    });
  });

  it('is in us-east-1 if the stack creates the bucket, with the same bucket for the zips', (t) => {
    const account = new Account(t);
    account.bucket('edgepix-bucket-1abc');
    account.packagesPregenerate();
    assert.equal(account.deploy('--with-pregenerate').code, 0);
    assert.equal(account.read(`${stack}/region`), 'us-east-1\n');
    assert.equal(account.parameters(stack).ArtifactBucket, account.parameters().ArtifactBucket);
  });

  it('keeps the other notifications of the bucket', (t) => {
    const others = {
      TopicConfigurations: [{ Id: 'mail', TopicArn: 'arn:aws:sns:eu-west-1:1:mail', Events: ['s3:ObjectRestore:*'] }],
      EventBridgeConfiguration: {},
    };
    const account = prepared(t, { notifications: JSON.stringify(others) });
    assert.equal(account.deploy('--bucket', 'my-pictures', '--with-pregenerate').code, 0);
    assert.deepEqual(account.notifications('my-pictures'), { ...others, QueueConfigurations: [notification] });
  });

  it('passes every option on as its parameter', (t) => {
    const role = `arn:aws:iam::${id}:role/bulk`;
    const parameters = deployed(t, '--concurrency', '50', '--container-image', 'repo/edgepix:1', ...network, '--container-tasks=9',
      '--alarm-topic', `arn:aws:sns:eu-west-1:${id}:ops`, '--sender', role, '--sender', `arn:aws:iam::${id}:user/ann`, '--log-days', '7', '--results-queue', 'on').parameters(stack);
    assert.equal(parameters.MaximumConcurrency, '50');
    assert.equal(parameters.ContainerImage, 'repo/edgepix:1');
    assert.equal(parameters.Subnets, 'subnet-0a1b');
    assert.equal(parameters.SecurityGroups, 'sg-0a1b');
    assert.equal(parameters.ContainerTasks, '9');
    assert.equal(parameters.AlarmTopicArn, `arn:aws:sns:eu-west-1:${id}:ops`);
    assert.equal(parameters.SenderArns, `${role},arn:aws:iam::${id}:user/ann`);
    assert.equal(parameters.LogRetentionDays, '7');
    assert.equal(parameters.ResultsQueue, 'true');
  });

  it('refuses a package without its zip, before anything is changed', (t) => {
    const account = new Account(t);
    assertRefused(account, account.deploy('--with-pregenerate'), /dist: expected pregenerate\.zip and pregenerate\.yaml for the stack edgepix-pregenerate, got none/);
  });

  it('refuses a template of another zip', (t) => {
    const account = prepared(t);
    account.has('dist/pregenerate.zip', 'newer');
    assertRefused(account, account.deploy('--with-pregenerate'), /pregenerate\.yaml: expected the PregenerateSha256 of pregenerate\.zip, got/);
  });

  it('refuses a container without a network', (t) => {
    const account = prepared(t);
    const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate', '--container-image', 'edgepix:1');
    assertRefused(account, ended, /--container-image: expected --subnets and --security-groups for the first container/);
  });
});

describe('deploy of a stack with a pregenerate stack', () => {
  it('updates it too', (t) => {
    const account = deployed(t, '--concurrency', '50');
    account.packagesPregenerate({ zip: 'newer' });
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.read(`${stack}/region`), 'eu-west-1\n');
    assert.notEqual(account.parameters(stack).PregenerateSha256, hash);
    assert.equal(account.parameters(stack).MaximumConcurrency, '50');
  });

  it('of the same package changes no notification', (t) => {
    const account = deployed(t);
    assert.equal(account.deploy().code, 0);
    assert.deepEqual(changes(account), ['cloudformation deploy', 'cloudformation deploy']);
  });

  it('refuses another bucket', (t) => {
    const account = deployed(t);
    account.bucket('other-pictures');
    assertRefused(account, account.deploy('--bucket', 'other-pictures'), /--bucket: expected my-pictures, .* got other-pictures; delete that stack with --without-pregenerate first/);
  });

  it('that was never complete prints what to do', (t) => {
    const account = deployed(t);
    account.has(`${stack}/status`, 'ROLLBACK_COMPLETE');
    assertRefused(account, account.deploy(), /edgepix-pregenerate is ROLLBACK_COMPLETE .* \.\/dev deploy --stack edgepix --without-pregenerate$/m);
  });

  it('prints the causes of a failure, and continues in the next run', (t) => {
    const account = prepared(t);
    account.has('deploy-fails', 'Function\tCREATE_FAILED\tSnapStart is not available.\nedgepix-pregenerate\tCREATE_IN_PROGRESS\tUser Initiated');
    account.has('deploy-fails-for', stack);
    const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^ {2}Function CREATE_FAILED: SnapStart is not available\.$/m);
    assert.match(ended.err, /the stack edgepix-pregenerate was not deployed; the stack edgepix was/);
    assert.deepEqual(account.notifications('my-pictures'), {});
    rmSync(account.path('deploy-fails'));
    assert.equal(account.deploy('--without-pregenerate').code, 0);
    assert.equal(account.deploy('--with-pregenerate').code, 0);
    assert.deepEqual(account.notifications('my-pictures'), { QueueConfigurations: [notification] });
  });

  it('adds a notification that could not be added before', (t) => {
    const account = prepared(t);
    account.has('notify-fails', 'An error occurred (InvalidArgument): Unable to validate the following destination configurations');
    const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /both stacks were deployed, but the bucket does not notify the queue; fix the cause, then run the same command again/);
    rmSync(account.path('notify-fails'));
    assert.equal(account.deploy().code, 0);
    assert.deepEqual(account.notifications('my-pictures'), { QueueConfigurations: [notification] });
  });

  it('names a notification that S3 would not allow next to its own', (t) => {
    const thumbnails = { Id: 'thumbs', LambdaFunctionArn: 'arn:aws:lambda:eu-west-1:1:function:t', Events: ['s3:ObjectCreated:Put'] };
    const old = JSON.stringify({ LambdaFunctionConfigurations: [thumbnails] });
    const account = prepared(t, { notifications: old });
    const ended = account.deploy('--bucket', 'my-pictures', '--with-pregenerate');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /already sends s3:ObjectCreated:Put of keys with the prefix '' to arn:aws:lambda:eu-west-1:1:function:t \(notification thumbs\)/);
    assert.deepEqual(account.notifications('my-pictures'), JSON.parse(old));
  });

  it('--without-pregenerate removes the notification, then the stack', (t) => {
    const account = deployed(t);
    const ended = account.deploy('--without-pregenerate');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.notifications('my-pictures'), {});
    assert.equal(account.read(`${stack}/status`), '');
    assert.deepEqual(changes(account), ['s3api put-bucket-notification-configuration', 'cloudformation delete-stack', 'cloudformation deploy']);
    account.forgetCalls();
    assert.equal(account.deploy().code, 0);
    assert.deepEqual(changes(account), ['cloudformation deploy']);
  });

  it('--without-pregenerate does nothing to a stack without one', (t) => {
    const account = new Account(t);
    account.deploy();
    account.forgetCalls();
    assert.equal(account.deploy('--without-pregenerate').code, 0);
    assert.deepEqual(changes(account), ['cloudformation deploy']);
  });
});

describe('options of the pregenerate stack', () => {
  it('need --with-pregenerate', (t) => {
    const account = new Account(t);
    assertRefused(account, account.deploy('--concurrency', '5'), /expected --with-pregenerate for options of the pregenerate stack, as the stack edgepix has none/);
  });

  it('are removed by an empty value', (t) => {
    const account = deployed(t, '--container-image', 'edgepix:1', ...network);
    assert.equal(account.deploy('--container-image', '', '--alarm-topic=', '--sender', '').code, 0);
    const { ContainerImage, AlarmTopicArn, SenderArns } = account.parameters(stack);
    assert.deepEqual([ContainerImage, AlarmTopicArn, SenderArns], ['', '', '']);
  });
});

describe('destroy of a stack with a pregenerate stack', () => {
  it('deletes the notification, then the pregenerate stack, then the other one, and prints what remains', (t) => {
    const account = deployed(t);
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(changes(account).filter((operation) => !operation.startsWith('logs ')), ['s3api put-bucket-notification-configuration', 'cloudformation delete-stack', 'cloudformation delete-stack']);
    const deletions = account.calls().filter((call) => call.includes('delete-stack '));
    assert.match(deletions[0], /--region eu-west-1 --stack-name edgepix-pregenerate/);
    assert.match(deletions[1], /--region us-east-1 --stack-name edgepix /);
    assert.match(ended.out, new RegExp(`^ {2}aws s3 rm s3://${zips}/edgepix/ --recursive$`, 'm'));
  });

  it('leaves the other stack alone if the pregenerate stack cannot be deleted, and continues in the next run', (t) => {
    const account = deployed(t);
    account.has('delete-fails', 'Service\tDELETE_FAILED\tThe service is draining.\nedgepix-pregenerate\tDELETE_IN_PROGRESS\tUser Initiated');
    account.has('delete-fails-for', stack);
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^ {2}Service DELETE_FAILED: The service is draining\.$/m);
    assert.match(ended.err, /the stack edgepix-pregenerate was not deleted, and the stack edgepix was not changed/);
    assert.match(account.read('stack/status'), /COMPLETE/);
    rmSync(account.path('delete-fails'));
    assert.equal(account.destroy('--yes').code, 0);
    assert.equal(account.read('stack/status'), '');
  });

  it('continues if the bucket was deleted by hand', (t) => {
    const account = deployed(t);
    rmSync(join(account.folder, 'buckets/my-pictures'), { recursive: true });
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /the bucket my-pictures cannot be read, so its notifications were not changed/);
  });
});
