import { readFileSync } from 'node:fs';
import { headersOf } from './every-answer.mjs';
import { cachingOf } from './stored.mjs';

/**
 * Reads the settings of the launcher from `edgepix.json`, which the Java process checks. If the file cannot be read, no
 * page of a different origin may read pictures.
 */
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
