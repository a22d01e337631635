import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Writes the licences of every bundled package beside the bundle, as most of them ask for. Fails when one has none. */
export function thirdPartyLicenses(fileName: string): Plugin {
  return {
    name: "third-party-licenses",
    generateBundle() {
      const folders = [...this.getModuleIds()].flatMap(packageFolder);
      const source = [...new Set(folders)].map(notice).sort().join(`\n${"-".repeat(72)}\n\n`);
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}

/** The folder of the npm package that a module belongs to. */
function packageFolder(module: string): string[] {
  const folder = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(module)?.[1];
  return folder === undefined ? [] : [folder];
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)) : [];
  if (license === undefined && files.length === 0) throw new Error(`${name} ${version} in ${dirname(folder)} names no licence; it cannot be bundled.`);
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n") + "\n";
}
