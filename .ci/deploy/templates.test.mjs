// Passes what deploy gives to CloudFormation through the parameters of the real templates.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Account, root } from './account.mjs';

const regional = ['--kind', 'regional', '--region', 'eu-west-1', '--big-memory', '8192', '--reserved-concurrency', '5', '--big-reserved-concurrency', '1'];
const acl = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/made/34-cd';
const options = [
  ...['--hsts', '300', '--versioning', 'on', '--kms-key', 'arn:aws:kms:us-east-1:123456789012:key/12-ab', '--memory', '2048', '--log-days', '7'],
  ...['--viewer-protocol', 'allow-all', '--price-class', 'PriceClass_100', '--origin-shield', 'eu-west-1', '--plan', 'premium', '--rate-limit', '500'],
  ...['--alias', 'img.example.com', '--certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/12-ab', '--viewer-request', 'function'],
  ...['--alarm-topic', 'arn:aws:sns:us-east-1:123456789012:ops', '--spend-limit', '50', '--access-logs', 'my-logs/pictures'],
  ...['--permissions-boundary', 'arn:aws:iam::123456789012:policy/edge'],
];

/** Reads the parameters of a template: the lines of each, as far as they are on one line. */
function parametersOf(template) {
  const text = readFileSync(join(root, 'cloudformation', template), 'utf8');
  const section = /^Parameters:\n(.*?)^[A-Z]/ms.exec(text)[1].replace(/:\n +\[/g, ': [');
  return Object.fromEntries(section.split(/^ {2}(?=\w)/m).filter(Boolean).map((block) => {
    const [name, ...lines] = block.split('\n');
    return [name.replace(':', ''), Object.fromEntries(lines.map((line) => /^ {4}(\w+): (.*)$/.exec(line)?.slice(1)).filter(Boolean))];
  }));
}

function assertAccepted(template, given) {
  const known = parametersOf(template);
  for (const [name, value] of Object.entries(given)) {
    const { AllowedPattern: pattern, AllowedValues: values, MinValue: least, MaxValue: most } = known[name] ?? {};
    assert.ok(known[name] !== undefined, `${template} has no parameter ${name}`);
    if (pattern !== undefined) assert.match(value, new RegExp(pattern.replace(/^"|"$/g, '')), name);
    if (values !== undefined) assert.ok(values.replace(/[[\]" ]/g, '').split(',').includes(value), `${name}: ${value} of ${values}`);
    if (least !== undefined) assert.ok(Number(value) >= Number(least) && Number(value) <= Number(most), `${name}: ${value}`);
  }
  for (const [name, { Default: value }] of Object.entries(known)) {
    assert.ok(value !== undefined || given[name] !== undefined, `${template}: ${name} has no value`);
  }
}

describe('the parameters that deploy passes', () => {
  for (const [template, kind] of [['template.yaml', []], ['regional.yaml', regional]]) {
    for (const more of [[], options]) {
      it(`are those of ${template}, with ${more.length} options`, (t) => {
        const account = new Account(t);
        account.packagesRegional({ policy: 'sandbox' });
        account.answersOf('web-acl', { WebAclArn: acl });
        account.answersOf('plan', { SubscriptionArn: 'arn:1', SubscriptionStatus: 'ACTIVE' });
        // The real template knows the boundary.
        account.has(`dist/${template}`, `${account.read(`dist/${template}`).replace('Parameters:\n', 'Parameters:\n  PermissionsBoundaryArn:\n    Type: String\n')}`);
        const ended = account.deploy(...kind, ...more);
        assert.equal(ended.code, 0, ended.err);
        assertAccepted(template, account.parameters());
        if (more.length > 0) {
          assertAccepted('web-acl.yaml', account.parameters('stack-web-acl'));
          assertAccepted('watch.yaml', account.parameters('stack-watch'));
          assertAccepted('plan.yaml', account.parameters('stack-plan'));
        }
      });
    }
  }
});
