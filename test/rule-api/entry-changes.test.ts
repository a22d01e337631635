import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { entryChanges, entryMoves } from "../../src/rule-api/index.ts";
import { rules } from "../../rules/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const queuePath = "docs/product/spec-candidates.md";
const tides = "visitors ask for the tides of the day at the ticket counter.";
const keys = "the wardens of the sluice lose two of them in every single winter.";

type Sections = Readonly<Record<string, string>>;

function modelOf(sections: Sections, files: Readonly<Record<string, string>>) {
  const text = ["# Queue", ...Object.entries(sections).map(([heading, entries]) => `## ${heading}\n\n${entries}`)].join(
    "\n\n",
  );
  const snapshot = memorySnapshot({ [queuePath]: `${text}\n`, ...files });
  return buildModel(snapshot, resolveConfig({}, { snapshot, rules }).settings);
}

function comparison(before: Sections, after: Sections, files: Readonly<Record<string, string>> = {}) {
  const { claims, facts } = modelOf(after, files);
  return {
    claims,
    facts,
    base: { name: "main", commit: "0".repeat(40), subtracted: false, model: modelOf(before, {}) },
  };
}

/** “Tide posters (deferred) = Posters (active) by words”, one line for each entry of the base. */
function changes(before: Sections, after: Sections, files: Readonly<Record<string, string>> = {}): string[] {
  return entryChanges(comparison(before, after, files)).map((change) => {
    const now =
      change.after === undefined
        ? "gone"
        : `${change.after.title} (${change.after.role}) by ${change.known ?? "nothing"}`;
    return `${change.before.title} (${change.before.role}) = ${now}${change.kept === undefined ? "" : `, kept in ${change.kept.path}:${change.kept.line ?? 0}`}`;
  });
}

describe("an entry stays itself", () => {
  it("when it moves, is put into another order and has its lines wrapped anew", () => {
    expect(
      changes(
        { Active: `- \`Tide posters\`: ${tides}\n- \`Lock keys\`: ${keys}` },
        { Active: `- \`Lock keys\`: ${keys.replace(" in ", "\n  in ")}`, Deferred: `### Tide Posters!\n\n${tides}` },
      ),
    ).toEqual([
      "Tide posters (active) = Tide Posters! (deferred) by title",
      "Lock keys (active) = Lock keys (active) by title",
    ]);
  });

  it("when it names its former title, or goes back to it", () => {
    const [old, renamed] = [
      { Active: "- `Tide posters`: soon." },
      { Active: "- `Posters` (formerly Tide posters): something else by now." },
    ];
    expect(changes(old, renamed)).toEqual(["Tide posters (active) = Posters (active) by alias"]);
    expect(changes(renamed, old)).toEqual(["Posters (active) = Tide posters (active) by alias"]);
  });

  it("when it was renamed twice and both titles name the first, or the last names both", () => {
    const second = { Active: "- `Posters` (formerly Tide posters): soon." };
    expect(changes(second, { Active: "- `Boards` (formerly Tide posters): later." })).toEqual([
      "Posters (active) = Boards (active) by alias",
    ]);
    expect(changes(second, { Active: "- `Boards` (formerly Posters) (formerly Tide posters): later." })).toEqual([
      "Posters (active) = Boards (active) by alias",
    ]);
  });

  it("when it says the same under another title", () => {
    expect(changes({ Active: `- \`Tide posters\`: ${tides}` }, { Active: `- \`Boards\`: ${tides}` })).toEqual([
      "Tide posters (active) = Boards (active) by words",
    ]);
  });

  it("when a slip of its title was corrected, or only its promoted line was renamed", () => {
    expect(changes({ Active: "- `Tide postres`: soon." }, { Active: "- `Tide posters`: soon." })).toEqual([
      "Tide postres (active) = Tide posters (active) by words",
    ]);
    expect(changes({ Promoted: "- Lock keys -> Spec 012" }, { Promoted: "- Harbour security -> Spec 012" })).toEqual([
      "Lock keys (promoted) = Harbour security (promoted) by words",
    ]);
  });

  it("when it swaps titles with another one", () => {
    expect(
      changes(
        { Active: `- \`Tide posters\`: ${tides}\n- \`Lock keys\`: ${keys}` },
        { Active: `- \`Lock keys\`: ${tides}\n- \`Tide posters\`: ${keys}` },
      ),
    ).toEqual([
      "Tide posters (active) = Tide posters (active) by title",
      "Lock keys (active) = Lock keys (active) by title",
    ]);
  });
});

