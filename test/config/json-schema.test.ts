import { Ajv, type AnySchema } from "ajv";
import { describe, expect, it } from "vitest";
import { configurationTable } from "../../src/config/configuration-table.ts";
import { configurationJsonSchema } from "../../src/config/json-schema.ts";
import { madeUpRules } from "./made-up-rules.ts";

const schema = configurationJsonSchema(madeUpRules);
const validate = new Ajv({ strict: false }).compile(schema as AnySchema);

interface Node {
  description?: string;
  deprecated?: boolean;
  properties?: Record<string, Node>;
  anyOf?: Node[];
  items?: Node | Node[];
  additionalProperties?: unknown;
}

/** Every property below a node, with its path. */
function properties(node: Node, path = ""): [string, Node][] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]): [string, Node][] => [
    [`${path}${name}`, child],
    ...properties(child, `${path}${name}.`),
  ]);
  return [...own, ...[...(node.anyOf ?? []), ...[node.items ?? []].flat()].flatMap((child) => properties(child, path))];
}

describe("configurationJsonSchema", () => {
  it("describes every key, options of rules included", () => {
    const all = properties(schema as Node);
    expect(all.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        "queue",
        "specs.pattern",
        "entries.fields.gap",
        "rules.promotion/once",
        "rules.reference/spec-known.ignore",
      ]),
    );
    expect(all.filter(([, node]) => (node.description ?? "") === "").map(([path]) => path)).toEqual([]);
  });

  it.each([
    {},
    { preset: "agent", queue: "q.md", roadmap: false },
    { rules: { "promotion/once": ["error"], "reference/spec-known": ["info", { ignore: [1] }] } },
    { specs: { files: ["a.md"] } },
  ])("accepts %j", (config) => {
    expect(validate(config)).toBe(true);
  });

  it.each([
    { queu: "q.md" },
    { preset: "x" },
    { roadmap: true },
    { rules: { "promotion/onc": "off" } },
    { rules: { "reference/spec-known": ["info", { ignor: [1] }] } },
    { rules: { "promotion/once": ["error", {}, 1] } },
    [],
  ])("refuses %j", (config) => {
    expect(validate(config)).toBe(false);
  });
});

describe("configurationTable", () => {
  it("has a row for every key but former names and those of rules", () => {
    const all = properties(configurationJsonSchema([]) as Node);
    const former = all.filter(([, node]) => node.deprecated === true).map(([path]) => path);
    const keys = all.map(([path]) => path).filter((path) => !former.some((key) => `${path}.`.startsWith(`${key}.`)));
    expect(former).toEqual(["staging", "ladder", "columns.posture"]);
    for (const key of keys) expect(configurationTable()).toContain(`| \`${key}\` |`);
  });

  it("has as many cells in a row as in its head", () => {
    for (const table of configurationTable().split(/\n\n(?:#.*\n\n)?/)) {
      const widths = table.split("\n").map((row) => row.replaceAll("\\|", "").split("|").length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
