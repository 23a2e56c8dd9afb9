import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { Account, root } from './account.mjs';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/12-ab';

/** Runs the printed script of a dry run in a shell. */
function runPrinted(account, dry) {
  assert.equal(dry.code, 0, dry.err);
  assert.deepEqual(account.calls(), []);
  const ended = account.run('bash', ['-s'], { input: dry.out });
  assert.equal(ended.code, 0, ended.err);
}

/** The calls that a real run makes before it packages. */
function withoutLookup(calls) {
  const start = calls.findLastIndex((call) => call.startsWith('aws sts'));
  assert.ok(calls.slice(1, start).every((call) => call.startsWith('aws cloudformation describe-stacks ')), calls.join('\n'));
  return calls.slice(start);
}

function callsOf(account) {
  return account.calls().map((call) => call.replaceAll(account.folder, 'FOLDER').replace(/edgepix-deploy-\w+/g, 'TEMP'));
}

describe('a dry run', () => {
  const cases = {
    'of a first deployment': [],
    'with options': ['--alias', '*.example.com', '--certificate', certificate, '--memory', '3008', '--access-logs', ''],
    'with a bucket that exists': ['--bucket', 'my-pictures'],
    'with a bucket for the zips': ['--artifacts', 'my-zips'],
    'with a pregenerate stack': ['--bucket', 'my-pictures', '--with-pregenerate', '--concurrency', '5'],
    'without a pregenerate stack': ['--without-pregenerate'],
    'of a regional stack': ['--kind', 'regional', '--region', 'eu-west-1', '--bucket', 'my-pictures', '--reserved-concurrency', '20'],
    'with a plan, alarms and access logs': ['--plan', 'premium', '--rate-limit', '500', '--alarm-topic', 'arn:aws:sns:us-east-1:123456789012:ops', '--access-logs', 'logs'],
  };
  for (const [what, options] of Object.entries(cases)) {
    it(`${what}: prints the commands that the real run runs`, (t) => {
      const real = new Account(t);
      const printed = new Account(t);
      for (const account of [real, printed]) {
        account.bucket('my-pictures', { region: 'EU', encryption: 'AES256' });
        account.bucket('my-zips');
        account.answers({ Bucket: 'my-pictures' });
        account.packagesPregenerate({ copies: '{bucket}-resized' });
        account.packagesRegional();
        account.answersOf('web-acl', { WebAclArn: 'arn:acl' });
        account.answersOf('plan', { SubscriptionArn: 'arn:1', SubscriptionStatus: 'PENDING_APPROVAL' });
      }
      const ended = real.deploy(...options);
      assert.equal(ended.code, 0, ended.err);
      runPrinted(printed, printed.deploy('--dry-run', ...options));
      assert.ok(real.calls().length > 5);
      assert.deepEqual(callsOf(printed), withoutLookup(callsOf(real)));
      assert.deepEqual(printed.parameters(), real.parameters());
    });
  }

  it('of a change of access: prints the commands that the real run runs', (t) => {
    const real = new Account(t);
    const printed = new Account(t);
    for (const account of [real, printed]) {
      assert.equal(account.deploy('--access', 'oai').code, 0);
      account.forgetCalls();
    }
    const ended = real.deploy('--access', 'oac');
    assert.equal(ended.code, 0, ended.err);
    runPrinted(printed, printed.deploy('--access', 'oac', '--dry-run'));
    assert.deepEqual(callsOf(printed), withoutLookup(callsOf(real)));
    assert.equal(real.updates().length, 4);
    assert.deepEqual(printed.updates(), real.updates());
  });

  it('of a deletion: prints the commands that the real run runs', (t) => {
    const real = new Account(t);
    const printed = new Account(t);
    for (const account of [real, printed]) {
      account.deploy();
      account.forgetCalls();
    }
    assert.equal(real.destroy('--yes').code, 0);
    runPrinted(printed, printed.destroy('--dry-run'));
    assert.deepEqual(callsOf(printed), callsOf(real));
    assert.match(callsOf(real).join('\n'), /delete-stack/);
  });

  it('of a deletion with a pregenerate stack: prints the commands that the real run runs', (t) => {
    const real = new Account(t);
    const printed = new Account(t);
    for (const account of [real, printed]) {
      account.bucket('edgepix-bucket-1abc');
      account.packagesPregenerate();
      assert.equal(account.deploy('--with-pregenerate').code, 0);
      account.forgetCalls();
    }
    assert.equal(real.destroy('--yes').code, 0);
    runPrinted(printed, printed.destroy('--dry-run'));
    assert.deepEqual(callsOf(printed), callsOf(real));
    assert.match(callsOf(real).join('\n'), /put-bucket-notification-configuration/);
  });

  it('needs neither the AWS CLI nor credentials', (t) => {
    const account = new Account(t);
    const path = account.only('bash', 'env', 'dirname', 'cat', 'awk', 'sed', 'cut', 'base64', 'sha256sum');
    for (const command of [['deploy', '--dist', account.dist], ['destroy']]) {
      const ended = account.run(join(root, 'dev'), [...command, '--stack', 'edgepix', '--dry-run'], { path });
      assert.equal(ended.code, 0, ended.err);
      assert.match(ended.out, /^ *aws cloudformation/m);
    }
  });
});
