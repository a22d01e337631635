/** Writes docs/precision.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measurePrecision, precisionPage } from "./precision-table.ts";

const root = join(import.meta.dirname, "..");
const page = join(root, "docs/precision.md");
writeFileSync(page, precisionPage(measurePrecision(join(root, "fixtures/rules")), readFileSync(page, "utf8")));
