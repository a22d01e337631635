/** Computes a value when it is first asked for, and once only. What `compute` throws is thrown again each time. */
export function lazily<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** An object with more fields, each computed when it is first asked for. A copy of the object computes them all. */
export function withLazy<Own extends object, Late extends object>(
  own: Own,
  late: { readonly [Key in keyof Late]: () => Late[Key] },
): Own & Late {
  for (const [key, compute] of Object.entries(late) as [string, () => unknown][])
    Object.defineProperty(own, key, { get: lazily(compute), enumerable: true });
  return own as Own & Late;
}
