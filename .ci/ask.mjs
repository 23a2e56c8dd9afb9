// Requests a picture like a browser that accepts WebP: node ask.mjs URL BODY-FILE HEAD-FILE
import { writeFile } from 'node:fs/promises';

const [url, bodyFile, headFile] = process.argv.slice(2);
const response = await fetch(url, { headers: { accept: 'image/webp' } });
const head = [`status: ${response.status}`, ...[...response.headers].map(([name, value]) => `${name}: ${value}`)];
await writeFile(bodyFile, Buffer.from(await response.arrayBuffer()));
await writeFile(headFile, head.join('\n') + '\n');
