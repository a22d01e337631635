import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The versions that the figures are about: the newest that run on Node 20 (markdownlint-cli2 needs Node 22 from 0.23 on). */
export const peerVersions = {
  "@fission-ai/openspec": "1.13.2",
  "markdownlint-cli2": "0.22.1",
  "remark-cli": "12.0.1",
  "remark-validate-links": "13.1.0",
} as const;

/** What Node runs, without the start of npx. */
const programs = {
  markdownlint: "markdownlint-cli2/markdownlint-cli2-bin.mjs",
  openspec: "@fission-ai/openspec/bin/openspec.js",
  remark: "remark-cli/cli.js",
  remarkValidateLinks: "remark-validate-links/index.js",
} as const;

/** The absolute path of each program. */
export type Peers = Readonly<Record<keyof typeof programs, string>>;

/**
 * Installs the peers beside the project, never as dependencies of it, when they are not there in these versions. They run no scripts of
 * their own when they are installed.
 */
export function installPeers(directory = join(tmpdir(), "queue-lint-bench-peers")): Peers {
  const manifest = JSON.stringify({ private: true, dependencies: peerVersions }, undefined, 2);
  const done = join(directory, "installed.json");
  if (!existsSync(done) || readFileSync(done, "utf8") !== manifest) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "package.json"), manifest);
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], {
      cwd: directory,
      stdio: ["ignore", "ignore", "inherit"],
    });
    writeFileSync(done, manifest);
  }
  const path = (program: keyof typeof programs): string => join(directory, "node_modules", programs[program]);
  return {
    markdownlint: path("markdownlint"),
    openspec: path("openspec"),
    remark: path("remark"),
    remarkValidateLinks: path("remarkValidateLinks"),
  };
}
