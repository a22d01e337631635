import { layers, packagePattern, type Layer } from "./layers.ts";

interface Restriction {
  readonly regex: string;
  readonly message: string;
}

/** The part of an ESLint configuration that holds one layer to the table of layers. */
export interface LayerConfig {
  readonly name: string;
  readonly files: readonly string[];
  readonly ignores: readonly string[];
  readonly rules: Readonly<Record<string, readonly unknown[]>>;
}

const clock = "the date of an audit is input data";
const impure: readonly (readonly [name: string, why: string])[] = [
  ["Date", clock],
  ["performance", clock],
  ["crypto", "the same input gives the same output"],
  ["console", "only src/cli prints"],
  ...[
    "process",
    "Buffer",
    "global",
    "globalThis",
    "fetch",
    "URL",
    "setTimeout",
    "setInterval",
    "setImmediate",
    "queueMicrotask",
  ].map((name) => [name, "pure layers know neither Node nor a browser"] as const),
];

/** One configuration for each layer, made from the table. */
export function layerConfigs(): LayerConfig[] {
  return layers.map((layer) => ({
    name: `layer ${layer.path}`,
    files: [glob(layer)],
    // A file may be a layer of its own inside the folder of another one.
    ignores: layers.filter((other) => other !== layer && other.path.startsWith(layer.path)).map(glob),
    rules: {
      "no-restricted-imports": ["error", { patterns: importRestrictions(layer) }],
      ...(layer.pure ? purity : {}),
    },
  }));
}

const purity: LayerConfig["rules"] = {
  "no-console": ["error"],
  "no-restricted-globals": [
    "error",
    ...impure.map(([name, why]) => ({ name, message: `Not in a pure layer: ${why}.` })),
  ],
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Not in a pure layer: the same input gives the same output." },
  ],
};

/** Specifiers that files of a layer may not import. */
export function importRestrictions(layer: Layer): Restriction[] {
  const packages = [...layer.packages.map(packagePattern), ...(layer.node ? ["node:.+"] : [])];
  // A package may have several entry points.
  const allowed = packages.length === 0 ? "" : String.raw`|(?:${packages.join("|")})(?:/.+)?$`;
  const named = [...layer.packages, ...(layer.node ? ["Node"] : [])].join(", ") || "no package";
  return [
    { regex: String.raw`^(?!\.${allowed})`, message: `${layer.path} may use ${named} (scripts/layers.ts).` },
    ...layers.filter((other) => other !== layer).flatMap((other) => restriction(layer, other)),
    ...(layer.internal
      ? []
      : [
          {
            regex: String.raw`^\./|^(?:\.\./)+(?!(?:\.\./)*src/)`,
            message: `Files of ${layer.path} may not import each other (scripts/layers.ts).`,
          },
        ]),
  ];
}

function restriction(from: Layer, to: Layer): Restriction[] {
  if (from.imports.includes(to.path)) return [];
  const message = `${from.path} may not import ${to.path} (scripts/layers.ts).`;
  const [, folder = "", rest = ""] = /^(src\/)?(.+)$/.exec(to.path) ?? [];
  const target = `${specifierStart(from, to, folder)}${packagePattern(rest)}`;
  const opened = from.imports
    .filter((path) => path !== to.path && path.startsWith(to.path))
    .map((path) => packagePattern(path.slice(to.path.length)));
  if (opened.length > 0) return [{ regex: String.raw`^${target}(?!(?:${opened.join("|")})$)`, message }];
  return [{ regex: String.raw`^${target}${to.path.endsWith("/") ? "" : "$"}`, message }];
}

/** Relative specifiers that lead from a file of one layer to the parent folder of another one. */
function specifierStart(from: Layer, to: Layer, folder: string): string {
  const up = String.raw`(?:\.\./)+`;
  const start = folder === "" ? up : `${up}(?:${packagePattern(folder)})?`;
  const beside = !from.path.endsWith("/") && from.path.startsWith("src/") === to.path.startsWith("src/");
  return beside ? String.raw`(?:\./|${start})` : start;
}

function glob(layer: Layer): string {
  return layer.path.endsWith("/") ? `${layer.path}**/*.ts` : layer.path;
}
