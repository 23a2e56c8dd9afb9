'use strict';
// The viewer-request function at the edge. It calls the compiled rule, as ViewerRequestHandler does on the JVM.

const { createHmac } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { origins, rule } = require('./rule.js');

const offer = readOffer();
const decide = rule(offer, (key, message) => createHmac('sha256', key).update(message).digest('base64url'));

// The origins whose pages may read answers.
const cors = origins(offer)
  .split(' ')
  .filter((origin) => origin !== '');
const isListed = cors.length > 0 && cors[0] !== '*';

// No response headers policy applies to the answers of this function, so they have the CORS headers themselves. Headers
// that no request changes are made once: they would take longer than the rule.
const textHeaders = answerHeaders({ 'Content-Type': 'text/plain; charset=utf-8' });
const preflightHeaders = answerHeaders({
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
});

// Reads the offer, which is the part of edgepix.json that this function needs. Packaging checks and writes it.
function readOffer() {
  try {
    return readFileSync(join(__dirname, 'offer.txt'), 'utf8');
  } catch (e) {
    throw new Error(`offer.txt cannot be read next to index.js: ${e.message}`);
  }
}

exports.handler = async (event) => {
  const request = requestOf(event);
  if (request.method === 'OPTIONS') {
    return preflight(request);
  }
  const decision = decisionOn(request);
  switch (decision.kind) {
    case 'pass':
      return request;
    case 'rewrite':
      return { ...request, uri: decision.text, querystring: '' };
    case 'refuse':
      return text('400', 'Bad Request', decision.text, request);
    default:
      return forbidden(request);
  }
};

// A refusal is an exception inside the rule. Nothing reads its stack trace, and it would take longer than all the rest.
function decisionOn(request) {
  const { method, uri, querystring } = request;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return decide(method, uri, querystring ?? '', (name) => header(request, name), now);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const now = () => String(Math.floor(Date.now() / 1000));

function requestOf(event) {
  const records = event?.Records;
  const request = records?.length === 1 ? records[0]?.cf?.request : undefined;
  if (typeof request?.method !== 'string' || typeof request.uri !== 'string') {
    throw new Error('not a CloudFront event: no Records[0].cf.request with method and uri');
  }
  return request;
}

function header(request, name) {
  const values = request.headers?.[name];
  if (!values) {
    return '';
  }
  return values.length === 1 ? values[0].value : values.map(({ value }) => value).join(', ');
}

const forbidden = (request) => text('403', 'Forbidden', 'Forbidden.', request);

function text(status, statusDescription, sentence, request) {
  const headers = withOrigin(textHeaders, request);
  return { status, statusDescription, headers, body: `${sentence}\n`, bodyEncoding: 'text' };
}

// Answers a preflight request. CloudFront rejects a 204 with a body.
function preflight(request) {
  if (cors.length === 0 || (isListed && !cors.includes(header(request, 'origin')))) {
    return forbidden(request);
  }
  return { status: '204', statusDescription: 'No Content', headers: withOrigin(preflightHeaders, request) };
}

function answerHeaders(others) {
  return headersOf({
    ...others,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(cors.length > 0 && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    ...(isListed && { Vary: 'Origin' }),
    ...(cors[0] === '*' && { 'Access-Control-Allow-Origin': '*' }),
  });
}

// Adds the header that depends on the page, if origins are listed and the request's is one of them.
function withOrigin(headers, request) {
  const origin = isListed ? header(request, 'origin') : '';
  return isListed && cors.includes(origin)
    ? { ...headers, ...headersOf({ 'Access-Control-Allow-Origin': origin }) }
    : headers;
}

function headersOf(values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]));
}
