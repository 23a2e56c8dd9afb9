// node config-difference.mjs OLD NEW: prints the names of the fields in which two configurations differ. Their values may
// be secret.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const [old, changed] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const names = [...new Set([...Object.keys(old), ...Object.keys(changed)])];
const differing = names.filter((name) => !isDeepStrictEqual(old[name], changed[name]));
console.log(differing.join(', ') || 'spelling only');
