import { expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const unread = (body: string) => claimsOf("unread", `## Active\n\n${body}\n`).map(({ text, reason }) => [text, reason]);
const reason = "its label begins as that of a field does, so it may be a title or a note";

it.each([
  ["- **Status page**: shows health.\n- **Kite chart** [P1]: x", [["Status page: shows health.", reason]]],
  ["- **Kite chart** [P1]: x\n- **Priority inbox**: sorts mail.", [["Priority inbox: sorts mail.", reason]]],
  ["- **Kite chart** [P1]: x\n- **Priority**: P1", []],
  ["- **Status as of May**: nothing moved.", []],
  ["### Kite chart\n\n- **Status page**: shows health.", []],
])("names what may be a title or a field in %j", (body, expected) => {
  expect(unread(body)).toEqual(expected);
});
