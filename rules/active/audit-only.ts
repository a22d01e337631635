import { defineRule, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that rest on nothing but historical documents",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: z.strictObject({
    historical: z.array(z.string()).default(["docs/audits/"]).describe("Folders whose documents are historical input only."),
  }),
  messages: {
    historical: {
      message: "“{title}” rests only on documents under {folder}, which are historical.",
      fact: "every anchor of the entry lies under {folder}",
      help: "Check the finding against the repository of today and anchor the entry there, or drop it.",
    },
  },
  check({ claims, options, report }) {
    for (const candidate of claims.of("candidate")) {
      if (candidate.role !== "active") continue;
      const { offset, endOffset, path } = candidate.extent;
      const anchors = claims.of("path").filter((one) => one.location.path === path && one.location.offset >= offset && one.location.offset < endOffset);
      const folders = anchors.map((anchor) => options.historical.find((folder) => anchor.target.startsWith(folder)));
      const [folder] = folders;
      if (folder === undefined || folders.includes(undefined)) continue;
      report("historical", candidate, { data: { title: candidate.title, folder } });
    }
  },
});
