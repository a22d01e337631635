import { describe, expect, it } from "vitest";
import { refusal, fault } from "./parsed-config.ts";

describe("values", () => {
  it.each([
    [
      '{"preset": "recomended"}',
      "c.jsonc:1:12 “preset”: “recomended” is not one of “recommended”, “strict”, “agent”, “adopt”, “ci”; did you mean “recommended”?",
    ],
    [
      '{"rules": {"promotion/once": "warn"}}',
      "c.jsonc:1:30 “rules.promotion/once”: “warn” is not one of “error”, “warning”, “info”, “off”; did you mean “warning”?",
    ],
    [
      '{"rules": {"promotion/once": ["eror"]}}',
      "c.jsonc:1:31 “rules.promotion/once[0]”: “eror” is not one of “error”, “warning”, “info”, “off”; did you mean “error”?",
    ],
    [
      '{"rules": {"promotion/once": 2}}',
      "c.jsonc:1:30 “rules.promotion/once”: `2` is given where “error” or “warning” or “info” or “off” or a list is expected.",
    ],
    ['{"rules": {"promotion/once": []}}', "c.jsonc:1:30 “rules.promotion/once”: the list needs at least 1 value."],
    [
      '{"rules": {"promotion/once": ["error", {}, 1]}}',
      "c.jsonc:1:30 “rules.promotion/once”: the list may have at most 2 values.",
    ],
    [
      '{"rules": {"reference/spec-known": ["error", {"ignore": ["3"]}]}}',
      "c.jsonc:1:58 “rules.reference/spec-known[1].ignore[0]”: “3” is given where a number is expected.",
    ],
    ['{"roadmap": true}', "c.jsonc:1:13 “roadmap”: `true` is given where a text or `false` is expected."],
    ['{"queue": true}', "c.jsonc:1:11 “queue”: `true` is given where a text or `false` is expected."],
    ['{"specs": 5}', "c.jsonc:1:11 “specs”: `5` is given where a text or an object or `false` is expected."],
    ['{"agents": "AGENTS.md"}', "c.jsonc:1:12 “agents”: “AGENTS.md” is given where a list is expected."],
    [
      '{"priorities": {"active": "level"}}',
      "c.jsonc:1:27 “priorities.active”: “level” is not one of “levels”, “ranks”, “any”; did you mean “levels”?",
    ],
    [
      '{"entries": {"shapes": ["headings"]}}',
      "c.jsonc:1:25 “entries.shapes[0]”: “headings” is not one of “heading”, “code”, “bold”, “link”, “arrow”, “task”, “plain”, “row”; did you mean “heading”?",
    ],
    [
      '{"sections": {"active": ["—"]}}',
      "c.jsonc:1:26 “sections.active[0]”: “—” cannot be used: it holds no letter or digit.",
    ],
    ['{"columns": {"order": [" "]}}', "c.jsonc:1:24 “columns.order[0]”: “ ” cannot be used: it is empty."],
    [
      '{"statuses": [{"name": "✅", "stage": "implemented"}, {"name": "done", "stage": "closed", "words": ["✅️"]}]}',
      "c.jsonc:1:54 “statuses[1]”: “done” has a word that an earlier status has already; each word belongs to one status.",
    ],
    [
      '{"sections": {"active": ["Now"], "manual": ["later", "NOW!"]}}',
      "c.jsonc:1:54 “sections.manual[1]”: “NOW!” is already under “active”; a heading can have one role only.",
    ],
    [
      '{"queue": "docs/a.md", "roadmap": "./docs/a.md"}',
      "c.jsonc:1:35 “roadmap”: “./docs/a.md” is already the queue; each document has its own path.",
    ],
    [
      '{"specs": {"files": ["docs/spec.md"]}}',
      "c.jsonc:1:22 “specs.files[0]”: “docs/spec.md” cannot be used: it names a file in another directory; write the name of a file that is directly in the spec directory.",
    ],
  ])("%s", (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it("that YAML leaves empty are named at their key", () => {
    expect(fault("preset: strict\nqueue:\n", "yaml")).toBe(
      "c.yaml:2:7 “queue”: nothing is given where a text or `false` is expected.",
    );
  });

  it("with several faults show all of them, in order", () => {
    const { message, place } = refusal(
      '{\n "queu": "a",\n "preset": "strikt",\n "ledger": "../x",\n "rules": {"promotion/onc": "off", "scope/note": 1}\n}',
    );
    expect(place).toBe("c.jsonc");
    expect(message.split("\n")[0]).toBe("The configuration has 5 faults:");
    expect(
      message
        .split("\n")
        .slice(1)
        .map((line) => /^ {2}(c\.jsonc:\d+:\d+) {2}./.exec(line)?.[1]),
    ).toEqual(["c.jsonc:2:2", "c.jsonc:3:12", "c.jsonc:4:12", "c.jsonc:5:12", "c.jsonc:5:50"]);
  });
});
