import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const sections = (text: string) =>
  claimsOf("agent-mention", text, "agent")
    .filter((claim) => claim.subject === "section")
    .map((claim) => claim.value);

describe("the sections that an instruction file names", () => {
  it.each([
    ["Take the queue's `Active Queue` section.", ["Active Queue"]],
    ["In the queue, see section **Deferred**.", ["Deferred"]],
    ["The “Later” section of the backlog is closed.", ["Later"]],
    ["Read `queue.md` first, then its “Active” section.", ["Active"]],
    ["Read `queue.md` and `notes.md`; section by section.", []],
    ["Write a good section about the queue.", []],
  ])("in %j are %j", (text, names) => {
    expect(sections(text)).toEqual(names);
  });
});
