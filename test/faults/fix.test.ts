import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runFaulty, type Fault } from "./faults.ts";
import { afterFix, beforeFix, itSurvivesKills, planning } from "./killed-fix.ts";
import { documents, wrongRepository } from "./repository.ts";

const [ledger, roadmap, queue] = documents;
const fix = (root: string, ...faults: readonly Fault[]) => runFaulty(["--fix"], { cwd: root, faults });

describe("fixes on a disk that fails", () => {
  it.each([
    ["a full disk", { call: "writeFile", error: "ENOSPC" }, "Make room on the disk, and run it again."],
    [
      "a full disk, at the last copy",
      { call: "copyFile", nth: 3, error: "ENOSPC" },
      "Make room on the disk, and run it again.",
    ],
    [
      "a quota that is used up",
      { call: "writeFile", nth: 2, error: "EDQUOT" },
      "Make room on the disk, and run it again.",
    ],
    [
      "a disk that is read-only",
      { call: "writeFile", error: "EROFS" },
      "The disk is read-only: mount it for writing, or write elsewhere.",
    ],
    [
      "a disk that breaks at the second name",
      { call: "rename", path: "roadmap\\.md$", error: "EIO" },
      "The disk reports an error: run it again, and check the disk when it stays so.",
    ],
    [
      "a directory that may not be written to",
      { call: "writeFile", error: "EACCES" },
      "Make it a file that you may write inside the repository, and run it again.",
    ],
  ])("%s: nothing is changed, nothing is left, status 2", async (_, fault, help) => {
    const root = wrongRepository();
    const { status, out, err } = await fix(root, { ...fault, path: "path" in fault ? fault.path : "docs/product/" });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(
      new RegExp(
        `^queue-lint: The fixes cannot be written: ${fault.error}: injected, .+\\. Nothing was changed\\.\n  at docs/product/[a-z-]+\\.md\n`,
      ),
    );
    expect(err.endsWith(`  ${help}\n`)).toBe(true);
    expect(planning(root)).toEqual(beforeFix);
  });

  it("says where the former text is when the disk breaks for good between two names", async () => {
    const root = wrongRepository();
    const { status, err } = await fix(
      root,
      { call: "rename", path: "roadmap\\.md$", nth: 0, error: "EIO" },
      { call: "rename", path: "implementation-ledger\\.md$", nth: 2, error: "EIO" },
    );
    expect(status).toBe(2);
    expect(readFileSync(/Its former text is in (\S+)\.\n/.exec(err)?.[1] ?? "", "utf8")).toBe(ledger.before);
    const { [ledger.path]: changed, [roadmap.path]: second, [queue.path]: third } = planning(root);
    expect([changed, second, third]).toEqual([ledger.after, roadmap.before, queue.before]);
  });
});

describe("a process that is killed while it writes fixes", () => {
  itSurvivesKills("the first call of each kind, and the second name", (calls) => [
    ...new Set(calls.map((call) => calls.indexOf(call))),
    calls.indexOf("rename") + 1,
  ]);

  it("says what it finished, and audits afterwards", async () => {
    const root = wrongRepository();
    await fix(root, { call: "rename", path: "spec-candidates", kill: true });
    const { status, out, err } = await fix(root);
    expect({ status, err }).toEqual({
      status: 0,
      err: `finished a fix that was interrupted: ${queue.path}\nnothing to fix\n`,
    });
    expect(out).toMatch(/^no findings$/m);
  });

  it("does not write over what somebody saved since", async () => {
    const root = wrongRepository();
    await fix(root, { call: "rename", path: "roadmap", kill: true });
    const mine = "# Roadmap\n\nWritten by a person.\n";
    writeFileSync(join(root, roadmap.path), mine);
    const { err } = await fix(root);
    expect(err).toBe(
      `finished a fix that was interrupted: ${queue.path}\nleft as they are, because they changed since a fix was interrupted: ${roadmap.path}\nnothing to fix\n`,
    );
    expect(planning(root)).toEqual({ ...afterFix, [roadmap.path]: mine });
  });

  it("changes nothing about an audit, which reads none of what was left", async () => {
    const root = wrongRepository();
    await fix(root, { call: "rename", path: "implementation-ledger", kill: true });
    expect(Object.keys(planning(root))).toHaveLength(9);
    const { out } = await runFaulty(["--format", "json"], { cwd: root });
    const { out: clean } = await runFaulty(["--format", "json"], { cwd: wrongRepository() });
    const findings = (json: string): unknown => (JSON.parse(json) as { findings: unknown }).findings;
    expect(findings(out)).toEqual(findings(clean));
  });

  it("is told from one that is still at work", async () => {
    const root = wrongRepository();
    const beside = `${roadmap.path}.queue-lint-${process.pid}-0a1b2c3d.new`;
    writeFileSync(join(root, beside), "in progress");
    expect((await fix(root)).status).toBe(0);
    expect(planning(root)).toEqual({ ...afterFix, [beside]: "in progress" });
  });
});

describe("a document that is not what was audited any more", () => {
  const mine = "# Roadmap\n\nSomebody saved this.\n";
  const save = (root: string): string => `printf '${mine.replaceAll("\n", "\\n")}' > ${join(root, roadmap.path)}`;

  it.each([
    ["before anything is written", { call: "realpath", nth: 2, path: "roadmap\\.md$" }],
    ["while the new texts are written", { call: "writeFile", path: "spec-candidates" }],
    ["while its former text is copied", { call: "copyFile", path: "roadmap" }],
    ["after another one has its name", { call: "rename", path: "implementation-ledger" }],
  ])("is not overwritten when it is saved %s", async (_, fault) => {
    const root = wrongRepository();
    expect(await fix(root, { ...fault, shell: save(root) })).toEqual({
      status: 2,
      out: "",
      err: `queue-lint: The fixes cannot be written: it changed since it was read. Nothing was changed.\n  at ${roadmap.path}\n  Run it again.\n`,
    });
    expect(planning(root)).toEqual({ ...beforeFix, [roadmap.path]: mine });
  });

  it.each([
    ["the file", `rm ${roadmap.path}`, { [ledger.path]: ledger.before, [queue.path]: queue.before }],
    ["its directory", "rm -r docs", {}],
  ])("is not made anew when %s is gone", async (_, shell, left) => {
    const root = wrongRepository();
    const { status, err } = await fix(root, {
      call: "realpath",
      nth: 2,
      path: "roadmap\\.md$",
      shell: `cd ${root} && ${shell}`,
    });
    expect(status).toBe(2);
    expect(err).toMatch(
      /^queue-lint: The fixes cannot be written: it is no longer there\. Nothing was changed\.\n {2}at docs\/product\//,
    );
    expect(planning(root)).toEqual(left);
  });

  it("is not made anew when it vanishes between two writes either", async () => {
    const root = wrongRepository();
    const { status, err } = await fix(root, {
      call: "rename",
      path: "implementation-ledger",
      shell: `rm ${join(root, roadmap.path)}`,
    });
    expect({ status, err: err.split("\n")[1] }).toEqual({ status: 2, err: `  at ${roadmap.path}` });
    expect(planning(root)).toEqual({ [ledger.path]: ledger.before, [queue.path]: queue.before });
  });
});
