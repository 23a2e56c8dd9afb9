// The work of the viewer-request function, written by hand. It supports the default sizes, `urls` of these three forms,
// `clientHints` without a width, and `signing`; the rest of the configuration is not supported.
import { createHmac, timingSafeEqual } from 'node:crypto';

const LADDER = [32, 48, 64, 100, 200, 300, 400, 500, 600, 720, 800, 1000, 1200, 1440, 1920, 2560, 3200, 4096];
const PRESETS = { small: [368, 0], medium: [720, 0], large: [1440, 0] };
const EXACT = new Set(Object.values(PRESETS).map(([width]) => width));
const FITS = new Set(['contain', 'cover', 'fill', 'pad']);
const FORMS = {
  '/prew/{preset}/{key}': /^prew\/(?<preset>small|medium|large)\/(?<key>.+)$/s,
  '/{key}_{width}_{height}_{n}.{ext}': /^(?<key>.+)_(?<width>\d+)_(?<height>\d+)_\d+\.(?<ext>[A-Za-z\d]+)$/s,
  '/{width}x{height}/{key}': /^(?<width>\d+)x(?<height>\d+)\/(?<key>.+)$/s,
};
const MAX_SIDE = 16_383;
const MAX_KEY_BYTES = 1_024;
const MAX_PADDED = 1 << 24;
const QUALITIES = { webp: 80, jpeg: 80 };
const TRANSPARENT = new Set(['png', 'webp', 'avif', 'svg', 'tif', 'tiff', 'psd', 'bmp', 'ico']);
const DERIVATIVE =
  /^((?:\d+x\d*|x\d+)(?:-(?:contain|cover|fill|pad|q\d+|fp\d+x\d+))*)\/(avif|webp|jpeg|png|gif)\/(.+)$/s;
const SIZE =
  'A size is WxH, Wx, xH or W in whole pixels from 1 to 16383, for example 200x200, or one of small, medium, large.';
const NOT_UTF_8 = 'The URL is not valid percent-encoded UTF-8.';

class Refused extends Error {}

function decoded(text) {
  let plain;
  try {
    plain = decodeURIComponent(text);
  } catch {
    throw new Refused(NOT_UTF_8);
  }
  if (!plain.isWellFormed?.() && /\p{Surrogate}/u.test(plain)) {
    throw new Refused(NOT_UTF_8);
  }
  if (/[\x00-\x1f\x7f]/.test(plain)) {
    throw new Refused('The URL of a picture cannot contain control characters.');
  }
  return plain;
}

const encoded = (key) => encodeURIComponent(key).replace(/%(?:24|26|3A|40|3D|2F)/g, decodeURIComponent);

function parameters(querystring) {
  const found = {};
  for (const parameter of querystring.split('&')) {
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    if (name === 'd' || name === 'fit' || name === 'fp' || name === 'f' || name === 'q' || name === 'dpr') {
      if (name in found) {
        throw new Refused('Each of d, fit, fp, f, q and dpr may be given once.');
      }
      found[name] = equals < 0 ? '' : decoded(parameter.slice(equals + 1));
    }
  }
  return found;
}

function side(digits) {
  if (digits === '') {
    return 0;
  }
  const value = Number(digits);
  if (value < 1 || value > MAX_SIDE) {
    throw new Refused(SIZE);
  }
  return value;
}

function size(text) {
  if (Object.hasOwn(PRESETS, text)) {
    return PRESETS[text];
  }
  const match = /^(\d*)(x?)(\d*)$/.exec(text);
  if (!match || (match[1] === '' && match[3] === '')) {
    throw new Refused(SIZE);
  }
  return [side(match[1]), side(match[3])];
}

function ratio(text) {
  const value = text === undefined ? 1 : /^\d+(\.\d+)?$/.test(text) ? Math.floor(Number(text) * 1_000) / 1_000 : 0;
  if (value < 0.1 || value > 10) {
    throw new Refused('dpr must be a number from 0.1 to 10.');
  }
  return value;
}

const times = (pixels, dpr) => (pixels === 0 ? 0 : Math.max(1, Math.round(pixels * dpr)));

const snap = (pixels) => (pixels === 0 ? 0 : (LADDER.find((rung) => pixels <= rung) ?? LADDER.at(-1)));

const snapped = (width, height) => (height === 0 && EXACT.has(width) ? [width, 0] : [snap(width), snap(height)]);

function fitOf(text, focus) {
  if (text !== undefined && !FITS.has(text)) {
    throw new Refused('fit must be contain, cover, fill or pad.');
  }
  return text === undefined || text === 'contain' ? '' : text === 'cover' ? `-cover${focus}` : `-${text}`;
}

