import { describe, expect, it } from "vitest";
import { join } from "node:path";
import { lint, type LintOptions } from "../../src/lint.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();

const queue = `# Spec candidates

## Active

### Night mode

- **Priority**: P1
- **Problem**: Pages are too bright.
- **Anchors**: \`library/docs/colours.md\`, \`library/docs/nowhere.md\`, \`docs/nowhere.md\`

## Promoted to spec
`;

/** What the reference rules say about the paths of the queue, and what they leave open. */
async function judged(options: LintOptions): Promise<{ findings: string[]; notChecked: string[] }> {
  const { findings, notChecked } = await lint({ today: "2026-11-23", ...options });
  const claims = findings.filter(({ rule }) => rule === "reference/anchor-exists").map(({ claim }) => claim.text);
  return {
    findings: claims,
    notChecked: notChecked.filter(({ rule }) => rule === "reference/anchor-exists").map(({ reason }) => reason),
  };
}

describe("a path into a submodule", () => {
  const repository = () => {
    const library = gitRepository({ "docs/colours.md": "# Colours\n" });
    const made = gitRepository({
      "docs/product/spec-candidates.md": queue,
      "docs/other.md": "",
      "specs/001-halls/spec.md": "# Halls\n",
    });
    made.git("submodule", "--quiet", "add", library.root, "library");
    made.commit();
    return made;
  };

  it("is checked in a work tree that has the submodule", async () => {
    const { findings, notChecked } = await judged({ root: repository().root });
    expect(findings).toEqual([
      expect.stringContaining("library/docs/nowhere.md"),
      expect.stringContaining("docs/nowhere.md"),
    ]);
    expect(notChecked).toEqual([]);
  });

  it.each(["staged", "ref", "not checked out"])("is not checked in a tree that has it not: %s", async (tree) => {
    const made = repository();
    const bare = join(made.root, "../clone");
    made.git("clone", "-q", made.root, bare);
    const { findings, notChecked } = await judged(
      tree === "staged"
        ? { root: made.root, staged: true }
        : tree === "ref"
          ? { root: made.root, ref: "HEAD" }
          : { root: bare },
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toContain("library");
    expect(notChecked).toEqual([expect.stringContaining("submodule")]);
  });
});
