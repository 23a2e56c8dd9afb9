import { copyFileSync, mkdtempSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The AOT cache is valid only for a jar with this modification time.
const JAR_SECONDS = Date.UTC(2026, 0, 1) / 1_000;
const HEAP_SHARE = 0.6;
// By default, Java starts with a 64th of the memory, and collects garbage before the first picture is rendered.
const FIRST_HEAP_SHARE = 1 / 3;
const MIN_HEAP_MB = 256;
const MAX_HEAP_MB = 3_072;
const DEFAULT_MEMORY_MB = 1_024;

/** Returns the command that starts Java in the folder of the unpacked zip: `{command, args, env, configFile}`. */
export function javaOf(folder, environment) {
  const heap = heapMegabytes(environment);
  return {
    command: join(folder, 'runtime/bin/java'),
    args: [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-XX:-UsePerfData',
      // Otherwise each method that Gson calls gets a class of its own, which the AOT cache cannot contain.
      '-Djdk.reflect.useNativeAccessorOnly=true',
      '-XX:-CreateCoredumpOnCrash',
      `-XX:ErrorFile=${join(tmpdir(), 'edgepix-crash.log')}`,
      // The flags make a cache that does not match a warning, and keep the JVM from printing to stdout.
      `-XX:AOTCache=${join(folder, 'app.aot')}`,
      '-Xlog:disable',
      '-Xlog:all=warning:stderr',
      `-Xms${Math.floor(heap * FIRST_HEAP_SHARE)}m`,
      `-Xmx${heap}m`,
      '--enable-native-access=ALL-UNNAMED',
      '-Djava.awt.headless=true',
      `-Djava.library.path=${join(folder, 'native')}`,
      `-Dedgepix.native=${join(folder, 'native')}`,
      '-Dslf4j.internal.verbosity=ERROR',
      '-cp',
      jarOf(folder),
      'io.edgepix.originresponse.child.Main',
    ],
    env: Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('AWS_'))),
    configFile: join(folder, 'edgepix.json'),
  };
}

/** Returns the size of the heap. The rest of the function's memory is for Node.js, the JVM itself and native code. */
function heapMegabytes(environment) {
  const memory = Number(environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE) || DEFAULT_MEMORY_MB;
  return Math.floor(Math.min(MAX_HEAP_MB, Math.max(MIN_HEAP_MB, memory * HEAP_SHARE)));
}

/** Returns the jar, or a copy of it, with the modification time that the AOT cache requires. */
function jarOf(folder) {
  const jar = join(folder, 'app.jar');
  if (Math.floor(statSync(jar).mtimeMs / 1_000) === JAR_SECONDS) {
    return jar;
  }
  try {
    const copy = join(mkdtempSync(join(tmpdir(), 'edgepix-jar-')), 'app.jar');
    copyFileSync(jar, copy);
    utimesSync(copy, JAR_SECONDS, JAR_SECONDS);
    return copy;
  } catch (e) {
    console.error(`edgepix: starting without the AOT cache: ${e.message}`);
    return jar;
  }
}
