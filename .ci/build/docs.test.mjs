// Tests which commands of a page run, and how.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, blocks } from '../docs.mjs';

const PAGE = `# A page
\`\`\`sh
./dev run
\`\`\`

\`\`\`json
{}
\`\`\`

<!-- not run here: it needs an AWS account -->
\`\`\`sh
./dev deploy --stack a
./dev destroy --stack a
\`\`\`
`;

test('every block of commands is found, with the reason why it is not run', () => {
  assert.deepEqual(blocks(PAGE), [
    { line: 2, commands: './dev run', reason: undefined },
    { line: 11, commands: './dev deploy --stack a\n./dev destroy --stack a', reason: 'it needs an AWS account' },
  ]);
});

test('a block without an end is an error', () => {
  assert.throws(() => blocks('```sh\n./dev run\n'), /line 1: a block without an end/);
});

test('commands reach the server on its own port', () => {
  const url = 'http://localhost:5';
  assert.equal(at(url, "curl 'http://localhost:8080/a.jpg?d=1x1'"), "curl 'http://localhost:5/a.jpg?d=1x1'");
  assert.equal(at(url, './dev purge a.jpg'), './dev purge a.jpg --edge http://localhost:5 ');
  assert.equal(at(url, './dev purge --all # everything'), './dev purge --all --edge http://localhost:5 # everything');
  assert.equal(at(url, './dev purge a.jpg --stack edgepix'), './dev purge a.jpg --stack edgepix');
});