describe("an entry is another one", () => {
  it("when the base has it already, however much it looks alike", () => {
    const other = `- \`Tide posters 2\`: ${tides}`;
    expect(changes({ Active: `- \`Tide posters\`: ${tides}\n${other}` }, { Active: other })).toEqual([
      "Tide posters (active) = gone",
      "Tide posters 2 (active) = Tide posters 2 (active) by title",
    ]);
  });

  it("when it shares a template with the one that is gone", () => {
    const fields = "\n  - **Owner**: nobody knows yet who will do it\n  - **Size**: unknown";
    expect(
      changes(
        { Active: `- \`Tide posters\`: ${fields}\n- \`Lock keys\`: ${fields}` },
        { Active: `- \`Lock keys\`: ${fields}\n- \`Crane permits\`: ${fields}` },
      ),
    ).toEqual(["Tide posters (active) = gone", "Lock keys (active) = Lock keys (active) by title"]);
  });

  it("when it is another version, or became another spec", () => {
    expect(changes({ Deferred: "- `Export v1`: soon." }, { Deferred: "- `Export v2`: soon." })).toEqual([
      "Export v1 (deferred) = gone",
    ]);
    expect(changes({ Promoted: "- Seat maps -> Spec 012" }, { Promoted: "- Seat map -> Spec 015" })).toEqual([
      "Seat maps (promoted) = gone",
    ]);
  });

  it("when two that are gone are equally like it: neither of them is", () => {
    const gone = `- \`Tide posters\`: ${tides} Paper.\n- \`Tide screens\`: ${keys}`;
    expect(changes({ Active: gone }, { Active: `- \`Boards\`: ${tides} Paper.` })).toEqual([
      "Tide posters (active) = Boards (active) by words",
      "Tide screens (active) = gone",
    ]);
    expect(
      changes({ Active: `- \`One\`: ${tides}\n- \`Two\`: ${tides}` }, { Active: `- \`Boards\`: ${tides}` }),
    ).toEqual(["One (active) = gone", "Two (active) = gone"]);
  });
});

describe("entries that stand twice", () => {
  const both = { Deferred: "- `Tide posters`: promoted to Spec 012.", Promoted: "- Tide posters -> Spec 012" };

  it("are paired section by section, and in any order of sections", () => {
    expect(changes(both, { Promoted: both.Promoted, Deferred: both.Deferred })).toEqual([
      "Tide posters (deferred) = Tide posters (deferred) by title",
      "Tide posters (promoted) = Tide posters (promoted) by title",
    ]);
  });

  it("are the one copy that is left, which has not moved", () => {
    const left = { Deferred: "", Promoted: both.Promoted };
    expect(changes(both, left)).toEqual([
      "Tide posters (deferred) = Tide posters (promoted) by title",
      "Tide posters (promoted) = Tide posters (promoted) by title",
    ]);
    expect(entryMoves(comparison(both, left))).toEqual([]);
  });

  it("have moved when the promoted copy is the one that is gone", () => {
    const moves = entryMoves(comparison(both, { Deferred: both.Deferred }));
    expect(moves.map(({ before, after }) => [before.role, after.role])).toEqual([["promoted", "deferred"]]);
  });

  it("have moved once when both copies went elsewhere, from where they were furthest", () => {
    const moves = entryMoves(comparison(both, { Active: "- `Tide posters`: again." }));
    expect(moves.map(({ before, after }) => [before.role, after.role])).toEqual([["promoted", "active"]]);
  });

  it("have not moved while the old section holds a copy", () => {
    expect(entryMoves(comparison({ Deferred: both.Deferred }, both))).toEqual([]);
  });

  it("do not move by a merge into another entry that names them", () => {
    const merged = comparison(
      { Active: "- `Boards`: soon.", Deferred: "- `Tide posters`: later." },
      { Active: "- `Boards` (formerly Tide posters): soon." },
    );
    expect(entryChanges(merged).map(({ after, known }) => [after?.title, known])).toEqual([
      ["Boards", "title"],
      ["Boards", "alias"],
    ]);
    expect(entryMoves(merged)).toEqual([]);
  });
});

describe("an entry that is none any more", () => {
  const before = { Active: `- \`Tide posters\`: ${tides}` };

  it("is kept by an archive beside the queue", () => {
    expect(
      changes(
        before,
        { Active: "" },
        { "docs/product/archive/2026.md": "# 2026\n\n- Tide posters: the gauge was sold.\n" },
      ),
    ).toEqual(["Tide posters (active) = gone, kept in docs/product/archive/2026.md:3"]);
  });

  it("is kept by the list of what was removed", () => {
    expect(changes(before, { Active: "Removed because they are in force:\n\n- `Tide posters`: by law." })).toEqual([
      `Tide posters (active) = gone, kept in ${queuePath}:7`,
    ]);
  });

  it("is gone when only prose mentions it", () => {
    expect(changes(before, { Active: "Nobody speaks of Tide posters any more." })).toEqual([
      "Tide posters (active) = gone",
    ]);
  });
});
