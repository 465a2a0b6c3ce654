/**
 * What a reader downloads, at most: bytes after brotli 11 of the minified bundle. `code` is what a site writes; without it
 * the file in `dist` is measured as it is. With `besides`, it is what the code adds to each of these, on
 * average, because one such difference varies by some 50 B with what stands beside it. A raise needs its reason in the
 * commit.
 *
 * @typedef {{ name: string, code?: string, besides?: string[], file?: string, cap: number, goal?: number }} Budget
 */

/** What the adapters of frameworks stand on: they are to be thin. */
const CORES = [
  'createTracker',
  'createTracker, copy',
  'createTracker, copy, shareLinks',
  'createTracker, copy, drag',
  'createTracker, clipboard, nativeShare',
  'createTracker, attribution',
  'createTracker, defaultGestures',
].map(
  (names) => `export { ${names} } from 'aparte'; export { createShareBar } from 'aparte/share-bar'`,
)

/** @type {Budget[]} */
export const budgets = [
  { name: 'aparte.min.js', file: 'dist/aparte.min.js', cap: 14_650, goal: 5500 },
  { name: 'aparte.address-bar.min.js', file: 'dist/aparte.address-bar.min.js', cap: 1800 },
  { name: 'aparte.attribution.min.js', file: 'dist/aparte.attribution.min.js', cap: 2050 },
  { name: 'aparte.tcf.min.js', file: 'dist/aparte.tcf.min.js', cap: 840 },
  { name: 'aparte.google.min.js', file: 'dist/aparte.google.min.js', cap: 950 },
  { name: 'aparte.opt-out.min.js', file: 'dist/aparte.opt-out.min.js', cap: 825 },
  { name: 'aparte.share-bar.min.js', file: 'dist/aparte.share-bar.min.js', cap: 20_000 },
  { name: 'aparte.qr.min.js', file: 'dist/aparte.qr.min.js', cap: 2800 },
  {
    name: 'createTracker, no gestures',
    code: "export { createTracker } from 'aparte'",
    cap: 9300,
    goal: 2500,
  },
  {
    name: 'createTracker with copy()',
    code: "export { copy, createTracker } from 'aparte'",
    cap: 12_000,
    goal: 3500,
  },
  {
    name: 'aparte/copy',
    code: "export { onCopy } from 'aparte/copy'",
    cap: 4350,
    goal: 1900,
  },
  {
    name: 'aparte/token: detect, decorate',
    code: "export { decorate, detect } from 'aparte/token'",
    cap: 1600,
    goal: 1200,
  },
  {
    name: 'aparte/share-bar, five channels',
    code: "import { createShareBar, email, en, facebook, messenger, telegram, whatsapp } from 'aparte/share-bar'; customElements.define('share-bar', createShareBar({ channels: [whatsapp, messenger, telegram, facebook, email], languages: [en] }))",
    cap: 5950,
    goal: 2800,
  },
  ...['react', 'vue', 'svelte'].map((framework) => ({
    name: `aparte/${framework} besides`,
    besides: CORES,
    code: `export { AparteProvider, useLanding, useShare, useTracker } from 'aparte/${framework}'`,
    cap: 640,
    goal: 600,
  })),
  {
    name: 'aparte/server with classify',
    code: "export * from 'aparte/server'; export * from 'aparte/classify'",
    cap: 14_500,
  },
]
