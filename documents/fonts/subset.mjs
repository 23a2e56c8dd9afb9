// Writes the fonts of documents: Noto Sans, Noto Sans JP and signs from npm, without what PDFs do not use.
//   subset.mjs OUTPUT
// It does nothing if OUTPUT is newer than the files of this folder.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { characters, withOneSubtable } from './characters.mjs';
import { readTables, writeTables } from './tables.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = ['package.json', 'package-lock.json', '.npmrc'];
/** The folder of the Java package whose resources the fonts are. */
const RESOURCES = 'io/edgepix/documents/fonts';
/** Arrows, mathematical signs, and pictures such as check boxes. */
const SIGNS = /[\u2190-\u2BFF]/u;
/** The names in npm's packages and their scripts, and the characters, if not all of them. */
const FONTS = [
  { name: 'noto-sans-jp', from: 'NotoSansJP', styles: { 400: '400Regular', 700: '700Bold' } },
  {
    name: 'noto-sans',
    from: 'NotoSans',
    styles: { 400: '400Regular', 700: '700Bold', '400-italic': '400Regular_Italic', '700-italic': '700Bold_Italic' },
  },
  { name: 'noto-sans-math', from: 'NotoSansMath', styles: { 400: '400Regular' }, only: SIGNS },
  { name: 'noto-sans-symbols-2', from: 'NotoSansSymbols2', styles: { 400: '400Regular' }, only: SIGNS },
];

/**
 * Tables for vertical text, and for glyphs that replace or move others. Without them each character has its own glyph,
 * so that text is copied from a PDF as it was written.
 */
const DROPPED = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'VORG', 'vhea', 'vmtx'];

const output = process.argv[2];
try {
  if (!output) throw new Error('expected the output folder, got no argument');
  if (!isFresh()) await build();
} catch (error) {
  console.error(`fonts: ${error.message}`);
  process.exitCode = 1;
}

function isFresh() {
  if (!existsSync(output)) return false;
  const built = statSync(output).mtimeMs;
  return readdirSync(HERE).every((name) => statSync(join(HERE, name)).mtimeMs < built);
}

/** Builds next to the output, and then moves the result, so that the output is always complete. */
async function build() {
  mkdirSync(dirname(output), { recursive: true });
  const scratch = mkdtempSync(`${output}-`);
  try {
    install(scratch);
    const subset = createRequire(join(scratch, 'package.json'))('subset-font');
    const fonts = join(scratch, 'new', RESOURCES);
    mkdirSync(fonts, { recursive: true });
    for (const { name, from, styles, only } of FONTS) {
      const source = join(scratch, 'node_modules/@expo-google-fonts', name);
      cpSync(join(source, 'LICENSE_FONT'), join(fonts, `${name}-LICENSE.txt`));
      for (const [style, folder] of Object.entries(styles)) {
        const font = readFileSync(join(source, folder, `${from}_${folder}.ttf`));
        writeFileSync(join(fonts, `${name}-${style}.ttf`), await cut(font, subset, only));
      }
    }
    rmSync(output, { recursive: true, force: true });
    renameSync(join(scratch, 'new'), output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function cut(font, subset, only) {
  const options = { targetFormat: 'truetype', noHinting: true, keepFeatures: [], dropTables: DROPPED };
  const tables = readTables(await subset(font, characters(font, only), options));
  return writeTables(tables.set('cmap', withOneSubtable(tables.get('cmap'))));
}

/** Installs the packages of the lock file. On Windows npm is a script of the shell. */
function install(folder) {
  for (const file of PACKAGE) cpSync(join(HERE, file), join(folder, file));
  const flags = ['--prefer-offline', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'];
  const npm = spawnSync('npm', ['ci', ...flags], {
    cwd: folder,
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (npm.error?.code === 'ENOENT') throw new Error('expected npm on the PATH, got none');
  if (npm.error) throw npm.error;
  if (npm.status !== 0) throw new Error(`npm could not install the packages\n${npm.stderr.trim()}`);
}
