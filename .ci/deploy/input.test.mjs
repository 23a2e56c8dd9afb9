import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { Account, root } from './account.mjs';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/12-ab';

const refused = [
  [[], /--stack NAME is needed/],
  [['--stack'], /--stack needs a value/],
  [['--stack', '1st'], /--stack 1st: a stack's name is a letter/],
  [['--stack', 'a_b'], /--stack a_b: a stack's name/],
  [['--stack', 'a'.repeat(28)], /28 characters, and at most 27 fit/],
  [['--stack', 'a$(touch x)'], /a stack's name is a letter/],
  [['--stack', 'e', '--colour', 'red'], /unknown option: --colour/],
  [['--stack', 'e', '--colour'], /unknown option: --colour/],
  [['--stack', 'e', 'extra'], /unexpected argument: extra;/],
  [['--stack', 'e', '--bucket', 'My_Bucket'], /--bucket My_Bucket: a bucket's name/],
  [['--stack', 'e', '--bucket', 'ab'], /--bucket ab: a bucket's name/],
  [['--stack', 'e', '--bucket', 'a..b'], /--bucket a\.\.b/],
  [['--stack', 'e', '--bucket', '10.0.0.1'], /--bucket 10\.0\.0\.1/],
  [['--stack', 'e', '--bucket', ''], /--bucket : a bucket's name/],
  [['--stack', 'e', '--artifacts', 'A'], /--artifacts A: a bucket's name/],
  [['--stack', 'e', '--access-logs', 'a/b'], /--access-logs a\/b: a bucket's name/],
  [['--stack', 'e', '--config', 'no.json'], /--config no\.json: there is no such file/],
  [['--stack', 'e', '--dist', 'no-folder'], /--dist no-folder: there is no such folder/],
  [['--stack', 'e', '--alias', 'img.example.com'], /--alias and --certificate go together/],
  [['--stack', 'e', '--certificate', certificate], /--alias and --certificate go together/],
  [['--stack', 'e', '--alias', '', '--certificate', certificate], /one of them is empty/],
  [['--stack', 'e', '--alias', 'http://a.b', '--certificate', certificate], /--alias http:\/\/a\.b: that is no domain name/],
  [['--stack', 'e', '--alias', 'a.example.com', '--certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1'], /--certificate arn:aws:acm:eu-west-1/],
  [['--stack', 'e', '--viewer-protocol', 'http'], /--viewer-protocol http: one of these is wanted: redirect-to-https, https-only, allow-all/],
  [['--stack', 'e', '--price-class', '100'], /--price-class 100: one of these/],
  [['--stack', 'e', '--price-class', 'PriceClass_100 PriceClass_200'], /--price-class PriceClass_100 PriceClass_200: one of/],
  [['--stack', 'e', '--origin-shield', 'mars'], /--origin-shield mars: one of these/],
  [['--stack', 'e', '--memory', '511'], /--memory 511: a whole number from 512 to 10240/],
  [['--stack', 'e', '--memory', '10241'], /--memory 10241/],
  [['--stack', 'e', '--memory', '1e3'], /--memory 1e3/],
  [['--stack', 'e', '--log-days', '2'], /--log-days 2: one of these is wanted: 1, 3, 5/],
];

describe('what is typed is checked before anything is asked of AWS:', () => {
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
    it(`deploy --config '${config}' beside a --dist of another configuration`, (t) => {
      const account = new Account(t);
      account.packages({ config: '{"avif": true}\n' });
      account.has('edgepix.json', '{"lenient": true}');
      const ended = account.deploy('--config', config);
      assert.equal(ended.code, 1);
      assert.match(ended.err, new RegExp(`--config (${config}|''): .*/dist was packaged with another configuration`));
      assert.deepEqual(account.calls(), []);
    });
  }

  it('the longest stack name is taken', (t) => {
    const account = new Account(t);
    const ended = account.run(join(root, 'dev'), ['deploy', '--stack', 'a'.repeat(27), '--dist', account.dist, '--dry-run']);
    assert.equal(ended.code, 0, ended.err);
  });

  for (const [args, sentence] of [
    [['--stack', 'a_b'], /a stack's name/],
    [[], /--stack NAME is needed/],
    [['--stack', 'e', '--force'], /unknown option: --force/],
    [['e'], /unexpected argument: e;/],
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
    it(`${command} --help tells of every option`, (t) => {
      const ended = new Account(t).run(join(root, 'dev'), [command, '--help']);
      assert.equal(ended.code, 0);
      assert.match(ended.out, new RegExp(`^usage: ./dev ${command} --stack NAME`));
    });
  }
});
