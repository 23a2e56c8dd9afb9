// Adds to the policy or the lifecycle of a bucket: node merge-into.mjs OLD-FILE ADDED-FILE >MERGED
// Replaces elements with the same Sid or ID, and keeps all others.
import { readFileSync } from 'node:fs';
import { kindOf, list, merge } from './merging.mjs';

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

try {
  const [oldFile, addedFile] = process.argv.slice(2);
  if (addedFile === undefined) {
    throw new Error('expected two files: node merge-into.mjs OLD-FILE ADDED-FILE');
  }
  const old = parse(oldFile);
  const added = list(parse(addedFile));
  const kind = kindOf(added);
  if (kind === undefined) {
    throw new Error(`${addedFile}: expected policy statements or lifecycle rules, got neither`);
  }
  console.log(JSON.stringify(merge(old, added, kind), null, 2));
} catch (error) {
  console.error(`merge-into: ${error.message}`);
  process.exitCode = 1;
}
