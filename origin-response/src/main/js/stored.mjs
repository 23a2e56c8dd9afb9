// Objects of S3 are passed on unchanged, except for these headers. StoredAnswer does the same on the JVM. One table of
// cases, stored-cases.json, tests both.
import { DEFAULTS, FOLDERS } from './constants.mjs';
import { splitDerivative } from './derivative-path.mjs';

const YOUNG_SECONDS = 60;
const YOUNG = `public, max-age=${YOUNG_SECONDS}`;
const AGE = /^(max-age|s-maxage)=(\d{1,10})$/i;
const LONGER = /^(immutable$|stale-)/i;
const HOW_LONG = /^(no-store|no-cache|max-age|s-maxage)\b/i;

/** The statuses of S3's answers if it has the object. */
export const STORED = new Set(['200', '206', '304']);

/** Returns the settings of `edgepix.json` for the caching of stored objects. */
export function cachingOf({ cache }) {
  const { derivative, original, notAllowed } = { ...DEFAULTS.cache, ...cache };
  return { derivative, original, notAllowed };
}

/**
 * Returns whether the response is an object or an error. Every object has an ETag. A list of the bucket's keys, which
 * S3 sends for a path without a key, has no ETag.
 */
export function isObject({ status, headers }) {
  return !['200', '206'].includes(status) || value(headers ?? {}, 'etag') !== '';
}

/** Changes the headers of a response with status 200, 206 or 304. */
export function amend(uri, response, caching) {
  const headers = (response.headers ??= {});
  if (uri.startsWith('/') && splitDerivative(uri.slice(1)) !== null) {
    setVary(headers);
    const isCopy = FOLDERS.some((folder) => uri.startsWith(folder, 1));
    const cacheControl = derivativeCacheControl(response.status, headers, isCopy ? YOUNG : caching.derivative);
    if (cacheControl !== '') {
      set(headers, 'Cache-Control', cacheControl);
    }
  } else if (caching.original !== '' && !('cache-control' in headers) && response.status !== '304') {
    set(headers, 'Cache-Control', caching.original);
  }
}

/** S3 stores the header as metadata. If S3 sends a Vary header, that is about CORS. */
function setVary(headers) {
  const vary = value(headers, 'x-amz-meta-vary');
  if (vary !== '') {
    const cors = value(headers, 'vary');
    set(headers, 'Vary', cors === '' ? vary : `${cors}, ${vary}`);
    delete headers['x-amz-meta-vary'];
  }
}

/**
 * Returns the Cache-Control to set, or '' to keep S3's. If an original is replaced, a derivative of the former original
 * may be stored. The function that stored it replaces it within Lambda's 30 s. Until then, caches must not keep it for
 * long. A 304 ends that time. If a 304 of S3 lacks a Cache-Control, it gets the given one.
 */
function derivativeCacheControl(status, headers, missing) {
  const said = value(headers, 'cache-control');
  if (seconds(value(headers, 'date')) - seconds(value(headers, 'last-modified')) < YOUNG_SECONDS) {
    return said === '' ? YOUNG : forAMinute(said);
  }
  return status === '304' && said === '' ? missing : '';
}

/** Returns a Cache-Control with ages of at most a minute, and without directives that lengthen them. */
function forAMinute(said) {
  const directives = said
    .split(',')
    .map((directive) => directive.trim())
    .filter((directive) => !LONGER.test(directive))
    .map((directive) => directive.replace(AGE, (_, name, age) => `${name}=${Math.min(age, YOUNG_SECONDS)}`));
  return (directives.some((directive) => HOW_LONG.test(directive)) ? directives : [...directives, `max-age=${YOUNG_SECONDS}`]).join(
    ', ',
  );
}

/** Returns the seconds since 1970 of a date in the preferred format of RFC 9110, section 5.6.7; NaN for anything else. */
function seconds(date) {
  const millis = Date.parse(date);
  return new Date(millis).toUTCString() === date ? millis / 1_000 : NaN;
}

function value(headers, name) {
  return (headers[name] ?? []).map((header) => header.value).join(', ');
}

function set(headers, key, text) {
  headers[key.toLowerCase()] = [{ key, value: text }];
}
