// Builds the loader, the chat page and the styles of the public pages: `node build.js [--out DIR]`.
// The loader keeps its name (it stands in other people's pages); everything else is named after its content and listed in manifest.json.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const here = import.meta.dirname
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(here, 'dist') } } })
const out = path.resolve(values.out)
const assets = path.join(out, 'public/assets')

const budgets = [
  { name: 'loader', limit: 3_000, of: ['widget.js'] },
  { name: 'chat page', limit: 30_000, of: ['chat.js', 'chat.css'] },
]

/** The public pages have no theme switch: they follow the system, so the tokens' dark variant becomes a media query. */
const sharedTokens = {
  name: 'shared-tokens',
  setup: (pluginBuild) =>
    pluginBuild.onLoad({ filter: /tokens\.css$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll('@variant dark {', '@media (prefers-color-scheme: dark) {'),
      loader: 'css',
    })),
}

/** `import css from './x.css?inline'` gives the minified text, as in Vite. */
const inlineStyles = {
  name: 'inline-styles',
  setup: (pluginBuild) => {
    pluginBuild.onResolve({ filter: /\.css\?inline$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file.replace('?inline', '')),
      namespace: 'inline-styles',
    }))
    pluginBuild.onLoad({ filter: /.*/, namespace: 'inline-styles' }, async ({ path: file }) => {
      const result = await build({ entryPoints: [file], bundle: true, minify: true, write: false, target })
      return { contents: result.outputFiles[0].text, loader: 'text' }
    })
  },
}

/** The cuts of the fonts that every page needs at once. */
const preloaded = { 'sans.woff2': 'inter-latin-wght-normal', 'serif.woff2': 'newsreader-latin-wght-normal' }

const target = ['chrome111', 'firefox114', 'safari16.4']
const common = { bundle: true, minify: true, target, legalComments: 'none', logLevel: 'warning', plugins: [inlineStyles, sharedTokens] }

await rm(assets, { recursive: true, force: true })
await mkdir(assets, { recursive: true })
await build({ ...common, entryPoints: { widget: path.join(here, 'src/loader/widget.ts') }, format: 'iife', outdir: out })
const result = await build({
  ...common,
  entryPoints: {
    chat: path.join(here, 'src/chat/main.ts'),
    'chat-style': path.join(here, 'src/chat/chat.css'),
    capture: path.join(here, 'src/pages/capture.ts'),
    pages: path.join(here, 'src/pages/pages.css'),
  },
  format: 'esm',
  outdir: assets,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file' },
  metafile: true,
})

const manifest = {}
for (const [file, { entryPoint }] of Object.entries(result.metafile.outputs)) {
  if (!entryPoint) continue
  const name = path.basename(entryPoint).replace('main.ts', 'chat.js').replace('.ts', '.js')
  manifest[name] = `/public/assets/${path.basename(file)}`
}
for (const file of Object.keys(result.metafile.outputs)) {
  const font = Object.entries(preloaded).find(([, start]) => path.basename(file).startsWith(start))
  if (font) manifest[font[0]] = `/public/assets/${path.basename(file)}`
}
await writeFile(path.join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2))

for (const { name, limit, of } of budgets) {
  const sizes = await Promise.all(
    of.map(async (file) => gzipSync(await readFile(path.join(out, manifest[file] ?? file)), { level: 9 }).length),
  )
  const size = sizes.reduce((sum, part) => sum + part, 0)
  console.log(`${name}: ${size} of ${limit} bytes, gzip`)
  if (size > limit) {
    console.error(`The ${name} is over its budget by ${size - limit} bytes.`)
    process.exitCode = 1
  }
}
