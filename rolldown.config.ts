import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { thirdPartyLicenses } from "./scripts/third-party-licenses.ts";

/** npm marks a `bin` as executable when it installs it; this is for those who run it from a clone. */
const executable = (file: string): Plugin => ({
  name: "executable",
  writeBundle: ({ dir = "." }) => chmod(join(dir, file), 0o755),
});

/**
 * zod tells the compiler to skip a line of its types by a comment on the line before; bundling them joins the lines.
 * Without this, a program that checks the types of its libraries could not compile.
 */
const ignoredLines: Plugin = {
  name: "ignored-lines",
  renderChunk: (code) => code.replaceAll(/(\/\*\* @ts-ignore [^*]*\*\/) */g, "\n$1\n"),
};

/** Types of zod name `URL`, which a program without the types of Node or of a browser does not know. */
const knownNames: Plugin = {
  name: "known-names",
  renderChunk: (code) => (/: URL\b|\bURL[,;)>]/.test(code) ? `interface URL { readonly href: string }\n${code}` : null),
};

/** The program and the library. Tests build it into a directory of their own. */
export const bundle = defineConfig({
  input: { cli: "src/cli/bin.ts", index: "src/index.ts", testing: "src/testing/index.ts" },
  platform: "node",
  tsconfig: "tsconfig.json",
  // The UMD file that jsonc-parser gives to Node requires its parts in a way that no bundler can follow.
  resolve: { mainFields: ["module", "main"] },
  output: { dir: "dist", cleanDir: true, entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
  plugins: [thirdPartyLicenses("THIRD-PARTY-LICENSES.txt"), executable("cli.js")],
});

export default defineConfig([
  bundle,
  {
    // Files that need no types of other packages, since the published package has no dependencies.
    input: { index: "src/index.ts", testing: "src/testing/index.ts" },
    platform: "node",
    output: { dir: "dist" },
    checks: { bundlerTimings: false },
    plugins: [dts({ emitDtsOnly: true, tsconfig: "tsconfig.json" }), ignoredLines, knownNames],
  },
]);
