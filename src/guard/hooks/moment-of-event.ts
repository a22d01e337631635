import type { Moment } from "../verdict.ts";

/** The events of the agents, in lower case, and what the guard answers when nobody says otherwise. */
const moments: Readonly<Record<string, Moment>> = {
  pretooluse: "edit",
  beforetool: "edit",
  stop: "stop",
  subagentstop: "stop",
  agentstop: "stop",
  afteragent: "stop",
  userpromptsubmit: "prompt",
  userpromptsubmitted: "prompt",
  beforesubmitprompt: "prompt",
  beforeagent: "prompt",
  sessionstart: "prompt",
};

/** Undefined for an event that says nothing about the moment. */
export function momentOfEvent(event: string | undefined): Moment | undefined {
  return event === undefined || !Object.hasOwn(moments, event.toLowerCase()) ? undefined : moments[event.toLowerCase()];
}
