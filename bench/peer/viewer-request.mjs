// The same work as our viewer-request function under its default configuration, as one would write it by hand.
const LADDER = [100, 200, 300, 400, 500, 600, 720, 800, 1000, 1200, 1440, 1920, 2560, 3200, 4096];
const PRESETS = { small: [368, 0], medium: [720, 0], large: [1440, 0] };
const EXACT = new Set(Object.values(PRESETS).map(([width]) => width));
const MAX_SIDE = 16_383;
const MAX_KEY_BYTES = 1_024;
const DEFAULT_QUALITY = 80;
const TRANSPARENT = new Set(['png', 'gif', 'webp', 'avif', 'svg', 'tif', 'tiff', 'psd', 'bmp', 'ico']);
const DERIVATIVE = /^(\d*x\d*(?:-(?:contain|cover|q\d+))*)\/(avif|webp|jpeg|png)\/(.+)$/s;
const SIZE =
  'A size is WxH, Wx, xH or W in whole pixels from 1 to 16383, for example 200x200, or one of small, medium, large.';
const NOT_UTF_8 = 'The address is not percent-encoded UTF-8.';

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
    throw new Refused('The address of a picture has no control characters.');
  }
  return plain;
}

const encoded = (key) => encodeURIComponent(key).replace(/%(?:24|26|3A|40|3D|2F)/g, decodeURIComponent);

function parameters(querystring) {
  const found = {};
  for (const parameter of querystring.split('&')) {
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    if (name === 'd' || name === 'fit' || name === 'f' || name === 'q' || name === 'dpr') {
      if (name in found) {
        throw new Refused('Each of d, fit, f, q and dpr may be given once.');
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

function times(pixels, dpr) {
  return pixels === 0 ? 0 : Math.max(1, Math.round(pixels * dpr));
}

function snapped([width, height]) {
  return EXACT.has(width) && height === 0 ? [width, ''] : [snap(width), snap(height)];
}

function snap(wanted) {
  if (wanted === 0) {
    return '';
  }
  return LADDER.find((rung) => wanted <= rung) ?? LADDER.at(-1);
}

function fitOf(text) {
  if (text !== undefined && text !== 'contain' && text !== 'cover') {
    throw new Refused('fit must be contain or cover.');
  }
  return text === 'cover' ? '-cover' : '';
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
  return step === DEFAULT_QUALITY || format === 'png' ? '' : `-q${step}`;
}

function wanted(f) {
  if (f === 'webp' || f === 'jpeg' || f === 'png') {
    return f;
  }
  if (f === 'avif') {
    throw new Refused('AVIF is not offered; the formats are webp, jpeg and png.');
  }
  if (f !== 'jpg') {
    throw new Refused('f must be webp, jpeg or png, or avif where it is offered.');
  }
  return 'jpeg';
}

function weighs(parameters) {
  const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  return q === undefined || (/^q=[\d.]*$/.test(q) && /[1-9]/.test(q));
}

/** Whether Accept takes WebP, and whether it names any picture's type at all. */
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

function isSilentAndroid(userAgent) {
  if (userAgent.startsWith('Mozilla/')) {
    return false;
  }
  const version = /Android (\d+)(?:\.(\d))?/.exec(userAgent);
  const isNew = version && (Number(version[1]) > 4 || (version[1] === '4' && Number(version[2] ?? 0) >= 3));
  return userAgent.includes('Dalvik/') ? Boolean(isNew) : userAgent.includes('okhttp/') && (!version || isNew);
}

function negotiated(accept, userAgent, key) {
  const { webp, named } = accepted(accept);
  if (webp || (!named && isSilentAndroid(userAgent))) {
    return 'webp';
  }
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot >= 0 && TRANSPARENT.has(name.slice(dot + 1).toLowerCase()) ? 'png' : 'jpeg';
}

function path([width, height], fit, quality, format, key) {
  if (key === '') {
    throw new Refused('The address names no picture.');
  }
  if (`/${key}/`.includes('/./') || `/${key}/`.includes('/../')) {
    throw new Refused('The address of a picture has no . or .. between its slashes.');
  }
  if (DERIVATIVE.test(key)) {
    throw new Refused('This is a derivative already; ask for the original by size instead.');
  }
  const prefix = `${width}x${height}${width === '' || height === '' ? '' : fit}${quality}/${format}/`;
  if (prefix.length + Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new Refused('The address is too long: with size and format, a key has at most 1024 bytes.');
  }
  return `/${prefix}${encoded(key)}`;
}

function asked(request, accept, userAgent) {
  const { d, dpr, fit, f, q } = parameters(request.querystring);
  const [width, height] = size(d);
  const ratioOfDevice = ratio(dpr);
  const key = decoded(request.uri.slice(1));
  const format = f === undefined ? negotiated(accept, userAgent, key) : wanted(f);
  return path(snapped([times(width, ratioOfDevice), times(height, ratioOfDevice)]), fitOf(fit), qualityOf(q, format), format, key);
}

/** A derivative's own path must be the one that a request for it is given. */
function direct(uri) {
  let key;
  try {
    key = decoded(uri.slice(1));
  } catch {
    return uri;
  }
  const match = DERIVATIVE.exec(key);
  if (!match) {
    return uri;
  }
  const [dimensions, ...options] = match[1].split('-');
  const [width, height] = size(dimensions);
  const fit = options.find((option) => !option.startsWith('q'));
  const quality = options.find((option) => option.startsWith('q'))?.slice(1);
  const format = match[2] === 'avif' ? wanted('avif') : match[2];
  const canonical = path(snapped([width, height]), fitOf(fit), qualityOf(quality, format), format, match[3]);
  if (decoded(canonical.slice(1)) !== key) {
    throw new Refused('This is not the path of a derivative; ask for the original with ?d= instead.');
  }
  return canonical;
}

const header = (request, name) => (request.headers?.[name] ?? []).map(({ value }) => value).join(', ');

const badRequest = (sentence) => ({
  status: '400',
  statusDescription: 'Bad Request',
  headers: {
    'content-type': [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }],
    'cache-control': [{ key: 'Cache-Control', value: 'no-store' }],
    'x-content-type-options': [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
  },
  body: `${sentence}\n`,
  bodyEncoding: 'text',
});

export async function handler(event) {
  const { request } = event.Records[0].cf;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return request;
  }
  try {
    if (/(?:^|&)d(?:=|&|$)/.test(request.querystring)) {
      const uri = asked(request, header(request, 'accept'), header(request, 'user-agent'));
      return { ...request, uri, querystring: '' };
    }
    const uri = direct(request.uri);
    return uri === request.uri ? request : { ...request, uri, querystring: '' };
  } catch (e) {
    if (e instanceof Refused) {
      return badRequest(e.message);
    }
    throw e;
  }
}
