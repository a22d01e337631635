/** The rules alone, for commands that describe them and read no repository. */
export { rules } from "../rules/index.ts";
