// Runs Maven, writes its output to target/build.log, and reads the progress from it.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

// Maven's advice after the errors.
const ADVICE = /^\[ERROR\]( *$| \[Help| Re-run| To see| For more| After correcting|   mvn )/;
const UNITS = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 };
const REPOSITORY = join(homedir(), '.m2/repository');

/** Reads the lines that Maven prints in batch mode, and updates the progress. */
export class MavenLines {
  #progress;
  #repository;
  #downloads = new Map();
  #done = 0;
  #tests = 0;

  constructor(progress, repository = REPOSITORY) {
    this.#progress = progress;
    this.#repository = repository;
  }

  /** Reads a line, and returns whether the user should see it. */
  read(raw) {
    const line = stripVTControlCharacters(raw);
    const module = line.match(/^\[INFO\] Building edgepix(?: (.*?))? \S+-SNAPSHOT\s+\[\d+\/(\d+)\]/);
    if (module) {
      this.#progress.modules = Number(module[2]);
      this.#progress.step(module[1] ?? 'all modules'); // the root pom has no name of its own
      this.#showTests();
      return false;
    }
    const started = line.match(/^(?:\[INFO\] )?Downloading from (\S+): (\S+)/);
    if (started) {
      this.#downloads.set(started[2], new URL(started[2]).pathname.split('/'));
      return false;
    }
    const ended = line.match(/^(?:\[INFO\] )?Downloaded from \S+: (\S+) \(([\d.]+) (B|kB|KB|MB|GB)\b/);
    if (ended) {
      this.#downloads.delete(ended[1]);
      this.#done += Number(ended[2]) * UNITS[ended[3]];
      this.count();
      return false;
    }
    const tests = line.match(/^\[(?:INFO|WARNING|ERROR)\] Tests run: (\d+), .*-- in /);
    if (tests) {
      this.#tests += Number(tests[1]);
      this.#showTests();
      return true;
    }
    return !line.startsWith('[INFO]');
  }

  /** Adds the current sizes of the files that are being downloaded. */
  count() {
    let bytes = this.#done;
    for (const parts of this.#downloads.values()) bytes += this.#written(parts);
    this.#progress.bytes = bytes;
  }

  #showTests() {
    if (this.#tests) this.#progress.detail = `${this.#tests} tests`;
  }

  // The end of a URL, from the group on, is the path in the repository. During the download, the file name has a
  // different suffix.
  #written(parts) {
    const start = parts.findIndex((_, index) => existsSync(join(this.#repository, ...parts.slice(index, -1))));
    try {
      const folder = join(this.#repository, ...parts.slice(start, -1));
      return readdirSync(folder)
        .filter((name) => name.startsWith(parts.at(-1)))
        .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    } catch {
      return 0; // renamed meanwhile
    }
  }
}

function isError(raw) {
  const line = stripVTControlCharacters(raw);
  return line.startsWith('[ERROR]') && !ADVICE.test(line);
}

/**
 * Runs Maven on the project.
 *
 * @param show whether to print warnings, errors and test results immediately; if not, only the errors are printed if
 *     Maven fails
 * @throws Error if Maven fails
 */
export async function maven(root, progress, show, ...options) {
  const file = join(root, 'target/build.log');
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file);
  const lines = new MavenLines(progress);
  const errors = new Set(); // javac and Maven both print the errors of javac
  const child = spawn('mvn', ['-B', '-f', join(root, 'pom.xml'), ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const counting = setInterval(() => lines.count(), 500);
  const take = (line) => {
    log.write(`${line}\n`);
    const worth = lines.read(line);
    if (worth && show) progress.line(line);
    if (isError(line)) errors.add(line);
  };
  createInterface({ input: child.stdout }).on('line', take);
  createInterface({ input: child.stderr }).on('line', take);
  const code = await new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('expected Maven (mvn) on the PATH, got none')));
    child.on('close', resolve);
  }).finally(() => {
    clearInterval(counting);
    log.end();
  });
  if (code !== 0) {
    if (!show) [...errors].slice(0, 40).forEach((line) => progress.line(line));
    throw new Error(`the build failed; Maven's output is in ${file}`);
  }
}
