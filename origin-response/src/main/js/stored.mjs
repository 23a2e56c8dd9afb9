// What S3 has goes out as it came but for these headers; StoredAnswer does the same on the JVM, by the same table of cases.

const DERIVATIVE = /^\/(?:\d+x\d*|x\d+)(?:-(?:contain|cover|fill|pad|q\d+|fp\d+x\d+))*\/(?:avif|webp|jpeg|png|gif)\/./s;
const FOR_A_YEAR = 'public, max-age=31536000, immutable';
const YOUNG_SECONDS = 60;
const YOUNG = `public, max-age=${YOUNG_SECONDS}`;
const AGE = /^(max-age|s-maxage)=(\d{1,10})$/i;
const LONGER = /^(immutable$|stale-)/i;
const HOW_LONG = /^(no-store|no-cache|max-age|s-maxage)\b/i;

/** The statuses by which S3 has an object. */
export const STORED = new Set(['200', '206', '304']);
const BRIEFLY = 'public, max-age=10';

export function cachingOf({ cache }) {
  return {
    derivative: cache?.derivative ?? FOR_A_YEAR,
    original: cache?.original ?? '',
    notAllowed: cache?.notAllowed ?? BRIEFLY,
  };
}

/**
 * Whether S3 answered with an object, or with an error. Every object has an ETag; a listing of the bucket, which S3 sends
 * for a path without a key, has none.
 */
export function isObject({ status, headers }) {
  return !['200', '206'].includes(status) || value(headers ?? {}, 'etag') !== '';
}

/** Changes the headers of a response with status 200, 206 or 304. */
export function amend(uri, response, caching) {
  const headers = (response.headers ??= {});
  if (DERIVATIVE.test(uri)) {
    sayVary(headers);
    const kept = derivativeKept(response.status, headers, caching);
    if (kept !== '') {
      set(headers, 'Cache-Control', kept);
    }
  } else if (caching.original !== '' && !('cache-control' in headers) && response.status !== '304') {
    set(headers, 'Cache-Control', caching.original);
  }
}

/** S3 keeps no Vary, but metadata; a Vary of its own is about CORS. */
function sayVary(headers) {
  const vary = value(headers, 'x-amz-meta-vary');
  if (vary !== '') {
    const cors = value(headers, 'vary');
    set(headers, 'Vary', cors === '' ? vary : `${cors}, ${vary}`);
    delete headers['x-amz-meta-vary'];
  }
}

/**
 * What to say, or '' for what S3 says. A derivative of an original that was replaced meanwhile is mended by who wrote
 * it, within Lambda's 30 s; who reads it in between must not keep it for long. A 304 ends that, and S3's own may not say
 * how long the derivative is kept.
 */
function derivativeKept(status, headers, caching) {
  const said = value(headers, 'cache-control');
  if (seconds(value(headers, 'date')) - seconds(value(headers, 'last-modified')) < YOUNG_SECONDS) {
    return said === '' ? YOUNG : forAMinute(said);
  }
  return status === '304' && said === '' ? caching.derivative : '';
}

/** The same Cache-Control, but for what would keep it for longer than a minute. */
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

/** Since 1970, of a date as RFC 9110 section 5.6.7 prefers it; NaN of anything else. */
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
