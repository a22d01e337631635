import { describe, expect, it } from "vitest";
import type { Examination } from "../../src/doctor/examine.ts";
import type { Proof, ProofKind } from "../../src/doctor/prove.ts";
import { run } from "../cli/run.ts";
import { ferry, queue, queueText } from "../guard/ferry.ts";
import type { Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

type Told = Examination & { readonly proofs: readonly Proof[]; readonly code: number };

async function doctor(root: string, ...flags: string[]): Promise<Told> {
  const { code, out } = await run(["doctor", "--root", root, "--json", ...flags]);
  return { ...(JSON.parse(out) as Omit<Told, "code">), code };
}

const rulesOf = ({ proofs }: Told, kind: ProofKind): string[] =>
  proofs.filter((proof) => proof.kind === kind).map(({ rule }) => rule);

describe("doctor", () => {
  it("says what is configured, found and read", async () => {
    const repository = ferry();
    repository.write({
      "queue-lint.config.json": '{ "preset": "strict", "guard": { "unknown": "refuse" } }',
      "TODO.md": "- [ ] one\n",
    });
    const told = await doctor(repository.root);
    expect(told).toMatchObject({
      code: 0,
      configuration: "queue-lint.config.json",
      preset: "strict",
      guard: { unknown: "refuse", failClosed: false },
      units: 2,
      entries: { active: 2, manual: 1 },
    });
    expect(told.inputs).toContainEqual({ role: "queue", path: queue });
    expect(told.versions.node).toBe(process.version);
    expect(told.rulesOn.length).toBeGreaterThan(told.rulesOff.length);
    const { out } = await run(["doctor", "--root", repository.root]);
    expect(out).toMatch(/^queue-lint \d/);
    expect(out).toContain(`read           ${queue} (queue)`);
  });

  it("proves the rules that have something to judge, and writes nothing", async () => {
    const repository = ferry();
    const told = await doctor(repository.root, "--prove");
    expect(rulesOf(told, "fires")).toEqual(
      expect.arrayContaining([
        "promotion/spec-exists",
        "promotion/slug-matches",
        "active/not-specced",
        "active/exclusive",
        "autoprep/manual-leak",
        "autoprep/manual-reason",
        "dependency/known",
        "dependency/cycle",
        "reference/entry-unique",
        "status/open-clarification",
        "suppression/reason",
        "suppression/unused",
        "suppression/expired",
      ]),
    );
    expect(rulesOf(told, "silent")).toEqual([]);
    expect(rulesOf(told, "not-applicable")).toContain("roadmap/shipped-as-planned");
    expect(told.code).toBe(0);
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("says nothing fires where nothing is planned, and accuses nobody", async () => {
    const told = await doctor(temporaryDirectory({ "README.md": "# Nothing\n" }), "--prove");
    expect(rulesOf(told, "silent")).toEqual([]);
    expect(told.inputs).toEqual([]);
  });

  it("ends with 1 when a rule that should fire does not", async () => {
    const repository: Repository = ferry();
    // A comment that hides everything is what a drift that nobody finds looks like.
    repository.write({
      [queue]: `<!-- queue-lint-disable dependency/known -- nobody looks at dependencies here -->\n\n${queueText}`,
    });
    const told = await doctor(repository.root, "--prove");
    expect(rulesOf(told, "silent")).toContain("dependency/known");
    expect(told.code).toBe(1);
    const { out } = await run(["doctor", "--root", repository.root, "--prove"]);
    expect(out).toContain("Should fire here and does not:\n");
  });
});
