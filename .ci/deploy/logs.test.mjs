import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Account } from './account.mjs';

const viewer = '/aws/lambda/us-east-1.edgepix-ViewerRequest-AAAA';
const origin = '/aws/lambda/us-east-1.edgepix-OriginResponse-BBBB';

/** Returns an account with a stack, and the logs of its functions in three Regions. */
function logged(t) {
  const account = new Account(t);
  account.has('stack/status', 'CREATE_COMPLETE');
  account.has('stack/parameters', 'BucketRegion=eu-west-1');
  account.has('stack/resources', [
    'AWS::Lambda::Function\tedgepix-ViewerRequest-AAAA',
    'AWS::Lambda::Function\tedgepix-OriginResponse-BBBB',
    `AWS::Logs::LogGroup\t${viewer}`,
    `AWS::Logs::LogGroup\t${origin}`,
  ].join('\n'));
  account.has('stack-pregenerate/status', 'CREATE_COMPLETE');
  account.has('stack-pregenerate/region', 'eu-west-1');
  account.has('stack-pregenerate/resources', 'AWS::Lambda::Function\tedgepix-pregenerate-Function-C\nAWS::Logs::LogGroup\tedgepix-pregenerate-FunctionLog-D');
  account.has('regions', 'us-east-1\neu-west-1\nap-northeast-1');
  account.has('logs/us-east-1', `${viewer}\t30\t1000\n${origin}\t30\t2500000`);
  account.has('logs/eu-west-1', `${viewer}\tNone\t7000000\nedgepix-pregenerate-FunctionLog-D\t30\t0\n/aws/lambda/us-east-1.edgepix-staging-ViewerRequest-E\tNone\t5`);
  account.has('logs/ap-northeast-1', `${origin}\tNone\t12`);
  return account;
}

describe('logs', () => {
  it('lists the log groups of the stacks in all Regions, and no other ones', (t) => {
    const ended = logged(t).logs();
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(ended.out.trim().split('\n').map((line) => line.trim().split(/ {2,}/)), [
      ['ap-northeast-1', '0.0 MB', 'forever', origin],
      ['eu-west-1', '7.0 MB', 'forever', viewer],
      ['eu-west-1', '0.0 MB', '30 days', 'edgepix-pregenerate-FunctionLog-D'],
      ['us-east-1', '2.5 MB', '30 days', origin],
      ['us-east-1', '0.0 MB', '30 days', viewer],
    ]);
  });

  it('of a stack in another Region are those of all its stacks', (t) => {
    const account = logged(t);
    account.has('stack/region', 'eu-west-1');
    account.has('stack/resources', 'AWS::Lambda::Function\tedgepix-Render-F\nAWS::Logs::LogGroup\tedgepix-RenderLog-G');
    account.has('logs/eu-west-1', 'edgepix-RenderLog-G\t7\t0\nedgepix-RenderLog-G2\t7\t0');
    const ended = account.logs('--region', 'eu-west-1');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.out, /^eu-west-1 +0\.0 MB {2}7 days +edgepix-RenderLog-G\n$/);
  });

  it('continues if a Region cannot be read, and names it', (t) => {
    const account = logged(t);
    account.has('logs/ap-northeast-1-denied', '');
    const ended = account.logs();
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /the log groups in ap-northeast-1 cannot be read/);
    assert.equal(ended.out.trim().split('\n').length, 4);
  });

  it('reports a missing stack, and a stack without a log', (t) => {
    const account = logged(t);
    assert.match(account.logs('--region', 'eu-west-1').err, /expected a stack edgepix in eu-west-1/);
    ['us-east-1', 'eu-west-1', 'ap-northeast-1'].forEach((region) => account.has(`logs/${region}`, ''));
    const ended = account.logs();
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the functions of the stack edgepix have no log group in any Region/);
  });

  it('--days sets the retention of all groups, and of no other one', (t) => {
    const account = logged(t);
    const ended = account.logs('--days', '7');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /all 5 log groups keep their logs for 7 days/);
    assert.match(account.read('logs/eu-west-1'), /^\S+ViewerRequest-AAAA\t7\t7000000\nedgepix-pregenerate-FunctionLog-D\t7\t0\n\S+staging\S+\tNone\t5\n$/);
    assert.match(account.read('logs/ap-northeast-1'), /\t7\t12$/m);
    account.forgetCalls();
    assert.equal(account.logs('--days=7').code, 0);
    assert.ok(!account.operations().includes('logs put-retention-policy'));
  });

  it('--tail follows all groups, and begins each line with the Region', (t) => {
    const account = logged(t);
    const ended = account.logs('--tail', '--since', '2h');
    assert.equal(ended.code, 0, ended.err);
    assert.equal(ended.out.trim().split('\n').length, 5);
    assert.match(ended.out, /^ap-northeast-1 2026-11-30T10:00:00 \S+OriginResponse-BBBB since 2h$/m);
    assert.deepEqual(readdirSync(account.temporary), []);
  });

  it('--tail needs version 2 of the AWS CLI', (t) => {
    const account = logged(t);
    account.has('version', 'aws-cli/1.45.11 Python/3.11.7');
    const ended = account.logs('--tail');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /--tail: expected version 2 of the AWS CLI, got aws-cli\/1\.45\.11/);
  });

  const refused = [
    [['--days', '2'], /--days: expected one of 1, 3, 5, .*, got '2'/],
    [['--days', '7', '--tail'], /--days and --tail: expected one of them, got both/],
    [['--since', '1h'], /--since: expected --tail too, got none/],
    [['--tail', '--since', 'yesterday'], /--since: expected a time such as 5m, 2h or 1d, got 'yesterday'/],
    [['--region', 'Mars'], /--region: expected a Region such as eu-west-1, got 'Mars'/],
    [['--colour'], /unknown option: --colour/],
    [['--days'], /--days: expected a value, got none/],
  ];
  it('refuses other options', (t) => {
    const account = new Account(t);
    for (const [options, sentence] of refused) {
      const ended = account.logs(...options);
      assert.equal(ended.code, 1);
      assert.match(ended.err, sentence);
    }
    assert.deepEqual(account.calls(), []);
  });
});
