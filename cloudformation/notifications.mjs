// Changes the notifications of a bucket: node notifications.mjs ID [ENTRIES] <CONFIGURATION
// Replaces the queue notifications ID and ID-requests by ENTRIES, a list in JSON, or removes them. Keeps all others. Prints
// the new configuration, or nothing if it equals the old one.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const targets = { QueueConfigurations: 'QueueArn', TopicConfigurations: 'TopicArn', LambdaFunctionConfigurations: 'LambdaFunctionArn' };

function rule(entry, name) {
  const rules = entry.Filter?.Key?.FilterRules ?? [];
  return rules.find((one) => one.Name.toLowerCase() === name)?.Value ?? '';
}

function covers(event, other) {
  return event === other || (event.endsWith(':*') && other.startsWith(event.slice(0, -1)));
}

function sharedEvent(entry, other) {
  return other.Events.find((event) => entry.Events.some((own) => covers(own, event) || covers(event, own)));
}

/** S3 refuses two notifications for an event if a key can match the prefixes and the suffixes of both. */
function overlap(entry, other) {
  const either = (a, b, test) => test(a, b) || test(b, a);
  return (
    either(rule(entry, 'prefix'), rule(other, 'prefix'), (a, b) => a.startsWith(b)) &&
    either(rule(entry, 'suffix'), rule(other, 'suffix'), (a, b) => a.endsWith(b)) &&
    sharedEvent(entry, other) !== undefined
  );
}

function refuseOverlaps(added, kept) {
  for (const [list, target] of Object.entries(targets)) {
    for (const other of kept[list] ?? []) {
      const entry = added.find((one) => overlap(one, other));
      if (entry !== undefined) {
        throw new Error(
          `the bucket already sends ${sharedEvent(entry, other)} of keys with the prefix '${rule(other, 'prefix')}' to ` +
            `${other[target]} (notification ${other.Id ?? 'without an Id'}), and S3 sends an event to one place only; ` +
            'set another pregenerate.prefix, or let that one use EventBridge',
        );
      }
    }
  }
}

/** Omits entries whose keys another entry covers. */
function withoutCovered(entries) {
  const prefix = (entry) => rule(entry, 'prefix');
  return entries.filter((one) => !entries.some((other) => other !== one && prefix(one).startsWith(prefix(other))));
}

/** S3 returns the names of rules in capitals, and events in any order. */
function comparable({ QueueConfigurations: queues = [], ...others }) {
  const entries = queues.map((entry) => ({
    ...entry,
    Events: [...entry.Events].sort(),
    Filter: { prefix: rule(entry, 'prefix'), suffix: rule(entry, 'suffix') },
  }));
  return { ...others, QueueConfigurations: entries.sort((a, b) => ((a.Id ?? '') < (b.Id ?? '') ? -1 : 1)) };
}

function changed(old, id, added) {
  const { QueueConfigurations: queues = [], ...others } = old;
  const kept = queues.filter((entry) => entry.Id !== id && entry.Id !== `${id}-requests`);
  refuseOverlaps(added, { ...others, QueueConfigurations: kept });
  const all = [...kept, ...added];
  return all.length === 0 ? others : { ...others, QueueConfigurations: all };
}

try {
  const [id, entries = '[]'] = process.argv.slice(2);
  if (id === undefined) {
    throw new Error('expected an Id: node notifications.mjs ID [ENTRIES] <CONFIGURATION');
  }
  const old = JSON.parse(readFileSync(0, 'utf8').trim() || '{}');
  const now = changed(old, id, withoutCovered(JSON.parse(entries)));
  if (!isDeepStrictEqual(comparable(old), comparable(now))) {
    console.log(JSON.stringify(now));
  }
} catch (error) {
  console.error(`dev: ${error.message}`);
  process.exitCode = 1;
}
