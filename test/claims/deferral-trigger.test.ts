import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const triggers = (text: string) =>
  claimsOf("deferral-trigger", `# Spec candidates\n\n${text}\n`).map(
    ({ date, targets }) => date ?? targets.map(({ spec }) => spec),
  );
const bullet = (words: string) => triggers(`## Deferred\n\n- \`Night bus\`: ${words}`);
const field = (label: string, value: string) => triggers(`## Deferred\n\n### Night bus\n\n- **${label}**: ${value}`);

describe("a date that a deferral waits for", () => {
  it.each([
    ["deferred until 2026-09-30.", "2026-09-30"],
    ["Deferred by the council in May to Q3 2026.", "2026-09-30"],
    ["revisit after 1 October 2026, when the depot opens.", "2026-10-01"],
    ["revisit in the early autumn, not before September 2026", "2026-09-30"],
    ["not before the end of 2026.", "2026-12-31"],
    ["parked until 2026-02.", "2026-02-28"],
    ["on hold until H1 2028.", "2028-06-30"],
    ["will be revisited in 2027 Q1.", "2027-03-31"],
    ["until February 2028.", "2028-02-29"],
  ])("%j", (words, date) => {
    expect(bullet(words)).toEqual([date]);
  });

  it.each([
    "deferred on 2026-05-01.",
    "parked since 2026-05-01, no depot.",
    "as of 2026-05-01 there is no depot.",
    "revisited 2026-05-01.",
    "there was no depot until 2026-05-01.",
    "deferred to make room for the work of 2026-05.",
    "deferred until Q3.",
    "we deferred to 2025 research on this.",
    "deferred until 2026-02-30.",
    "deferred until 2026-09-30 and the depot is open.",
  ])("not in %j", (words) => {
    expect(bullet(words)).toEqual([]);
  });

  it.each([
    ["Revisit", "2026-10-01", ["2026-10-01"]],
    ["Deferred until", "the end of Q3 2026", ["2026-09-30"]],
    ["Not before", "2026-03-01, extended to 2026-10-01", ["2026-03-01", "2026-10-01"]],
    ["Trigger", "first complaint (none in 2026-05)", []],
    ["Decided", "2026-10-01", []],
  ])("in the field %s: %s", (label, value, dates) => {
    expect(field(label, value)).toEqual(dates);
  });
});

describe("a spec that a deferral waits for", () => {
  it.each([
    ["deferred until Spec 012 is implemented.", [12]],
    ["waits for Spec 012 (`depot`).", [12]],
    ["blocked by Specs 012 and 013.", [12, 13]],
    ["revisit once Spec 012 ships.", [12]],
    ["deferred until after Spec 012.", [12]],
    ["on hold for Spec 012, because the depot comes first.", [12]],
  ])("%j", (words, specs) => {
    expect(bullet(words)).toEqual([specs]);
  });

  it.each([
    "follow-up from Spec 012.",
    "deferred after Spec 012 shipped.",
    "no longer blocked by Spec 012.",
    "waits for Spec 012's licence.",
    "once Spec 012 is implemented, nobody needs it.",
    "until Spec 012 is implemented and the depot is open.",
    "waits for the licence of Spec 012.",
  ])("not in %j", (words) => {
    expect(bullet(words)).toEqual([]);
  });

  it.each([
    ["Blocked by", "Spec 012", [[12]]],
    ["Trigger", "once Spec 012 is done", [[12]]],
    ["Trigger", "complaints about Spec 012", []],
    ["Depends on", "Spec 012", []],
  ])("in the field %s: %s", (label, value, specs) => {
    expect(field(label, value)).toEqual(specs);
  });
});

it("is a claim of deferred and manual-only entries", () => {
  const entry = "\n\n### Night bus\n\n- **Revisit**: 2026-10-01\n";
  expect(triggers(`## Manual promotion only${entry}`)).toEqual(["2026-10-01"]);
  expect(triggers(`## Active${entry}\n## Superseded${entry}`)).toEqual([]);
});

it("stands at the date and quotes what is around it", () => {
  const [claim] = claimsOf("deferral-trigger", "## Deferred\n\n- `Night bus`: deferred until 2026-09-30.\n");
  expect(claim).toMatchObject({
    text: "2026-09-30",
    quote: "deferred until 2026-09-30.",
    location: { line: 3, column: 31 },
  });
});
