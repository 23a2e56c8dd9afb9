// Builds the project: build.mjs run [samples] | native | complete | test [MAVEN-OPTION ...]
//   run       only the parts that ./dev run needs, into target/run of each module; with samples, also the sample photographs
//   native    the native renderer of ./dev run, with the compiler from Maven's repository
//   complete  everything, without running the tests
//   test      all checks of CI
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maven } from './maven.mjs';
import { Progress } from './progress.mjs';
import { testAll } from './test.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const IMAGING = join(ROOT, 'imaging');
const NATIVE = join(IMAGING, 'target/run/native');
const UNPACKED = join(IMAGING, 'target/run/unpacked/org/bytedeco');
const CLANG = join(UNPACKED, 'llvm/linux-x86_64');
const SAMPLES = join(ROOT, 'local-edge/samples');
const COMPILERS = ['cc', 'gcc', 'clang'];
const RUN_MODULES = 10;
const ALL_MODULES = 15;

/** Runs a program to its end. If it fails, throws an error with its output. */
export function run(command, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (printed += data));
    child.on('error', (error) => reject(new Error(`cannot run ${command}: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} failed\n${printed.trim()}`));
    });
  });
}

function isOnThePath(name) {
  return process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function javaCommand() {
  const classpath = readFileSync(join(ROOT, 'cli/target/run/classpath'), 'utf8').trim();
  return [
    join(process.env.JAVA_HOME, 'bin/java'),
    '--enable-native-access=ALL-UNNAMED',
    '-Djava.awt.headless=true',
    '-XX:TieredStopAtLevel=1',
    `-Dedgepix.native=${NATIVE}`,
    '-cp',
    `${join(ROOT, 'cli/target/run/classes')}:${classpath}`,
    'io.edgepix.cli.Edgepix',
  ];
}

/** Compiles the C code, and checks that the native renderer works with it. */
async function compileNative(compiler) {
  const headers = join(UNPACKED, 'leptonica/linux-x86_64');
  await run(join(IMAGING, 'native/compile'), join(IMAGING, 'src/main/c'), headers, NATIVE, compiler);
  await run(...javaCommand(), 'check-native');
}

/**
 * Compiles with the first compiler on this machine whose result works. If there is none, the portable renderer runs.
 */
async function compileHere(progress) {
  for (const compiler of COMPILERS.filter(isOnThePath)) {
    try {
      await compileNative(compiler);
      return;
    } catch (error) {
      progress.line(`dev: the native renderer does not work with ${compiler}: ${error.message}`);
      rmSync(join(NATIVE, 'libedgepix.so'), { force: true });
    }
  }
  progress.line(
    `dev: using the portable renderer, which is slower and cannot read AVIF or SVG: no C compiler (${COMPILERS.join(', ')})`
      + ' works on this machine; ./dev native downloads one (150 MB) and builds the native renderer',
  );
}

const isNativePlatform = process.platform === 'linux' && process.arch === 'x64';

async function buildToRun(progress, [samples]) {
  progress.total = RUN_MODULES + (isNativePlatform ? 1 : 0);
  progress.start('starting Maven');
  const npm = (async () => {
    if (isNativePlatform) await run(join(IMAGING, 'native/libraries'), NATIVE);
    if (samples && !existsSync(join(SAMPLES, 'node_modules'))) await run('npm', 'ci', '--prefix', SAMPLES, '--silent');
  })();
  npm.catch(() => {}); // reported below, once Maven has ended
  await maven(ROOT, progress, false, '-T1C', '-Dedgepix.run', '-pl', 'cli', '-am', 'process-classes');
  if (isNativePlatform) progress.step('native renderer');
  await npm;
  if (isNativePlatform) await compileHere(progress);
  stamp('run');
}

async function buildNative(progress) {
  if (!isNativePlatform) throw new Error('native: expected Linux on x86-64, got another system');
  progress.total = 2;
  progress.start('starting Maven');
  await run(join(IMAGING, 'native/libraries'), NATIVE);
  await maven(ROOT, progress, false, '-Dedgepix.run', '-Pcompiler', '-pl', 'imaging', 'process-resources');
  progress.step('native renderer');
  await compileNative(CLANG);
}

async function buildAll(progress) {
  progress.total = ALL_MODULES;
  progress.start('starting Maven');
  // Removes old versions of libraries.
  for (const module of ['cli', 'tools/commands']) rmSync(join(ROOT, module, 'target/lib'), { recursive: true, force: true });
  await maven(ROOT, progress, false, '-DskipTests', '-Dspotless.check.skip=true', 'package');
  stamp('complete');
}

/** Records that a build is complete. ./dev compares the age of the sources with this file. */
function stamp(name) {
  mkdirSync(join(ROOT, 'target'), { recursive: true });
  writeFileSync(join(ROOT, 'target', `built-${name}`), '');
}

const [what, ...options] = process.argv.slice(2);
const progress = new Progress();
try {
  if (what === 'test') {
    await testAll(ROOT, progress, options);
  } else {
    await { run: buildToRun, native: buildNative, complete: buildAll }[what](progress, options);
    progress.end('built');
  }
} catch (error) {
  progress.stop();
  console.error(`dev: ${error.message}`);
  process.exitCode = 1;
}
