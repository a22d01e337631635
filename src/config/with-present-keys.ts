import type { UserConfig } from "./config-schema.ts";

/** The configuration with the present names of its keys alone. */
export function withPresentKeys({ staging, ladder, ...config }: UserConfig): UserConfig {
  const { posture, ...columns } = config.columns ?? {};
  const inbox = config.inbox ?? staging;
  const statuses = config.statuses ?? ladder;
  const reportedRole = columns.reportedRole ?? posture;
  return {
    ...config,
    ...(inbox === undefined ? {} : { inbox }),
    ...(statuses === undefined ? {} : { statuses }),
    ...(config.columns === undefined
      ? {}
      : { columns: reportedRole === undefined ? columns : { ...columns, reportedRole } }),
  };
}
