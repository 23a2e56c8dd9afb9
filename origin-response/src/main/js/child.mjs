import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameReader, frameOf } from './frames.mjs';

const LAST_WORDS_MILLIS = 1_000;

/** A process that is asked one thing at a time over a Unix socket, and is ended at the first sign of trouble. */
export class Child {
  #process;
  #folder = mkdtempSync(join(tmpdir(), 'edgepix-'));
  #server = createServer();
  #socket = null;
  #reader = new FrameReader();
  #waiting = null;
  #trouble = null;
  #endAtExit = () => this.#process?.kill('SIGKILL');

  /** Resolves once it has connected, which is its sign that it is ready; rejects where it ends before. */
  ready;

  /** `command` gets the path of the socket as one more argument, before `configFile`. */
  constructor({ command, args, env, configFile }) {
    const path = join(this.#folder, 'socket');
    this.ready = new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
    this.ready.catch(() => {});
    this.#server.on('error', (e) => this.#fail(`cannot listen: ${e.message}`));
    this.#server.on('connection', (socket) => this.#connected(socket));
    this.#server.listen(path);
    // What it prints is for the log; stdin would only let it wait for something that never comes.
    this.#process = spawn(command, [...args, path, configFile], { env, stdio: ['ignore', 2, 2] });
    // Else it would go on with what it is doing before it notices that nobody listens.
    process.on('exit', this.#endAtExit);
    const exited = new Promise((resolve) => {
      this.#process.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
      this.#process.on('error', (e) => resolve(e.message));
    });
    exited.then((how) => this.#fail(`ended with ${how}`));
  }

  get isAlive() {
    return this.#trouble === null;
  }

  /** The answer to one JSON text, as `{json, body}`; rejects where the child ends or sends nonsense. */
  ask(json) {
    if (this.#trouble !== null) {
      return Promise.reject(new Error(this.#trouble));
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(frameOf(json));
    });
  }

  /** Ends it at once, whatever it is doing. What waits for it is rejected with the reason. */
  end(reason) {
    this.#fail(reason);
  }

  #connected(socket) {
    if (this.#socket !== null || this.#trouble !== null) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    this.#server.close();
    this.#removeFolder();
    socket.on('data', (chunk) => this.#received(chunk));
    socket.on('error', () => {});
    socket.on('close', () => this.#hungUp());
    this.#settle((waiting) => waiting.resolve(this));
  }

  #received(chunk) {
    try {
      this.#reader.add(chunk);
      const frame = this.#reader.take();
      if (frame !== null) {
        this.#settle((waiting) => waiting.resolve(frame));
      } else if (this.#waiting === null) {
        this.#fail('sent what nobody asked for');
      }
    } catch (e) {
      this.#fail(`sent nonsense: ${e.message}`);
    }
  }

  /** How it ended says more than that it hung up, and comes a moment later. */
  #hungUp() {
    setTimeout(() => this.#fail('hung up'), LAST_WORDS_MILLIS);
  }

  #settle(how) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) {
      throw new Error('an answer that nobody asked for');
    }
    how(waiting);
  }

  #fail(trouble) {
    if (this.#trouble !== null) {
      return;
    }
    this.#trouble = trouble;
    process.off('exit', this.#endAtExit);
    this.#process?.kill('SIGKILL');
    this.#socket?.destroy();
    this.#server.close();
    this.#removeFolder();
    this.#waiting?.reject(new Error(trouble));
    this.#waiting = null;
  }

  #removeFolder() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
