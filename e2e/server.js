// Starts the real jar with an embedded database in a directory of its own, or with a database on the server that DOORSTEP_TEST_DB_URL names, and stops it again.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const START_LIMIT_MS = 180_000

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

/**
 * @param {{ clock?: string, demo?: boolean, env?: Record<string, string> }} [options] clock: the moment at which the server's time begins; env: settings
 * @returns {Promise<{ origin: string, stop: () => Promise<void>, restart: (clock: string) => Promise<void> }>} once it answers; restart goes on
 *   with the same data at the same address, at another moment
 */
export async function startServer({ clock, demo = true, env = {} } = {}) {
  // a running one, while writing journeys
  if (process.env.DOORSTEP_URL) return { origin: process.env.DOORSTEP_URL, stop: async () => {}, restart: async () => {} }
  const port = await freePort()
  const home = mkdtempSync(join(tmpdir(), 'doorstep-e2e-'))
  let end = await run(home, port, clock, demo, env)
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      await end()
      rmSync(home, { recursive: true, force: true })
    },
    restart: async later => {
      await end()
      end = await run(home, port, later, demo, env)
    },
  }
}

/** @returns {Promise<() => Promise<void>>} once it answers; ends it */
async function run(home, port, clock, demo, settings) {
  const env = { ...process.env, ...settings, DOORSTEP_HOME: home, DOORSTEP_NO_BUILD: '1', ...(clock ? { DOORSTEP_CLOCK: clock } : {}) }
  delete env.DOORSTEP_DB_URL
  if (env.DOORSTEP_TEST_DB_URL) Object.assign(env, databaseOf(home, env.DOORSTEP_TEST_DB_URL))
  const server = spawn(join(root, 'doorstep'), ['run', '--port', String(port), demo ? '--demo' : '--no-demo'], { env, cwd: root })
  let output = ''
  const collect = chunk => {
    output = (output + chunk).slice(-20_000)
  }
  server.stdout.on('data', collect)
  server.stderr.on('data', collect)
  const ended = new Promise(done => server.once('exit', done))
  const deadline = Date.now() + START_LIMIT_MS
  while (!output.includes('Doorstep is up')) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start:\n${output}`)
    await new Promise(done => setTimeout(done, 200))
  }
  return async () => {
    server.kill('SIGTERM')
    await ended
  }
}

/** On a throw-away server (scripts/with-postgres15): one database per home, made where it is not there yet. */
function databaseOf(home, url) {
  const name = basename(home).replaceAll('-', '_').toLowerCase()
  const server = url.replace(/^jdbc:/, '').replace('//', '//postgres@')
  const psql = sql => execFileSync('psql', ['-At', server, '-c', sql], { encoding: 'utf8' }).trim()
  if (psql(`select 1 from pg_database where datname = '${name}'`) === '') psql(`create database ${name}`)
  return { DOORSTEP_DB_URL: url.replace(/[^/]*$/, name), DOORSTEP_DB_ADMIN_USER: 'postgres' }
}
