// Programs that tests start.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** No step of any example takes longer. */
const PATIENCE = 240_000;

/** What an installation on a machine of its own sees: nothing that this run's npm was told. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|INIT_CWD)/.test(name)),
);

/** Runs a program to its end and gives what it printed; a failure is an error that holds all of it. */
export async function run(folder, program, args, { env = {}, mayFail = false } = {}) {
  const child = spawn(program, args, { cwd: folder, env: { ...environment, CI: '1', ...env }, timeout: PATIENCE });
  let stdout = '';
  let stderr = '';
  child.stdin.end();
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => (stderr += data));
  const [code, signal] = await once(child, 'close');
  if (code !== 0 && !mayFail) {
    throw new Error(`\`${program} ${args.join(' ')}\` ended with ${code ?? signal}:\n${stdout}\n${stderr}`);
  }
  return { code, stdout, stderr };
}

/** Starts a server, waits until its port answers, and ends it when `work` has ended. */
export async function serving(folder, program, argsAt, work) {
  const port = await freePort();
  const args = argsAt(port);
  // A group of its own: servers like to start others.
  const child = spawn(program, args, { cwd: folder, env: { ...environment, CI: '1' }, detached: true });
  let printed = '';
  child.stdout.on('data', (data) => (printed += data));
  child.stderr.on('data', (data) => (printed += data));
  const ended = once(child, 'exit');
  try {
    for (let attempt = 0; !(await answers(port)); attempt += 1) {
      if (child.exitCode !== null || attempt > 600) throw new Error(`\`${program} ${args.join(' ')}\` does not serve:\n${printed}`);
      await sleep(100);
    }
    return await work(`http://localhost:${port}`, () => printed);
  } finally {
    if (child.exitCode === null) process.kill(-child.pid);
    await ended;
  }
}

export async function freePort() {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port) {
  const socket = connect(port, 'localhost');
  const accepted = await new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  socket.destroy();
  return accepted;
}
