import cf from 'cloudfront';
// The rule as a CloudFront Function, for runtime cloudfront-js-2.0. It decides as Rule.java does, but does not know
// templates of URLs, client hints and signatures. The runtime understands ECMAScript 5.1 with const, let and arrow
// functions. Packaging adds the other files, adds constants with the configuration, such as PRESETS, and shortens the
// code.

const NAMES = ['dpr', 'fit', 'fp', 'f', 'q', 'd'];
const FORMATS = ['avif', 'webp', 'jpeg', 'png', 'gif'];
const FOLDER = /^~(?:stored|big)\//;
const DERIVATIVE = /^((?:\d+x\d*|x\d+)(?:-(?:contain|cover|fill|pad|q\d+|fp\d+x\d+))*)\/(avif|webp|jpeg|png|gif)\/([\s\S]+)$/;
const SIZE = 'A size is WxH, Wx, xH or W in whole pixels from 1 to 16383, for example 200x200.';
const NO_PATH = 'This is not the path of a derivative; ask for the original with ?d= instead.';

function handler(event) {
  const request = event.request;
  if (request.method == 'OPTIONS') {
    return preflight(request);
  }
  if (request.method == 'GET' || request.method == 'HEAD') {
    try {
      follow(request);
    } catch (e) {
      // A refusal is its sentence.
      if (typeof e != 'string') {
        throw e;
      }
      return text(request, 400, 'Bad Request', e);
    }
  }
  return request;
}

function follow(request) {
  const query = parsed(request);
  const key = keyOf(request.uri);
  const derivative = query ? asked(request, key, query) : direct(key);
  if (RENDER && derivative && !FOLDER.test(key)) {
    cf.selectRequestOriginById(RENDER);
  }
  const uri = derivative || '/' + encoded(servable(key));
  if (uri != request.uri) {
    request.uri = uri;
    request.querystring = {};
  }
}

// Returns the parameters, or undefined if there is no d. The event has parsed them, but only the raw text has all of them
// as they were sent.
function parsed(request) {
  const raw = request.rawQueryString ? request.rawQueryString() || '' : NAMES.map((name) => {
    const value = request.querystring[name];
    return value ? (value.multiValue || [value]).map((each) => name + '=' + each.value).join('&') : '';
  }).join('&');
  const values = {};
  let twice = false;
  raw.split('&').forEach((part) => {
    const name = part.split('=', 1)[0];
    if (NAMES.indexOf(name) >= 0) {
      twice = twice || name in values;
      values[name] = part.slice(name.length + 1);
    }
  });
  if (!('d' in values)) {
    return undefined;
  }
  refuse(twice, 'Each of d, fit, fp, f, q and dpr may be given once.');
  NAMES.forEach((name) => {
    if (name in values) {
      values[name] = decoded(values[name]);
    }
  });
  const ratio = 'dpr' in values ? decimal(values.dpr, 10, 3) : 1000;
  refuse(ratio < 100 || ratio > 10000, 'dpr must be a number from 0.1 to 10.');
  const fit = 'fit' in values ? fitOf(values.fit) : '';
  const focus = 'fp' in values ? focusOf(values.fp) : 0;
  let format = 'f' in values ? values.f.toLowerCase() : 'auto';
  format = format == 'jpg' ? 'jpeg' : format;
  refuse(format != 'auto' && FORMATS.indexOf(format) < 0, 'f must be auto, webp, jpeg, png, gif or avif.');
  const quality = 'q' in values ? qualityOf(values.q) : 0;
  return { d: values.d, ratio: ratio, fit: fit, focus: focus, format: format, quality: quality };
}

// Returns the canonical path of the derivative for a query.
function asked(request, key, query) {
  let preset = PRESETS.hasOwnProperty(query.d) ? PRESETS[query.d] : undefined;
  if (!preset) {
    preset = sizeOf(query.d);
    refuse(!preset, NO_SIZE);
  }
  const times = (side) => side && Math.max(1, Math.floor((side * query.ratio + 500) / 1000));
  const named = query.format != 'auto' && (query.format != 'avif' || AVIF);
  return '/' + print(
    times(preset[0]),
    times(preset[1]),
    query.fit || preset[2] || FIT,
    query.focus || preset[3] || [50, 50],
    query.quality || preset[4] || 0,
    named ? query.format : negotiated(request, key),
    key
  )[0];
}

