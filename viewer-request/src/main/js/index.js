'use strict';
// The viewer-request function at the edge: ViewerRequestHandler's twin around the rule that TeaVM compiled.

const { createHmac } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { rule } = require('./rule.js');

const decide = rule(offer(), (key, message) => createHmac('sha256', key).update(message).digest('base64url'));

// What the rule needs of edgepix.json, checked and written while packaging.
function offer() {
  try {
    return readFileSync(join(__dirname, 'offer.txt'), 'utf8');
  } catch (e) {
    throw new Error(`offer.txt cannot be read beside index.js: ${e.message}`);
  }
}

exports.handler = async (event) => {
  const request = requestOf(event);
  const decision = decisionOn(request);
  if (decision === '') {
    return request;
  }
  if (decision.startsWith('/')) {
    return { ...request, uri: decision, querystring: '' };
  }
  return decision === '403' ? answer('403', 'Forbidden', 'Forbidden.') : answer('400', 'Bad Request', decision);
};

// A refusal is an exception inside the rule, which nobody looks at outside: its stack trace would take longer than all else.
function decisionOn(request) {
  const { method, uri, querystring } = request;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return decide(
      method,
      uri,
      querystring ?? '',
      header(request, 'accept'),
      header(request, 'user-agent'),
      header(request, 'sec-ch-dpr'),
      header(request, 'sec-ch-width'),
      header(request, 'save-data'),
      String(Math.floor(Date.now() / 1000)),
    );
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function requestOf(event) {
  const records = event?.Records;
  const request = records?.length === 1 ? records[0]?.cf?.request : undefined;
  if (typeof request?.method !== 'string' || typeof request.uri !== 'string') {
    throw new Error('not a CloudFront event: no Records[0].cf.request with method and uri');
  }
  return request;
}

function header(request, name) {
  const values = request.headers?.[name] ?? [];
  return values.length === 1 ? values[0].value : values.map(({ value }) => value).join(', ');
}

function answer(status, statusDescription, sentence) {
  return {
    status,
    statusDescription,
    headers: {
      'content-type': [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }],
      'cache-control': [{ key: 'Cache-Control', value: 'no-store' }],
      'x-content-type-options': [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    },
    body: `${sentence}\n`,
    bodyEncoding: 'text',
  };
}
