'use strict';
// Runs rule.js: `node fuzz.js RULE OFFERS`. Each line of input is JSON: [index of the offer, signing key, the parts of
// RuleRequest]. Each line of output is [decision, decision for that path] or [error].

const { createHmac } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

const hmac = (key, message) => createHmac('sha256', key).update(message).digest('base64url');
const [ruleFile, offersFile] = process.argv.slice(2);
const { rule } = require(ruleFile);
const rules = JSON.parse(readFileSync(offersFile, 'utf8')).map((offer) => rule(offer, hmac));

function outcome([offer, key, ...request]) {
  const decide = rules[offer];
  try {
    checkPlainPath(decide, request);
    const decision = textOf(decided(decide, request));
    return [decision, decision.startsWith('/') ? again(decide, key, decision, request.at(-1)) : ''];
  } catch (e) {
    return [`${e.message}`];
  }
}

function decided(decide, [method, uri, querystring, accept, userAgent, dpr, width, saveData, now]) {
  const headers = { accept, 'user-agent': userAgent, 'sec-ch-dpr': dpr, 'sec-ch-width': width, 'save-data': saveData };
  return decide(method, uri, querystring, (name) => headers[name], () => now);
}

/**
 * Compares the decisions for the path alone and with an unknown parameter. The rule ignores that parameter, but
 * recognises no plain path with it.
 */
function checkPlainPath(decide, [method, uri, , ...others]) {
  const alone = textOf(decided(decide, [method, uri, '', ...others]));
  const full = textOf(decided(decide, [method, uri, 'v=1', ...others]));
  if (alone !== full) {
    throw new Error(`"${alone}" for the path alone, and "${full}" with an unknown parameter`);
  }
}

/** Decides for a path without a query string. If there is a key, the path has a signature. */
function again(decide, key, path, now) {
  const query = key === '' ? '' : `s=${hmac(key, `${decodeURIComponent(path)}\n`)}`;
  return textOf(decided(decide, ['GET', path, query, '', '', '', '', '', now]));
}

/** Prints a decision as DecisionText does on the JVM. */
function textOf({ kind, text }) {
  return kind === 'forbid' ? '403' : text;
}

const LINES = 512;
(async () => {
  let out = [];
  for await (const line of createInterface({ input: process.stdin })) {
    out.push(JSON.stringify(outcome(JSON.parse(line))));
    if (out.length === LINES) {
      process.stdout.write(`${out.join('\n')}\n`);
      out = [];
    }
  }
  process.stdout.write(out.map((line) => `${line}\n`).join(''));
})();
