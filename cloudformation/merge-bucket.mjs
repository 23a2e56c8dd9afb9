// Plans and checks a change of the policy or the lifecycle of a bucket, for ./dev deploy --merge-policy:
//   node merge-bucket.mjs plan  OLD ADDED [IDENTITIES [DISTRIBUTIONS]]   prints the merged one, or nothing if all is there
//   node merge-bucket.mjs check OLD ADDED NEW                            fails if any other element has changed
// All arguments are texts. IDENTITIES lists each origin access identity of the account with its canonical user, and
// DISTRIBUTIONS the ARNs of its distributions, or unknown.
import { isDeepStrictEqual } from 'node:util';
import { kept, kindOf, list, merge } from './merging.mjs';

// Statements that a stack has only under some configurations. Without them, they are removed.
const OPTIONAL = ['EdgepixClosesDocuments', 'EdgepixClosesDocumentsToControl'];

const identityArn = (id) => `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${id}`;

const [command, oldText, addedText, ...more] = process.argv.slice(2);
const old = JSON.parse(oldText || '{}');
const added = list(JSON.parse(addedText));
const kind = kindOf(added);

function words(text) {
  return (text ?? '').split('\n').filter((line) => line !== '' && line !== 'None').map((line) => line.split('\t'));
}

function plan([identities, distributions]) {
  const arns = new Map(words(identities).map(([id, user]) => [user, identityArn(id)]));
  const live = new Set([...arns.values(), ...words(distributions).map(([arn]) => arn)]);
  const knows = identities !== 'unknown' && distributions !== 'unknown';
  const before = new Map(list(old[kind.list]).map((one) => [one[kind.id], one]));
  // A stack that changes from an identity to an access control has statements for both.
  const ours = added.flatMap((one) => ownersOf(one, arns));
  for (const one of added) {
    const theirs = ownersOf(before.get(one[kind.id]), arns).filter((owner) => !ours.includes(owner));
    const used = theirs.find((owner) => live.has(owner) || !knows);
    if (used !== undefined) {
      throw new Error(`the policy already has a statement ${one.Sid}, for ${used}; if another stack uses the bucket, give its statements ` +
        'another Sid first, else remove that statement');
    }
  }
  const same = added.every((one) => isDeepStrictEqual(normal(before.get(one[kind.id]), arns), normal(one, arns)));
  const rest = withoutOptional((one) => {
    const owners = ownersOf(one, arns);
    return owners.length > 0 && owners.every((owner) => ours.includes(owner));
  });
  return same && rest === old ? '' : JSON.stringify(merge(rest, added, kind));
}

/** Returns the old policy without optional statements that are no longer wanted and meet a condition. */
function withoutOptional(condition) {
  const stay = list(old[kind.list]).filter(
    (one) => !OPTIONAL.includes(one[kind.id]) || added.some((other) => other[kind.id] === one[kind.id]) || !condition(one),
  );
  return stay.length === list(old[kind.list]).length ? old : { ...old, [kind.list]: stay };
}

// S3 turns the canonical user of an identity into its ARN.
function normal(one, arns) {
  const user = one?.Principal?.CanonicalUser;
  return user !== undefined && arns.has(user) ? { ...one, Principal: { AWS: arns.get(user) } } : one;
}

/** Returns the identities and distributions to which a statement applies. */
function ownersOf(one, arns) {
  const { Principal, Condition } = normal(one, arns) ?? {};
  const sources = Object.values(Condition ?? {}).flatMap((test) =>
    Object.entries(test).filter(([key]) => key.toLowerCase() === 'aws:sourcearn').flatMap(([, value]) => value));
  return [...list(Principal?.AWS), ...list(Principal?.CanonicalUser), ...sources].filter((owner) => owner !== '*');
}

function check([newText]) {
  const now = JSON.parse(newText || '{}');
  const missing = added.find((one) => !list(now[kind.list]).some((other) => other[kind.id] === one[kind.id]));
  if (missing !== undefined) {
    throw new Error(`expected ${missing[kind.id]} after the change, got none`);
  }
  const others = (policy) => kept(policy, added, kind).filter((one) => !OPTIONAL.includes(one[kind.id]));
  if (!isDeepStrictEqual(others(now), others(old)) || now.Id !== old.Id) {
    throw new Error('elements that the change did not concern are different after it');
  }
  return '';
}

try {
  if (kind === undefined) throw new Error('expected policy statements or lifecycle rules, got neither');
  process.stdout.write(command === 'plan' ? plan(more) : check(more));
} catch (error) {
  console.error(`dev: ${error.message}`);
  process.exitCode = 1;
}
