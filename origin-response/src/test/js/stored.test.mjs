import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { settingsIn, settingsOf } from '../../../target/js/settings.mjs';
import { amend, cachingOf, STORED } from '../../../target/js/stored.mjs';
import { expected, responseOf, table, valuesOf } from './header-cases.mjs';

const CASES = table('stored-cases.json');

describe('an object in S3', () => {
  for (const stored of CASES.answers) {
    it(stored.case, () => {
      const answer = responseOf(stored);
      if (STORED.has(answer.status)) {
        amend(stored.uri, answer, cachingOf(stored.config ?? {}));
      }
      assert.deepEqual(valuesOf(answer.headers), expected(stored));
      for (const [name, list] of Object.entries(answer.headers)) {
        list.forEach(({ key }) => assert.equal(key.toLowerCase(), name));
      }
    });
  }
});

describe('a path', () => {
  const isDerivative = (uri) => {
    const response = { status: '200' };
    amend(uri, response, { derivative: '', original: 'an original' });
    return response.headers['cache-control'] === undefined;
  };
  for (const uri of CASES.derivatives) {
    it(`of a derivative: ${uri}`, () => assert.equal(isDerivative(uri), true));
  }
  for (const uri of CASES.others) {
    it(`of anything else: ${uri}`, () => assert.equal(isDerivative(uri), false));
  }
});

describe('the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stored-test-'));
  const file = join(folder, 'edgepix.json');

  it('is read from a file', () => {
    writeFileSync(file, '{"cache": {"derivative": "no-cache", "original": "max-age=5"}}');
    assert.deepEqual(settingsIn(file).caching, {
      derivative: 'no-cache',
      original: 'max-age=5',
      notAllowed: 'public, max-age=10',
    });
  });

  it('has its defaults but allows no page if the file cannot be read, and the error is logged', (t) => {
    const log = t.mock.method(console, 'error', () => {});
    rmSync(folder, { recursive: true });
    assert.deepEqual(settingsIn(file), settingsOf({ cors: '' }));
    assert.match(log.mock.calls[0].arguments[0], /^edgepix: ENOENT.*edgepix\.json/);
  });
});
