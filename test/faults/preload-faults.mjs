/**
 * Loaded before the program with `node --import`, it makes calls of the file system fail, stop the process, or find another tree than the
 * call before them. Permissions cannot do that where tests run as the superuser, and no permission hits the third write.
 *
 * `QUEUE_LINT_FAULTS` holds a JSON list of faults. Each is put to every call that its `call` and `path` match, and strikes at the `nth` of them:
 *
 *     call   regular expression for the whole name of the function, as in "rename(Sync)?", and "write" for all that change a disk; its own list below
 *     path   regular expression for a path that is named; of "spawnSync" for the program and its arguments, with spaces between
 *     nth    which of these calls, from 1 (default 1); 0 for every one
 *     error  a code such as "ENOSPC": the call fails with it. A write has put half of its bytes on the disk by then, as a real one has
 *     kill   true: SIGKILL instead of the call; of a write, after half of its bytes
 *     shell  a command that runs before the call, which then is made as usual: another process that meddles
 *
 * `QUEUE_LINT_FAULTS_LOG` names a file that takes one line, `call path`, for each call that the first fault counts; a test learns from it
 * how many there are. The functions of `node:fs` (also synchronous ones and those with callbacks), of `node:fs/promises`, the handles that its
 * `open` gives, and `spawnSync` are wrapped: files by descriptor are known by the path that they were opened with. Paths are absolute.
 * `faults.ts` starts the program with it.
 */
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";

const { appendFileSync: append, writeFileSync: writeSync, copyFileSync: copySync } = fs;
const { spawnSync: spawn } = childProcess;

/** What changes a disk, when it is asked for by the word “write”. */
const writing =
  /^(?:writeFile|appendFile|write|writev|copyFile|cp|rename|link|symlink|unlink|rm|rmdir|mkdir|mkdtemp|truncate|ftruncate|chmod|fchmod|chown|fchown|utimes|futimes|fsync|fdatasync|sync|datasync)(?:Sync)?$/;
/** What puts bytes into a file, of which half may be there. */
const filling = /^(?:writeFile|appendFile|write|copyFile)(?:Sync)?$/;

const faults = JSON.parse(process.env.QUEUE_LINT_FAULTS ?? "[]").map((fault) => ({ nth: 1, ...fault, seen: 0 }));
const log = process.env.QUEUE_LINT_FAULTS_LOG;
const opened = new Map();

/** What is to happen at this call: the error to raise, if any. Kills the process, or runs the command, itself. */
function strike(call, args, path) {
  for (const fault of faults) {
    const named = fault.call === "write" ? writing.test(call) : new RegExp(`^(?:${fault.call})$`).test(call);
    if (!named || !new RegExp(fault.path ?? "").test(path)) continue;
    fault.seen += 1;
    if (log !== undefined && fault === faults[0]) append(log, `${call} ${path}\n`);
    if (fault.nth !== 0 && fault.seen !== fault.nth) continue;
    if (fault.shell !== undefined) spawn("sh", ["-c", fault.shell], { stdio: "ignore" });
    if (fault.kill === true || fault.error !== undefined) fillHalf(call, args, path);
    if (fault.kill === true) process.kill(process.pid, "SIGKILL");
    if (fault.error !== undefined)
      return Object.assign(new Error(`${fault.error}: injected, ${call} '${path}'`), {
        code: fault.error,
        syscall: call,
        path,
      });
  }
  return undefined;
}

/** Of a write that fails half is done. */
function fillHalf(call, args, path) {
  if (!filling.test(call)) return;
  try {
    if (call.startsWith("copyFile")) {
      copySync(args[0], args[1], args[2]);
      fs.truncateSync(args[1], Math.floor(fs.statSync(args[1]).size / 2));
      return;
    }
    const bytes = Buffer.from(args[1]);
    const options = typeof args[2] === "object" ? args[2] : {};
    writeSync(typeof args[0] === "object" ? path : args[0], bytes.subarray(0, Math.floor(bytes.length / 2)), {
      flag: options.flag ?? (call.startsWith("append") ? "a" : "w"),
      mode: options.mode,
    });
  } catch {
    // It would have failed for a reason of its own, as with a file that must not be there yet.
  }
}

/** The path that a call is about: of a rename and the like the new one. */
function pathOf(call, args) {
  const named = /^(?:rename|copyFile|cp|link|symlink)/.test(call) ? args[1] : args[0];
  if (typeof named === "number") return opened.get(named) ?? `descriptor ${named}`;
  if (named instanceof URL) return named.pathname;
  return typeof named === "string" || Buffer.isBuffer(named) ? resolve(named.toString()) : String(named);
}

function wrap(owner, call, make) {
  const real = owner[call];
  owner[call] = Object.assign(make(real), real);
}

const functions = (owner) =>
  Object.keys(owner).filter((name) => /^[a-z]/.test(name) && typeof owner[name] === "function");

for (const call of functions(fs)) {
  wrap(
    fs,
    call,
    (real) =>
      function faulty(...args) {
        const error = strike(call, args, pathOf(call, args));
        const answer = args.at(-1);
        if (error !== undefined && typeof answer === "function" && !call.endsWith("Sync"))
          return process.nextTick(answer, error);
        if (error !== undefined) throw error;
        const result = Reflect.apply(real, this, args);
        if (call === "openSync") opened.set(result, resolve(String(args[0])));
        return result;
      },
  );
}

for (const call of functions(fs.promises)) {
  wrap(fs.promises, call, (real) => async (...args) => {
    const path = pathOf(call, args);
    const error = strike(call, args, path);
    if (error !== undefined) throw error;
    const result = await real(...args);
    if (call === "open")
      for (const name of [
        "write",
        "writeFile",
        "appendFile",
        "read",
        "readFile",
        "truncate",
        "chmod",
        "chown",
        "sync",
        "datasync",
        "stat",
      ])
        wrapHandle(result, name, path);
    return result;
  });
}

function wrapHandle(handle, call, path) {
  const real = handle[call].bind(handle);
  handle[call] = async (...args) => {
    const error = strike(call, [handle, ...args], path);
    if (error !== undefined) throw error;
    return real(...args);
  };
}

wrap(childProcess, "spawnSync", (real) => (program, args, options) => {
  const error = strike("spawnSync", [], [program, ...(Array.isArray(args) ? args : [])].join(" "));
  if (error !== undefined)
    return { pid: 0, output: null, stdout: null, stderr: null, status: null, signal: null, error };
  return real(program, args, options);
});

syncBuiltinESMExports();
