import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScriptError, runScript } from "./run-script.ts";
import { writeFileIn } from "./write-generated.ts";

/** The package of GitHub's published description; its size, 28 MB, is why the tests keep a slice instead. */
const source = "@octokit/openapi@23.0.2";
const target = "test/github/openapi-slice.json";
const operations = new Set([
  "checks/create",
  "checks/update",
  "issues/create-comment",
  "issues/get",
  "issues/list-comments",
  "issues/list-for-repo",
  "issues/update-comment",
  "pulls/get",
  "repos/create-commit-status",
  "repos/get",
]);
/** What constrains a value; descriptions, examples and extensions do not. */
const constraints = new Set([
  "type",
  "enum",
  "nullable",
  "required",
  "properties",
  "items",
  "anyOf",
  "oneOf",
  "allOf",
  "additionalProperties",
  "maxLength",
  "minLength",
  "maxItems",
  "format",
  "default",
]);
/** Answers are kept this deep: enough to see that the local server makes up no field. */
const answerDepth = 2;

type Json = Readonly<Record<string, unknown>>;

runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), "queue-lint-openapi-"));
  try {
    execFileSync("npm", ["pack", source, "--silent"], { cwd: folder, shell: process.platform === "win32" });
    execFileSync(
      "tar",
      ["-xzf", `octokit-openapi-${source.split("@").at(-1) ?? ""}.tgz`, "package/generated/api.github.com.deref.json"],
      { cwd: folder },
    );
    const description = JSON.parse(
      readFileSync(join(folder, "package/generated/api.github.com.deref.json"), "utf8"),
    ) as Json;
    writeFileIn(join(import.meta.dirname, ".."), target, text(slice(description)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** One line for an object that holds no other one, so that a new version can be read as a difference. */
function text(value: Json): string {
  return `${JSON.stringify(value, null, 1).replaceAll(/\{[^{}]+\}/g, (inner) => inner.replaceAll(/\n */g, " "))}\n`;
}

/** The operations of the project with all that constrains their requests, and the fields of their answers. */
function slice({ openapi, paths }: Json): Json {
  const found = Object.entries(record(paths)).flatMap(([path, methods]) =>
    Object.entries(record(methods))
      .filter(([, one]) => operations.has(String(record(one)["operationId"])))
      .map(([method, one]) => ({ path, method, one: record(one) })),
  );
  if (found.length !== operations.size)
    throw new ScriptError(`${source} has ${found.length} of ${operations.size} operations.`);
  const sliced: Record<string, Record<string, unknown>> = {};
  for (const { path, method, one } of found) sliced[path] = { ...sliced[path], [method]: operation(one) };
  return {
    openapi,
    info: {
      title: "A slice of GitHub's description of its REST API, MIT License, Octokit contributors",
      version: source,
    },
    paths: sliced,
  };
}

function operation({ operationId, parameters, requestBody, responses }: Json): Json {
  return {
    operationId,
    parameters: list(parameters).map((one) => ({
      name: one["name"],
      in: one["in"],
      required: one["required"] === true,
      schema: constraint(one["schema"]),
    })),
    ...(requestBody === undefined
      ? {}
      : {
          requestBody: {
            required: record(requestBody)["required"] === true,
            content: jsonContent(constraint(jsonSchema(requestBody))),
          },
        }),
    responses: Object.fromEntries(
      Object.entries(record(responses)).map(([status, one]) => [status, answer(status, record(one))]),
    ),
  };
}

function answer(status: string, one: Json): Json {
  const described = { description: String(one["description"] ?? "") };
  const schema = jsonSchema(one);
  return status.startsWith("2") && schema !== undefined
    ? { ...described, content: jsonContent(fields(schema, answerDepth)) }
    : described;
}

function jsonSchema(one: unknown): unknown {
  return record(record(record(one)["content"])["application/json"])["schema"];
}

function jsonContent(schema: unknown): Json {
  return { "application/json": { schema } };
}

/** A schema with nothing but what a request has to satisfy. */
function constraint(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(constraint);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => constraints.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "properties"
        ? Object.fromEntries(Object.entries(record(value)).map(([name, one]) => [name, constraint(one)]))
        : constraint(value),
    ]),
  );
}

/** Which fields an answer may have, and of which type; not which it must have. */
function fields(schema: unknown, depth: number): Json {
  const { type, nullable, properties, items, enum: values } = record(schema);
  const shared = type === undefined ? {} : nullable === true ? { type, nullable } : { type };
  if (type === "array") return { ...shared, items: fields(items, depth) };
  if (type === "string") return nullable === true || values === undefined ? shared : { ...shared, enum: values };
  if (type !== "object" || properties === undefined || depth === 0) return shared;
  return {
    ...shared,
    properties: Object.fromEntries(
      Object.entries(record(properties)).map(([name, one]) => [name, fields(one, depth - 1)]),
    ),
    additionalProperties: false,
  };
}

function record(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
