import { sha1 } from "./sha1.ts";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReadObserver } from "../core/read-observer.ts";
import { gitState } from "./git-state.ts";
import { existenceSignature, pathSignature } from "./path-signature.ts";

/** What an audit looked at, and how it was: a line for each path with a mark in front, and what identifies the state of all of them. */
export interface FootprintRecord {
  readonly paths: readonly string[];
  readonly digest: string;
}

/** Clocks of file systems go in steps of up to 10 ms; those of old ones go in steps of two seconds. */
const steps = { fine: 20, coarse: 2_500 };
/** More directories than this are not worth being watched. */
const mostFolders = 1_000;

/** Writes down what an audit looks at. A path is looked at before the audit reads it, so that a change in between is seen the next time. */
export class Footprint implements ReadObserver {
  readonly #began = Date.now();
  readonly #seen = new Set<string>();
  readonly #hash = sha1();
  readonly #onPath: ((path: string) => void) | undefined;
  #certain = true;

  /** `onPath` is told of each path that is read or listed, before. */
  constructor(onPath?: (path: string) => void) {
    this.#onPath = onPath;
  }

  path(path: string): void {
    const { text, changed } = this.#add(`=${path}`, () => {
      this.#onPath?.(path);
      return pathSignature(path);
    });
    // What changed just now may change again without its time changing.
    const step = changed % 1000 === 0 ? steps.coarse : steps.fine;
    if (changed > this.#began - step && text !== "") this.#certain = false;
  }

  existence(path: string): void {
    this.#add(`?${path}`, () => ({ text: existenceSignature(path), changed: 0 }));
  }

  below(path: string): void {
    const folders = [path];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      this.path(folder);
      folders.push(...foldersIn(folder));
      if (this.#seen.size + folders.length > mostFolders) {
        this.#certain = false;
        return;
      }
    }
  }

  history(path: string, object?: string): void {
    const { exist, read } = gitState(path, object);
    for (const one of exist) this.existence(one);
    for (const one of read) this.path(one);
  }

  unobservable(): void {
    this.#certain = false;
  }

  /** Undefined when it could not be told later whether something changed. */
  record(): FootprintRecord | undefined {
    return this.#certain ? { paths: [...this.#seen], digest: this.#hash.copy().digest("hex") } : undefined;
  }

  #add(
    line: string,
    look: () => { readonly text: string; readonly changed: number },
  ): { readonly text: string; readonly changed: number } {
    if (this.#seen.has(line)) return { text: "", changed: 0 };
    this.#seen.add(line);
    const signature = look();
    this.#hash.update(`${line}\0${signature.text}\n`);
    return signature;
  }
}

/** Whether everything is as it was. */
export function isUnchanged({ paths, digest }: FootprintRecord): boolean {
  const hash = sha1();
  for (const line of paths) {
    const path = line.slice(1);
    hash.update(`${line}\0${line.startsWith("?") ? existenceSignature(path) : pathSignature(path).text}\n`);
  }
  return hash.digest("hex") === digest;
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git")
      .map(({ name }) => join(path, name));
  } catch {
    return [];
  }
}
