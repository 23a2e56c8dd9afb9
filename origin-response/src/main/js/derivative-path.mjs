import { EXTENSIONS, FITS, FOLDERS } from './constants.mjs';

const FOLDER = `(?:${FOLDERS.join('|')})`;
const SIZE = String.raw`(?:\d+x\d*|x\d+)`;
const OPTIONS = String.raw`(?:-(?:${FITS.join('|')}|q\d+|fp\d+x\d+))*`;
const DERIVATIVE = new RegExp(`^${FOLDER}?${SIZE}${OPTIONS}/(${Object.keys(EXTENSIONS).join('|')})/(.+)$`, 's');

/**
 * Splits the key of a derivative, or of its copy, into its format and the key of its original, as PathGrammar does on the
 * JVM. Does not check whether the derivative is on offer. Returns null for any other key.
 */
export function splitDerivative(key) {
  const [, format, original] = DERIVATIVE.exec(key) ?? [];
  return format === undefined ? null : { format, original };
}
