// Part of viewer-request.js: keys, numbers and words of a URL. A text that is wrong is refused with a sentence.

const FITS = ['contain', 'cover', 'fill', 'pad'];
const FOCUS = 'fp must be two numbers from 0 to 1, for example 0.3,0.7, or one of top, bottom, left, right and center.';

function servable(key) {
  refuse(/(^|\/)\.\.?(\/|$)/.test(key), 'The URL of a picture cannot have . or .. as a path segment.');
  refuse(/^\/*$/.test(key), 'The URL does not name a picture.');
  return key;
}

function decoded(raw) {
  const at = raw.search(/[\x00-\x1F\x7F]|%[01][\dA-F]|%7F/i);
  const plain = at < 0 ? raw : raw.slice(0, at);
  let value;
  try {
    value = decodeURIComponent(plain);
  } catch (e) {
    value = undefined;
  }
  // The second condition is half of a surrogate pair, or any character that consists of two.
  refuse(value === undefined || /[^\x00-\uD7FF\uE000-\uFFFF]/.test(plain), 'The URL is not valid percent-encoded UTF-8.');
  refuse(at >= 0, 'The URL of a picture cannot contain control characters.');
  return value;
}

function encoded(key) {
  return encodeURIComponent(key).replace(/%(2[46F]|3[AD]|40)/g, decodeURIComponent).replace(/\*/g, '%2A');
}

function sizeOf(size) {
  const match = /^(\d*)(?:x(\d*))?$/.exec(size);
  const sides = match ? [match[1], match[2] || ''] : [];
  const numbers = sides.map((side) => (side ? whole(side, 16383) || -1 : 0));
  return numbers[0] < 0 || numbers[1] < 0 || !(numbers[0] || numbers[1]) ? undefined : numbers;
}

function fitOf(word) {
  refuse(FITS.indexOf(word) < 0, 'fit must be contain, cover, fill or pad.');
  return word;
}

function focusOf(word) {
  const comma = word.indexOf(',');
  const point = comma < 0
    ? [word == 'left' ? 0 : word == 'right' ? 100 : 50, word == 'top' ? 0 : word == 'bottom' ? 100 : 50]
    : [decimal(word.slice(0, comma), 1, 2), decimal(word.slice(comma + 1), 1, 2)];
  const isWrong = comma < 0
    ? point[0] == point[1] && word != 'center' && word != 'centre'
    : point[0] < 0 || point[1] < 0 || point[0] > 100 || point[1] > 100;
  refuse(isWrong, FOCUS);
  return point;
}

function qualityOf(digits) {
  const quality = whole(digits, 100);
  refuse(quality < 1, 'q must be a whole number from 1 to 100.');
  return quality;
}

function whole(digits, most) {
  return /^\d+$/.test(digits) && digits <= most ? Number(digits) : -1;
}

// Returns a number times a power of ten, without the decimals that remain.
function decimal(number, most, places) {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(number);
  return match && match[1] <= most ? Number(match[1] + ((match[2] || '') + '000').slice(0, places)) : -1;
}

function refuse(isWrong, sentence) {
  if (isWrong) {
    throw sentence;
  }
}
