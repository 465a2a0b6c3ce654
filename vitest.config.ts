import { compile } from 'svelte/compiler'
import { defineConfig } from 'vitest/config'

/** Browsers and child processes on a small machine: generous, because a limit is no wait. */
const SLOW_MS = 300_000

/** Compiles components of Svelte for a browser. Their warnings are what a site would see. */
const svelte = {
  name: 'svelte',
  transform: (code: string, filename: string) =>
    filename.endsWith('.svelte') ? compile(code, { filename, dev: true }).js : undefined,
}

/**
 * One project per stage of `npm test`. A file that needs a DOM says `// @vitest-environment happy-dom` in its first line;
 * everything else runs in plain Node, where the library has to be inert.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte],
        resolve: { conditions: ['browser', 'development'] },
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: SLOW_MS,
          // What Node imports by itself is Svelte for servers.
          server: { deps: { inline: [/svelte|esm-env/] } },
        },
      },
      { test: { name: 'laws', include: ['test/laws/**/*.test.ts'], testTimeout: SLOW_MS } },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: SLOW_MS,
          hookTimeout: SLOW_MS,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: SLOW_MS,
          hookTimeout: SLOW_MS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: SLOW_MS,
          hookTimeout: SLOW_MS,
          // Two cores carry two files. Files that run in one process one after the other share its browsers (`shareEngine`), each
          // on a display, and so a clipboard, of the process.
          maxWorkers: 2,
          isolate: false,
          // A repeated run would hide the very races these tests are for.
          retry: 0,
        },
      },
      {
        // `npm run test:faults`, and a small number of runs in the browser stage of `npm test`.
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: SLOW_MS,
          maxWorkers: 1,
          retry: 0,
        },
      },
      {
        // `npm run bench:copy`, no stage of `npm test`: it measures, and needs the machine for itself.
        test: {
          name: 'bench',
          include: ['test/bench/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: SLOW_MS,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'start',
          include: ['test/start/**/*.test.ts'],
          testTimeout: SLOW_MS,
          hookTimeout: SLOW_MS,
        },
      },
    ],
  },
})
