/** What the maps of a tree are asked. */
export interface Lookup<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
}

/** So many changes lie over the entries before both are made one. */
const mostChanges = 64;

/** A map of which copies are cheap, for trees that differ in a few entries out of thousands: the entries are shared, the changes are copied. */
export class LayeredMap<Value> implements Lookup<Value> {
  readonly #entries: ReadonlyMap<string, Value>;
  readonly #changes: Map<string, { readonly value: Value } | undefined>;

  constructor(entries: ReadonlyMap<string, Value> = new Map(), changes: ReadonlyMap<string, { readonly value: Value } | undefined> = new Map()) {
    this.#entries = entries;
    this.#changes = new Map(changes);
  }

  /** A map of its own with the same entries. */
  copy(): LayeredMap<Value> {
    if (this.#changes.size <= mostChanges) return new LayeredMap(this.#entries, this.#changes);
    const entries = new Map(this.#entries);
    for (const [key, change] of this.#changes) {
      if (change === undefined) entries.delete(key);
      else entries.set(key, change.value);
    }
    return new LayeredMap(entries);
  }

  get(key: string): Value | undefined {
    const change = this.#changes.get(key);
    if (change !== undefined) return change.value;
    return this.#changes.has(key) ? undefined : this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#changes.has(key) ? this.#changes.get(key) !== undefined : this.#entries.has(key);
  }

  set(key: string, value: Value): void {
    this.#changes.set(key, { value });
  }

  delete(key: string): void {
    this.#changes.set(key, undefined);
  }

  *keys(): Generator<string> {
    for (const key of this.#entries.keys()) if (!this.#changes.has(key)) yield key;
    for (const [key, change] of this.#changes) if (change !== undefined) yield key;
  }
}
