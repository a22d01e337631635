/** Writes docs/precision.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measurePrecision, precisionPage } from "./precision-table.ts";

const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "docs/precision.md"), precisionPage(measurePrecision(join(root, "fixtures/rules"))));
