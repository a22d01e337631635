/**
 * What is derived from an object that never changes, such as an index over the claims of a tree: computed when it is first asked for, and kept for as long
 * as the object lives. Made once for each thing that is derived, beside the function that derives it.
 */
export function derived<Key extends object, Value>(): (key: Key, derive: () => Value) => Value {
  const values = new WeakMap<Key, { readonly value: Value }>();
  return (key, derive) => {
    const found = values.get(key) ?? { value: derive() };
    values.set(key, found);
    return found.value;
  };
}
