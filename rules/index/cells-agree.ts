import { defineRule, noOptions, type RecordCell, type Unit } from "../../src/rule-api/index.ts";

const yes = /^(?:✓|✔|✔️|✅|☑|☑️|x|yes|y|ja|oui|sí|sim|done|present|есть|是|有)$/iu;
const no = /^(?:✗|✘|❌|☐|no|n|nein|non|missing|absent|нет|否|无|無)$/iu;

export default defineRule({
  meta: {
    description: "Require cells that say whether an artefact is there to agree with the files of the unit",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    absent: {
      message: "The row says that “{unit}” has its {artefact}, but there is no {file}.",
      fact: "{path} has no {file}",
      help: "Correct the row.",
    },
    present: {
      message: "The row says that “{unit}” has no {artefact}, but {file} is there.",
      fact: "{path} has {file}",
      help: "Correct the row.",
    },
  },
  check({ claims, facts, report }) {
    for (const claim of claims.of("plan-record")) {
      const { unit, cells } = claim.record;
      if (unit === undefined || unit.files.length === 0 || claim.historical !== undefined) continue;
      for (const cell of cells.filter(({ column, location }) => column !== "status" && location !== claim.location)) {
        const fault = faultOf(cell, unit, facts.units.all);
        if (fault === undefined) continue;
        report(fault.message, claim, {
          at: { text: cell.text, location: cell.location, quote: claim.record.quote ?? cell.text },
          data: { unit: unit.name.text, artefact: cell.header, file: fault.file, path: unit.path },
          factAt: { path: unit.path },
          identity: `${unit.name.text} ${fault.file}`,
        });
      }
    }
  },
});

interface CellFault {
  readonly message: "absent" | "present";
  readonly file: string;
}

function faultOf(cell: RecordCell, unit: Unit, all: readonly Unit[]): CellFault | undefined {
  const file = fileOf(cell, unit, all);
  const says = saysOf(cell);
  if (file === undefined || says === undefined || says === unit.files.includes(file)) return undefined;
  return { message: says ? "absent" : "present", file };
}

function saysOf({ text }: RecordCell): boolean | undefined {
  const word = text.replace(/[*`_]/g, "").trim();
  return yes.test(word) ? true : no.test(word) ? false : undefined;
}

/** The header names a file that units of the kind have: "Data model" is data-model.md. */
function fileOf({ header }: RecordCell, unit: Unit, all: readonly Unit[]): string | undefined {
  const stem = header
    .replace(/\.md$/i, "")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const names = [`${stem}.md`, stem];
  const siblings = all.filter(({ source, root }) => source === unit.source && root === unit.root);
  return names.find((name) => siblings.some(({ files }) => files.includes(name)));
}
