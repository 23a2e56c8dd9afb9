// Merges statements into a policy, or rules into a lifecycle. Elements with the same Sid or ID are replaced.

const kinds = {
  statement: { list: 'Statement', id: 'Sid', rest: ({ Version, Id }) => ({ Version: Version ?? '2012-10-17', Id }) },
  rule: { list: 'Rules', id: 'ID', rest: () => ({}) },
};

export function list(value) {
  return value === undefined ? [] : [value].flat();
}

/** Returns the kind of the added elements, or undefined if they are neither statements nor rules. */
export function kindOf(added) {
  const has = (name) => added.length > 0 && added.every((one) => one?.[name] !== undefined);
  if (has('Effect')) return kinds.statement;
  return has('Status') ? kinds.rule : undefined;
}

/** Returns the elements that a merge keeps. */
export function kept(old, added, kind) {
  const replaced = new Set(added.map((one) => one[kind.id]).filter((id) => id !== undefined));
  return list(old[kind.list]).filter((one) => !replaced.has(one[kind.id]));
}

export function merge(old, added, kind) {
  return { ...kind.rest(old), [kind.list]: [...kept(old, added, kind), ...added] };
}
