import { expect, it, vi } from "vitest";
import { isolateGit } from "../source/git-repository.ts";
import { audit, branched, cafe, diagnostics, halls, queue, queueOf } from "./branched-repository.ts";

isolateGit();
vi.stubEnv("CI", "");

const rule = "suppression/configuration-weakened";
const fault = { [queue]: queueOf([halls, diagnostics, cafe, "Garden -> Spec 778 (`garden`)"]) };
const json = (config: object): Readonly<Record<string, string>> => ({
  "package.json": '{ "devDependencies": { "queue-lint": "0.1.0" } }\n',
  "queue-lint.config.json": JSON.stringify(config, undefined, 2),
});
/** A branch whose target has a configuration already. */
const configured = (before: object, change: Readonly<Record<string, string>>) =>
  branched((repository) => {
    repository.write(json(before));
    repository.commit();
    repository.git("branch", "-f", "main");
    repository.write(change);
  });

it("is told although the change turns its rule, and all others, off", async () => {
  const off = { "promotion/spec-exists": "off", [rule]: "off", "scope/not-empty": "off" };
  const { root } = configured({}, { ...fault, ...json({ rules: off }) });
  const { status, report } = await audit(root, "--base", "main");
  expect(status).toBe(1);
  expect(report.findings.map(({ rule: id, path, claim: { text } }) => [id, path, text])).toEqual([
    [rule, "queue-lint.config.json", "rules.promotion/spec-exists"],
    [rule, "queue-lint.config.json", `rules.${rule}`],
    [rule, "queue-lint.config.json", "rules.scope/not-empty"],
  ]);
});

it("holds for what is staged, too", async () => {
  const repository = configured({}, {});
  repository.write(json({ preset: "adopt" }));
  repository.git("add", "-A");
  const { status, report } = await audit(repository.root, "--staged");
  expect(status).toBe(1);
  expect(report.findings.map(({ rule: id }) => id)).toContain(rule);
});

it("is as severe as the base says, and off when the command line says so", async () => {
  const { root } = configured(
    { rules: { [rule]: "warning" } },
    json({ rules: { [rule]: "warning", "dependency/cycle": "off" } }),
  );
  const { report } = await audit(root, "--base", "main");
  expect(report.findings.filter((one) => one.rule === rule).map(({ severity }) => severity)).toEqual(["warning"]);
  const { findings } = await audit(root, "--base", "main", "--rule", `${rule}:off`);
  expect(findings.filter((one) => one.includes(rule))).toEqual([]);
});

it("leaves no change that empties the audit unseen", async () => {
  const empty = {
    [queue]:
      "# Notes\n\n<!-- queue-lint-disable-file scope/not-empty -- as wanted -->\n\n## Promoted to spec\n\nNothing.\n",
    ...json({ sections: { prose: ["Promoted to spec"] }, rules: { "scope/not-empty": "off" } }),
  };
  const { root } = configured({}, empty);
  const { status, findings } = await audit(root, "--base", "main");
  expect(status).toBe(1);
  expect(findings.filter((one) => !/suppression\/reason|entry-vanished/.test(one))).toEqual([
    `introduced scope/not-empty by convention the queue is ${queue}`,
    `introduced ${rule} sections.prose`,
    `introduced ${rule} rules.scope/not-empty`,
  ]);
});

it("is not what judges with --config-from base", async () => {
  const { root } = configured({}, { ...fault, ...json({ rules: { "promotion/spec-exists": "off" } }) });
  const { findings } = await audit(root, "--base", "main", "--config-from", "base");
  expect(findings).toEqual([
    "existing promotion/spec-exists Cafe",
    "introduced promotion/spec-exists Garden",
    `introduced ${rule} rules.promotion/spec-exists`,
  ]);
});

it("lets a document move together with its configuration, also when the base judges", async () => {
  const repository = configured({ queue }, {});
  repository.remove(queue);
  repository.write({ "plans/queue.md": queueOf([halls, diagnostics, cafe]), ...json({ queue: "plans/queue.md" }) });
  for (const from of ["tree", "base"])
    expect(await audit(repository.root, "--base", "main", "--config-from", from), from).toMatchObject({
      status: 0,
      findings: ["existing promotion/spec-exists Cafe"],
    });
});

it("needs a base for --config-from base", async () => {
  const { root } = branched(() => undefined);
  const { status, err } = await audit(root, "--config-from", "base");
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining("Name a base with --base") as string });
});

it("says when the configuration of the base cannot be used", async () => {
  const repository = configured({ rules: { "no/such": "off" } }, json({}));
  const { report } = await audit(repository.root, "--base", "main");
  expect(report.notChecked.filter((one) => one.rule === rule).map(({ reason }) => reason)).toEqual([
    expect.stringContaining("cannot be used"),
  ]);
});
