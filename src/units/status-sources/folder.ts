import { startOf } from "../../core/location.ts";
import type { StatusReader } from "../status-source.ts";

/** What the folder says in which the unit lies. */
export const folder: StatusReader = ({ folder, path }) =>
  folder.status === undefined ? undefined : { text: folder.status, location: startOf(path) };
