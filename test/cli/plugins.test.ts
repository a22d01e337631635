import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const zod = pathToFileURL(join(import.meta.dirname, "../../node_modules/zod/index.js")).href;
const queue = "# Queue\n\n## Active\n\n### Parrot care\n\n- **Priority**: P1\n";
const noParrots = `import { z } from ${JSON.stringify(zod)};
export const rules = {
  "house/no-parrots": {
    meta: { description: "Disallow parrots", severity: "warning", class: "fact", since: "1.0.0", url: "https://example.org/no-parrots" },
    options: z.strictObject({ bird: z.string().default("parrot") }),
    messages: { parrot: { message: "“{title}” is about a {bird}.", fact: "the house keeps none" } },
    check({ claims, options, report }) {
      for (const one of claims.of("candidate")) if (one.key.includes(options.bird)) report("parrot", one, { data: { title: one.title, bird: options.bird } });
    },
  },
};
`;

function house(plugin: string, config: object = {}): string {
  return temporaryDirectory({
    "docs/product/spec-candidates.md": queue,
    "lint/birds.mjs": plugin,
    "queue-lint.config.json": JSON.stringify({ plugins: ["./lint/birds.mjs"], ...config }),
  });
}

describe("a plugin", () => {
  it("adds rules that are reported like any other", async () => {
    const { code, out, err } = await run(["--root", house(noParrots)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /spec-candidates\.md:5:5 {2}warning {2}house\/no-parrots\n {2}.*\n {2}claim {2}Parrot care\n {2}truth {2}the house keeps none/,
    );
  });

  it("is configured like any other, options included", async () => {
    expect(
      (await run(["--root", house(noParrots, { rules: { "house/no-parrots": ["error", { bird: "care" }] } })])).code,
    ).toBe(1);
    expect((await run(["--root", house(noParrots), "--rule", "house/no-parrots:off"])).out).toContain("no findings");
    const wrong = await run([
      "--root",
      house(noParrots, { rules: { "house/no-parrots": ["error", { brid: "care" }] } }),
    ]);
    expect(wrong).toMatchObject({ code: 2, out: "" });
    expect(wrong.err).toContain("brid");
  });

  it("is not loaded with --no-plugins, and its rules are listed as not checked", async () => {
    const { code, out, err } = await run([
      "--root",
      house('throw new Error("it ran");', { rules: { "house/no-parrots": "error" } }),
      "--no-plugins",
      "--verbose",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("not checked  ./lint/birds.mjs: plugins are off (--no-plugins)");
    expect(out).toContain("not checked  house/no-parrots: plugins are off (--no-plugins)");
  });

  it.each([
    [
      "throws when it is loaded",
      'throw new Error("no seed");',
      /plugin \.\/lint\/birds\.mjs cannot be loaded: no seed/,
    ],
    ["is no module", "export const rules = {", /plugin \.\/lint\/birds\.mjs cannot be loaded/],
    ["exports no rules", "export const birds = 1;", /plugin \.\/lint\/birds\.mjs exports no rules/],
    ["has a rule without id", 'export const rules = { "No Parrots": {} };', /“No Parrots”, which is not an id/],
    [
      "has a rule of ours",
      'export default { rules: { "promotion/once": {} } };',
      /“promotion\/once”, which queue-lint itself has already/,
    ],
    [
      "has a rule that is none",
      'export const rules = { "house/a": { meta: { description: "x" } } };',
      /rule house\/a of the plugin \.\/lint\/birds\.mjs is not a rule: meta\.severity/,
    ],
    [
      "throws in a check",
      noParrots.replace("for (const one of", 'throw new TypeError("no such bird"); for (const one of'),
      /plugin \.\/lint\/birds\.mjs failed in its rule house\/no-parrots: no such bird/,
    ],
    [
      "reports nonsense",
      noParrots.replace('report("parrot"', 'report("bird"'),
      /plugin \.\/lint\/birds\.mjs failed in its rule house\/no-parrots/,
    ],
  ])("that %s is named, with exit status 2", async (_, plugin, message) => {
    const { code, out, err } = await run(["--root", house(plugin)]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toContain("\n    at ");
  });

  it.each([
    ["./lint/nothing.mjs", /plugin \.\/lint\/nothing\.mjs cannot be loaded/],
    ["queue-lint-plugin-nowhere", /is not installed in/],
    ["../outside.mjs", /lies outside the repository/],
    ["lint birds", /“lint birds” cannot be used/],
    ["/etc/passwd", /“\/etc\/passwd” cannot be used/],
  ])("named %j is refused", async (name, message) => {
    const { code, err } = await run(["--root", house(noParrots, { plugins: [name] })]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
