// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Rule } from "../src/rule-api/index.ts";
import autoprepAgentDocsAgree from "./autoprep/agent-docs-agree.ts";
import autoprepBoundaryStated from "./autoprep/boundary-stated.ts";
import autoprepContradiction from "./autoprep/contradiction.ts";
import autoprepExplicitIntent from "./autoprep/explicit-intent.ts";
import autoprepManualLeak from "./autoprep/manual-leak.ts";
import autoprepManualReason from "./autoprep/manual-reason.ts";
import autoprepUniqueNext from "./autoprep/unique-next.ts";
import referenceAnchorExists from "./reference/anchor-exists.ts";
import referenceBasisExists from "./reference/basis-exists.ts";
import referenceDirectoryShape from "./reference/directory-shape.ts";
import referenceEntryUnique from "./reference/entry-unique.ts";
import referenceHeadingAnchor from "./reference/heading-anchor.ts";
import referenceNumberUnique from "./reference/number-unique.ts";
import referenceRangeComplete from "./reference/range-complete.ts";
import referenceSpecKnown from "./reference/spec-known.ts";

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [
  { id: "autoprep/agent-docs-agree", definition: autoprepAgentDocsAgree },
  { id: "autoprep/boundary-stated", definition: autoprepBoundaryStated },
  { id: "autoprep/contradiction", definition: autoprepContradiction },
  { id: "autoprep/explicit-intent", definition: autoprepExplicitIntent },
  { id: "autoprep/manual-leak", definition: autoprepManualLeak },
  { id: "autoprep/manual-reason", definition: autoprepManualReason },
  { id: "autoprep/unique-next", definition: autoprepUniqueNext },
  { id: "reference/anchor-exists", definition: referenceAnchorExists },
  { id: "reference/basis-exists", definition: referenceBasisExists },
  { id: "reference/directory-shape", definition: referenceDirectoryShape },
  { id: "reference/entry-unique", definition: referenceEntryUnique },
  { id: "reference/heading-anchor", definition: referenceHeadingAnchor },
  { id: "reference/number-unique", definition: referenceNumberUnique },
  { id: "reference/range-complete", definition: referenceRangeComplete },
  { id: "reference/spec-known", definition: referenceSpecKnown },
];
