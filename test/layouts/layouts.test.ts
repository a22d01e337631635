import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { buildModel } from "../../src/build-model.ts";
import { layoutSchema } from "../../src/config/layout-schema.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import type { UserConfig } from "../../src/config/config-schema.ts";
import { UsageError } from "../../src/core/errors.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { presets } from "../../src/layouts/index.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";

const root = join(import.meta.dirname, "../..");
type Files = Readonly<Record<string, string>>;

function open(files: Files, config: UserConfig = {}) {
  const snapshot = memorySnapshot(files, { today: "2026-11-23" });
  return buildModel(snapshot, resolveSettings(config, snapshot));
}

/** The lines of an audit by the rules about units and indexes. */
function audit(files: Files, config: UserConfig = {}): string[] {
  const snapshot = memorySnapshot(files, { today: "2026-11-23" });
  const own = rules.filter(({ id }) => /^(?:unit|index)\//.test(id));
  const { run } = auditSnapshot({ snapshot, config: resolveConfig(config, { snapshot, rules: own }) });
  return run.findings.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`);
}

function faultOf(config: UserConfig, files: Files = {}): UsageError {
  try {
    open(files, config);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("presets", () => {
  it.each(Object.entries(presets))("%s is what the schema says, and has a page", (name, preset) => {
    expect(layoutSchema().safeParse(preset).error).toBeUndefined();
    const lines = readFileSync(join(root, `src/layouts/${name}.json`), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(readFileSync(join(root, "docs/layouts.md"), "utf8")).toMatch(new RegExp(`\\| \\[?\`${name}\``));
  });

  it("are named by nothing but themselves in the code", () => {
    const names = /openspec|spec-kit(?!\.ts)|superpowers|bmad|kiro|taskmaster|conductor|\bgsd\b|backlog-md/i;
    const filesOf = (folder: string): string[] =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
    const engine = [...filesOf("src"), ...filesOf("rules")].filter((path) =>
      /^(?:rules|src\/(?:units|readers|records|engine|core|facts|rule-api|reporters))\/.*\.ts$/.test(path),
    );
    expect(engine.length).toBeGreaterThan(300);
    expect(engine.filter((path) => names.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
  });
});

describe("a layout of a JSON file", () => {
  const layout = {
    name: "choices",
    title: "house choices",
    detect: ["handbook/choices"],
    units: {
      choice: {
        roots: ["handbook/choices"],
        shape: "file",
        name: "RFC-(?<id>[A-Z]-\\d+) (?<slug>.+)\\.md",
        statuses: [{ kind: "header-line", labels: ["tila"] }],
      },
    },
    documents: { list: { paths: ["handbook/README.md"], units: ["choice"], complete: true } },
    statuses: { implemented: ["voimassa"], drafted: ["luonnos"] },
  };
  const choice = (status: string): string => `# Valinta\n\n**Tila:** ${status}\n`;
  const files = {
    "layouts/choices.json": JSON.stringify(layout),
    "handbook/choices/RFC-A-12 laivakello.md": choice("Voimassa"),
    "handbook/choices/RFC-A-13 köysi.md": choice("luonnos"),
    "handbook/choices/RFC-B-1 majakka.md": choice("voimassa (2026)"),
    "handbook/README.md":
      "# Valinnat\n\n| Nro | Otsikko | Tila |\n|---|---|---|\n| [A-12](choices/RFC-A-12%20laivakello.md) | Laivakello | luonnos |\n| [A-13](<choices/RFC-A-13 köysi.md>) | Köysi | luonnos |\n| [B-1](choices/RFC-B-1%20majakka.md) | Majakka | voimassa |\n",
  };

  it("is read without a line of code", () => {
    const { facts } = open(files, { layout: "layouts/choices.json" });
    expect(facts.units.all.map(({ id, source }) => `${source} ${id}`)).toEqual([
      "choice a-12",
      "choice a-13",
      "choice b-1",
    ]);
    expect(facts.units.layouts).toEqual([{ name: "choices", title: "house choices", because: ["handbook/choices"] }]);
    expect(facts.units.resolve({ text: "A-012", id: "A-012" }, "x.md")).toMatchObject({
      kind: "found",
      unit: { id: "a-12" },
    });
    expect(audit(files, { layout: "layouts/choices.json" })).toEqual([
      "handbook/README.md:5 index/status-agrees The row calls “RFC-A-12 laivakello.md” “luonnos”, but its own status is “Voimassa”.",
    ]);
  });

  it("may change a preset", () => {
    const changed: UserConfig = {
      layout: { extends: "adr", units: { decision: { roots: ["papers"] } }, statuses: { implemented: ["ahoy"] } },
    };
    const { facts } = open({ "papers/0001-rope.md": "# Rope\n\n- Status: ahoy\n" }, changed);
    expect(facts.units.all.map(({ statuses }) => statuses[0]?.stage)).toEqual(["implemented"]);
  });

  it.each<[string, Files, string, RegExp]>([
    [
      "a cycle",
      { "a.json": '{ "extends": "b.json" }', "b.json": '{ "extends": "a.json" }' },
      "a.json",
      /extends itself: .*a\.json/,
    ],
    [
      "an unknown status source",
      { "a.json": '{ "units": { "x": { "statuses": [{ "kind": "smoke" }] } } }' },
      "a.json",
      /a\.json:1:\d+|“smoke”|kind/,
    ],
    ["a pattern of all paths", { "a.json": '{ "detect": ["**/*.md"] }' }, "a.json", /“\*\*\/\*\.md” cannot be used/],
    [
      "a name that any file has",
      { "a.json": '{ "units": { "x": { "roots": ["x"], "name": "(?<id>.+)", "shape": "file" } } }' },
      "a.json",
      /matches everything/,
    ],
    [
      "a unit without a root",
      { "a.json": '{ "units": { "x": { "name": "(?<id>\\\\d+)" } } }' },
      "a.json",
      /does not say where/,
    ],
    ["an unknown preset", {}, "open-spec", /There is no layout “open-spec”; did you mean/],
    ["a missing file", {}, "layouts/none.json", /cannot be read/],
  ])("is refused for %s, with a way out", (...[, given, name, message]) => {
    const fault = faultOf({ layout: name }, given);
    expect(`${fault.place ?? ""} ${fault.message}`).toMatch(message);
    expect(fault.help).toMatch(/\S/);
  });
});