function focusOf(text) {
  if (text === undefined) {
    return '';
  }
  const match = /^([01](?:\.\d+)?),([01](?:\.\d+)?)$/.exec(text);
  if (!match || Number(match[1]) > 1 || Number(match[2]) > 1) {
    throw new Refused('fp must be two numbers from 0 to 1, for example 0.3,0.7.');
  }
  const [x, y] = match.slice(1).map((part) => Math.round(Number(part) * 10) * 10);
  return x === 50 && y === 50 ? '' : `-fp${x}x${y}`;
}

function qualityOf(text, format) {
  if (text === undefined) {
    return '';
  }
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 100) {
    throw new Refused('q must be a whole number from 1 to 100.');
  }
  const step = Math.ceil(value / 5) * 5;
  return step === QUALITIES[format] || !(format in QUALITIES) ? '' : `-q${step}`;
}

/** Returns the format of an `f`; null if the client's headers choose. */
function wanted(f) {
  const word = f?.toLowerCase();
  if (word === 'webp' || word === 'jpeg' || word === 'png' || word === 'gif') {
    return word;
  }
  if (word === undefined || word === 'auto' || word === 'avif') {
    return null;
  }
  if (word !== 'jpg') {
    throw new Refused('f must be auto, webp, jpeg, png, gif or avif.');
  }
  return 'jpeg';
}

function weighs(parameters) {
  const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  return q === undefined || (/^q=[\d.]*$/.test(q) && /[1-9]/.test(q));
}

/** Returns whether Accept allows WebP, and whether it names any image type. */
function accepted(accept) {
  let webp = false;
  let named = false;
  for (const range of accept.toLowerCase().split(',')) {
    const [first, ...rest] = range.split(';');
    const type = first.trim();
    if (type.startsWith('image/') && type !== 'image/*') {
      named = true;
      webp ||= type === 'image/webp' && weighs(rest);
    }
  }
  return { webp, named };
}

