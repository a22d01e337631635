/** What a document says at its top when its statuses are those of the past. */
export const builtInHistoricalWords: readonly string[] = [
  "historical snapshot",
  "point-in-time",
  "point in time snapshot",
  "this document is historical",
  "historical document",
  "no longer maintained",
  "not maintained",
  "do not execute",
  "historischer stand",
  "wird nicht mehr gepflegt",
  "n'est plus maintenu",
  "ya no se mantiene",
  "不再维护",
  "更新されません",
  "ei enää ylläpidetä",
];

/** Status words that say nothing of how a unit ended: what is closed or archived may be done, or dropped. */
export const ambiguousStatusWords: readonly string[] = ["archived", "closed"];
