import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account } from './account.mjs';

const acl = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/mine/12-ab';
const subscription = 'arn:aws:pricingplanmanager::123456789012:subscription/1';
const regional = ['--kind', 'regional', '--region', 'eu-west-1'];

function prepared(t, { cors = '*', code = '|-' } = {}) {
  const account = new Account(t);
  account.packages({ cors });
  account.packagesRegional({ cors, code });
  account.answersOf('web-acl', { WebAclArn: acl });
  account.answersOf('plan', { SubscriptionArn: subscription, SubscriptionStatus: 'PENDING_APPROVAL' });
  return account;
}

function deployed(t, ...options) {
  const account = prepared(t, { code: options.includes('regional') ? "\"const RENDER='render'\"" : '|-' });
  const ended = account.deploy(...options);
  assert.equal(ended.code, 0, ended.err);
  account.forgetCalls();
  account.has('updates', '');
  return account;
}

function changes(account) {
  return account.calls().map((call) => /(?:deploy|delete-stack) .*--stack-name (\S+)/.exec(call)).filter(Boolean).map(([call, name]) => `${call.split(' ')[0]} ${name}`);
}

function assertRefused(account, ended, sentence) {
  assert.equal(ended.code, 1);
  assert.match(ended.err, sentence);
  assert.deepEqual(account.operations().filter((operation) => / (create|put|delete|deploy)/.test(operation)), []);
}

describe('deploy --plan', () => {
  const refused = [
    ['premium', [], /--plan premium: expected a web ACL, which CloudFront demands for every plan; --rate-limit N creates one/],
    ['premium', ['--web-acl', ''], /--plan premium: expected a web ACL/],
    ['premium', ['--access', 'oai', '--web-acl', acl], /--access oai: the plan premium refuses an origin access identity; --access oac works/],
    ['business', ['--origin-shield', 'eu-west-1', '--web-acl', acl], /--plan business: expected no Origin Shield, which begins with the plan premium/],
    ['business', [...regional, '--viewer-request', 'edge', '--web-acl', acl], /--plan business: expected --viewer-request function, got edge; origin groups begin with the plan premium/],
    ['pro', ['--hsts', '300', '--web-acl', acl], /--plan pro: expected no HSTS, as response headers policies begin with the plan business/],
    ['free', ['--web-acl', acl], /--plan free: expected "cors" for all origins or none, got a list/, 'https://a.example'],
  ];
  for (const [plan, options, sentence, cors] of refused) {
    it(`${plan} ${options.join(' ')} ${cors ?? ''} is refused before anything is created`, (t) => {
      const account = prepared(t, { cors });
      assertRefused(account, account.deploy('--plan', plan, ...options), sentence);
    });
  }

  it('refuses an option that the stack has, and says how to remove it', (t) => {
    const account = deployed(t, '--origin-shield', 'eu-west-1');
    assertRefused(account, account.deploy('--plan', 'pro', '--web-acl', acl), /expected no Origin Shield, .*; --origin-shield '' removes it/);
  });

  it('allows a list of origins in a regional stack, and with the plan business', (t) => {
    const account = prepared(t, { cors: 'https://a.example', code: "\"const RENDER='render'\"" });
    assert.equal(account.deploy('--plan', 'free', ...regional, '--web-acl', acl).code, 0);
    const other = prepared(t, { cors: 'https://a.example' });
    assert.equal(other.deploy('--plan', 'business', '--web-acl', acl).code, 0);
  });

  it('creates the ACL before the distribution and the subscription after it', (t) => {
    const account = prepared(t);
    const ended = account.deploy('--plan', 'pro', '--rate-limit', '2000');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(changes(account), ['deploy edgepix-web-acl', 'deploy edgepix', 'deploy edgepix-plan']);
    assert.deepEqual(account.parameters('stack-web-acl'), { RateLimit: '2000' });
    assert.equal(account.parameters().WebAclArn, acl);
    assert.deepEqual(account.parameters('stack-plan'), { Plan: 'pro', DistributionId: 'E2ABCDEFGHIJKL', WebAclArn: acl });
  });

  it('of a price prints how to approve it, and free begins at once', (t) => {
    const paid = prepared(t).deploy('--plan', 'pro', '--web-acl', acl);
    assert.match(paid.err, new RegExp(`approve-paid-subscription --region us-east-1 --arn ${subscription} --if-match`));
    assert.doesNotMatch(prepared(t).deploy('--plan', 'free', '--web-acl', acl).err, /approve/);
  });

  it('is kept by a later deployment', (t) => {
    const account = deployed(t, '--plan', 'free', '--web-acl', acl);
    const ended = account.deploy();
    assert.equal(ended.code, 0, ended.err);
    assert.equal(account.parameters().Plan, 'free');
  });

  it('of a regional stack chooses the function of CloudFront instead of the edge, with a sentence', (t) => {
    const account = deployed(t, '--web-acl', acl);
    account.has('stack/parameters', account.read('stack/parameters').replace('ViewerRequestType=function', 'ViewerRequestType=edge').replace(/^ViewerRequestKey.*\n/m, 'RegionalKey=x\n').trim());
    account.packagesRegional({ code: "\"const RENDER='render'\"" });
    const ended = account.deploy('--plan', 'pro');
    assert.match(ended.err, /using --viewer-request function, as the plan pro has no origin groups/);
    assert.equal(account.parameters().ViewerRequestType, 'function');
  });

  it('below premium refuses a package whose function expects an origin group', (t) => {
    const account = prepared(t);
    assertRefused(account, account.deploy(...regional, '--plan', 'pro', '--web-acl', acl), /as the plan has no origin groups; package with --no-origin-group/);
  });

  it('that is greater is bought by hand before the distribution changes', (t) => {
    const account = deployed(t, '--plan', 'free', '--web-acl', acl);
    const ended = account.deploy('--plan', 'pro');
    assertRefused(account, ended, /--plan pro: the distribution still has the plan free; run these commands/);
    assert.match(ended.err, /update-subscription --region us-east-1 --arn \S+ --plan-tier PRO --if-match/);
    account.has('tier', 'PRO');
    const again = account.deploy('--plan', 'pro');
    assert.equal(again.code, 0, again.err);
    assert.equal(account.parameters('stack-plan').Plan, 'pro');
  });

  it('that is smaller is changed by hand after the distribution has changed', (t) => {
    const account = deployed(t, '--plan', 'premium', '--web-acl', acl);
    const ended = account.deploy('--plan', 'pro');
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, /--plan-tier PRO --if-match/);
    assert.equal(account.parameters().Plan, 'pro');
    assert.equal(account.parameters('stack-plan').Plan, 'premium');
  });

  it('none ends the plan free before the distribution changes', (t) => {
    const account = deployed(t, '--plan', 'free', '--web-acl', acl);
    const ended = account.deploy('--plan', 'none');
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual(changes(account), ['delete-stack edgepix-plan', 'deploy edgepix']);
  });

  it('none ends a paid plan, and leaves the distribution as it is until it has ended', (t) => {
    const account = deployed(t, '--plan', 'pro', '--web-acl', acl);
    const ended = account.deploy('--plan', 'none');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the plan pro ends at the end of the month that is paid/);
    assert.deepEqual(changes(account), ['delete-stack edgepix-plan']);
    assert.equal(account.deploy('--plan', 'none').code, 0);
    assert.equal(account.parameters().Plan, 'none');
  });
});
