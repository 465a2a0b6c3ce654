/** The samples of the README for React, Vue and Svelte, built as their frameworks want it, from the built package. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { compile as compileSvelte } from 'svelte/compiler'
import { compileScript, parse } from 'vue/compiler-sfc'
import { root } from '../../scripts/setup/root.mjs'
import { readSamples } from './readmeSamples.js'

/** How a framework runs its sample, `App`, which gets `props`. */
export interface Framework {
  /** The language of the sample, which is the ending of the file too. */
  language: string
  /** A module that exports `render`, which writes HTML on a server. */
  server: string
  /** A script that takes that HTML over, in the element `place`. */
  hydrate: string
  /** A script that does all by itself. */
  mount: string
}

/** What the samples get. */
export interface SampleProps {
  url: string
  title: string
}

export const FRAMEWORKS: Record<string, Framework> = {
  react: {
    language: 'tsx',
    server: `import { createElement } from 'react'
      import { renderToString } from 'react-dom/server'
      import { App } from 'sample'
      export const render = async (props) => renderToString(createElement(App, props))`,
    hydrate: `import { createElement, StrictMode } from 'react'
      import { hydrateRoot } from 'react-dom/client'
      import { App } from 'sample'
      hydrateRoot(place, createElement(StrictMode, {}, createElement(App, props)))`,
    mount: `import { createElement, StrictMode } from 'react'
      import { createRoot } from 'react-dom/client'
      import { App } from 'sample'
      createRoot(place).render(createElement(StrictMode, {}, createElement(App, props)))`,
  },
  vue: {
    language: 'vue',
    server: `import { createSSRApp } from 'vue'
      import { renderToString } from 'vue/server-renderer'
      import App from 'sample'
      export const render = (props) => renderToString(createSSRApp(App, props))`,
    hydrate: `import { createSSRApp } from 'vue'
      import App from 'sample'
      createSSRApp(App, props).mount(place)`,
    mount: `import { createApp } from 'vue'
      import App from 'sample'
      createApp(App, props).mount(place)`,
  },
  svelte: {
    language: 'svelte',
    server: `import { render as renderApp } from 'svelte/server'
      import App from 'sample'
      export const render = async (props) => renderApp(App, { props }).body`,
    hydrate: `import { hydrate } from 'svelte'
      import App from 'sample'
      hydrate(App, { target: place, props })`,
    mount: `import { mount } from 'svelte'
      import App from 'sample'
      mount(App, { target: place, props })`,
  },
}

/** The sample of a framework. */
export function readSample({ language }: Framework): string {
  return readSamples('README.md').find((sample) => sample.language === language)?.code ?? ''
}

/** The script of a sample as TypeScript that a compiler can check. */
export function readScript(framework: Framework): string {
  const sample = readSample(framework)
  if (framework.language === 'vue') return compileVue(sample)
  if (framework.language === 'tsx') return sample
  return /<script lang="ts">([^]*?)<\/script>/.exec(sample)?.[1] ?? ''
}

function compileVue(source: string): string {
  const { descriptor } = parse(source)
  const id = createHash('md5').update(source).digest('hex')
  return compileScript(descriptor, { id, inlineTemplate: true }).content
}

/** Bundles a sample for a server, as a module, or for a browser, as a script. */
async function bundleSample(
  framework: Framework,
  side: 'server' | 'hydrate' | 'mount',
): Promise<string> {
  const isServer = side === 'server'
  const compile = (source: string, filename: string): string =>
    compileSvelte(source, { filename, generate: isServer ? 'server' : 'client', dev: true }).js.code
  const plugin: Plugin = {
    name: 'samples',
    setup: (build) => {
      build.onResolve({ filter: /^sample$/ }, () => ({ path: 'sample', namespace: 'sample' }))
      build.onLoad({ filter: /./, namespace: 'sample' }, () => {
        const source = readSample(framework)
        const code = { tsx: source, vue: compileVue, svelte: compile }[framework.language]
        const contents = typeof code === 'function' ? code(source, 'App.svelte') : (code ?? '')
        return { contents, loader: 'tsx', resolveDir: root }
      })
      build.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
        contents: compile(readFileSync(path, 'utf8'), path),
      }))
    },
  }
  const { outputFiles } = await build({
    stdin: { contents: framework[side], resolveDir: root },
    bundle: true,
    write: false,
    jsx: 'automatic',
    platform: isServer ? 'node' : 'browser',
    format: isServer ? 'esm' : 'iife',
    external: isServer ? ['react', 'react-dom', 'svelte', 'vue'] : [],
    conditions: ['development', 'svelte'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    plugins: [plugin],
  })
  return outputFiles[0]?.text ?? ''
}

/** Writes a sample on a server: as HTML. */
export async function renderSample(framework: Framework, props: SampleProps): Promise<string> {
  await mkdir(`${root}.cache`, { recursive: true })
  // Inside the repository, so that the frameworks are found.
  const folder = await mkdtemp(path.join(root, '.cache/sample-'))
  try {
    const file = path.join(folder, 'server.mjs')
    await writeFile(file, await bundleSample(framework, 'server'))
    const { render } = (await import(/* @vite-ignore */ file)) as {
      render: (given: SampleProps) => Promise<string>
    }
    return await render(props)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Bundles the script of a page that has an element with the id `place`. */
export async function bundlePage(
  framework: Framework,
  side: 'hydrate' | 'mount',
  props: SampleProps,
): Promise<string> {
  const code = await bundleSample(framework, side)
  return `{ const place = document.querySelector('#place'); const props = ${JSON.stringify(props)}; ${code} }`
}
