// Runs all checks of CI, step by step, and counts the tests.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { maven } from './maven.mjs';

// The steps after Maven: a name for the progress, and a command line.
const STEPS = [
  ['tests of the launcher', '.ci/node-test origin-response origin-response/src/test/js/*.test.mjs'],
  ['tests of the build', '.ci/node-test tools/build .ci/build/*.test.mjs'],
  // Deploys and deletes a stack with a script instead of the AWS CLI.
  ['tests of deploying', '.ci/node-test cloudformation .ci/deploy/*.test.mjs'],
  ['linters of docker', '.ci/lint-docker'],
  ['first minute', '.ci/first-minute .'],
  ['commands of the docs', 'node .ci/docs.mjs .'],
  ['first minute, packaged', '.ci/first-minute . --packaged'],
];

/**
 * Runs the tests of all modules, then the other steps, and prints how many tests passed, failed and were skipped.
 *
 * @param built is called when Maven has packaged all modules
 */
export async function testAll(root, progress, options, built) {
  progress.more = STEPS.length;
  progress.start('starting Maven');
  reports(root).forEach((file) => rmSync(file));
  await maven(root, progress, true, ...options, 'verify');
  if (options.length === 0) built();
  for (const [name, command] of STEPS) {
    progress.step(name);
    await step(root, progress, command);
  }
  progress.end('tested');
  console.log(summary(reports(root).map((file) => readFileSync(file, 'utf8'))));
}

function step(root, progress, command) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    createInterface({ input: child.stdout }).on('line', (line) => progress.line(line));
    createInterface({ input: child.stderr }).on('line', (line) => progress.line(line));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} failed`))));
  });
}

function reports(root) {
  return [root, join(root, 'tools')]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .map((module) => join(module, 'target/surefire-reports'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /TEST-[^/]*\.xml$/.test(file));
}

/** Adds up the test cases of reports in JUnit's format. */
export function summary(texts) {
  const count = (pattern) => texts.reduce((sum, text) => sum + withoutOutput(text).split(pattern).length - 1, 0);
  const skipped = count(/<skipped\b/);
  const failed = count(/<(?:failure|error)\b/);
  return `${count(/<testcase\b/) - failed - skipped} passed, ${failed} failed, ${skipped} skipped`;
}

// Removes the output of tests, which may look like the elements of a report.
function withoutOutput(report) {
  return report.replace(/<!\[CDATA\[.*?\]\]>/gs, '');
}
