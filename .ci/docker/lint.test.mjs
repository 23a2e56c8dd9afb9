import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lint } from '../../docker/lint.mjs';

const docker = join(dirname(fileURLToPath(import.meta.url)), '../../docker');

async function complaintsOf(t, file, from, to) {
  const folder = mkdtempSync(join(tmpdir(), 'edgepix-docker-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['Dockerfile', 'compose.yaml']) {
    const text = readFileSync(join(docker, name), 'utf8');
    const changed = name === file ? text.replace(from, to) : text;
    assert.ok(name !== file || changed !== text, `${file}: expected it to contain ${from}`);
    writeFileSync(join(folder, name), changed);
  }
  return lint(folder);
}

const broken = [
  ['Dockerfile', /FROM maven:\S+/, 'FROM maven', /Base Image Missing Tag/],
  ['Dockerfile', /FROM maven:\S+/, 'FROM maven:latest', /Base Image Latest Tag/],
  ['Dockerfile', 'FROM tools AS package', 'FROM tool AS package', /Base Image Missing Tag/],
  ['Dockerfile', '--from=package', '--from=pakage', /expected one of the stages tools, edge, package, unpacked, worker, dist, got pakage/],
  ['Dockerfile', '--from=unpacked', '--from=packed', /expected one of the stages .*, got packed/],
  ['Dockerfile', /FROM amazoncorretto:\S+/, 'FROM amazoncorretto', /Base Image Missing Tag/],
  ['Dockerfile', 'USER 1000:1000', 'USER root', /expected a USER other than root in the stage worker, got root/],
  ['Dockerfile', 'USER 1000:1000\n', '', /expected a USER other than root in the stage worker, got none/],
  ['Dockerfile', 'USER builder', 'USR builder', /USR/],
  ['Dockerfile', 'WORKDIR /edgepix', 'WORKDIR edgepix', /WORKDIR paths should be absolute/],
  ['Dockerfile', 'RUN ./dev native', 'RUN sudo ./dev native', /sudo/],
  ['Dockerfile', '"/bucket"]', '"/bucket"]\nCMD ["true"]', /only be one CMD/],
  ['compose.yaml', 'services:', 'version: "3"\nservices:', /no-version-field/],
  ['compose.yaml', 'network_mode: host', 'ports:\n      - "8080:8080"', /no-unbound-port-interfaces/],
  ['compose.yaml', 'cap_drop:', 'cap_dropped:', /invalid-schema/],
  ['compose.yaml', 'name: edgepix', '', /require-project-name-field/],
  ['compose.yaml', 'target: edge', 'target: edgy', /expected one of the stages .*, got edgy/],
];

describe('the linters of docker/', () => {
  it('report nothing for the files', async () => {
    assert.deepEqual(await lint(docker), []);
  });

  for (const [file, from, to, error] of broken) {
    it(`report ${JSON.stringify(to)} in ${file}`, async (t) => {
      assert.match((await complaintsOf(t, file, from, to)).join('\n'), error);
    });
  }
});