function isSilentApp(userAgent, accept) {
  if (userAgent.startsWith('Mozilla/')) {
    return false;
  }
  if (/(?:^|[ (])CFNetwork\//.test(userAgent)) {
    return accept !== 'image/*' && Number(/(?:^|[ (])Darwin\/(\d+)/.exec(userAgent)?.[1] ?? 0) >= 20;
  }
  const version = /(?:^|[ (])Android (\d+)(?:\.(\d))?/.exec(userAgent);
  const isNew = version && Number(version[1]) * 10 + Number(version[2] ?? 0) >= 43;
  const isDalvik = /(?:^|[ (])Dalvik\//.test(userAgent);
  return isDalvik ? Boolean(isNew) : /(?:^|[ (])okhttp\//.test(userAgent) && (!version || isNew);
}

function shows(userAgent, moving) {
  const chrome = moving ? /(?:^|[ (])Chrome\/(\d+)/.exec(userAgent) : null;
  return !userAgent.startsWith('Opera/') && (!chrome || Number(chrome[1]) >= 32);
}

function negotiated(accept, userAgent, key) {
  const { webp, named } = accepted(accept);
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const taken = webp
    ? shows(userAgent, extension === 'gif' || extension === 'webp')
    : extension !== 'gif' && !named && isSilentApp(userAgent, accept);
  return taken ? 'webp' : extension === 'gif' ? 'gif' : TRANSPARENT.has(extension) ? 'png' : 'jpeg';
}

/** Returns the key, if it can be the key of an object that is served. */
function servable(key) {
  if (`/${key}/`.includes('/./') || `/${key}/`.includes('/../')) {
    throw new Refused('The URL of a picture cannot have . or .. as a path segment.');
  }
  if (/^\/*$/.test(key)) {
    throw new Refused('The URL does not name a picture.');
  }
  return key;
}

function path([width, height], fit, quality, format, key) {
  servable(key);
  if (DERIVATIVE.test(key)) {
    throw new Refused('This is already a derivative; ask for the original with a size instead.');
  }
  if (fit === '-pad' && width * height > MAX_PADDED) {
    throw new Refused(`A padded box has at most ${MAX_PADDED} pixels.`);
  }
  const prefix = `${width || ''}x${height || ''}${width > 0 && height > 0 ? fit : ''}${quality}/${format}/`;
  if (prefix.length + Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Refused('The URL is too long: with size and format, a key has at most 1024 bytes.');
  }
  return `/${prefix}${encoded(key)}`;
}

function asked(request, key, { d, dpr, fit, fp, f, q }, hints) {
  const [width, height] = size(d);
  const saves = hints.saveData > 0 && header(request, 'save-data').toLowerCase() === 'on';
  const device = dpr === undefined ? hinted(request, hints, saves) : ratio(dpr);
  const box = snapped(times(width, device), times(height, device));
  const format = wanted(f) ?? negotiated(header(request, 'accept'), header(request, 'user-agent'), key);
  const quality = q === undefined && saves && hints.saveData < QUALITIES[format] ? String(hints.saveData) : q;
  return path(box, fitOf(fit, focusOf(fp)), qualityOf(quality, format), format, key);
}

function hinted(request, hints, saves) {
  const dpr = hints.dpr && !saves ? header(request, 'sec-ch-dpr') : '';
  const value = /^\d+(\.\d+)?$/.test(dpr) ? Number(dpr) : 1;
  return value < 0.1 || value > 10 ? 1 : value;
}

/** Returns the canonical path of a derivative's path; null for other paths. */
function direct(key) {
  const match = DERIVATIVE.exec(key);
  if (!match) {
    return null;
  }
  const [dimensions, ...options] = match[1].split('-');
  const fit = options.find((option) => FITS.has(option));
  const focus = options.find((option) => option.startsWith('fp'));
  const quality = options.find((option) => option.startsWith('q'))?.slice(1);
  const format = match[2];
  if (format === 'avif') {
    throw new Refused('AVIF is not offered; the formats are webp, jpeg, png and gif.');
  }
  const fitting = fitOf(fit, focus === undefined ? '' : `-${focus}`);
  const canonical = path(snapped(...size(dimensions)), fitting, qualityOf(quality, format), format, match[3]);
  if (decoded(canonical.slice(1)) !== key) {
    throw new Refused('This is not the path of a derivative; ask for the original with ?d= instead.');
  }
  return canonical;
}

/** Returns the original's key and the size in a path of one of the forms; or null. */
function formed(forms, key) {
  for (const form of forms) {
    const groups = form.exec(key)?.groups;
    if (groups) {
      const { preset, width, height, ext } = groups;
      const side = (digits) => (Number(digits) === 0 ? '' : digits);
      return [ext === undefined ? groups.key : `${groups.key}.${ext}`, preset ?? `${side(width)}x${side(height)}`];
    }
  }
  return null;
}

function isSigned(keys, uri, querystring) {
  const match = /(?:^|&)s=([\w-]*)$/.exec(querystring);
  if (!match || /[^!-~]/.test(querystring)) {
    return false;
  }
  const parameters = querystring.slice(0, match.index);
  const expiry = /(?:^|&)e=([^&]*)/.exec(parameters)?.[1] ?? '9999999999';
  const message = `/${decoded(uri.slice(1))}\n${parameters}`;
  let valid = false;
  for (const key of keys) {
    const right = createHmac('sha256', key).update(message).digest('base64url');
    const same = right.length === match[1].length && timingSafeEqual(Buffer.from(right), Buffer.from(match[1]));
    valid ||= same;
  }
  return valid && /^\d{10}$/.test(expiry) && Number(expiry) >= Math.floor(Date.now() / 1_000);
}

const header = (request, name) => (request.headers?.[name] ?? []).map(({ value }) => value).join(', ');

const refusal = (status, statusDescription, sentence) => ({
  status,
  statusDescription,
  headers: {
    'content-type': [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }],
    'cache-control': [{ key: 'Cache-Control', value: 'no-store' }],
    'x-content-type-options': [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    'access-control-allow-origin': [{ key: 'Access-Control-Allow-Origin', value: '*' }],
    'cross-origin-resource-policy': [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }],
  },
  body: `${sentence}\n`,
  bodyEncoding: 'text',
});

/** Returns the path with which the request continues. */
function rewritten(request, hints, forms) {
  const { uri, querystring } = request;
  if (/(?:^|&)d(?:=|&|$)/.test(querystring)) {
    return asked(request, decoded(uri.slice(1)), parameters(querystring), hints);
  }
  const key = decoded(uri.slice(1));
  const form = forms.length === 0 || DERIVATIVE.test(key) ? null : formed(forms, key);
  return form === null ? (direct(key) ?? `/${encoded(servable(key))}`) : asked(request, form[0], { ...parameters(querystring), d: form[1] }, hints);
}

/** The handler under a configuration. */
export function handlerOf({ urls = [], clientHints = {}, signing = { keys: [] } }) {
  const forms = urls.map((url) => FORMS[url]);
  return async (event) => {
    const { request } = event.Records[0].cf;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return request;
    }
    try {
      if (signing.keys.length > 0 && !isSigned(signing.keys, request.uri, request.querystring)) {
        return refusal('403', 'Forbidden', 'Forbidden.');
      }
      const uri = rewritten(request, clientHints, forms);
      return uri === request.uri ? request : { ...request, uri, querystring: '' };
    } catch (e) {
      if (e instanceof Refused) {
        return refusal('400', 'Bad Request', e.message);
      }
      throw e;
    }
  };
}
