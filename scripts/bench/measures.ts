import type { Measure } from "./measure.ts";
import { base } from "./measures/base.ts";
import { cold } from "./measures/cold.ts";
import { drifted } from "./measures/drifted.ts";
import { growth } from "./measures/growth.ts";
import { memory } from "./measures/memory.ts";
import { replay } from "./measures/replay.ts";
import { start } from "./measures/start.ts";
import { warm } from "./measures/warm.ts";
import { watch } from "./measures/watch.ts";

/** All of them, in the order in which they run. */
export const measures: readonly Measure[] = [cold, drifted, growth, warm, memory, start, base, watch, replay];
