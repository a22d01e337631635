import type { StatusReader } from "../status-source.ts";

/** What a unit of another kind with the same name says of itself; the labels are kinds. */
export const companion: StatusReader = ({ labels, sibling }) =>
  labels.map((kind) => sibling(kind)?.statuses[0]).find((one) => one !== undefined);
