// The headers of every answer, from S3 or from this function. EveryAnswer does the same on the JVM. One table of cases,
// every-answer-cases.json, tests both.
import { DEFAULTS, EXTENSIONS } from './constants.mjs';
import { splitDerivative } from './derivative-path.mjs';

// CloudFront reads and removes the tag. AWS asks for the other two headers in a support case.
const KEPT = new Set(['x-amz-meta-cache-tag', 'x-amz-request-id', 'x-amz-id-2']);
// Media types that browsers show as documents, with scripts that they run.
const DOCUMENT = /html|xml|xsl/i;
const PICTURES = new Set(['200', '206', '304']);
// Extensions that name the original's format, and are therefore replaced.
const EXTENSION = /\.(?:avif|bmp|gif|ico|jfif|jpe|jpeg|jpg|png|psd|svg|svgz|tif|tiff|webp)$/i;

/** Returns the settings of `edgepix.json` for every answer. */
export function headersOf(config) {
  const { cors, contentSecurityPolicy, contentDisposition } = { ...DEFAULTS, ...config };
  return { origins: [cors].flat().filter((origin) => origin !== ''), contentSecurityPolicy, contentDisposition };
}

/** Completes the headers of a response, and returns it. */
export function complete(uri, response, { origins, contentSecurityPolicy, contentDisposition }) {
  const headers = (response.headers ??= {});
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-amz-') && !KEPT.has(name)) {
      delete headers[name];
    }
  }
  set(headers, 'X-Content-Type-Options', 'nosniff');
  if (contentSecurityPolicy !== '' && DOCUMENT.test(value(headers, 'content-type'))) {
    set(headers, 'Content-Security-Policy', contentSecurityPolicy);
  }
  allowPages(headers, origins);
  if (contentDisposition && PICTURES.has(response.status)) {
    const disposition = dispositionOf(uri, value(headers, 'content-type'));
    if (disposition !== '') {
      set(headers, 'Content-Disposition', disposition);
    }
  }
  return response;
}

/** CloudFront itself allows the listed origins, so the cached response is the same for all of them. */
function allowPages(headers, origins) {
  if (origins.length === 0) {
    return;
  }
  set(headers, 'Cross-Origin-Resource-Policy', 'cross-origin');
  if (origins[0] === '*') {
    set(headers, 'Access-Control-Allow-Origin', '*');
    return;
  }
  const vary = value(headers, 'vary');
  if (!vary.toLowerCase().includes('origin')) {
    set(headers, 'Vary', vary === '' ? 'Origin' : `${vary}, Origin`);
  }
}

/**
 * Returns the original's file name with the extension of the format sent (RFC 6266, RFC 8187); '' for other paths. The
 * format sent is that of the content type, or else that of the path.
 */
function dispositionOf(uri, contentType) {
  const derivative = splitDerivative(decoded(uri));
  const name = derivative?.original.split('/').at(-1);
  if (!name) {
    return '';
  }
  const format = Object.keys(EXTENSIONS).find((token) => contentType === `image/${token}`) ?? derivative.format;
  const fits = EXTENSIONS[format].some((extension) => name.toLowerCase().endsWith(`.${extension}`));
  const file = fits ? name : `${name.replace(EXTENSION, '')}.${EXTENSIONS[format][0]}`;
  return `inline; filename*=UTF-8''${encodeURIComponent(file).replace(/['()*]/g, hex).replace(/%(?:24|26)/g, decodeURIComponent)}`;
}

const hex = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Returns the key of a path; '' if it is not UTF-8 or has control characters. */
function decoded(uri) {
  try {
    const key = decodeURIComponent(uri.slice(1));
    return /[\x00-\x1f\x7f]/.test(key) ? '' : key;
  } catch {
    return '';
  }
}

function value(headers, name) {
  return (headers[name] ?? []).map((header) => header.value).join(', ');
}

function set(headers, key, text) {
  headers[key.toLowerCase()] = [{ key, value: text }];
}
