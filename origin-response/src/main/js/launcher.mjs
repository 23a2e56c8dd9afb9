import { setImmediate as nextTurn } from 'node:timers/promises';
import { badGateway, noPicture } from './answers.mjs';
import { Child } from './child.mjs';
import { complete } from './every-answer.mjs';
import { settingsOf } from './settings.mjs';
import { amend, isObject, STORED } from './stored.mjs';

const MISSING = new Set(['403', '404']);

/**
 * Answers origin-response events by a child process that it starts, watches and replaces. Every wait has an end: where
 * the child does not start, dies, hangs or sends nonsense, that event's answer is a 502 that says so, the child is
 * ended, and the next event meets a fresh one.
 */
export class Launcher {
  #newChild;
  #settings;
  #startMillis;
  #eventMillis;
  #child = null;
  #last = Promise.resolve();

  constructor({ startMillis = 8_000, eventMillis = 25_000, settings = settingsOf({}), ...child }) {
    this.#settings = settings;
    this.#newChild = () => new Child(child);
    this.#startMillis = startMillis;
    this.#eventMillis = eventMillis;
  }

  /** Starts the child ahead of the first event. Never rejects: the first event will try again, and say what is wrong. */
  async start() {
    try {
      await this.#readyChild(this.#startMillis);
    } catch (e) {
      console.error(`edgepix: ${e.message}`);
    }
  }

  /** The answer to an event, after those before it. */
  answer(event) {
    const answer = this.#last.then(() => this.#answer(event));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #answer(event) {
    const { request, response } = event?.Records?.[0]?.cf ?? {};
    if (response === undefined) {
      throw new Error('not an origin-response event: no Records[0].cf.response');
    }
    return complete(request?.uri ?? '', await this.#respond(event, request, response), this.#settings.headers);
  }

  /** What S3 has goes out without the child, so that no trouble here can stand in its way. */
  async #respond(event, request, response) {
    if (!isObject(response)) {
      return noPicture(response, request?.method, this.#settings.caching.notAllowed);
    }
    if (STORED.has(response.status)) {
      amend(request?.uri, response, this.#settings.caching);
    }
    if (!MISSING.has(response.status)) {
      return response;
    }
    try {
      return await this.#ask(event);
    } catch (e) {
      console.error(`edgepix: ${e.message}; uri=${request?.uri}`);
      return badGateway(response);
    }
  }

  async #ask(event) {
    const end = performance.now() + this.#eventMillis;
    const child = await this.#readyChild(Math.min(this.#startMillis, this.#eventMillis));
    try {
      const { json, body } = await this.#within(end - performance.now(), child, child.ask(JSON.stringify(event)));
      return understood(json, body);
    } catch (e) {
      child.end(e.message);
      this.#child = this.#newChild();
      throw new Error(`the Java process was replaced: ${e.message}`);
    }
  }

  async #readyChild(millis) {
    // After a freeze, Node.js has not yet looked whether the child has died. It has after a whole turn of its loop, and
    // this one may be half over.
    await nextTurn();
    await nextTurn();
    if (this.#child === null || !this.#child.isAlive) {
      this.#child = this.#newChild();
    }
    try {
      return await this.#within(millis, this.#child, this.#child.ready);
    } catch (e) {
      throw new Error(`the Java process did not start: ${e.message}`);
    }
  }

  /** Waits for a child no longer than that, and ends it then. */
  async #within(millis, child, promise) {
    const timer = setTimeout(() => child.end(`no answer within ${Math.round(millis)} ms`), millis);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The response that the child's answer is; throws for nonsense. */
function understood(json, body) {
  const response = JSON.parse(json);
  const isStatus = typeof response?.status === 'string' && /^[2-5]\d\d$/.test(response.status);
  if (!isStatus || !(response.headers instanceof Object)) {
    throw new Error('sent what is no response');
  }
  if (body.length > 0) {
    response.body = body.toString('base64');
  }
  return response;
}
