import type { Settings } from "../../core/settings.ts";
import { readStatusWords } from "../../core/status-words.ts";
import { isImplemented } from "./is-implemented.ts";

type Words = Pick<Settings, "statuses">;

/** A status without the words that explain it, which belong to its own spec: “Shipped” of “Shipped (v2, with the pier)”. */
export function decidingWord(status: string, { statuses }: Words): string | undefined {
  return readStatusWords(status, statuses.all)?.word;
}

/** The word that most of those statuses use which say implemented; undefined when none does. */
export function usualDone(stated: readonly string[], settings: Words): string | undefined {
  const done = stated.flatMap((status) =>
    isImplemented(status, settings) ? (decidingWord(status, settings) ?? []) : [],
  );
  const count = (word: string): number => done.filter((other) => other === word).length;
  return [...new Set(done)].sort((one, other) => count(other) - count(one))[0];
}
