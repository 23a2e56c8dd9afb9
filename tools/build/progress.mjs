// Shows the progress of a build: step k of n, its name, megabytes and seconds. At a terminal, this is one
// line, which is always current. Elsewhere it is a line for each step, and a new line whenever nothing was printed for
// a while.
const TICK = 200;
const SILENCE = 10_000;

export class Progress {
  #out;
  #now;
  #started;
  #printed;
  #timer;
  #step = 0;
  #name = '';

  /** The number of modules, each of which is a step; 0 until Maven prints it. */
  modules = 0;
  /** The number of steps after the modules. */
  more = 0;
  /** Bytes downloaded so far. */
  bytes = 0;
  /** The text to show after the name of the step. */
  detail = '';

  constructor({ modules = 0, out = process.stderr, now = Date.now } = {}) {
    this.modules = modules;
    this.#out = out;
    this.#now = now;
    this.#started = now();
    this.#printed = now();
  }

  /** Shows the progress from now until the end. */
  start(name) {
    this.#name = name;
    this.#print();
    this.#timer = setInterval(() => this.tick(), TICK);
    return this;
  }

  /** Starts the next step. */
  step(name) {
    this.#step++;
    this.#name = name;
    this.detail = '';
    this.#print();
  }

  /** Prints a line that remains visible. */
  line(text) {
    if (this.#out.isTTY) this.#out.write(`\r\x1b[K${text}\n`);
    else this.#out.write(`${text}\n`);
    this.#printed = this.#now();
    if (this.#out.isTTY) this.#print();
  }

  /** Ends with a summary: the given text, the seconds and the megabytes. */
  end(text) {
    clearInterval(this.#timer);
    const downloads = this.bytes ? `, ${megabytes(this.bytes)} from Maven's repository` : '';
    if (this.#out.isTTY) this.#out.write('\r\x1b[K');
    this.#out.write(`dev: ${text} in ${this.#seconds()}${downloads}\n`);
  }

  /** Stops without a summary. */
  stop() {
    clearInterval(this.#timer);
    if (this.#out.isTTY) this.#out.write('\r\x1b[K');
  }

  /** Updates the line at the terminal, or prints a new line after a period without output. */
  tick() {
    if (this.#out.isTTY || this.#now() - this.#printed >= SILENCE) this.#print();
  }

  #print() {
    const downloads = this.bytes ? ` · ${megabytes(this.bytes)}` : '';
    const detail = this.detail ? ` · ${this.detail}` : '';
    const isCounted = this.modules || this.#step;
    const count = isCounted ? `[${this.#step}/${this.modules + this.more}] ` : '';
    const text = `dev: ${count}${this.#name}${detail}${downloads} · ${this.#seconds()}`;
    this.#printed = this.#now();
    if (this.#out.isTTY) this.#out.write(`\r\x1b[K${text.slice(0, (this.#out.columns ?? 80) - 1)}`);
    else this.#out.write(`${text}\n`);
  }

  #seconds() {
    return `${Math.round((this.#now() - this.#started) / 1000)} s`;
  }
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
