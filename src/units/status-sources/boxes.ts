import type { StatusReader } from "../status-source.ts";

/** Fewer boxes than these are no sign that a unit is built. */
const fewest = 3;

/** All boxes of the unit are ticked, and none is set aside: it is done. Open boxes say nothing. */
export const boxes: StatusReader = ({ tasks }) => {
  const counted = tasks();
  const [first] = counted?.boxes ?? [];
  if (counted === undefined || first === undefined || counted.done < fewest) return undefined;
  return counted.boxes.every(({ state }) => state === "done")
    ? { text: "done", location: first.location, quote: `all ${counted.done} boxes ticked` }
    : undefined;
};
