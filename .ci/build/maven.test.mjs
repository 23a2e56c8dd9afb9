// Tests what the build reads from Maven's output, and how it adds up reports.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MavenLines } from '../../tools/build/maven.mjs';
import { summary } from '../../tools/build/test.mjs';

const repository = mkdtempSync(join(tmpdir(), 'edgepix-repository-'));
after(() => rmSync(repository, { recursive: true }));

function reading() {
  const progress = { bytes: 0, modules: 0, detail: '', steps: [], step: (name) => progress.steps.push(name) };
  return { progress, lines: new MavenLines(progress, repository) };
}

test('a module is a step, and is not printed', () => {
  const { progress, lines } = reading();
  assert.equal(lines.read('[INFO] Building edgepix local-edge 0.1.0-SNAPSHOT                         [9/10]'), false);
  assert.deepEqual(progress.steps, ['local-edge']);
  assert.equal(progress.modules, 10);
  lines.read('[INFO] Building edgepix 0.1.0-SNAPSHOT                                    [1/10]');
  assert.deepEqual(progress.steps, ['local-edge', 'all modules']);
});

test('downloads are added up, in whatever unit they come', () => {
  const { progress, lines } = reading();
  lines.read('Downloaded from central: https://host/maven2/org/a/1/a-1.jar (4.1 MB at 8.0 MB/s)');
  lines.read('[INFO] Downloaded from central: https://host/maven2/org/a/1/a-1.pom (812 B at 20 kB/s)');
  lines.read('[INFO] Downloaded from central: https://host/maven2/org/b/1/b-1.jar (96 kB at 1.1 MB/s)');
  assert.equal(progress.bytes, 4_100_000 + 812 + 96_000);
});

test('a download that is under way counts by what its file has so far', () => {
  const { progress, lines } = reading();
  mkdirSync(join(repository, 'org/large/1'), { recursive: true });
  writeFileSync(join(repository, 'org/large/1/large-1.jar.part'), Buffer.alloc(5_000));
  lines.read('Downloading from central: https://host/some/maven2/org/large/1/large-1.jar');
  lines.count();
  assert.equal(progress.bytes, 5_000);
  lines.read('Downloaded from central: https://host/some/maven2/org/large/1/large-1.jar (9 kB at 1.0 MB/s)');
  assert.equal(progress.bytes, 9_000);
});

test('results of tests are counted and printed, with colours or without', () => {
  const { progress, lines } = reading();
  assert.equal(lines.read('[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in io.A'), true);
  assert.equal(
    lines.read('[\x1b[1;31mERROR\x1b[m] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0 <<< FAILURE! -- in io.B'),
    true,
  );
  assert.equal(progress.detail, '15 tests');
  // The sum at the end of a module is ignored.
  assert.equal(lines.read('[INFO] Tests run: 15, Failures: 0, Errors: 0, Skipped: 0'), false);
  assert.equal(progress.detail, '15 tests');
});

test('warnings, errors and what tests print are shown, and information is not', () => {
  const { lines } = reading();
  assert.equal(lines.read('[WARNING] something'), true);
  assert.equal(lines.read('[ERROR] something'), true);
  assert.equal(lines.read('printed by a test'), true);
  assert.equal(lines.read('[INFO] --- compiler:3.16.0:compile (default-compile) @ edgepix-cli ---'), false);
});

test('reports add up to the cases that passed, failed and were skipped', () => {
  const reports = [
    '<testsuite tests="4"><testcase name="a"/><testcase name="b"><failure message="m"/></testcase>'
      + '<testcase name="c"><skipped/></testcase><testcase name="d"><system-out><![CDATA[<testcase <error]]></system-out>'
      + '</testcase></testsuite>',
    '<testsuites><testcase name="e"/><testsuite name="f"><testcase name="g"><error/></testcase></testsuite></testsuites>',
  ];
  assert.equal(summary(reports), '3 passed, 2 failed, 1 skipped');
});
