import { expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { listEntries } from "../../src/engine/list-entries.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const queue = `# Queue

## Active

### Seat maps

- **Priority**: P1

## Deferred

- \`Hall plans\`: was promoted into Spec 044 in May.

## Promoted

- Ticket scans -> Spec 043 (\`ticket-scans\`)
- Refunds -> Spec 099 (\`refunds\`)
`;

it("lists every entry with its specs and how far they are", () => {
  const read: string[] = [];
  const memory = memorySnapshot({
    "docs/product/spec-candidates.md": queue,
    "specs/043-ticket-scans/tasks.md": "- [x] a\n- [ ] b\n",
    "specs/044-halls/spec.md": "# Hall plans\n",
    "specs/045-unnamed/tasks.md": "- [ ] c\n",
  });
  const snapshot = { ...memory, read: (path: string) => (read.push(path), memory.read(path)) };
  const rows = listEntries(buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings));
  expect(rows.map(({ title, role, section, priority, line }) => [title, role, section, priority, line])).toEqual([
    ["Seat maps", "active", "Active", "P1", 5],
    ["Hall plans", "deferred", "Deferred", undefined, 11],
    ["Ticket scans", "promoted", "Promoted", undefined, 15],
    ["Refunds", "promoted", "Promoted", undefined, 16],
  ]);
  expect(rows.map(({ specs }) => specs)).toEqual([
    [],
    [{ digits: "044", slug: "halls", exists: true, tasks: undefined }],
    [{ digits: "043", slug: "ticket-scans", exists: true, tasks: { done: 1, open: 1, deferred: 0, dropped: 0 } }],
    [{ digits: "099", slug: "refunds", exists: false, tasks: undefined }],
  ]);
  expect(new Set(rows.map(({ path }) => path))).toEqual(new Set(["docs/product/spec-candidates.md"]));
  expect(read.filter((path) => path.startsWith("specs/"))).toEqual(["specs/043-ticket-scans/tasks.md"]);
});
