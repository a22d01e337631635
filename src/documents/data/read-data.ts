import type { Document, DocumentRole } from "../../core/document.ts";
import { directivesOf, mark, type Comment } from "../directives.ts";
import { problem } from "../document-problems.ts";
import { parseDocument, type ParseOptions } from "../parse-document.ts";
import { SourceText } from "../source-text.ts";
import type { DataFormat, ReadData } from "./data-format.ts";
import { json } from "./json.ts";
import { jsonLines } from "./json-lines.ts";
import { toml } from "./toml.ts";
import { yaml } from "./yaml.ts";

const formats: readonly DataFormat[] = [yaml, json, jsonLines, toml];

/** The format of a file by the end of its name; undefined for what is not a data document. */
function dataFormatOf(path: string): DataFormat | undefined {
  const name = path.toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** Roles of documents that may be data: what is a queue or a ledger is Markdown, whatever it is called. */
const rolesOfData: readonly DocumentRole[] = ["index", "unit"];

/** Reads a document by what the end of its name says: data, or else Markdown. Never throws. */
export function readDocument(text: string, { path, role }: ParseOptions): Document {
  const format = rolesOfData.includes(role) ? dataFormatOf(path) : undefined;
  return format === undefined ? parseDocument(text, { path, role }) : dataDocument(text, { path, role, format });
}

/** What a data file holds; undefined for another format. Never throws. */
export function readData(text: string, path: string): ReadData | undefined {
  const format = dataFormatOf(path);
  return format === undefined ? undefined : readWith(format, new SourceText(path, text));
}

function readWith(format: DataFormat, source: SourceText): ReadData {
  const start = source.text.startsWith("\uFEFF") ? 1 : 0;
  try {
    return format.read({ source, start, end: source.text.length });
  } catch (error) {
    // How deep a parser may go is not ours to say.
    if (!(error instanceof RangeError)) throw error;
    const tooDeep = problem(source, 0, "the file nests too deeply to be read, so nothing in it is checked");
    return { root: undefined, problems: [tooDeep] };
  }
}

function dataDocument(text: string, { path, role, format }: ParseOptions & { readonly format: DataFormat }): Document {
  const source = new SourceText(path, text);
  const { root, problems } = readWith(format, source);
  return {
    ...parseDocument("", { path, role }),
    text,
    data: root,
    problems,
    directives: text.includes(mark) && format.comment !== undefined ? directives(source, format.comment) : [],
  };
}

/** Comments that have a line of their own. */
function directives(source: SourceText, sign: string) {
  const lines = [...source.text.matchAll(/^.*$/gm)];
  const comments = lines.flatMap(({ 0: line, index }): Comment[] => {
    const lead = line.length - line.trimStart().length;
    if (!line.startsWith(sign, lead)) return [];
    const end = index + line.trimEnd().length;
    return [{ start: index + lead, end, inner: { start: index + lead + sign.length, end } }];
  });
  return directivesOf({ source, masked: (start, end) => source.text.slice(start, end) }, comments);
}
