import { setImmediate as nextTurn } from 'node:timers/promises';
import { badGateway, noPicture } from './answers.mjs';
import { Child } from './child.mjs';
import { complete } from './every-answer.mjs';
import { settingsOf } from './settings.mjs';
import { amend, isObject, STORED } from './stored.mjs';

const MISSING = new Set(['403', '404']);

/**
 * Answers origin-response events with a child process that it starts, watches and replaces. Every wait has a limit. If
 * the child does not start, dies, hangs or sends an invalid frame, the answer to that event is a 502. The child is then
 * killed, and the next event gets a new one.
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

  /** Starts the child before the first event. Never rejects, because the first event tries again. */
  async start() {
    try {
      await this.#readyChild(this.#startMillis);
    } catch (e) {
      console.error(`edgepix: ${e.message}`);
    }
  }

  /** Answers an event after all earlier events. */
  answer(event) {
    const answer = this.#last.then(() => this.#answer(event));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #answer(event) {
    const { request, response } = event?.Records?.[0]?.cf ?? {};
    if (response === undefined) {
      throw new Error('expected an origin-response event, got no Records[0].cf.response');
    }
    return complete(request?.uri ?? '', await this.#respond(event, request, response), this.#settings.headers);
  }

  /** Answers without the child if S3 has the object, so that no failure of the child affects these answers. */
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
      return responseOf(json, body);
    } catch (e) {
      child.end(e.message);
      this.#child = this.#newChild();
      throw new Error(`the Java process was replaced: ${e.message}`);
    }
  }

  async #readyChild(millis) {
    // After a freeze, Node.js notices the death of a child within one whole turn of its event loop. The current turn
    // may be half over.
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

  /** Waits for a promise of the child. Kills the child when the time is over. */
  async #within(millis, child, promise) {
    const timer = setTimeout(() => child.end(`no answer within ${Math.round(millis)} ms`), millis);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Reads the response in a frame; throws if there is none. */
function responseOf(json, body) {
  const response = JSON.parse(json);
  const isStatus = typeof response?.status === 'string' && /^[2-5]\d\d$/.test(response.status);
  if (!isStatus || !(response.headers instanceof Object)) {
    throw new Error('sent no response: expected an object with a status and headers');
  }
  if (body.length > 0) {
    response.body = body.toString('base64');
  }
  return response;
}
