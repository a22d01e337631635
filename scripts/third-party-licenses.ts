import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** How packages named their licences before 2015. */
  readonly licenses?: readonly { readonly type: string }[];
}

/** Writes the licences of every bundled package beside the bundle, as most of them ask for. Fails when one has none. */
export function thirdPartyLicenses(fileName: string): Plugin {
  return {
    name: "third-party-licenses",
    generateBundle() {
      const folders = new Set([...this.getModuleIds()].flatMap(packageFolder));
      this.emitFile({ type: "asset", fileName, source: licenseNotices([...folders]) });
    },
  };
}

/** The folder of the npm package that a module belongs to. */
function packageFolder(module: string): string[] {
  const folder = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(module)?.[1];
  return folder === undefined ? [] : [folder];
}

/** What each package states, sorted; the words of a licence that several share appear once, after what only they say: name, version and copyright. */
export function licenseNotices(folders: readonly string[]): string {
  const groups = new Map<string, Notice[]>();
  for (const notice of folders.map(licenseNotice).sort((one, other) => (one.title < other.title ? -1 : 1))) {
    const key = notice.words.replaceAll(/\s+/g, " ");
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()]
    .map((notices) => {
      const own = notices.map(({ title, copyright }) => [title, ...copyright].join("\n"));
      return `${[...own, notices[0]?.words ?? ""].join("\n\n")}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}

interface Notice {
  /** Name, version and the name of the licence. */
  readonly title: string;
  /** Its lines that say who has the copyright. */
  readonly copyright: readonly string[];
  /** All other words of the licence. */
  readonly words: string;
}

/** Sentences of a licence may have a line that begins with “Copyright”, too, but without a year or a sign. */
function isCopyright(line: string): boolean {
  return /^\s*(?:Copyright|\(c\)|©)/.test(line) && /\d{4}|\([Cc]\)|©/.test(line);
}

function licenseNotice(folder: string): Notice {
  const { name, version, license, licenses = [] } = JSON.parse(read(folder, "package.json")) as Manifest;
  const named = license ?? licenses.map((one) => one.type).join(" or ");
  const texts = licenseTexts(folder);
  if (named === "" || texts.length === 0)
    throw new Error(`${name} ${version} (${folder}) does not state its licence; it cannot be bundled.`);
  const lines = texts.join("\n\n").split("\n");
  return {
    title: `${name} ${version} (${named})`,
    copyright: lines.filter(isCopyright).map((line) => line.trim()),
    words: lines
      .filter((line) => !isCopyright(line))
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

/** The licence files of a package, or else what its README says below the heading “License”. */
function licenseTexts(folder: string): string[] {
  const files = readdirSync(folder).sort();
  const own = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).map((file) => read(folder, file));
  if (own.length > 0) return own;
  const readmes = files.filter((file) => /^readme/i.test(file)).map((file) => read(folder, file));
  return readmes.flatMap((text) => /^#* *licen[cs]e\b[\s\S]*/im.exec(text)?.[0] ?? []);
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}
