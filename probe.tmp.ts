import { readdirSync, readFileSync } from "node:fs";
import { openWorkTree } from "/work/units/src/source/work-tree.ts";
import { resolveConfig } from "/work/units/src/config/resolve-config.ts";
import { buildModel } from "/work/units/src/build-model.ts";
import { runRules } from "/work/units/src/engine/run-rules.ts";
import { rules } from "/work/units/rules/index.ts";
const expected = readFileSync("/work/shared/corpora/expected.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((l) => JSON.parse(l));
const own = rules.filter(({ id }) => /^(unit|index)\//.test(id));
const verbose = process.argv.includes("-v");
const at = (e: any, path?: string, line?: number) =>
  path !== undefined &&
  (e.line === 0
    ? path.replace(/\/$/, "") === e.file.replace(/\/$/, "") || path.startsWith(e.file.replace(/\/$/, "") + "/")
    : path === e.file && line !== undefined && Math.abs(line - e.line) <= 2);
let tf = 0,
  td = 0;
for (const name of readdirSync("/tmp/field")) {
  const args = process.argv.slice(2).filter((a) => a !== "-v");
  if (args.length && !args.some((a) => name.includes(a))) continue;
  const snapshot = openWorkTree("/tmp/field/" + name, { today: "2026-11-23" } as never);
  let config;
  try {
    config = resolveConfig({ queue: "x.md" }, { snapshot, rules: own });
  } catch (e) {
    console.log(name, String(e));
    continue;
  }
  if (config.settings.layouts.length === 0) continue;
  const t0 = performance.now();
  const { findings } = runRules(config.rules, buildModel(snapshot, config.settings), {});
  const es = expected.filter((e) => e.repo.replace("/", "+") === name);
  const used = new Set<number>();
  let found = 0;
  const missed: any[] = [],
    accused: any[] = [];
  for (const e of es) {
    const hits = findings.flatMap((x, i) =>
      at(e, x.path, x.line) || (e.kind === "drift" && at(e, x.fact.path, x.fact.line)) ? [i] : [],
    );
    if (e.kind === "drift") {
      hits.forEach((h) => used.add(h));
      if (hits.length) found++;
      else missed.push(e);
    } else if (hits.some((i) => findings[i]!.severity !== "info" && (e.line || e.file === findings[i]!.path)))
      accused.push([e, hits.map((i) => findings[i])]);
  }
  const drifts = es.filter((e) => e.kind === "drift").length;
  tf += found;
  td += drifts;
  const loud = findings.filter((x, i) => !used.has(i));
  console.log(
    `== ${name}: ${found}/${drifts}, accused ${accused.length}, other ${loud.filter((x) => x.severity !== "info").length} (+${loud.filter((x) => x.severity === "info").length} info) ${Math.round(performance.now() - t0)}ms`,
  );
  for (const [e, fs] of accused)
    console.log(
      "   ACCUSED",
      e.what,
      e.file + ":" + e.line,
      "|",
      fs
        .map((f: any) => f.rule + " " + f.message)
        .join("; ")
        .slice(0, 200),
    );
  if (verbose) {
    for (const e of missed) console.log("   missed", e.what, e.file + ":" + e.line, "|", e.says.slice(0, 100));
    for (const f of loud.slice(0, 40))
      console.log("   other", f.severity, f.rule, f.path + ":" + f.line, "|", f.message.slice(0, 170));
  }
}
console.log(tf, td);
