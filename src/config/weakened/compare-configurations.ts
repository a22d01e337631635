import type { ConfigFile } from "../../core/config-file.ts";
import type { ConfigurationChange, Weakening } from "../../core/configuration-change.ts";
import { startOf, type Location } from "../../core/location.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import { formerColumns, formerKeys } from "../former-keys.ts";
import { parseText } from "../parse-config.ts";
import type { ConfiguredTree, KeyComparer, WeakenedKey } from "./configured-tree.ts";
import { weakenedBaseline } from "./weakened-baseline.ts";
import { weakenedInputs } from "./weakened-inputs.ts";
import { weakenedRules } from "./weakened-rules.ts";
import { weakenedWords } from "./weakened-words.ts";

const comparers: readonly KeyComparer[] = [weakenedRules, weakenedInputs, weakenedWords, weakenedBaseline];

/** What the configuration of a tree weakens, compared with that of an earlier one. A tree without a configuration has the defaults. Pure. */
export function compareConfigurations(before: ConfiguredTree, after: ConfiguredTree): ConfigurationChange {
  const compared = comparers.map((compare) => compare(before, after));
  return {
    weakened: compared.flatMap(({ weakened }) => weakened).map((key) => weakening(key, before, after)),
    unknown: compared.flatMap(({ unknown }) => unknown),
    isIntroduction: before.file === undefined && !showsUse(before.snapshot),
  };
}

function weakening({ path, was, is }: WeakenedKey, before: ConfiguredTree, after: ConfiguredTree): Weakening {
  const key = path.filter((part) => typeof part === "string").join(".");
  return { key, was, is, text: key, location: placeOf(path, after.file ?? before.file) };
}

/** The place of the key, under whichever of its names it has; of what is not there, that of the nearest key around it. */
function placeOf(path: readonly (string | number)[], file: ConfigFile | undefined): Location {
  if (file === undefined) return startOf(".");
  const { locate } = parseText(file);
  const top = locate([], "key");
  const places = spellings(path).map((one) => locate(one, typeof one.at(-1) === "number" ? "value" : "key"));
  const { line, column } = places.find((place) => place.line !== top.line || place.column !== top.column) ?? top;
  const offset = offsetOf(file.text, line) + column - 1;
  return { path: file.path, line, column, endLine: line, endColumn: column, offset, endOffset: offset };
}

function spellings(path: readonly (string | number)[]): (string | number)[][] {
  const former = Object.entries({ ...formerKeys, ...formerColumns });
  const others = former.map(([name, present]) => path.map((part) => (part === present ? name : part)));
  return [[...path], ...others.filter((one) => one.some((part, index) => part !== path[index]))];
}

function offsetOf(text: string, line: number): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  return starts[line - 1] ?? 0;
}

/** Files in which a repository says what checks it. */
const checkFiles = ["package.json", ".pre-commit-config.yaml", "lefthook.yml", "lefthook.yaml", ".gitlab-ci.yml"];
const checkFolders = [".github/workflows", ".forgejo/workflows", ".gitea/workflows", ".husky"];

/** Whether a tree without a configuration is checked by queue-lint nevertheless. */
function showsUse(snapshot: Snapshot): boolean {
  const inFolders = checkFolders.flatMap((folder) =>
    snapshot
      .entries(folder)
      .filter(({ kind }) => kind === "file")
      .map(({ name }) => `${folder}/${name}`),
  );
  return [...checkFiles, ...inFolders].some((path) => {
    const result = snapshot.read(path);
    return result.ok && result.text.includes("queue-lint");
  });
}
