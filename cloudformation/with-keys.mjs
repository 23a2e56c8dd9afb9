// Prints a configuration with the keys of a parameter: node with-keys.mjs CONFIG <[TYPE, VALUE]
// CONFIG is '' for the defaults. The value has one key or two, each on a line. No error contains a key.
import { readFileSync } from 'node:fs';

function configuration(file) {
  if (file === '') return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(`${file}: expected JSON`);
  }
}

function keysOf([type, value]) {
  if (type !== 'SecureString') {
    throw new Error(`--signing-keys-from: expected a parameter of the type SecureString, got ${type}`);
  }
  const keys = value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (keys.length === 0 || keys.length > 2) {
    throw new Error(`--signing-keys-from: expected one key or two, each on a line, got ${keys.length}`);
  }
  if (!keys.every((key) => /^[!-~]{32,256}$/.test(key))) {
    throw new Error('--signing-keys-from: expected keys of 32 to 256 visible ASCII characters, got another one');
  }
  return keys;
}

try {
  const config = configuration(process.argv[2]);
  const keys = keysOf(JSON.parse(readFileSync(0, 'utf8')));
  console.log(JSON.stringify({ ...config, signing: { ...config.signing, keys } }, null, 2));
} catch (error) {
  console.error(`dev: ${error.message}`);
  process.exitCode = 1;
}
