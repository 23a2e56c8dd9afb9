import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { Account, root } from './account.mjs';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/12-ab';

const refused = [
  [[], /--stack: expected a name, got none/],
  [['--stack'], /--stack: expected a value, got none/],
  [['--stack', '1st'], /--stack: expected a letter, .* got '1st'/],
  [['--stack', 'a_b'], /--stack: expected a letter, .* got 'a_b'/],
  [['--stack', 'a'.repeat(28)], /--stack: expected at most 27 characters, .* got 28/],
  [['--stack', 'a$(touch x)'], /--stack: expected a letter, /],
  [['--stack', 'e', '--colour', 'red'], /unknown option: --colour/],
  [['--stack', 'e', '--colour'], /unknown option: --colour/],
  [['--stack', 'e', 'extra'], /expected an option, got 'extra'/],
  [['--stack', 'e', '--bucket', 'My_Bucket'], /--bucket: expected a bucket of .*, got 'My_Bucket'/],
  [['--stack', 'e', '--bucket', 'ab'], /--bucket: expected a bucket of .*, got 'ab'/],
  [['--stack', 'e', '--bucket', 'a..b'], /--bucket: expected .*, got 'a\.\.b'/],
  [['--stack', 'e', '--bucket', '10.0.0.1'], /--bucket: expected .*, got '10\.0\.0\.1'/],
  [['--stack', 'e', '--bucket', ''], /--bucket: expected a bucket of .*, got ''/],
  [['--stack', 'e', '--artifacts', 'A'], /--artifacts: expected a bucket of .*, got 'A'/],
  [['--stack', 'e', '--access-logs', 'A/b'], /--access-logs: expected a bucket of .*, got 'A'/],
  [['--stack', 'e', '--config', 'no.json'], /--config: expected a file, got 'no\.json'/],
  [['--stack', 'e', '--dist', 'no-folder'], /--dist: expected a folder, got 'no-folder'/],
  [['--stack', 'e', '--alias', 'img.example.com'], /--alias and --certificate: expected both or none/],
  [['--stack', 'e', '--certificate', certificate], /--alias and --certificate: expected both or none/],
  [['--stack', 'e', '--alias', '', '--certificate', certificate], /expected both or none, got one of them empty/],
  [['--stack', 'e', '--alias', 'http://a.b', '--certificate', certificate], /--alias: expected a domain name .*, got 'http:\/\/a\.b'/],
  [['--stack', 'e', '--alias', 'a.example.com', '--certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1'], /--certificate: expected the ARN .*, got 'arn:aws:acm:eu-west-1/],
  [['--stack', 'e', '--viewer-protocol', 'http'], /--viewer-protocol: expected one of redirect-to-https, https-only, allow-all, got 'http'/],
  [['--stack', 'e', '--price-class', '100'], /--price-class: expected one of .*, got '100'/],
  [['--stack', 'e', '--price-class', 'PriceClass_100 PriceClass_200'], /--price-class: expected one of .*, got 'PriceClass_100 PriceClass_200'/],
  [['--stack', 'e', '--origin-shield', 'mars'], /--origin-shield: expected one of .*, got 'mars'/],
  [['--stack', 'e', '--memory', '511'], /--memory: expected a whole number from 512 to 10240, got '511'/],
  [['--stack', 'e', '--memory', '10241'], /--memory: expected .*, got '10241'/],
  [['--stack', 'e', '--memory', '1e3'], /--memory: expected .*, got '1e3'/],
  [['--stack', 'e', '--log-days', '2'], /--log-days: expected one of 1, 3, 5, .*, got '2'/],
  [['--stack', 'a-pregenerate'], /--stack: expected a name that does not end in -pregenerate, which is the pregenerate stack of a, got 'a-pregenerate'/],
  [['--stack', 'e', '--with-pregenerate', '--without-pregenerate'], /--with-pregenerate and --without-pregenerate: expected one of them, got both/],
  [['--stack', 'e', '--without-pregenerate', '--concurrency', '5'], /--without-pregenerate: expected no options of the pregenerate stack, got MaximumConcurrency/],
  [['--stack', 'e', '--concurrency', '1'], /--concurrency: expected a whole number from 2 to 1000, got '1'/],
  [['--stack', 'e', '--container-tasks', '0'], /--container-tasks: expected a whole number from 1 to 100, got '0'/],
  [['--stack', 'e', '--container-image', 'a b'], /--container-image: expected an image such as .*, got 'a b'/],
  [['--stack', 'e', '--subnets', 'sg-1'], /--subnets: expected ids such as subnet-0a1b2c3d, separated by commas, got 'sg-1'/],
  [['--stack', 'e', '--security-groups', ''], /--security-groups: expected ids such as sg-0a1b2c3d, separated by commas, got ''/],
  [['--stack', 'e', '--alarm-topic', 'ops'], /--alarm-topic: expected the ARN of an SNS topic, .*, got 'ops'/],
  [['--stack', 'e', '--sender', 'arn:aws:iam::123456789012:role/*'], /--sender: expected the ARN of a user or a role, .*, got 'arn:aws:iam::123456789012:role\/\*'/],
];

describe('options are checked before any call to AWS:', () => {
  for (const [args, sentence] of refused) {
    it(`deploy ${args.join(' ')}`, (t) => {
      const account = new Account(t);
      const ended = account.run(join(root, 'dev'), ['deploy', ...args]);
      assert.equal(ended.code, 1);
      assert.match(ended.err, sentence);
      assert.equal(ended.err.trim().split('\n').length, 1, ended.err);
      assert.deepEqual(account.calls(), []);
    });
  }

  for (const config of ['edgepix.json', '']) {
    it(`deploy --config '${config}' with a --dist of another configuration`, (t) => {
      const account = new Account(t);
      account.packages({ config: '{"avif": true}\n' });
      account.has('edgepix.json', '{"lenient": true}');
      const ended = account.deploy('--config', config);
      assert.equal(ended.code, 1);
      assert.match(ended.err, new RegExp(`--config: expected the configuration in .*/dist, got a different one in '${config}'`));
      assert.deepEqual(account.calls(), []);
    });
  }

  it('the longest stack name is accepted', (t) => {
    const account = new Account(t);
    const ended = account.run(join(root, 'dev'), ['deploy', '--stack', 'a'.repeat(27), '--dist', account.dist, '--dry-run']);
    assert.equal(ended.code, 0, ended.err);
  });

  for (const [args, sentence] of [
    [['--stack', 'a_b'], /--stack: expected a letter/],
    [[], /--stack: expected a name, got none/],
    [['--stack', 'e', '--force'], /unknown option: --force/],
    [['e'], /expected an option, got 'e'/],
  ]) {
    it(`destroy ${args.join(' ')}`, (t) => {
      const account = new Account(t);
      const ended = account.run(join(root, 'dev'), ['destroy', ...args]);
      assert.equal(ended.code, 1);
      assert.match(ended.err, sentence);
      assert.deepEqual(account.calls(), []);
    });
  }

  for (const command of ['deploy', 'destroy']) {
    it(`${command} --help prints the usage`, (t) => {
      const ended = new Account(t).run(join(root, 'dev'), [command, '--help']);
      assert.equal(ended.code, 0);
      assert.match(ended.out, new RegExp(`^usage: ./dev ${command} --stack NAME`));
    });
  }
});
