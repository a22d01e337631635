import {
  defineRule,
  noOptions,
  planFileFaults,
  type Facts,
  type InputClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "unreadable" | "notDirectory" | "noSpecs" | "malformed">;

const wayOut: Readonly<Record<string, string>> = {
  missing: "Create the file, or correct the path in the configuration.",
  noDirectory: "Create the directory, or correct `specs` in the configuration.",
  directory: "Name a file in the configuration, not a directory.",
  broken: "Repair the symbolic link, or remove it.",
  outside: "Keep the file inside the repository.",
  encoding: "Save the file as UTF-8.",
  "too-large": "Split the document; a planning document of this size helps nobody.",
  unreadable: "Make the file readable for the user who runs the audit.",
};

export default defineRule({
  meta: {
    description: "Require planning documents, files of specs and files for agents to exist, decode and parse",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unreadable: {
      message: "The {role} {path} cannot be read.",
      fact: "{detail}",
      help: "{help}",
    },
    notDirectory: {
      message: "The spec root {path} is not a directory.",
      fact: "{detail}",
      help: "{help}",
    },
    noSpecs: {
      message: "“{title}” points at Spec {spec}, but no directory of specs was found under any conventional name.",
      fact: "{path} does not exist, nor does any other conventional name",
      help: "Restore the directory, name it as `specs` in the configuration, or set `specs` to false if the specs live in another repository.",
    },
    malformed: {
      message: "The document does not mean what it seems to: {problem}.",
      fact: "{problem}",
      help: "Correct the line, so that what follows is read as it was meant.",
    },
  },
  check(context) {
    for (const input of context.claims.of("input")) {
      if (input.role === "specs") checkSpecs(input, context);
      else checkDocument(input, context);
    }
    checkPlanFiles(context);
    for (const malformed of context.claims.of("malformed"))
      context.report("malformed", malformed, { data: { problem: malformed.message } });
  },
});

function checkSpecs(input: InputClaim, { claims, facts, report }: Context): void {
  if (facts.specs.root !== undefined) return;
  const pointing = firstPointing(claims);
  if (!isAbsentByConvention(input, facts))
    report("notDirectory", input, { data: { path: input.path, ...absence(input.path, facts, wayOut["noDirectory"]) } });
  else if (pointing !== undefined)
    report("noSpecs", pointing.claim, {
      data: { title: pointing.claim.title, spec: pointing.digits, path: input.path },
      identity: "no specs",
    });
}

function checkDocument(input: InputClaim, { facts, report }: Context): void {
  const result = facts.paths.read(input.path);
  if (result.ok) return;
  const { detail, help } =
    result.reason === "missing"
      ? absence(input.path, facts, wayOut["missing"])
      : { detail: result.detail, help: wayOut[result.reason] ?? "Make it readable." };
  report("unreadable", input, { data: { role: input.role, path: input.path, detail, help } });
}

/** What is said of a configured path at which nothing is: that its name differs in case only, when it does. */
function absence(path: string, { paths }: Facts, help = ""): { readonly detail: string; readonly help: string } {
  const { actual } = { actual: undefined, ...paths.resolve(`/${path}`, path) };
  if (actual === undefined) return { detail: "there is nothing at this path", help };
  return { detail: `it is written ${actual} in the repository`, help: `Write ${actual} in the configuration.` };
}

function checkPlanFiles({ facts, settings, report }: Context): void {
  for (const { role, unread, problem, ...claim } of planFileFaults(facts, settings)) {
    const { path } = claim.location;
    if (unread === undefined)
      report("malformed", claim, {
        data: { problem: problem ?? "" },
        identity: `malformed ${claim.text}`.slice(0, 80),
      });
    else
      report("unreadable", claim, {
        data: { role, path, detail: unread.detail, help: wayOut[unread.reason] ?? "Make it readable." },
        identity: `unreadable ${path}`,
      });
  }
}

/** Nobody named a directory of specs, and none was found. A link to nothing under a conventional name was meant as one. */
function isAbsentByConvention(input: InputClaim, facts: Facts): boolean {
  const result = facts.paths.read(input.path);
  return !input.configured && (result.ok || (result.reason !== "broken" && result.reason !== "outside"));
}

/** The first line of the queue that says that a candidate is a spec. */
function firstPointing(claims: RuleContext<unknown, string>["claims"]) {
  const lines = [...claims.of("removal-record"), ...claims.of("candidate")].filter((claim) => claim.targets.length > 0);
  const [claim] = lines.sort((one, other) => one.location.offset - other.location.offset);
  return claim === undefined ? undefined : { claim, digits: claim.targets[0]?.digits ?? "" };
}
