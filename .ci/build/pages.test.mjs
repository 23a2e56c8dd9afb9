// Tests the pages of the project: that their links lead somewhere, and that they are short to read.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LONGEST_AVERAGE = 16;

const markdown = (folder) =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const PAGES = ['.', 'docs', 'docs/decisions'].flatMap(markdown);
const read = (page) => readFileSync(join(ROOT, page), 'utf8');

/** The text of a page without blocks of code and comments. */
function prose(page) {
  return read(page).replace(/^```.*?^```$/gms, '').replace(/<!--.*?-->/gs, '');
}

/** The anchors that GitHub gives the headings of a page. */
function anchors(page) {
  const seen = new Map();
  return prose(page)
    .split('\n')
    .filter((line) => /^#+ /.test(line))
    .map((line) => {
      const text = line.replace(/^#+ /, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const anchor = text.replace(/[^\p{L}\p{N}\- _]/gu, '').replaceAll(' ', '-');
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count ? `${anchor}-${count}` : anchor;
    });
}

/** The number of words of each sentence outside of tables and headings. */
function sentences(page) {
  const paragraphs = [];
  let paragraph = '';
  for (const line of [...prose(page).split('\n'), '']) {
    const text = line.trim();
    const item = text.match(/^(?:[-*]|\d+\.) (.*)/);
    if (!text || item || /^[#|!]/.test(text)) {
      paragraphs.push(paragraph);
      paragraph = item ? item[1] : '';
    } else {
      paragraph += ` ${text}`;
    }
  }
  return paragraphs
    .map((text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`[^`]*`/g, 'code'))
    .flatMap((text) => text.split(/(?<=[.!?][*"')]*)\s+(?=[*"'(]*[\p{Lu}\d]|code)/u))
    .map((sentence) => sentence.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0)
    .filter((words) => words > 1);
}

for (const page of PAGES) {
  test(`${page}: every link leads to a file, and to a heading that is there`, () => {
    for (const [, target] of prose(page).matchAll(/\]\(\s*([^)\s]+)/g)) {
      if (/^(https?:|mailto:)/.test(target)) continue;
      const [file, anchor] = target.split('#');
      const path = file ? join(dirname(page), file) : page;
      assert.ok(existsSync(join(ROOT, path)), `${page}: ${target}: expected a file, got none`);
      if (anchor && path.endsWith('.md')) {
        assert.ok(anchors(path).includes(anchor), `${page}: ${target}: expected a heading, got none`);
      }
    }
  });
}

test('the README has at most 150 lines and 1,100 words, and its picture at most 150 kB', () => {
  const text = read('README.md');
  assert.ok(text.split('\n').length <= 151, 'lines');
  assert.ok(text.split(/\s+/).filter(Boolean).length <= 1100, 'words');
  const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file]) => file);
  assert.equal(pictures.length, 1);
  assert.ok(statSync(join(ROOT, pictures[0])).size < 150_000, 'bytes of the picture');
});

test(`sentences of the README and the docs have at most ${LONGEST_AVERAGE} words on average`, () => {
  for (const page of PAGES.filter((each) => each === 'README.md' || relative('docs', each)[0] !== '.')) {
    const words = sentences(page);
    const average = words.reduce((sum, count) => sum + count, 0) / Math.max(words.length, 1);
    assert.ok(average <= LONGEST_AVERAGE, `${page}: ${average.toFixed(1)} words on average`);
  }
});
