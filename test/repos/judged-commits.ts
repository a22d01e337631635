import { expect, it } from "vitest";
import type { Repository } from "../source/git-repository.ts";

const queue = "docs/product/spec-candidates.md";
const spec = "# Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (...promoted: readonly string[]): string =>
  `# Spec candidates\n\n## Active\n\n- \`Night mode\`: pages are too bright.\n\n## Promoted to spec\n\n${promoted.join("\n")}\n`;
const halls = "- Halls -> Spec 001 (`halls`)";
const coats = "- Coat check -> Spec 002 (`coat-check`)";

/** A repository without a finding. */
export const sound = { [queue]: queueOf(halls), "specs/001-halls/spec.md": spec };
/** What makes it bad, and then good again. */
export const bad = { [queue]: queueOf(halls, coats) };
export const good = { "specs/002-coat-check/spec.md": spec };

const missing = "specs has no 002-coat-check";

/** How a refused commit ends: with the words of the audit. */
export const refused = (words = missing): unknown =>
  expect.objectContaining({ status: 1, output: expect.stringContaining(words) as string });

/** The least that a hook must hold to. `hooked` makes a repository that has the hook, with the files of `sound`. */
export function itRefusesAndLetsThrough(hooked: () => Repository): void {
  it("refuses a commit with a bad queue, whatever the work tree holds, and lets a good one through", () => {
    const repository = hooked();
    repository.write(bad);
    repository.git("add", queue);
    repository.write(sound);
    expect(repository.tryGit("commit", "-m", "Bad")).toEqual(refused());
    repository.write(good);
    repository.git("add", "specs");
    expect(repository.tryGit("commit", "-m", "Good")).toMatchObject({ status: 0 });
    expect(repository.git("show", `HEAD:${queue}`)).toContain(coats);
    expect(repository.git("diff", "--name-only"), "what was not staged is still there").toBe(queue);
  });
}

/** All that a hook must hold to. */
export function itJudgesCommits(hooked: () => Repository): void {
  itRefusesAndLetsThrough(hooked);

  it("refuses a commit that only deletes a spec directory", () => {
    const repository = hooked();
    repository.git("rm", "-rq", "specs/001-halls");
    expect(repository.tryGit("commit", "-m", "Tidy up")).toEqual(refused("promotion/spec-removed"));
  });

  it("judges commit -a and commit FILE as what they commit", () => {
    const repository = hooked();
    repository.write({ ...bad, "README.md": "Readme" });
    repository.git("add", "README.md");
    expect(repository.tryGit("commit", "-am", "All")).toEqual(refused());
    expect(repository.tryGit("commit", "-m", "Queue", queue)).toEqual(refused());
    repository.git("add", queue);
    expect(repository.tryGit("commit", "-m", "Readme", "README.md")).toMatchObject({ status: 0 });
    expect(repository.git("show", "--name-only", "--format=")).toBe("README.md");
  });
}
