import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { minifySync, type MinifyOptions } from "rolldown/utils";
import { dts } from "rolldown-plugin-dts";
import { programChunks } from "./scripts/program-chunks.ts";
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

/** Comments of packages, a third of the types, explain what only their own users call. Those of our own types stay: editors show them. */
const ownCommentsOnly: Plugin = {
  name: "own-comments-only",
  transform: (code, id) =>
    /[/\\]node_modules[/\\].*\.d\.[cm]?ts$/.test(id) ? code.replaceAll(/\/\*\*(?! @ts-ignore)[\s\S]*?\*\//g, "") : null,
};

/** Types of zod name `URL`, which a program without the types of Node or of a browser does not know. */
const knownNames: Plugin = {
  name: "known-names",
  renderChunk: (code) => (/: URL\b|\bURL[,;)>]/.test(code) ? `interface URL { readonly href: string }\n${code}` : null),
};

/**
 * commander loads what starts other programs before anybody asks for a subcommand that is one. None is here, and loading it takes a third of
 * the time in which `--version` is printed.
 */
const noSubprograms: Plugin = {
  name: "no-subprograms",
  transform: (code, id) =>
    /[/\\]commander[/\\]lib[/\\]command\.js$/.test(id)
      ? code.replace("require('node:child_process')", "{ get spawn() { return require('node:child_process').spawn; } }")
      : null,
};

/**
 * The server of the MCP takes ajv for Node, which is half of it; the checker of schemas that it has for other platforms does the same. Neither is ever
 * called: nothing here asks an agent for an answer of a schema.
 */
const smallSchemaChecker: Plugin = {
  name: "small-schema-checker",
  resolveId: (id) => (id === "@modelcontextprotocol/server/_shims" ? `\0${id}` : null),
  load: (id) =>
    id === "\0@modelcontextprotocol/server/_shims"
      ? `export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from "@modelcontextprotocol/server/validators/cf-worker";
export { default as process } from "node:process";`
      : null,
};

/** What every command loads, in one chunk: each file that Node has to find takes most of a millisecond. What is not named here is loaded all the same. */
const ofEveryCommand = [
  /[/\\]node_modules[/\\](?:commander|fastest-levenshtein)[/\\]/,
  /[/\\]src[/\\](?:core|cli[/\\]commands)[/\\]/,
  /[/\\]src[/\\]cli[/\\](?:start|main|process-io|standard-stream|program|describe-failure|exit-code|fix-flags|io|options|unknown-command)\./,
  /[/\\]src[/\\](?:config[/\\](?:nearest-word|resolved-config)|reporters[/\\](?:printable|reporter-loaders|timeline-chart)|engine[/\\](?:change-baseline|format-baseline))\./,
];

/** Packages that an audit may do without: the parser where documents are plain, YAML, TOML and JSON with comments where no file is written in it, globs where no setting has one, ignore files where every path exists, widths of characters where lines are not broken. Each is a chunk of its own. */
const onDemand = {
  micromark: /[/\\]node_modules[/\\](?:micromark|mdast-util|character-entities|decode-named|unist-util|fault|format)/,
  yaml: /[/\\]node_modules[/\\]yaml[/\\]/,
  toml: /[/\\]node_modules[/\\](?:toml-eslint-parser|eslint-visitor-keys)[/\\]/,
  jsonc: /[/\\]node_modules[/\\]jsonc-parser[/\\]/,
  widths:
    /[/\\]node_modules[/\\](?:wrap-ansi|string-width|strip-ansi|ansi-regex|ansi-styles|emoji-regex|get-east-asian-width)[/\\]/,
  ignore: /[/\\]node_modules[/\\]ignore[/\\]/,
  globs:
    /[/\\]node_modules[/\\](?:globby|fast-glob|micromatch|picomatch|braces|fill-range|to-regex-range|is-number|is-glob|is-extglob|glob-parent|merge2|slash|unicorn-magic|is-path-inside|run-parallel|queue-microtask|reusify|fastq|@nodelib)[/\\]/,
};

/** Loads these chunks when something in them is called. A static import would load them with the chunk that has it: they take a sixth of the start. */
const loadOnDemand: Plugin = {
  name: "load-on-demand",
  renderChunk: (code) => {
    const names = Object.keys(onDemand).join("|");
    const chunks = calledWhenUsed(
      code,
      new RegExp(`^const (require_(?:${names})(?:\\$\\d+)?) = (require\\("[^"]+"\\));$`, "gm"),
    );
    // A package of CommonJS is a function in its chunk; one without a default export is given one.
    const text = calledWhenUsed(
      chunks,
      new RegExp(
        `^var (import_[\\w$]+) = ((?:/\\* @__PURE__ \\*/ )?(?:[\\w.]*__toESM\\()?require_(?:${names})(?:\\$\\d+)?\\(\\)\\.\\w+\\(\\)(?:, 1\\))?);$`,
        "gm",
      ),
    );
    return text === code ? null : text;
  },
};

