// An account of a fake AWS: a folder with the answers of bin/aws, and a package to deploy.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
export const id = '123456789012';

const outputs = {
  Domain: 'd111111abcdef8.cloudfront.net',
  ExampleUrl: 'https://d111111abcdef8.cloudfront.net/pictures/cat.jpg?d=200x200',
  DistributionId: 'E2ABCDEFGHIJKL',
  Bucket: 'edgepix-bucket-1abc',
  ViewerRequestFunction: 'edgepix-ViewerRequest-AAAA',
  OriginResponseFunction: 'edgepix-OriginResponse-BBBB',
};

const queue = 'arn:aws:sqs:eu-west-1:123456789012:edgepix-pregenerate-Queue-1';

/** The notification that the pregenerate stack prints. */
export const notification = { Id: 'edgepix-pregenerate', QueueArn: queue, Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'] };

const pregenerateOutputs = {
  QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/edgepix-pregenerate-Queue-1',
  QueueArn: queue,
  BucketNotifications: JSON.stringify([notification]),
};

function sha256(text) {
  return createHash('sha256').update(text).digest('base64');
}

function hex(text) {
  return createHash('sha256').update(text).digest('hex');
}

function template(viewer, origin, config, { days, cors, closed }) {
  return `Parameters:
  ViewerRequestSha256:
    Type: String
    Default: "${sha256(viewer)}"
  OriginResponseSha256:
    Type: String
    Default: ${sha256(origin)}
  ConfigSha256:
    Type: String
    Default: "${hex(config)}"
  DerivativeDays:
    Type: Number
    Default: ${days}
  CorsOrigins:
    Type: String
    Default: "${cors}"
  PrivatePrefix:
    Type: String
    Default: "${closed}"
  PermissionsBoundaryArn:
    Type: String
    Default: ""
Resources:
  DerivativeDays:
    Default: 99
`;
}

function pregenerateTemplate(zip, { days, prefix, copies, documents }) {
  return `Parameters:
  PregenerateSha256:
    Type: String
    Default: "${sha256(zip)}"
  DerivativeDays:
    Type: Number
    Default: ${days}
  NotificationPrefix:
    Type: String
    Default: "${prefix}"
  CopiesBucket:
    Type: String
    Default: "${copies}"
  DocumentPrefix:
    Type: String
    Default: "${documents}"
  PermissionsBoundaryArn:
    Type: String
    Default: ""
`;
}

function regionalTemplate(zip, { config, cors, closed, policy, code, bytes }) {
  return `Parameters:
  RegionalSha256:
    Type: String
    Default: "${sha256(zip)}"
  ConfigSha256:
    Type: String
    Default: "${hex(config)}"
  CorsOrigins:
    Type: String
    Default: "${cors}"
  PrivatePrefix:
    Type: String
    Default: "${closed}"
  ContentSecurityPolicy:
    Type: String
    Default: "${policy}"
Resources:
  ViewerRequestFunction:
    Properties:
      FunctionCode: ${code}
`.padEnd(bytes, '#');
}

/** Returns a checkout whose ./dev package records its arguments and then runs a shell text. */
export function checkout(account, text) {
  const copy = account.path('checkout');
  cpSync(join(root, 'cloudformation'), join(copy, 'cloudformation'), {
    recursive: true,
    filter: (source) => !/node_modules|target/.test(source),
  });
  writeFileSync(join(copy, 'dev'), `#!/usr/bin/env bash\nset -e\nprintf '%s\\n' "$@" >'${account.path('packaged').replaceAll("'", "'\\''")}'\n${text}\n`);
  chmodSync(join(copy, 'dev'), 0o755);
  return copy;
}

export class Account {
  constructor(t, { name = 'a b\'s' } = {}) {
    this.folder = join(mkdtempSync(join(tmpdir(), 'edgepix-deploy-')), name);
    t.after(() => rmSync(dirname(this.folder), { recursive: true, force: true }));
    this.dist = join(this.folder, 'dist');
    mkdirSync(this.dist, { recursive: true });
    this.temporary = this.path('tmp');
    mkdirSync(this.temporary);
    this.has('account', id);
    this.answers({});
    this.has('outputs-pregenerate', Object.entries(pregenerateOutputs).map((entry) => entry.join('\t')).join('\n'));
    this.packages({});
  }

  path(file) {
    return join(this.folder, file);
  }

  has(file, text) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), `${text}\n`);
  }

  read(file) {
    return existsSync(this.path(file)) ? readFileSync(this.path(file), 'utf8') : '';
  }

  bucket(name, { region = 'None', ...files } = {}) {
    mkdirSync(this.path(`buckets/${name}/objects`), { recursive: true });
    this.has(`buckets/${name}/region`, region);
    Object.entries(files).forEach(([file, text]) => this.has(`buckets/${name}/${file}`, text));
  }

  /** Sets the outputs of a complete stack. */
  answers(more) {
    this.has('outputs', Object.entries({ ...outputs, ...more }).map((entry) => entry.join('\t')).join('\n'));
  }

  packages({ viewer = 'viewer', origin = 'origin', config = '{}\n', days = 0, cors = '*', closed = '' }) {
    writeFileSync(join(this.dist, 'edgepix.json'), config);
    writeFileSync(join(this.dist, 'viewer-request.zip'), viewer);
    writeFileSync(join(this.dist, 'origin-response.zip'), origin);
    writeFileSync(join(this.dist, 'template.yaml'), template(viewer, origin, config, { days, cors, closed }));
  }

  /** Adds the package of the pregenerate function. */
  packagesPregenerate({ zip = 'pregenerate', days = 0, prefix = '', copies = '', documents = '' } = {}) {
    writeFileSync(join(this.dist, 'pregenerate.zip'), zip);
    writeFileSync(join(this.dist, 'pregenerate.yaml'), pregenerateTemplate(zip, { days, prefix, copies, documents }));
  }

  /** Adds the package of a regional stack. */
  packagesRegional({ zip = 'regional', config = '{}\n', cors = '*', closed = '', policy = '', code = '|-', bytes = 0 } = {}) {
    writeFileSync(join(this.dist, 'regional.zip'), zip);
    writeFileSync(join(this.dist, 'regional.yaml'), regionalTemplate(zip, { config, cors, closed, policy, code, bytes }));
  }

  /** Sets the outputs of a stack next to that of the distribution, such as web-acl. */
  answersOf(suffix, outputs) {
    this.has(`outputs-${suffix}`, Object.entries(outputs).map((entry) => entry.join('\t')).join('\n'));
  }

  /** Returns the parameters of each update, in their order, of a stack. */
  updates(stack = 'edgepix') {
    const lines = this.read('updates').split('\n').filter((line) => line.startsWith(`${stack} `));
    return lines.map((line) => Object.fromEntries(line.split(' ').slice(1).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])));
  }

  /** Returns a PATH with only the given commands. */
  only(...commands) {
    const bin = this.path('bin');
    mkdirSync(bin, { recursive: true });
    for (const command of commands) {
      const found = process.env.PATH.split(delimiter).map((folder) => join(folder, command)).find(existsSync);
      symlinkSync(found, join(bin, command));
    }
    return bin;
  }

  run(command, args, { path = [join(here, 'bin'), process.env.PATH].join(delimiter), input = '' } = {}) {
    const env = { PATH: path, HOME: this.folder, TMPDIR: this.temporary, FAKE_AWS: this.folder };
    const ended = spawnSync(command, args, { env, input, cwd: this.folder, encoding: 'utf8', timeout: 120_000 });
    return { code: ended.status, out: ended.stdout, err: ended.stderr };
  }

  deploy(...args) {
    return this.run(join(root, 'dev'), ['deploy', '--stack', 'edgepix', '--dist', this.dist, ...args]);
  }

  destroy(...args) {
    return this.run(join(root, 'dev'), ['destroy', '--stack', 'edgepix', ...args]);
  }

  logs(...args) {
    return this.run(join(root, 'dev'), ['logs', '--stack', 'edgepix', ...args]);
  }

  calls() {
    return this.read('log').split('\n').filter(Boolean);
  }

  /** Returns the called operations, such as `s3api head-bucket`. */
  operations() {
    return this.calls().map((call) => call.split(' ').slice(1, 3).join(' '));
  }

  forgetCalls() {
    rmSync(this.path('log'), { force: true });
  }

  notifications(bucket) {
    return JSON.parse(this.read(`buckets/${bucket}/notifications`) || '{}');
  }

  parameters(stack = 'stack') {
    const lines = this.read(`${stack}/parameters`).trim().split('\n');
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  }
}
