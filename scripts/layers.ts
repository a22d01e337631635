/** A part of the source and what it may import. Everything that is not named here is forbidden. */
export interface Layer {
  /** A folder (`src/core/`) or one file (`src/lint.ts`), relative to the root of the project. */
  readonly path: string;
  /** Paths of layers that it may import beside itself; the path of a single file opens just that file. */
  readonly imports: readonly string[];
  /** npm packages; `*` stands for any run of characters in a name. */
  readonly packages: readonly string[];
  readonly node: boolean;
  /** Pure layers have no Node, no DOM, no console, no clock and no randomness. */
  readonly pure: boolean;
  /** False when files of the layer may not import each other. */
  readonly internal: boolean;
}

const ruleApi = "src/rule-api/index.ts";
const judged = ["src/core/", "src/rule-api/"];
const root = { node: true, pure: false };

/** The table of ARCHITECTURE.md: ESLint's import restrictions and the architecture tests are made from it. */
export const layers: readonly Layer[] = [
  layer("src/core/", ["package.json"], { packages: ["fastest-levenshtein"] }),
  layer("src/rule-api/", ["src/core/"], { packages: ["zod"] }),
  layer("src/documents/", ["src/core/"], {
    packages: [
      "mdast",
      "mdast-util-*",
      "micromark-extension-*",
      "github-slugger",
      "yaml",
      "jsonc-parser",
      "toml-eslint-parser",
    ],
  }),
  layer("src/layouts/", []),
  layer("src/units/", ["src/core/", "src/documents/"]),
  layer("src/records/", ["src/core/"]),
  layer("src/readers/", ["src/core/", "src/records/"]),
  layer("src/claims/", ["src/core/", "src/documents/", "src/units/", "src/readers/"]),
  layer("src/facts/", ["src/core/", "src/units/"], { packages: ["ignore"] }),
  layer("src/engine/", judged, { packages: ["diff"] }),
  layer("src/reporters/", ["src/core/"], { packages: ["wrap-ansi", "zod"] }),
  layer("src/page/", [], { pure: false }),
  layer("src/config/", [...judged, "src/layouts/", "src/units/", "src/readers/"], {
    packages: ["zod", "yaml", "jsonc-parser"],
  }),
  layer("src/source/", ["src/core/"], { packages: ["globby", "micromatch", "simple-git"], node: true, pure: false }),
  layer("src/cache/", ["src/core/"], { node: true, pure: false }),
  layer("src/online/", ["src/core/", "src/cache/cache-folder.ts"], {
    packages: ["@octokit/rest", "zod"],
    node: true,
    pure: false,
  }),
  layer("src/github/", ["src/core/"], { packages: ["@octokit/*", "zod"], node: true, pure: false }),
  layer("src/kept.ts", []),
  layer("src/build-model.ts", ["src/kept.ts", "src/core/", "src/documents/", "src/claims/", "src/facts/"]),
  layer(
    "src/open/",
    ["src/build-model.ts", "src/core/", "src/rule-api/", "src/config/", "src/source/", "src/online/", "rules/index.ts"],
    root,
  ),
  layer(
    "src/lint.ts",
    ["src/open/", "src/build-model.ts", "src/core/", "src/rule-api/", "src/config/", "src/engine/", "rules/index.ts"],
    root,
  ),
  layer(
    "src/audit-commits.ts",
    ["src/open/", "src/lint.ts", "src/build-model.ts", "src/core/", "src/engine/", "src/source/"],
    root,
  ),
  layer(
    "src/replay.ts",
    [
      "src/audit-commits.ts",
      "src/open/",
      "src/lint.ts",
      "src/build-model.ts",
      "src/core/",
      "src/engine/",
      "src/source/",
      "rules/index.ts",
    ],
    root,
  ),
  layer(
    "src/watch/",
    [
      "src/config/",
      "src/open/",
      "src/lint.ts",
      "src/build-model.ts",
      "src/cache/",
      "src/core/",
      "src/engine/",
      "src/source/",
    ],
    root,
  ),
  layer(
    "src/lsp/",
    ["src/watch/", "src/lint.ts", ...judged, "src/config/", "src/engine/", "src/reporters/", "src/source/"],
    { ...root, packages: ["vscode-languageserver", "vscode-languageserver-textdocument"] },
  ),
  layer(
    "src/guard/",
    [
      "src/lint.ts",
      "src/build-model.ts",
      ...judged,
      "src/config/",
      "src/engine/",
      "src/reporters/",
      "src/source/",
      "src/cache/",
    ],
    root,
  ),
  layer("src/doctor/", ["src/guard/", "src/lint.ts", ...judged, "src/config/", "src/engine/", "src/source/"], root),
  layer("src/rule-pages.ts", ["src/core/", "src/config/"], root),
  layer(
    "src/mcp/",
    [
      "src/guard/",
      "src/lint.ts",
      "src/rule-catalogue.ts",
      "src/rule-pages.ts",
      ...judged,
      "src/config/",
      "src/engine/",
      "src/reporters/",
      "src/cache/",
    ],
    { ...root, packages: ["@modelcontextprotocol/server", "zod"] },
  ),
  layer("src/rule-catalogue.ts", ["rules/index.ts"]),
  layer(
    "src/playground/",
    ["src/build-model.ts", "src/rule-catalogue.ts", ...judged, "src/config/", "src/engine/", "src/source/"],
    { pure: false },
  ),
  layer(
    "src/testing/",
    ["src/build-model.ts", "src/core/", "src/rule-api/", "src/config/", "src/engine/", "src/source/"],
    root,
  ),
  layer(
    "src/api/",
    [
      "src/lint.ts",
      "src/build-model.ts",
      "src/rule-catalogue.ts",
      ...judged,
      "src/config/",
      "src/reporters/",
      "src/source/",
    ],
    { packages: ["zod"], pure: false },
  ),
  layer("src/rules.ts", [ruleApi]),
  layer("src/index.ts", ["src/api/", "src/lint.ts", ...judged, "src/config/", "src/reporters/"], root),
  layer(
    "src/cli/",
    [
      "src/cache/",
      "src/watch/",
      "src/lint.ts",
      "src/replay.ts",
      "src/rule-catalogue.ts",
      "src/api/lint-snapshot.ts",
      ...judged,
      "src/config/",
      "src/engine/",
      "src/reporters/",
      "src/github/",
      "src/guard/",
      "src/mcp/",
      "src/lsp/",
      "src/doctor/",
      "src/rule-pages.ts",
    ],
    {
      ...root,
      packages: ["commander", "string-width"],
    },
  ),
  layer("rules/index.ts", ["rules/", ruleApi]),
  layer("rules/", [ruleApi], { internal: false }),
];

