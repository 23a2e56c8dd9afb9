import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete, headersOf } from '../../../target/js/every-answer.mjs';
import { expected, responseOf, table, valuesOf } from './header-cases.mjs';

describe('every answer', () => {
  for (const answer of table('every-answer-cases.json')) {
    it(answer.case, () => {
      const response = responseOf(answer);
      const headers = headersOf(answer.config ?? {});

      assert.equal(complete(answer.uri, response, headers), response);
      assert.deepEqual(valuesOf(response.headers), expected(answer));
      complete(answer.uri, response, headers);
      assert.deepEqual(valuesOf(response.headers), expected(answer), 'a second time');
    });
  }
});
