import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { javaOf } from '../../../target/js/java.mjs';

const folder = mkdtempSync(join(tmpdir(), 'java-test-'));
writeFileSync(join(folder, 'app.jar'), 'a jar');
process.env.TMPDIR = folder;
after(() => rmSync(folder, { recursive: true }));

const heapOf = (environment) => javaOf(folder, environment).args.filter((word) => /^-Xm[sx]/.test(word));

test('the heap is a share of the function\'s memory, and starts at a third of its maximum', () => {
  assert.deepEqual(heapOf({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1769' }), ['-Xms353m', '-Xmx1061m']);
  assert.deepEqual(heapOf({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512' }), ['-Xms102m', '-Xmx307m']);
});

test('the heap is never under 256 MB or over 3072 MB', () => {
  assert.deepEqual(heapOf({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128' }), ['-Xms85m', '-Xmx256m']);
  assert.deepEqual(heapOf({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '10240' }), ['-Xms1024m', '-Xmx3072m']);
});

test('Java gets only the environment variables of AWS', () => {
  assert.deepEqual(javaOf(folder, { AWS_REGION: 'eu-west-1', HOME: '/root' }).env, { AWS_REGION: 'eu-west-1' });
});
