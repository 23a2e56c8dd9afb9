// Adds to the policy or the lifecycle of a bucket: node merge-into.mjs OLD-FILE ADDED-FILE >MERGED
// Replaces elements with the same Sid or ID, and keeps all others.
import { readFileSync } from 'node:fs';

const kinds = {
  statement: { list: 'Statement', id: 'Sid', rest: ({ Version, Id }) => ({ Version: Version ?? '2012-10-17', Id }) },
  rule: { list: 'Rules', id: 'ID', rest: () => ({}) },
};

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

function list(value) {
  return value === undefined ? [] : [value].flat();
}

function kindOf(added, file) {
  const has = (name) => added.length > 0 && added.every((one) => one?.[name] !== undefined);
  if (has('Effect')) return kinds.statement;
  if (has('Status')) return kinds.rule;
  throw new Error(`${file}: expected policy statements or lifecycle rules, got neither`);
}

function merge(old, added, kind) {
  const replaced = new Set(added.map((one) => one[kind.id]).filter((id) => id !== undefined));
  const kept = list(old[kind.list]).filter((one) => !replaced.has(one[kind.id]));
  return { ...kind.rest(old), [kind.list]: [...kept, ...added] };
}

try {
  const [oldFile, addedFile] = process.argv.slice(2);
  if (addedFile === undefined) {
    throw new Error('expected two files: node merge-into.mjs OLD-FILE ADDED-FILE');
  }
  const added = list(parse(addedFile));
  console.log(JSON.stringify(merge(parse(oldFile), added, kindOf(added, addedFile)), null, 2));
} catch (error) {
  console.error(`merge-into: ${error.message}`);
  process.exitCode = 1;
}
