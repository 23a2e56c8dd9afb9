// Runs every command of the README and of the docs: docs.mjs ROOT [PAGE ...]
// A block of ```sh runs as one script of bash, in the order of the pages, unless the line before it is a comment in the form
// <!-- not run here: REASON -->. A block that is one `./dev run` starts the server that the next blocks ask.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const EDGE = 'http://localhost:8080';
const LONGEST = 600_000;

/** Returns the blocks of commands of a page: the line, the commands, and why they are not run. */
export function blocks(text) {
  const found = [];
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line++) {
    if (!/^\s*```(sh|bash|shell|console)\b/.test(lines[line])) continue;
    let before = line - 1;
    while (before > 0 && lines[before].trim() === '') before--;
    const reason = lines[before]?.match(/^\s*<!-- not run here: (.+) -->$/)?.[1];
    const end = lines.findIndex((each, index) => index > line && /^\s*```\s*$/.test(each));
    if (end < 0) throw new Error(`line ${line + 1}: a block without an end`);
    found.push({ line: line + 1, commands: lines.slice(line + 1, end).join('\n'), reason });
    line = end;
  }
  return found;
}

/** The pages with commands: the README, the docs in the order of their index, and those for contributors. */
function pages(root) {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const listed = [...index.matchAll(/\]\(([a-z-]+\.md)/g)].map(([, name]) => name);
  const all = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const missing = all.filter((name) => !listed.includes(name));
  if (missing.length) throw new Error(`docs/README.md: expected a link to every page, got none to ${missing.join(', ')}`);
  const docs = [...new Set(['README.md', ...listed])].map((name) => `docs/${name}`);
  return ['README.md', ...docs, 'CONTRIBUTING.md', 'SECURITY.md'];
}

/** A folder that looks like the checkout, so that what the commands write does not stay in it. */
function copyOf(root) {
  const folder = mkdtempSync(join(tmpdir(), 'edgepix-docs-'));
  for (const name of readdirSync(root)) symlinkSync(join(root, name), join(folder, name));
  return folder;
}

/** Runs a script to its end; returns its exit status and all that it printed. */
function run(folder, script) {
  return new Promise((done) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, detached: true });
    let printed = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (printed += data));
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LONGEST);
    child.on('close', (status) => {
      clearTimeout(timer);
      done({ status, printed });
    });
  });
}

/** The server of a `./dev run`, on a free port. */
class Server {
  #child;
  #printed = '';
  url;

  async start(folder, command) {
    await this.stop();
    this.#printed = '';
    this.#child = spawn('bash', ['-c', `exec ${command} --port 0`], { cwd: folder });
    this.#child.stdout.on('data', (data) => (this.#printed += data));
    this.#child.stderr.on('data', (data) => (this.#printed += data));
    for (let waited = 0; waited < LONGEST; waited += 200) {
      this.url = this.#printed.match(/http:\/\/localhost:\d+/)?.[0];
      if (this.url) return { status: 0, printed: this.#printed };
      if (this.#child.exitCode !== null) break;
      await new Promise((later) => setTimeout(later, 200));
    }
    return { status: 1, printed: this.#printed };
  }

  async stop() {
    if (!this.#child || this.#child.exitCode !== null) return;
    const closed = new Promise((done) => this.#child.on('close', done));
    this.#child.kill();
    await closed;
  }
}

/** Returns the commands for a server on another port than the one that the docs name. */
export function at(url, commands) {
  return commands
    .replaceAll(EDGE, url)
    .replace(/^(\.\/dev purge (?!.*--(?:stack|bucket|edge)\b)[^#\n]*)/gm, (command) => `${command.trimEnd()} --edge ${url} `);
}

async function runAll(root, chosen) {
  const folder = copyOf(root);
  const server = new Server();
  const count = { run: 0, left: 0, failed: 0 };
  try {
    for (const page of chosen.length ? chosen : pages(root)) {
      for (const block of blocks(readFileSync(join(root, page), 'utf8'))) {
        if (block.reason) {
          count.left++;
          continue;
        }
        const isServer = /^\.\/dev run\b(?!.*--help)[^\n]*$/.test(block.commands.trim());
        const { status, printed } = isServer
          ? await server.start(folder, block.commands.trim().replace(/#.*/, ''))
          : await run(folder, server.url ? at(server.url, block.commands) : block.commands);
        count.run++;
        if (status !== 0) {
          count.failed++;
          console.error(`docs: ${page}:${block.line}: expected exit status 0, got ${status}\n${block.commands}\n${printed}`);
        }
      }
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`docs: ${count.run} blocks of commands run, ${count.failed} failed, ${count.left} marked as not run here`);
  return count.failed === 0 && count.run > 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [root, ...chosen] = process.argv.slice(2);
  process.exitCode = (await runAll(resolve(root), chosen)) ? 0 : 1;
}
