// Asks each node every few milliseconds with each way in, removes the member, and notes when each last succeeded. See bench/removal.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const [rounds, ...ports] = process.argv.slice(2).map(Number)
const EMAIL = 'grace@harbor-pine.example'
const PASSWORD = 'doorstep-demo'
const PAUSE_MS = 25
const WATCH_MS = 32_000
const names = ['node 1 (where it happens)', 'node 2 (listens)', 'node 3 (does not listen)']

const sql = statement => execFileSync('psql', ['-q', '-At', '-c', statement], { encoding: 'utf8' }).trim()
const sleep = ms => new Promise(done => setTimeout(done, ms))
const csrf = { cookie: 'XSRF-TOKEN=bench', 'x-xsrf-token': 'bench' }

async function ask(port, path, body, headers = {}) {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => null) }
}

async function waysIn() {
  const signedIn = await ask(ports[0], '/api/sign-in', { email: EMAIL, password: PASSWORD }, csrf)
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status} ${JSON.stringify(signedIn.body)}`)
  const cookie = signedIn.headers.getSetCookie().find(one => one.startsWith('__Host-doorstep=')).split(';')[0]
  const token = await ask(ports[0], '/api/token', { email: EMAIL, password: PASSWORD, agency: 'harbor-pine' })
  const key = await ask(
    ports[0],
    '/api/settings/api-keys',
    { name: 'bench', scopes: ['leads:read'], expiresAt: null },
    { ...csrf, cookie: `${csrf.cookie}; ${cookie}` },
  )
  if (key.status !== 201) throw new Error(`key: ${key.status} ${JSON.stringify(key.body)}`)
  return {
    session: { cookie },
    'access token': { authorization: `Bearer ${token.body.accessToken}` },
    'API key': { authorization: `Bearer ${key.body.key}` },
  }
}

/** Until told to stop; the last moment at which it was let in. */
async function knock(port, headers, watch) {
  const seen = { last: 0, asked: 0 }
  while (!watch.over) {
    const answer = await ask(port, '/api/leads?limit=1', undefined, headers)
    seen.asked++
    if (answer.status === 200) seen.last = performance.now()
    await sleep(PAUSE_MS)
  }
  return seen
}

async function listen(port, headers, watch) {
  const answer = await fetch(`http://localhost:${port}/api/live`, { headers, signal: watch.stop.signal })
  const seen = { last: performance.now(), asked: 1, ended: null }
  try {
    for await (const _ of answer.body) seen.last = performance.now()
    seen.ended = performance.now()
  } catch {
    seen.last = Number.POSITIVE_INFINITY // still open when the watch was over
  }
  return seen
}

const figures = new Map()
for (let round = 1; round <= rounds; round++) {
  const ways = await waysIn()
  const watch = { over: false, stop: new AbortController() }
  const running = []
  ports.forEach((port, node) => {
    for (const [way, headers] of Object.entries(ways)) running.push([names[node], way, knock(port, headers, watch)])
    running.push([names[node], 'stream', listen(port, ways.session, watch)])
  })
  await sleep(3_000)
  sql(`update member set status = 'REMOVED' where email = '${EMAIL}'`)
  const removed = performance.now()
  await sleep(WATCH_MS)
  watch.over = true
  watch.stop.abort()
  for (const [node, way, result] of running) {
    const { last, ended } = await result
    // A stream's last sign of life may be long before; what counts is when it was closed.
    const after = Math.max(0, (ended ?? last) - removed) / 1000
    const name = `${node} | ${way}`
    figures.set(name, [...(figures.get(name) ?? []), after])
  }
  sql(`update member set status = 'ACTIVE' where email = '${EMAIL}'`)
  process.stderr.write(`round ${round} of ${rounds}\n`)
}

const rows = [...figures].map(([name, seconds]) => ({
  name,
  median: [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)],
  most: Math.max(...seconds),
}))
for (const { name, median, most } of rows) console.log(`${name.padEnd(44)} median ${median.toFixed(3)} s   most ${most.toFixed(3)} s`)
const most = Math.max(...rows.map(row => row.most))
console.log(`\nlast success of a removed member: ${most.toFixed(1)} s after the removal, at most (limit 60 s), ${rounds} rounds, load ${loadavg()[0].toFixed(1)}`)
const day = new Date().toISOString().slice(0, 10)
writeFileSync(
  `bench/results/${day}-removal.json`,
  `${JSON.stringify({ rounds, pauseMs: PAUSE_MS, cores: cpus().length, load: loadavg()[0], unit: 'seconds', ways: rows }, null, 2)}\n`,
)
process.exit(most <= 60 ? 0 : 1)
