import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a table of cases, which the tests on the JVM read too. */
export function table(name) {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../resources', name), 'utf8'));
}

/** Returns the response of a case, with the names of its headers in capitals. */
export function responseOf({ status = '200', headers }) {
  const list = (name, values) => values.map((value) => ({ key: name.toUpperCase(), value }));
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, list(name, values)])),
  };
}

export function valuesOf(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, list]) => [name, list.map(({ value }) => value)]));
}

/** Returns the values of all headers after the change. */
export function expected({ headers, changed }) {
  const all = { ...headers, ...changed };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values !== null));
}
