import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Account, id } from './account.mjs';

const role = `arn:aws:iam::${id}:role/cloudformation`;
const boundary = `arn:aws:iam::${id}:policy/limits/developers`;

/** Returns an account with both stacks. */
function both(t, ...options) {
  const account = new Account(t);
  account.bucket('edgepix-bucket-1abc');
  account.packagesPregenerate();
  const ended = account.deploy('--with-pregenerate', ...options);
  assert.equal(ended.code, 0, ended.err);
  return account;
}

function redeploy(account, ...options) {
  account.packages({ viewer: `newer ${options}` });
  const ended = account.deploy(...options);
  assert.equal(ended.code, 0, ended.err);
}

describe('deploy --tags', () => {
  it('tags all stacks', (t) => {
    const account = both(t, '--tags', 'owner=web team,cost=a=b,empty=');
    for (const stack of ['stack', 'stack-pregenerate']) {
      assert.equal(account.read(`${stack}/tags`), 'owner\tweb team\ncost\ta=b\nempty\t\n');
    }
  });

  it('replaces tags with the same key, and keeps all others', (t) => {
    const account = both(t, '--tags', 'owner=web,stage=test');
    redeploy(account, '--tags', 'stage=live,team=a b');
    assert.equal(account.read('stack/tags'), 'owner\tweb\nstage\tlive\nteam\ta b\n');
    redeploy(account);
    assert.equal(account.read('stack/tags'), 'owner\tweb\nstage\tlive\nteam\ta b\n');
  });

  it('removes all tags if it is empty', (t) => {
    const account = both(t, '--tags', 'owner=web');
    redeploy(account, '--tags', '');
    assert.equal(account.read('stack/tags').trim(), '');
  });
});

describe('deploy --role-arn', () => {
  it('is the role with which CloudFormation changes all stacks', (t) => {
    const account = both(t, '--role-arn', role);
    const deployments = account.calls().filter((call) => call.includes('cloudformation deploy'));
    assert.equal(deployments.length, 2);
    assert.ok(deployments.every((call) => call.includes(` --role-arn ${role} `)));
  });

  it('is kept by CloudFormation, so a later deployment does not name it', (t) => {
    const account = both(t, '--role-arn', role);
    account.forgetCalls();
    redeploy(account);
    assert.ok(account.calls().every((call) => !call.includes('--role-arn')));
  });
});

describe('deploy --permissions-boundary', () => {
  it('is a parameter of all stacks, which an empty value removes', (t) => {
    const account = both(t, '--permissions-boundary', boundary);
    assert.equal(account.parameters().PermissionsBoundaryArn, boundary);
    assert.equal(account.parameters('stack-pregenerate').PermissionsBoundaryArn, boundary);
    redeploy(account);
    assert.equal(account.parameters().PermissionsBoundaryArn, boundary);
    redeploy(account, '--permissions-boundary', '');
    assert.equal(account.parameters().PermissionsBoundaryArn, '');
  });

  it('is not a parameter of a template without roles', (t) => {
    const account = new Account(t);
    account.has('dist/template.yaml', account.read('dist/template.yaml').replace('PermissionsBoundaryArn', 'Other'));
    assert.equal(account.deploy('--permissions-boundary', boundary).code, 0);
    assert.equal(account.parameters().PermissionsBoundaryArn, undefined);
  });

  it('is refused by a template with roles that does not know it, since the AWS CLI would ignore it', (t) => {
    const account = new Account(t);
    const template = account.read('dist/template.yaml').replace('PermissionsBoundaryArn', 'Other');
    account.has('dist/template.yaml', `${template}  Role:\n    Type: AWS::IAM::Role\n`);
    const ended = account.deploy('--permissions-boundary', boundary);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /--permissions-boundary: expected a template with the parameter PermissionsBoundaryArn, got .*template\.yaml/);
    assert.ok(!account.operations().includes('cloudformation deploy'));
  });
});

describe('deploy --termination-protection', () => {
  it('on protects all stacks, and a later deployment changes nothing', (t) => {
    const account = both(t, '--termination-protection', 'on');
    redeploy(account);
    assert.equal(account.read('stack/protected'), 'True\n');
    assert.equal(account.read('stack-pregenerate/protected'), 'True\n');
  });

  it('off removes the protection', (t) => {
    const account = both(t, '--termination-protection', 'on');
    redeploy(account, '--termination-protection=off');
    assert.equal(account.read('stack/protected'), 'False\n');
    assert.equal(account.destroy('--yes').code, 0);
  });

  for (const stack of ['stack', 'stack-pregenerate']) {
    it(`on the ${stack} alone makes destroy delete nothing, and print what to do`, (t) => {
      const account = both(t);
      account.has(`${stack}/protected`, 'True');
      account.forgetCalls();
      const ended = account.destroy('--yes');
      assert.equal(ended.code, 1);
      const name = stack.replace('stack', 'edgepix');
      assert.match(ended.err, new RegExp(`the stack ${name} has termination protection, so nothing was deleted; .* aws cloudformation ` +
        `update-termination-protection --region us-east-1 --stack-name ${name} --no-enable-termination-protection`));
      assert.ok(!account.operations().some((operation) => /delete|put/.test(operation)), account.operations().join());
      const printed = ended.err.match(/run (aws cloudformation update-termination-protection .*)/)[1];
      assert.equal(account.run('bash', ['-c', printed]).code, 0);
      assert.equal(account.destroy('--yes').code, 0);
    });
  }

  it('on the pregenerate stack makes --without-pregenerate delete nothing', (t) => {
    const account = both(t, '--termination-protection', 'on');
    account.forgetCalls();
    const ended = account.deploy('--without-pregenerate');
    assert.equal(ended.code, 1);
    assert.match(ended.err, /the stack edgepix-pregenerate has termination protection, so nothing was deleted/);
    assert.ok(!account.operations().some((operation) => /delete|put/.test(operation)));
  });
});

describe('these options', () => {
  const refused = {
    '--tags': ['owner', '=x', 'a=b,', 'a=b,,c=d', 'aws:x=y', 'AWS:x=y', 'a=1,a=2', 'a=$(touch x)', 'ä=b', `${'k'.repeat(129)}=v`],
    '--role-arn': ['', 'admin', `arn:aws:iam::${id}:user/ann`, `${role} x`],
    '--permissions-boundary': ['limits', role],
    '--termination-protection': ['', 'yes'],
  };
  for (const [option, values] of Object.entries(refused)) {
    it(`refuse malformed values: ${option}`, (t) => {
      const account = new Account(t);
      for (const value of values) {
        const ended = account.deploy(option, value);
        assert.equal(ended.code, 1, value);
        assert.ok(ended.err.startsWith(`dev: ${option}: expected `), ended.err);
      }
      assert.deepEqual(account.calls(), []);
    });
  }
});
