/** A module of TypeScript that uses all entry points. */
export const typedModule = `
import { defineConfig, defineRule, format, lint, lintSnapshot, UsageError, type AuditReport } from "queue-lint";
import { entryKey, noOptions, z, type Candidate } from "queue-lint/rules";
import { testRule } from "queue-lint/testing";

export const config = defineConfig({ preset: "strict", queue: "BACKLOG.md" });
// @ts-expect-error there is no such preset
defineConfig({ preset: "lenient" });
// @ts-expect-error there is no such key
defineConfig({ que: "BACKLOG.md" });
export async function errors(): Promise<number> {
  const report: AuditReport = await lint({ root: "." });
  return report.findings.filter((finding) => finding.severity === "error" && finding.line > 0).length;
}
// @ts-expect-error there is no such option
export const wrong = lint({ rot: "." });
export const text: string = format(lintSnapshot({ "BACKLOG.md": "# Queue" }, { config }), "concise", { quiet: true });
// @ts-expect-error there is no such format
format(lintSnapshot({}), "pdf");
export const failed = (error: unknown): string => (error instanceof UsageError ? error.help : "");
export const keyOf = (candidate: Candidate): string => entryKey(candidate.title);
export const rule = defineRule({
  meta: { description: "Disallow fog", severity: "warning", class: "fact", since: "1.0.0" },
  options: z.strictObject({ words: z.array(z.enum(["fog", "mist"])).default([]) }),
  messages: { fog: { message: "“{title}” is foggy.", fact: "the house is clear" } },
  check({ claims, options, report }) {
    for (const one of claims.of("candidate"))
      // @ts-expect-error there is no such message
      if (options.words.includes("fog")) report("mist", one);
  },
});
export const plain = noOptions.parse({});
testRule("house/no-fog", rule, { valid: [], invalid: [] });
`;

/** A plugin with one rule. */
export const houseRule = [
  'import { defineRule, noOptions } from "queue-lint/rules";',
  'export const rules = { "house/no-fog": defineRule({',
  '  meta: { description: "Disallow fog", severity: "warning", class: "fact", since: "1.0.0" }, options: noOptions,',
  '  messages: { fog: { message: "“{title}” is foggy.", fact: "the house is clear" } },',
  '  check({ claims, report }) { for (const one of claims.of("candidate")) if (one.key.includes("fog")) report("fog", one, { data: { title: one.title } }); },',
  "}) };",
  "",
].join("\n");

/** The test of that rule. */
export const houseTest = [
  'import { testRule } from "queue-lint/testing";',
  'import { rules } from "./house.mjs";',
  'const queue = (title) => ({ "docs/product/spec-candidates.md": `# Queue\\n\\n## Active\\n\\n- \\`${title}\\`: soon.\\n` });',
  'testRule("house/no-fog", rules["house/no-fog"], {',
  '  valid: [{ name: "rain", files: queue("Rain") }],',
  '  invalid: [{ name: "fog", files: queue("Fog horn"), findings: [{ message: "“Fog horn” is foggy.", line: 5 }] }],',
  "});",
  'console.log("held");',
  "",
].join("\n");

/** What calls `library`, `rules` and `testing`, however they were imported, and prints what came of it as JSON. */
export const caller = [
  'library.lint({ root: "repository", today: "2026-11-23" }).then((report) => {',
  "  const names = [library, testing].map((one) => Object.keys(one).sort());",
  '  const same = rules.defineRule === library.defineRule && rules.z.string().safeParse("a").success;',
  '  const text = library.format(report, "concise");',
  '  console.log(JSON.stringify({ names, same, findings: report.findings.length, lines: text.trim().split("\\n").length }));',
  "});",
  "",
].join("\n");
