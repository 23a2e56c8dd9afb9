import { readFileSync } from 'node:fs';
import { headersOf } from './every-answer.mjs';
import { cachingOf } from './stored.mjs';

/** What the launcher needs of the `edgepix.json` that the Java process checks. If it cannot be read, no page is let in. */
export function settingsIn(file) {
  try {
    return settingsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (e) {
    console.error(`edgepix: ${e.message}`);
    return settingsOf({ cors: '' });
  }
}

export function settingsOf(config) {
  return { caching: cachingOf(config), headers: headersOf(config) };
}