/** The layer of a file, by the longest path that holds it. */
export function layerOf(file: string): Layer | undefined {
  return layers
    .filter((candidate) => within(file, candidate.path))
    .reduce<Layer | undefined>(
      (longest, next) => (longest !== undefined && longest.path.length >= next.path.length ? longest : next),
      undefined,
    );
}

/** True when `file` is `path`, or is below it when `path` is a folder. */
export function within(file: string, path: string): boolean {
  return path.endsWith("/") ? file.startsWith(path) : file === path;
}

/** True when a file of `from` may import the file `target`. */
export function mayImport(from: Layer, target: string): boolean {
  const owner = layerOf(target);
  if (owner === from) return from.internal;
  return from.imports.some((path) => path === target || path === owner?.path);
}

/** True when a file of `from` may import the npm package `name`. */
export function mayUsePackage(from: Layer, name: string): boolean {
  return from.packages.some((pattern) => new RegExp(`^${packagePattern(pattern)}$`).test(name));
}

/** The source of a regular expression for a name that may hold `*`. */
export function packagePattern(name: string): string {
  return name.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", "[a-z0-9-]+");
}

function layer(path: string, imports: readonly string[], rest: Partial<Omit<Layer, "path" | "imports">> = {}): Layer {
  return { path, imports, packages: [], node: false, pure: true, internal: true, ...rest };
}
