'use strict';
// The viewer-request function at the edge: ViewerRequestHandler's twin around the rule that TeaVM compiled.

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { rule } = require('./rule.js');

const decide = rule(offer());

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
  const { method, uri, querystring } = request;
  const decision = decide(method, uri, querystring ?? '', header(request, 'accept'), header(request, 'user-agent'));
  if (decision === '') {
    return request;
  }
  return decision.startsWith('/') ? { ...request, uri: decision, querystring: '' } : badRequest(decision);
};

function requestOf(event) {
  const records = event?.Records;
  const request = records?.length === 1 ? records[0]?.cf?.request : undefined;
  if (typeof request?.method !== 'string' || typeof request.uri !== 'string') {
    throw new Error('not a CloudFront event: no Records[0].cf.request with method and uri');
  }
  return request;
}

function header(request, name) {
  return (request.headers?.[name] ?? []).map(({ value }) => value).join(', ');
}

function badRequest(sentence) {
  return {
    status: '400',
    statusDescription: 'Bad Request',
    headers: {
      'content-type': [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }],
      'cache-control': [{ key: 'Cache-Control', value: 'no-store' }],
      'x-content-type-options': [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    },
    body: `${sentence}\n`,
    bodyEncoding: 'text',
  };
}
