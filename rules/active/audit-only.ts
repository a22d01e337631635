import {
  defineRule,
  entriesIn,
  pathsWithin,
  referencesWithin,
  z,
  type Candidate,
  type Location,
  type PathClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that rest on nothing but historical documents",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { historical: "less" },
    needs: "queue",
  },
  options: z.strictObject({
    historical: z
      .array(z.string())
      .default(["docs/audits/"])
      .describe("Folders whose documents are historical input only."),
  }),
  messages: {
    historical: {
      message: "“{title}” rests only on documents under {folder}, which are historical.",
      fact: "every anchor of the entry lies under {folder}",
      help: "Check the finding against the repository of today and anchor the entry there, or drop it.",
    },
  },
  check({ claims, facts, options, report }) {
    const historical = options.historical.map((folder) => `${folder.replace(/^\.\//, "").replace(/\/$/, "")}/`);
    for (const candidate of entriesIn("active", claims.of("candidate"))) {
      if (referencesWithin(claims.of("spec-reference"), candidate.extent).length > 0) continue;
      const cited = pathsWithin(claims.of("path"), candidate.extent);
      const folders = cited.map((one) => {
        const answer = facts.paths.resolve(one.target, one.location.path);
        return historical.find((folder) => `${answer.exists === true ? answer.path : one.target}/`.startsWith(folder));
      });
      // A document that is only mentioned in a sentence does not carry the entry.
      if (folders.includes(undefined) || !cited.some((one) => isAnchor(one, candidate))) continue;
      report("historical", candidate, {
        data: { title: candidate.title, folder: [...new Set(folders)].join(" and ") },
      });
    }
  },
});

function isInside({ location }: PathClaim, extent: Location): boolean {
  return location.path === extent.path && extent.offset <= location.offset && location.offset < extent.endOffset;
}

function isAnchor(claim: PathClaim, candidate: Candidate): boolean {
  const fields = candidate.fields.filter((field) => field.names.includes("anchors"));
  return (
    claim.source === "anchor" ||
    fields.some((field) => [field, ...field.items].some(({ location }) => isInside(claim, location)))
  );
}
