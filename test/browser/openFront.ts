/** A server of ours in front of a framework's: it adds the scripts that a test wants on the pages. */
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { listenLocally } from '../listenLocally.js'

const DIST = new URL('../../dist/', import.meta.url)

/** A running front. Pages of the fixture load `/boot.js` themselves. */
export interface Front {
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /**
   * From now on pages run these scripts of `dist`, and count in `window.calls` how often anybody asks for another address, in
   * `window.errors` what went wrong.
   */
  serve: (endpoint: string, ...names: string[]) => void
  close: () => Promise<void>
}

function writeBoot(endpoint: string, names: readonly string[]): string {
  return `
    window.calls = 0
    window.errors = []
    addEventListener('error', (event) => window.errors.push(event.message))
    for (const name of ['pushState', 'replaceState']) {
      const method = History.prototype[name]
      History.prototype[name] = function (...args) {
        window.calls++
        return method.apply(this, args)
      }
    }
    for (const name of ${JSON.stringify(names)}) {
      const script = document.createElement('script')
      script.src = '/' + name
      script.dataset.endpoint = ${JSON.stringify(endpoint)}
      document.head.append(script)
    }
    window.booted = true`
}

/** Starts a front; `pass` answers what is not ours. */
export async function openFront(pass: RequestListener): Promise<Front> {
  let boot = ''
  const server = createServer((request, response) => {
    const [, name] = /^\/(boot|aparte[a-z.-]*\.min)\.js$/.exec(request.url ?? '') ?? []
    if (name === undefined) return pass(request, response)
    const body = name === 'boot' ? Promise.resolve(boot) : readFile(new URL(`${name}.js`, DIST))
    body.then(
      (text) => {
        response.setHeader('content-type', 'text/javascript')
        response.end(text)
      },
      () => response.destroy(),
    )
  })
  const { url, close } = await listenLocally(server)
  return {
    url,
    serve: (endpoint, ...names) => {
      boot = writeBoot(endpoint, names)
    },
    close,
  }
}