// Returns the canonical path if the key is that of a derivative, else an empty text.
function direct(key) {
  const folder = (FOLDER.exec(key) || [''])[0];
  const rest = key.slice(folder.length);
  const split = DERIVATIVE.exec(rest);
  if (!split) {
    refuse(folder, NO_PATH);
    return '';
  }
  const options = split[1].split('-');
  const size = sizeOf(options.shift());
  refuse(!size, SIZE);
  let fit = FIT;
  let focus = [50, 50];
  let quality = 0;
  options.forEach((option) => {
    if (option[0] == 'q') {
      quality = qualityOf(option.slice(1));
    } else if (option.startsWith('fp')) {
      focus = option.slice(2).split('x').map((side) => whole(side, 100));
      refuse(focus[0] < 0 || focus[1] < 0, FOCUS);
    } else {
      fit = option;
    }
  });
  const printed = print(size[0], size[1], fit, focus, quality, split[2], split[3]);
  refuse(!rest.startsWith(printed[1]), NO_PATH);
  return '/' + folder + printed[0];
}

// Applies the policy. Returns the canonical path without its slash, and the part before the key.
function print(width, height, fit, focus, quality, format, key) {
  refuse(format == 'avif' && !AVIF, 'AVIF is not offered; the formats are webp, jpeg, png and gif.');
  const isDerivative = DERIVATIVE.test(servable(key)) || FOLDER.test(key);
  refuse(isDerivative, 'This is already a derivative; ask for the original with a size instead.');
  const size = offered(width, height);
  refuse(!size, NOT_OFFERED);
  let prefix = (size[0] || '') + 'x' + (size[1] || '');
  if (size[0] && size[1]) {
    refuse(fit == 'pad' && size[0] * size[1] > 16777216, 'A padded box has at most 16777216 pixels.');
    prefix += fit == FIT ? '' : '-' + fit;
    const point = focus.map((side) => Math.floor((side + 5) / 10) * 10).join('x');
    prefix += fit != 'cover' || point == '50x50' ? '' : '-fp' + point;
  }
  const step = quality == QUALITY[format] ? quality : Math.ceil(quality / 5) * 5;
  prefix += !quality || !QUALITY[format] || step == QUALITY[format] ? '' : '-q' + step;
  prefix += '/' + format + '/';
  const path = encoded(key);
  refuse(
    prefix.length + path.replace(/%../g, '_').length > 1024,
    'The URL is too long: with size and format, a key has at most 1024 bytes.'
  );
  return [prefix + path, prefix];
}

function offered(width, height) {
  const exact = nearest(width, height, RUNGS || MAX_SIDE ? 0 : VARIANCE);
  if (RUNGS) {
    return exact || [snapped(width), snapped(height)];
  }
  return MAX_SIDE && width <= MAX_SIDE && height <= MAX_SIDE ? [width, height] : exact;
}

function nearest(width, height, variance) {
  let best;
  let least = Infinity;
  EXACT.forEach((size) => {
    const wider = Math.abs(size[0] - width);
    const higher = Math.abs(size[1] - height);
    const distance = (wider + higher) * 65536 - size[0] - size[1];
    if (wider * 100 <= size[0] * variance && higher * 100 <= size[1] * variance && distance < least) {
      best = size;
      least = distance;
    }
  });
  return best;
}

function snapped(side) {
  let i = 0;
  while (i < RUNGS.length - 1 && RUNGS[i] < side) {
    i++;
  }
  const isNear = i && side < RUNGS[i] && side * 100 <= RUNGS[i - 1] * (100 + VARIANCE);
  return side && RUNGS[isNear ? i - 1 : i];
}

function keyOf(uri) {
  refuse(uri[0] != '/', 'A path must start with a slash.');
  const key = decoded(uri.slice(1));
  return EXTENSION && /[^./]\.+$/.test(key) ? key + EXTENSION : key;
}
