import type { Answer, History, Snapshot } from "../../core/snapshot.ts";

/** A history made of an object. What it does not hold has not happened. */
export interface MemoryHistory {
  /** Full object names of commits. */
  readonly commits?: readonly string[];
  /** Paths that were renamed, from old to new. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Paths that are gone; renamed ones need not be listed. */
  readonly gone?: readonly string[];
  /** Names of branches that are not merged. */
  readonly branches?: readonly string[];
}

/** Answers from an object; without one nothing is known. `days` are the trees at the end of some days, by ISO 8601 date. */
export function memoryHistory(history: MemoryHistory | undefined, days: ReadonlyMap<string, Snapshot>): History {
  const nothing = { kind: "unknown", reason: "there is no git history" } as const;
  const known = <Value>(value: Value): Answer<Value> => (history === undefined ? nothing : { kind: "known", value });
  return {
    commit: (id) => {
      if (history === undefined) return nothing;
      return { kind: history.commits?.some((commit) => commit.startsWith(id)) === true ? "exists" : "missing" };
    },
    renamed: (path) => known(Object.entries(history?.renamed ?? {}).find(([from]) => from === path)?.[1]),
    existed: (path) => {
      const name = path.replace(/\/$/, "");
      const former = [...(history?.gone ?? []), ...Object.keys(history?.renamed ?? {})];
      return known(former.some((one) => one === name || one.startsWith(`${name}/`)));
    },
    branches: () => known(history?.branches ?? []),
    at: (day) => {
      const last = [...days.keys()]
        .filter((one) => one <= day)
        .sort()
        .at(-1);
      const snapshot = last === undefined ? undefined : days.get(last);
      if (snapshot !== undefined) return { kind: "known", value: snapshot };
      return history === undefined ? nothing : { kind: "unknown", reason: `the history begins after ${day}` };
    },
  };
}
