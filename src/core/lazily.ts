/** Computes a value when it is first asked for, and once only. What `compute` throws is thrown again each time. */
export function lazily<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}
