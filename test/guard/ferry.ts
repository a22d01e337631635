import { gitRepository, type Repository } from "../source/git-repository.ts";

export const queue = "docs/product/spec-candidates.md";
export const promotedLine = "- Tickets -> Spec 001 (`tickets`)";
export const wrongLine = "- Tickets -> Spec 009 (`tickets`)";

export const queueText = [
  "# Queue",
  "",
  "## Active",
  "",
  "### Seat maps",
  "",
  "- **Priority**: P1",
  "",
  "### Group fares",
  "",
  "- **Priority**: P2",
  "- **Depends on**: `Seat maps`",
  "",
  "## Manual Promotion Only",
  "",
  "### Price rules",
  "",
  "- **Why manual promotion only**: the council decides.",
  "",
  "## Deferred",
  "",
  "### Night boats",
  "",
  "- **Deferred because**: no crew.",
  "",
  "## Promoted",
  "",
  promotedLine,
  "",
].join("\n");

/** A repository with an entry of every role, one spec that is under way, and one that is finished. */
export function ferry(): Repository {
  return gitRepository({
    [queue]: queueText,
    "specs/001-tickets/spec.md": "# Tickets\n\n**Status**: Draft\n\nPassengers buy tickets and get them by mail.\n",
    "specs/001-tickets/tasks.md": "- [x] T001 Sell\n- [ ] T002 Mail\n",
    "specs/002-halls/spec.md": "# Halls\n\n**Status**: Implemented\n\nHalls have rows, seats and an address.\n",
    "specs/002-halls/tasks.md": "- [x] T001 Rows\n",
    "src/ferry.ts": "export const ferry = 1;\n",
  });
}
