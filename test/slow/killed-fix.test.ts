import { describe } from "vitest";
import { itSurvivesKills } from "../faults/killed-fix.ts";

describe("a process that is killed while it writes fixes", () => {
  itSurvivesKills("every call", (calls) => calls.keys());
});
