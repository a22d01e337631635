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
      const source = [...folders]
        .map(licenseNotice)
        .sort()
        .join(`\n${"-".repeat(72)}\n\n`);
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}

/** The folder of the npm package that a module belongs to. */
function packageFolder(module: string): string[] {
  const folder = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(module)?.[1];
  return folder === undefined ? [] : [folder];
}

/** Name, version and licence of a package, with the words of the licence. */
export function licenseNotice(folder: string): string {
  const { name, version, license, licenses = [] } = JSON.parse(read(folder, "package.json")) as Manifest;
  const named = license ?? licenses.map((one) => one.type).join(" or ");
  const texts = licenseTexts(folder);
  if (named === "" || texts.length === 0)
    throw new Error(`${name} ${version} (${folder}) does not state its licence; it cannot be bundled.`);
  return `${[`${name} ${version} (${named})`, ...texts].join("\n\n")}\n`;
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
  return readFileSync(join(folder, file), "utf8").trim();
}
