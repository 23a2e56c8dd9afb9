// Prints the errors and warnings of linters for the Dockerfile and compose.yaml of a folder: node lint.mjs [FOLDER]
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DCLinter } from 'dclint';
import dockerfileUtils from 'dockerfile-utils';
import dockerfilelint from 'dockerfilelint';
import { parse } from 'yaml';

function stagesOf(dockerfile) {
  return [...dockerfile.matchAll(/^FROM\s+(\S+)\s+AS\s+(\S+)/gim)].map(([, base, name]) => ({ base, name }));
}

// dockerfilelint expects a tag even for scratch and for names of stages, which cannot have one.
function needsNoTag(line, earlier) {
  const base = line.split(/\s+/)[1];
  return base === 'scratch' || earlier.some((stage) => stage.name === base);
}

function byDockerfilelint(dockerfile) {
  const lines = dockerfile.split('\n');
  return dockerfilelint
    .run('.', dockerfile)
    .filter(({ rule, line }) => {
      const earlier = stagesOf(lines.slice(0, line - 1).join('\n'));
      return rule !== 'missing_tag' || !needsNoTag(lines[line - 1], earlier);
    })
    .map(({ line, title, description }) => `Dockerfile:${line}: ${title}: ${description}`);
}

function byDockerfileUtils(dockerfile) {
  return dockerfileUtils
    .validate(dockerfile)
    .map(({ range, message }) => `Dockerfile:${range.start.line + 1}: ${message}`);
}

async function byDclint(file) {
  const results = await new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] }).lintFiles([file], false);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, rule, message }) => `compose.yaml:${line}: ${rule}: ${message}`));
}

// No linter checks that the stages of COPY and of the compose file exist.
function byStages(dockerfile, compose) {
  const names = new Set(stagesOf(dockerfile).map(({ name }) => name));
  const taken = [...dockerfile.matchAll(/^COPY\s+--from=(\S+)/gm)].map(([, name]) => ['Dockerfile', name]);
  const built = Object.values(compose?.services ?? {}).map(({ build }) => ['compose.yaml', build?.target]);
  return [...taken, ...built]
    .filter(([, name]) => name !== undefined && !names.has(name))
    .map(([file, name]) => `${file}: expected one of the stages ${[...names].join(', ')}, got ${name}`);
}

// No linter checks that a program of an image does not run as root. A stage inherits the user of its base.
function byUsers(dockerfile) {
  const users = new Map();
  return dockerfile.split(/^(?=FROM\s)/m).flatMap((stage) => {
    const [{ base, name } = {}] = stagesOf(stage);
    const user = [...stage.matchAll(/^USER\s+(\S+)/gm)].at(-1)?.[1] ?? users.get(base) ?? 'none';
    users.set(name, user);
    const runs = /^(CMD|ENTRYPOINT)\s/m.test(stage);
    return runs && /^(none|root|0)(:|$)/.test(user) ? [`Dockerfile: expected a USER other than root in the stage ${name}, got ${user}`] : [];
  });
}

export async function lint(folder) {
  const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  const compose = join(folder, 'compose.yaml');
  return [
    ...byDockerfilelint(dockerfile),
    ...byDockerfileUtils(dockerfile),
    ...byUsers(dockerfile),
    ...(await byDclint(compose)),
    ...byStages(dockerfile, parse(readFileSync(compose, 'utf8'))),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = await lint(resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url))));
  complaints.forEach((complaint) => console.error(complaint));
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
