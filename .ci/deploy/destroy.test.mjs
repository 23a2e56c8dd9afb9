import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, root } from './account.mjs';

function deployed(t) {
  const account = new Account(t);
  account.deploy();
  account.forgetCalls();
  return account;
}

const terminal = { skip: process.platform !== 'linux' && 'script(1) has other options there' };

/** Runs the command at a terminal, with the given input. */
function typing(account, text) {
  const command = `'${join(root, 'dev')}' destroy --stack edgepix`;
  return account.run('script', ['-qec', command, '/dev/null'], { input: text });
}

describe('destroy', () => {
  it('deletes the stack, waits, and prints what remains and how to delete it', (t) => {
    const account = deployed(t);
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(account.operations().slice(-5), [
      'cloudformation delete-stack', 'cloudformation wait', 'ec2 describe-regions', 'logs delete-log-group', 'logs delete-log-group',
    ]);
    assert.equal(account.read('stack/status'), '');
    assert.match(ended.out, /^ {2}aws s3 rm s3:\/\/edgepix-bucket-1abc --recursive$/m);
    assert.match(ended.out, /^ {2}aws lambda delete-function --region us-east-1 --function-name edgepix-ViewerRequest-AAAA$/m);
    assert.match(ended.out, /^ {2}aws lambda delete-function --region us-east-1 --function-name edgepix-OriginResponse-BBBB$/m);
    assert.doesNotMatch(ended.out, /logs/);
    assert.match(ended.out, /^ {2}aws s3 rm s3:\/\/edgepix-artifacts-123456789012-us-east-1-an\/edgepix\/ --recursive$/m);
  });

  it('deletes the logs of the functions in all Regions, and no others', (t) => {
    const account = deployed(t);
    const group = '/aws/lambda/us-east-1.edgepix-ViewerRequest-AAAA';
    account.has('regions', 'us-east-1\neu-west-1');
    for (const region of ['us-east-1', 'eu-west-1']) account.has(`logs/${region}`, `${group}\t30\t1\n${group}-2\t30\t1`);
    assert.equal(account.destroy('--yes').code, 0);
    for (const region of ['us-east-1', 'eu-west-1']) assert.equal(account.read(`logs/${region}`), `${group}-2\t30\t1\n`);
  });

  it('keeps the logs if asked, and prints how to delete them', (t) => {
    const account = deployed(t);
    const ended = account.destroy('--yes', '--keep-logs');
    assert.equal(ended.code, 0, ended.err);
    assert.ok(!account.operations().includes('logs delete-log-group'));
    assert.match(ended.out, /^ {4}for prefix in edgepix-ViewerRequest-AAAA edgepix-OriginResponse-BBBB; do$/m);
  });

  it('deletes the stacks of alarms before and of the web ACL after', (t) => {
    const account = new Account(t);
    account.answersOf('web-acl', { WebAclArn: 'arn:acl' });
    assert.equal(account.deploy('--rate-limit', '100', '--access-logs', 'my-logs').code, 0);
    account.forgetCalls();
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 0, ended.err);
    const deleted = account.calls().map((call) => /delete-stack .*--stack-name (\S+)/.exec(call)?.[1]).filter(Boolean);
    assert.deepEqual(deleted, ['edgepix-watch', 'edgepix', 'edgepix-web-acl']);
  });

  it('ends a paid plan, and waits with the distribution until the plan has ended', (t) => {
    const account = new Account(t);
    account.answersOf('web-acl', { WebAclArn: 'arn:acl' });
    account.answersOf('plan', { SubscriptionArn: 'arn:1', SubscriptionStatus: 'ACTIVE' });
    assert.equal(account.deploy('--plan', 'pro', '--rate-limit', '100').code, 0);
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the plan pro ends at the end of the month that is paid, .* run \.\/dev destroy again then/);
    assert.notEqual(account.read('stack/status'), '');
    assert.equal(account.destroy('--yes').code, 0);
    assert.equal(account.read('stack/status'), '');
  });

  it('prints all steps before the first one', (t) => {
    const { err } = deployed(t).destroy('--yes');
    const announced = err.indexOf('delete the stack edgepix');
    assert.ok(announced > 0 && announced < err.indexOf('dev: 1. '), err);
    assert.ok(err.indexOf('the pictures remain, and so do functions at the edge') < err.indexOf('dev: 1. '), err);
  });

  it('deletes nothing without a terminal and --yes', (t) => {
    const account = deployed(t);
    const ended = account.destroy();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /nothing was deleted: expected --yes or a terminal, got neither/);
    assert.deepEqual(account.calls(), []);
  });

  it('deletes at a terminal if the name is typed', terminal, (t) => {
    const account = deployed(t);
    assert.equal(typing(account, 'edgepix\n').code, 0);
    assert.ok(account.operations().includes('cloudformation delete-stack'));
  });

  it('deletes nothing at a terminal if anything else is typed', terminal, (t) => {
    const account = deployed(t);
    const ended = typing(account, 'yes\n');
    assert.equal(ended.code, 1);
    assert.match(ended.out, /nothing was deleted/);
    assert.deepEqual(account.calls(), []);
  });

  it('prints the causes if the deletion fails, and exits with 1', (t) => {
    const account = deployed(t);
    account.has('delete-fails', [
      'edgepix\tDELETE_FAILED\tThe following resource(s) failed to delete: [CachePolicy].',
      'CachePolicy\tDELETE_FAILED\tThe cache policy is in use.',
      'edgepix\tDELETE_IN_PROGRESS\tUser Initiated',
      'Distribution\tCREATE_FAILED\tof another time',
    ].join('\n'));
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /^ {2}CachePolicy DELETE_FAILED: The cache policy is in use\.$/m);
    assert.doesNotMatch(ended.err, /another time/);
    assert.match(ended.err, /run \.\/dev destroy --stack edgepix again/);
    assert.equal(ended.out, '');
  });

  it('reports a missing stack', (t) => {
    const account = new Account(t);
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /expected a stack edgepix in us-east-1/);
    assert.ok(!account.operations().includes('cloudformation delete-stack'));
  });

  it('deletes a stack that was never complete, and finds the functions by its name', (t) => {
    const account = new Account(t);
    account.has('stack/status', 'ROLLBACK_COMPLETE');
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 0, ended.err);
    assert.doesNotMatch(ended.out, /None|s3:/);
    assert.match(ended.out, /starts_with\(FunctionName, 'edgepix-ViewerRequest'\)/);
    assert.match(ended.out, /^ {4}for prefix in edgepix-ViewerRequest edgepix-OriginResponse; do$/m);
  });

  it('prints commands that a shell can read', (t) => {
    for (const account of [new Account(t), deployed(t)]) {
      account.has('stack/status', 'CREATE_COMPLETE');
      const commands = account.destroy('--yes').out.split('\n').filter((line) => line.startsWith('  ')).join('\n');
      const ended = account.run('bash', ['-n'], { input: commands });
      assert.equal(ended.code, 0, ended.err);
      assert.match(commands, /delete-function/);
    }
  });

  it('names the bucket of the zips that the stack was deployed from', (t) => {
    const account = new Account(t);
    account.bucket('my-zips');
    account.deploy('--artifacts', 'my-zips');
    assert.match(account.destroy('--yes').out, /^ {2}aws s3 rm s3:\/\/my-zips\/edgepix\/ --recursive$/m);
  });

  it('deletes nothing without credentials', (t) => {
    const account = deployed(t);
    rmSync(account.path('account'));
    const ended = account.destroy('--yes');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the AWS CLI has no valid credentials/);
    assert.deepEqual(account.operations(), ['sts get-caller-identity']);
  });
});
