import type { BoxWords } from "../core/layout.ts";
import type { CreatedFile } from "../core/unit.ts";
import type { UnitFile } from "./unit-file.ts";

/** What may come before the verb, one after the other: a bullet, a box, the id of a step, a mark in brackets, a label. */
const leads = [
  /^[>\s]+/,
  /^(?:[-*+]|\d+[.)])\s+/,
  /^\[[^\]]?\uFE0F?\]\s+/u,
  /^(?:[A-Z]{1,3}\d+[a-z]?|\d+(?:\.\d+)+)[.:]?\s+/,
  /^\[[A-Z]+\d*\]\s+/,
  /^\*\*/,
  /^(?:step|task) \d+(?:\.\d+)*[:.]? (?:[—–-] )?/i,
] as const;
/** More leads than these are no sentence. */
const mostLeads = 8;
/** More files than these say nothing more. */
const mostFiles = 200;

/** The files that a plan says are new: "- Create: `src/a.ts`", "- [ ] T005 Create src/a.ts with …", each once, at its first place. */
export function readCreatedFiles(file: UnitFile, { creating }: BoxWords): CreatedFile[] {
  const found = new Map<string, CreatedFile>();
  file.lines.forEach(({ text, code }, index) => {
    if (code || found.size >= mostFiles) return;
    for (const path of createdIn(text, creating))
      if (!found.has(path)) found.set(path, { text: path, location: file.locate(index + 1), quote: text.trim() });
  });
  return [...found.values()];
}

function createdIn(line: string, verbs: readonly string[]): string[] {
  const words = withoutLead(line);
  const small = words.toLowerCase();
  const verb = verbs.find((one) => small.startsWith(one) && !/^[\p{L}\p{N}_-]/u.test(small.slice(one.length)));
  return verb === undefined ? [] : pathsIn(words.slice(verb.length));
}

function withoutLead(line: string): string {
  let rest = line;
  for (let round = 0; round < mostLeads; round += 1) {
    const match = leads.map((lead) => lead.exec(rest)).find((one) => one !== null);
    if (match === undefined || match === null) return rest;
    rest = rest.slice(match[0].length);
  }
  return rest;
}

const path = /`([^`\s]+)`|(?<![\w./@-])((?:[\w@.-]+\/)+[\w@.-]+\.\w+)(?![\w/])/g;
const listed = /^(?:[\s,+&、]|and|und|et)+$/u;

/** The first path of a sentence, and those that are listed right after it. */
function pathsIn(text: string): string[] {
  const paths: string[] = [];
  let end = 0;
  for (const match of text.matchAll(path)) {
    const named = (match[1] ?? match[2] ?? "").replace(/^\.\//, "").replace(/:\d.*$/, "");
    if (!isFile(named) || (paths.length > 0 && !listed.test(text.slice(end, match.index)))) break;
    paths.push(named);
    end = match.index + match[0].length;
  }
  return paths;
}

/** A path below a directory whose file has an ending; patterns, placeholders and addresses are none. */
function isFile(text: string): boolean {
  const at = text.lastIndexOf("/");
  return at > 0 && /\.\w+$/.test(text.slice(at + 1)) && !/[<>{}*?$|\\()]|:\/\//.test(text);
}
