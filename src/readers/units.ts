import { startOf } from "../core/location.ts";
import type { Reader } from "../core/record.ts";
import { recordOf } from "../records/record-of.ts";

/** The document of a unit as a record of itself: the plan is then a view of its units. */
export const units: Reader = (document, { units }) => {
  const unit = units.at(document.path);
  if (unit === undefined) return { records: [], unread: [] };
  const title = unit.title ?? unit.name.text;
  const reference = { text: title, path: unit.path };
  const record = recordOf(
    { reference, resolution: { kind: "found", unit }, by: "path" },
    {
      form: "file",
      title,
      text: title,
      location: startOf(document.path),
      sections: [],
      status: unit.statuses[0],
      progress: undefined,
      mark: undefined,
      cells: [],
      extent: startOf(document.path),
    },
  );
  return { records: [record], unread: [] };
};
