// Opens a browser. Programs are named by the environment, so that nothing is looked for or downloaded.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// The npm packages live in www/.
export const require = createRequire(new URL('../../../www/package.json', import.meta.url));
const { Builder } = require('selenium-webdriver');

const CHROMIUM_ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--lang=en-US',
];

const openers = { chromium, firefox, webkit };

/** The names of all engines. */
export const ENGINES = Object.keys(openers);

/**
 * Opens an engine.
 *
 * @param {string} name one of ENGINES
 * @param {{ logs?: boolean, heard?: boolean, desktop?: string }} [options] whether Chromium keeps what pages log and
 *   request, for `driver.manage().logs()`; whether it tells all to a screen reader; the folder of the settings of WebKitGTK's desktop
 * @returns {Promise<{ driver: import('selenium-webdriver').WebDriver, close: () => Promise<void> }>}
 */
export function openEngine(name, options = {}) {
  return openers[name](options);
}

async function chromium({ logs = false, heard = false }) {
  const { Options, ServiceBuilder } = require('selenium-webdriver/chrome');
  const options = new Options().setChromeBinaryPath(program('CHROMIUM'));
  options.addArguments(...CHROMIUM_ARGUMENTS);
  if (heard) options.addArguments('--force-renderer-accessibility');
  if (logs) options.set('goog:loggingPrefs', { browser: 'ALL', performance: 'ALL' });
  const driver = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(program('CHROMEDRIVER')))
    .build();
  // A window that nobody uses tells its pages nothing of the focus; they should believe that somebody does.
  await driver.sendDevToolsCommand('Emulation.setFocusEmulationEnabled', { enabled: true });
  return { driver, close: () => driver.quit() };
}

async function firefox() {
  const { Options, ServiceBuilder } = require('selenium-webdriver/firefox');
  const options = new Options().setBinary(program('FIREFOX'));
  options.addArguments('-headless');
  options.setPreference('intl.accept_languages', 'en-US');
  // So that a test can set what a reader sets in the browser itself.
  const service = new ServiceBuilder(program('GECKODRIVER')).addArguments('--allow-system-access');
  const driver = await new Builder()
    .forBrowser('firefox')
    .setFirefoxOptions(options)
    .setFirefoxService(service)
    .build();
  return { driver, close: () => driver.quit() };
}

async function webkit({ desktop }) {
  const port = await freePort();
  const env = desktop ? { ...process.env, XDG_CONFIG_HOME: desktop } : process.env;
  const service = spawn(program('WEBKITDRIVER'), [`--port=${port}`], { stdio: 'ignore', env });
  try {
    await listening(port, service);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: program('MINIBROWSER'), args: ['--automation'] },
      })
      .build();
    return {
      driver,
      close: () => driver.quit().finally(() => end(service)),
    };
  } catch (error) {
    await end(service);
    throw error;
  }
}

function program(name) {
  const path = process.env[`ZONESTAT_${name}`];
  if (!path) throw new Error(`ZONESTAT_${name} does not name a program; run this by \`cargo xtask test --only browser\``);
  return path;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver accepts connections. */
async function listening(port, service) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (service.exitCode !== null) break;
    const socket = connect(port, '127.0.0.1');
    const accepted = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (accepted) return;
    await sleep(50);
  }
  throw new Error(`${service.spawnfile} does not listen on port ${port}`);
}

async function end(service) {
  if (service.exitCode !== null || service.signalCode !== null) return;
  service.kill();
  await once(service, 'exit');
}