describe("a layout whose units are entries of a file", () => {
  const layout = {
    name: "yard",
    title: "the yard",
    detect: ["yard.toml"],
    units: {
      ship: {
        shape: "entry",
        roots: ["yard.toml"],
        name: "S-(?<number>\\d+)",
        entries: { path: "ship.*", id: "id", title: "name", status: "state" },
        main: ["{papers}/{id}.md", "{folder}/{id}.md"],
        statuses: [{ kind: "header-line", labels: ["condition"] }],
        relations: [{ kind: "dependency", unit: "ship", labels: ["after"] }],
      },
    },
    documents: {
      plan: {
        paths: ["plan.yaml"],
        readers: ["data"],
        units: ["ship"],
        records: [{ path: "weeks.*", references: ["ships"], title: "what", status: "state" }],
      },
    },
    statuses: { implemented: ["afloat"], planned: ["on paper"] },
  };
  const files = {
    "layouts/yard.json": JSON.stringify(layout),
    "yard.toml":
      'papers = "papers"\n\n[[ship]]\nid = "S-01"\nname = "Gull"\nstate = "afloat"\n\n[[ship]]\nid = "S-2"\nname = "Tern"\nstate = "on paper" # no wood\n\n[[ship]]\nid = "S-3"\nstate = "afloat"\nafter = ["S-2"]\n\n[[ship]]\nid = "barge"\nstate = "afloat"\n',
    "papers/S-2.md": "# Tern\n\nCondition: afloat\n",
    "plan.yaml":
      "weeks:\n  - what: Paint\n    state: on paper\n    ships: [S-1, S-002]\n  - what: Sail\n    ships: S-99\n",
  };

  it("is read from JSON outside the project", () => {
    const { facts } = open(files, { layout: "layouts/yard.json" });
    expect(facts.units.all.map(({ id, title, path, location }) => [id, title, path, location.line])).toEqual([
      ["1", "Gull", "yard.toml", 4],
      ["2", "Tern", "yard.toml", 9],
      ["3", undefined, "yard.toml", 14],
    ]);
    expect(
      facts.units.all.map(({ statuses }) => statuses.map(({ word, location }) => `${location.path} ${word}`)),
    ).toEqual([["yard.toml afloat"], ["yard.toml on paper", "papers/S-2.md afloat"], ["yard.toml afloat"]]);
  });

  it("is held to its list, its papers and what it comes after", () => {
    expect(audit(files, { layout: "layouts/yard.json" })).toEqual([
      "papers/S-2.md:3 unit/status-agrees “S-2” is “afloat” here, but “on paper” in yard.toml.",
      "plan.yaml:3 index/status-agrees The row calls “S-01” “on paper”, but its own status is “afloat”.",
      "yard.toml:15 index/parents-agree “S-3” is “afloat”, but S-2, on which it depends, is “on paper”.",
    ]);
  });

  it.each([
    ["a table that is given twice", "[ship]\na = 1\n[ship]\n", 3],
    ["a value that is none", "[[ship]]\nid = \n", 3],
  ])("says where %s is, and nothing else of the file", (_what, text, line) => {
    const torn = { ...files, "yard.toml": text };
    const { facts, claims } = open(torn, { layout: "layouts/yard.json" });
    expect(facts.units.all).toEqual([]);
    expect(claims.of("malformed").map(({ location }) => [location.path, location.line])).toEqual([["yard.toml", line]]);
    expect(audit(torn, { layout: "layouts/yard.json" })).toEqual([]);
  });
});

describe("detection", () => {
  const change = { "openspec/changes/add-horn/proposal.md": "# Why\n" };
  const decision = { "docs/adr/0001-rope.md": "# Rope\n\n- Status: Accepted\n" };

  it("uses every layout that the repository shows, and says why", () => {
    const { facts } = open({ ...change, ...decision, "side/openspec/changes/add-bell/tasks.md": "- [x] 1 Bell\n" });
    expect(facts.units.layouts.map(({ name, because }) => [name, because[0]])).toEqual([
      ["adr", "docs/adr/0001-rope.md"],
      ["openspec", "openspec/changes"],
    ]);
    expect(facts.units.all.map(({ path }) => path)).toEqual([
      "docs/adr/0001-rope.md",
      "openspec/changes/add-horn",
      "side/openspec/changes/add-bell",
    ]);
  });

  it("leaves out what the configuration does not name", () => {
    expect(open({ ...change, ...decision }, { layouts: ["adr"] }).facts.units.all).toHaveLength(1);
    expect(open({ ...change, ...decision }, { layouts: [] }).facts.units.all).toEqual([]);
  });
});
