// Writes the texts of licences from the JSON files of the npm package spdx-license-list.
//   licences.mjs FOLDER OUTPUT NAME...
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, output, ...names] = process.argv.slice(2);
for (const name of names) {
  const { licenseText } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  writeFileSync(join(output, `${name.replace('-only', '')}.txt`), `${licenseText.trim()}\n`);
}
