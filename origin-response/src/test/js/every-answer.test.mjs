import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { complete, headersOf } from '../../main/js/every-answer.mjs';

const CASES = JSON.parse(readFileSync(join(import.meta.dirname, '../resources/every-answer-cases.json'), 'utf8'));

const valuesOf = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, list]) => [name, list.map(({ value }) => value)]));

describe('every answer', () => {
  for (const { case: name, config = {}, uri, status = '200', headers, changed } of CASES) {
    it(name, () => {
      const listed = Object.entries(headers).map(([key, values]) => [key, values.map((value) => ({ key, value }))]);
      const response = { status, headers: Object.fromEntries(listed) };
      const expected = Object.entries({ ...headers, ...changed }).filter(([, values]) => values !== null);

      assert.equal(complete(uri, response, headersOf(config)), response);
      assert.deepEqual(valuesOf(response.headers), Object.fromEntries(expected));
      complete(uri, response, headersOf(config));
      assert.deepEqual(valuesOf(response.headers), Object.fromEntries(expected), 'a second time');
    });
  }
});
