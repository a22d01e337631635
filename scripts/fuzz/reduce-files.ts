import type { Files } from "./seed-repositories.ts";

/** The failing files with everything taken out that the failure does not need: whole files, then runs of lines, then of characters. */
export function reduceFiles(files: Files, fails: (files: Files) => boolean): Files {
  let current = files;
  for (const path of Object.keys(files)) {
    const rest = Object.fromEntries(Object.entries(current).filter(([other]) => other !== path));
    if (fails(rest)) current = rest;
  }
  for (const path of Object.keys(current)) {
    const inPlace = (text: string): Files => ({ ...current, [path]: text });
    for (const separator of ["\n", ""]) {
      const parts = reduceList((current[path] ?? "").split(separator), (list) => fails(inPlace(list.join(separator))));
      current = inPlace(parts.join(separator));
    }
  }
  return current;
}

/** Takes out runs of elements, long ones first, as long as the rest still fails. */
function reduceList(list: readonly string[], fails: (list: readonly string[]) => boolean): readonly string[] {
  let current = list;
  for (let length = Math.max(1, current.length >> 1); ; length >>= 1) {
    for (let at = 0; at < current.length;) {
      const rest = [...current.slice(0, at), ...current.slice(at + length)];
      if (fails(rest)) current = rest;
      else at += length;
    }
    if (length <= 1) return current;
  }
}