/** Makes functions of the declarations that a pattern finds, by their names and values, and calls them wherever a property of them is read. */
function calledWhenUsed(code: string, declaration: RegExp): string {
  const names = [...code.matchAll(declaration)].map(([, name = ""]) => name);
  const declared = code.replaceAll(
    declaration,
    (_, name: string, value: string) => `let value_of_${name};\nconst ${name} = () => (value_of_${name} ??= ${value});`,
  );
  return names.reduce(
    (text, name) =>
      text.replaceAll(new RegExp(`(?<![\\w$])${name.replaceAll("$", String.raw`\$`)}\\.`, "g"), () => `${name}().`),
    declared,
  );
}

/** Names of functions stay in code of our own: a stack trace shows them. */
const compact = (isOwn: boolean): MinifyOptions => ({
  compress: true,
  mangle: { toplevel: true, keepNames: isOwn },
  codegen: { removeWhitespace: true },
});

/** The package is a third smaller when its code is compressed. */
const compactCode: Plugin = {
  name: "compact-code",
  generateBundle: (_, bundle) => {
    const own = ["src", "rules"].map((folder) => join(import.meta.dirname, folder));
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk" || !file.fileName.endsWith("js")) continue;
      const isOwn = file.moduleIds.some((id) => own.some((folder) => id.startsWith(folder)));
      file.code = minifySync(file.fileName, file.code, compact(isOwn)).code;
    }
  },
};

/** Node reads a file of nothing but ASCII faster, and keeps it in half the memory. An escape means the same in strings, in patterns and in templates of patterns. */
const onlyAscii: Plugin = {
  name: "only-ascii",
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === "chunk")
        file.code = file.code.replaceAll(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
    }
  },
};

const bin = "src/cli/bin.ts";

/** The entry points of the library, by the names of their files. */
const library = { index: "src/index.ts", rules: "src/rules.ts", testing: "src/testing/index.ts" };

/** Gives each entry point of the library a file for `import` that holds nothing but the names: program and library, `import` and `require` share one set of chunks. */
const importable: Plugin = {
  name: "importable",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk" || !Object.hasOwn(library, file.name) || !file.isEntry) continue;
      const names = file.exports.map((name) => `export const ${name} = entry.${name};\n`);
      const source = [`import entry from "./${file.fileName}";\n`, ...names].join("");
      this.emitFile({ type: "asset", fileName: `${file.name}.js`, source });
    }
  },
};

/** The types of an entry point are those of what `require` gives; for `import` they are handed on. */
const importableTypes: Plugin = {
  name: "importable-types",
  generateBundle(_, bundle) {
    // What the bundler itself needs at run time has no types.
    for (const [path, file] of Object.entries(bundle))
      if (file.name === "rolldown-runtime") Reflect.deleteProperty(bundle, path);
    for (const name of Object.keys(library))
      this.emitFile({ type: "asset", fileName: `${name}.d.ts`, source: `export * from "./${name}.cjs";\n` });
  },
};

// The UMD file that jsonc-parser gives to Node requires its parts in a way that no bundler can follow.
const shared = { platform: "node" as const, tsconfig: "tsconfig.json", resolve: { mainFields: ["module", "main"] } };

/** Program and library over the same chunks, as CommonJS, which Node starts faster. Tests build it into a directory of their own. */
export const program = defineConfig({
  ...shared,
  input: { cli: bin, ...library },
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    comments: { jsdoc: false },
    entryFileNames: "[name].cjs",
    chunkFileNames: "chunks/[name]-[hash].cjs",
    codeSplitting: {
      groups: [
        ...Object.entries(onDemand).map(([name, test]) => ({ name, test })),
        // Apart from our own files, so that its blanks are taken out.
        { name: "language-server", test: /[/\\]node_modules[/\\]vscode-(?:languageserver|jsonrpc)/ },
        { name: "shared", test: (id: string) => ofEveryCommand.some((pattern) => pattern.test(id)) },
        // Apart from code of our own, so that it has no blanks; only `queue-lint mcp` loads it.
        {
          name: "mcp",
          test: /[/\\]node_modules[/\\]@modelcontextprotocol[/\\]/,
          includeDependenciesRecursively: false,
        },
        {
          name: programChunks(join(import.meta.dirname, bin)),
          debugName: "what parts of the program share",
          includeDependenciesRecursively: false,
        },
      ],
    },
  },
  plugins: [
    loadOnDemand,
    compactCode,
    onlyAscii,
    noSubprograms,
    smallSchemaChecker,
    importable,
    thirdPartyLicenses("THIRD-PARTY-LICENSES.txt"),
    executable("cli.cjs"),
  ],
});

export default defineConfig([
  program,
  {
    // Files that need no types of other packages, since the published package has no dependencies.
    input: library,
    platform: "node",
    output: { dir: "dist", entryFileNames: "[name].cjs", chunkFileNames: "types/[name]-[hash].d.cts" },
    checks: { bundlerTimings: false },
    plugins: [
      ownCommentsOnly,
      dts({ emitDtsOnly: true, tsconfig: "tsconfig.json" }),
      ignoredLines,
      knownNames,
      importableTypes,
    ],
  },
]);
