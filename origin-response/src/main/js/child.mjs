import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameReader, frameOf } from './frames.mjs';

const LAST_WORDS_MILLIS = 1_000;

/** A process that answers one event at a time over a Unix socket, and is killed at the first sign of trouble. */
export class Child {
  #process;
  #folder = mkdtempSync(join(tmpdir(), 'edgepix-'));
  #server = createServer();
  #socket = null;
  #reader = new FrameReader();
  #waiting = null;
  #trouble = null;
  #endAtExit = () => this.#process?.kill('SIGKILL');

  /** Resolves when the process has connected and is therefore ready; rejects if it ends before. */
  ready;

  /** `command` also gets the path of the socket and `configFile` as arguments. */
  constructor({ command, args, env, configFile }) {
    const path = join(this.#folder, 'socket');
    this.ready = new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
    this.ready.catch(() => {});
    this.#server.on('error', (e) => this.#fail(`cannot listen: ${e.message}`));
    this.#server.on('connection', (socket) => this.#connected(socket));
    this.#server.listen(path);
    // The output goes to the log. Nothing writes to stdin.
    this.#process = spawn(command, [...args, path, configFile], { env, stdio: ['ignore', 2, 2] });
    // Otherwise the child would finish its work before it notices that this process has ended.
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

  /**
   * Sends a JSON text and resolves with the answer as `{json, body}`; rejects if the child ends or its frame is
   * invalid.
   */
  ask(json) {
    if (this.#trouble !== null) {
      return Promise.reject(new Error(this.#trouble));
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(frameOf(json));
    });
  }

  /** Kills the process. A promise that waits for it is rejected with the reason. */
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
        this.#fail('sent data without an event');
      }
    } catch (e) {
      this.#fail(`sent an invalid frame: ${e.message}`);
    }
  }

  /** Waits for a short time for the exit status, since it is a better error than a closed connection. */
  #hungUp() {
    setTimeout(() => this.#fail('closed the connection'), LAST_WORDS_MILLIS);
  }

  #settle(how) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) {
      throw new Error('expected an event before its answer, got none');
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
