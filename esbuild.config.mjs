/**
 * Makes the script-tag files: esbuild bundles `src/snippet.ts` and each optional part in `src/parts`, and terser, which
 * looks across what were modules, takes another 5 %. The maps lead back to the TypeScript. Prints the `integrity` of each file.
 * What draws QR codes is a module that the share bar loads when it is asked for; the bar's style sheet is written besides.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { minify } from 'terser'

/** Source, and file in `dist`. */
const SCRIPTS = {
  'src/snippet.ts': 'aparte.min.js',
  'src/parts/addressBar.ts': 'aparte.address-bar.min.js',
  'src/parts/attribution.ts': 'aparte.attribution.min.js',
  'src/parts/google.ts': 'aparte.google.min.js',
  'src/parts/optOut.ts': 'aparte.opt-out.min.js',
  'src/parts/shareBar.ts': 'aparte.share-bar.min.js',
  'src/parts/tcf.ts': 'aparte.tcf.min.js',
}
const MODULES = { 'src/share-bar/drawQr.ts': 'aparte.qr.min.js' }

const BUTTON = 'var(--share-bar-size,44px)'
const BARE = 'share-bar:not([names],:has([data-channel=copy-button]))::before'
/**
 * What the style sheet file has besides: the place of the buttons that the script adds in front of server-rendered links, so
 * that nothing moves then. Not where names make them wider, nor where no script runs.
 */
const RESERVED = `@media (scripting:enabled){${BARE}{content:"";width:${BUTTON};height:${BUTTON}}}
@media (scripting:enabled) and (pointer:coarse){${BARE}{width:calc(2*${BUTTON} + var(--share-bar-gap,8px))}}
`

/**
 * size: properties that modules of one bundle hand to each other, by names that nothing else has: no event and nothing that
 * is stored, no public object, none of the page and of browsers, and nothing that one script hands to another.
 */
const INTERNAL =
  /^(addOwn|adopt|adopted|areas|argument|detection|flying|gate|isInBar|losses|minted|landed|onSeen|outbox|pageOf|records|refit|release|sendSoon|sends|settle|stored|stores|tellLosses|tried|unstore|wake|wayIn)$/

/**
 * @param {string} source
 * @param {string} name
 * @param {{ format: 'iife' | 'esm', notice?: string }} how `notice` is the licence of what is bundled
 * @returns {Promise<string>} the name and its value for the attribute `integrity`
 */
async function buildScript(source, name, { format, notice }) {
  const { outputFiles } = await build({
    entryPoints: [source],
    outfile: `dist/${name}`,
    bundle: true,
    format,
    platform: 'browser',
    target: 'es2020',
    minify: true,
    mangleProps: INTERNAL,
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  })
  const [map, bundle] = outputFiles
  if (!map || !bundle) throw new Error('esbuild gave no bundle')

  const { code, map: sourceMap } = await minify(bundle.text, {
    ecma: 2020,
    toplevel: true,
    module: format === 'esm',
    compress: { passes: 3, unsafe_arrows: true },
    sourceMap: { content: map.text, filename: name, url: `${name}.map`, includeSources: true },
  })
  if (!code || typeof sourceMap !== 'string') throw new Error('terser gave no code')
  // With a line end: sites that join files would run into the comment at the end.
  const text = `${notice ? `/*! ${notice.trim()} */\n` : ''}${code}\n`
  await writeFile(`dist/${name}`, text)
  await writeFile(`dist/${name}.map`, sourceMap)
  return `${name} sha384-${createHash('sha384').update(text).digest('base64')}`
}

const qrNotice = await readFile('node_modules/lean-qr/LICENSE', 'utf8')
const lines = await Promise.all([
  ...Object.entries(SCRIPTS).map(([source, name]) => buildScript(source, name, { format: 'iife' })),
  ...Object.entries(MODULES).map(([source, name]) =>
    buildScript(source, name, { format: 'esm', notice: qrNotice }),
  ),
])
console.log(lines.join('\n'))

const { style } = await import('./dist/share-bar/style.js')
await writeFile('dist/aparte.share-bar.css', style + RESERVED)
