// Builds the project: build.mjs run [samples] | queue [samples] | native | complete | test [MAVEN-OPTION ...]
//   run       only what ./dev run needs, into target/run of each module; with samples, also the sample photographs
//   queue     the same, and what ./dev run --pregenerate, ./dev bulk and ./dev documents need
//   native    the native renderer of ./dev run, with the compiler from Maven's repository
//   complete  everything, without running the tests
//   test      all checks of CI
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

/** Runs a program to its end. If it fails, throws an error with its output. */
function run(command, ...args) {
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

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Compiles the C code if it has changed. Then checks that the native renderer works with it. */
async function compileNative(compiler) {
  const headers = join(UNPACKED, 'leptonica/linux-x86_64');
  await run(join(IMAGING, 'native/compile'), join(IMAGING, 'src/main/c'), headers, NATIVE, compiler);
  const checked = join(NATIVE, 'checked');
  if (time(join(NATIVE, 'libedgepix.so')) > time(checked)) {
    await run(...javaCommand(), 'check-native');
    writeFileSync(checked, '');
  }
}

/** Says why the native renderer is missing, and what that means. */
function usePortable(progress, reason) {
  rmSync(join(NATIVE, 'libedgepix.so'), { force: true });
  progress.line(`dev: using the portable renderer, which is slower and cannot read AVIF or SVG: ${reason}`);
}

/** Compiles with the first compiler whose result works. If there is none, the portable renderer runs. */
async function compileHere(progress) {
  const compilers = COMPILERS.filter(isOnThePath);
  if (existsSync(CLANG)) compilers.push(CLANG); // by ./dev native
  for (const compiler of compilers) {
    try {
      await compileNative(compiler);
      return;
    } catch (error) {
      progress.line(`dev: the native renderer does not work with ${compiler}: ${error.message}`);
      rmSync(join(NATIVE, 'libedgepix.so'), { force: true });
    }
  }
  usePortable(
    progress,
    `no C compiler (${COMPILERS.join(', ')}) works on this machine; ./dev native downloads one (150 MB) and builds`
      + ' the native renderer',
  );
}

/** Tells whether the native renderer can run on this machine. */
function isNativePlatform() {
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  return isLinux && readFileSync('/proc/cpuinfo', 'utf8').includes(' avx2 ');
}

async function buildToRun(module, progress, [samples]) {
  const isNative = isNativePlatform();
  progress.more = 1;
  progress.start('starting Maven');
  // npm downloads while Maven works. Errors are reported after that.
  const libraries = isNative ? run(join(IMAGING, 'native/libraries'), NATIVE) : Promise.resolve();
  const isMissing = samples && !existsSync(join(SAMPLES, 'node_modules'));
  const install = ['ci', '--prefix', SAMPLES, '--loglevel=error', '--no-audit', '--no-fund'];
  const photographs = isMissing ? run('npm', ...install) : Promise.resolve();
  libraries.catch(() => {});
  photographs.catch(() => {}); // ./dev run tries again, and reports the error
  await maven(ROOT, progress, false, '-T1C', '-Dedgepix.run', '-pl', module, '-am', 'process-classes');
  progress.step('native renderer');
  if (!isNative) {
    usePortable(progress, 'the native renderer needs Linux on x86-64 with AVX2');
  } else {
    const error = await libraries.then(() => null, (reason) => reason);
    if (error) usePortable(progress, `the native libraries could not be downloaded: ${error.message}`);
    else await compileHere(progress);
  }
  await photographs.catch(() => {});
}

async function buildNative(progress) {
  if (!isNativePlatform()) throw new Error('native: expected Linux on x86-64 with AVX2, got another machine');
  progress.more = 1;
  progress.start('starting Maven');
  await run(join(IMAGING, 'native/libraries'), NATIVE);
  await maven(ROOT, progress, false, '-Dedgepix.run', '-Pcompiler', '-pl', 'imaging', 'process-resources');
  progress.step('native renderer');
  rmSync(join(NATIVE, 'libedgepix.so'), { force: true }); // by a compiler of this machine
  await compileNative(CLANG);
}

async function buildAll(progress) {
  progress.start('starting Maven');
  // Removes old versions of libraries.
  rmSync(join(ROOT, 'tools/commands/target/lib'), { recursive: true, force: true });
  await maven(ROOT, progress, false, '-DskipTests', '-Dspotless.check.skip=true', 'package');
}

/** Records when a build began. ./dev compares the age of the sources with this file. */
function stamp(name, began) {
  const file = join(ROOT, 'target', `built-${name}`);
  writeFileSync(file, '');
  utimesSync(file, began, began);
}

const BUILDS = {
  run: (progress, options) => buildToRun('cli', progress, options),
  queue: (progress, options) => buildToRun('local-queue', progress, options),
  native: buildNative,
  complete: buildAll,
};
const [what, ...options] = process.argv.slice(2);
const progress = new Progress({ out: what === 'test' ? process.stdout : process.stderr });
const began = new Date();
try {
  if (what === 'test') {
    await testAll(ROOT, progress, options, () => stamp('complete', began));
  } else {
    await BUILDS[what](progress, options);
    if (what !== 'native') stamp(what, began);
    if (what === 'queue') stamp('run', began); // cli is built as well
    progress.end('built');
  }
} catch (error) {
  progress.stop();
  console.error(`dev: ${error.message}`);
  process.exit(1); // even if npm is still downloading
}
