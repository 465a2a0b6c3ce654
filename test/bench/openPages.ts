/** Serves the page that is copied from, with the clock and the switch of the benchmark in it. */
import { createServer } from 'node:http'
import { bundle } from '../../scripts/sizes/bundle.mjs'
import type { OnCopyOptions, Stop } from '../../src/copy.js'
import { listenLocally } from '../listenLocally.js'
import { writeText, type TextOptions } from './writeText.js'

/** What one copy took. */
export interface Sample {
  copyMs: number
  /** The layout that is left to do behind it, because the document was changed and changed back. */
  layoutMs: number
  /** Whether the browser says that it has copied. */
  isWritten: boolean
  /** Whether aparté has marked it. */
  isShare: boolean
}

/** Two copies right behind each other, in either order. */
export interface Pair {
  without: Sample
  with: Sample
}

declare global {
  interface Window {
    benchOnCopy: (options: OnCopyOptions) => Stop
    bench: {
      /** Sets how many pairs the next key press makes. */
      prepare: (count: number) => void
      /** Hands them over once it has made them. */
      take: () => Promise<Pair[]>
    }
  }
}

// Runs in the page, and is sent as text.
function measureInPage(): void {
  const layOut = (): void => {
    if (document.body.offsetHeight === 0) throw new Error('the page has no layout')
  }
  const copy = (isOn: boolean): Sample => {
    let isShare = false
    const stop = isOn ? window.benchOnCopy({ onShare: () => (isShare = true) }) : undefined
    layOut()
    const startedAt = performance.now()
    const isWritten = document.execCommand('copy')
    const copiedAt = performance.now()
    layOut()
    const layoutMs = performance.now() - copiedAt
    stop?.()
    return { copyMs: copiedAt - startedAt, layoutMs, isWritten, isShare }
  }
  let give: (pairs: Pair[]) => void
  let pairs: Promise<Pair[]>
  let wanted = 0
  let isWithFirst = false
  window.bench = {
    prepare: (count) => {
      wanted = count
      pairs = new Promise((resolve) => {
        give = resolve
      })
    },
    take: () => pairs,
  }
  addEventListener('keydown', () => {
    give(
      Array.from({ length: wanted }, () => {
        isWithFirst = !isWithFirst
        const first = copy(isWithFirst)
        const second = copy(!isWithFirst)
        return isWithFirst ? { with: first, without: second } : { without: first, with: second }
      }),
    )
  })
}

/** Starts the server. `/1000000/50` is a page with 1,000,000 characters, 50 own URLs and 50 own links. */
export async function openPages(): Promise<{ url: string; close: () => Promise<void> }> {
  const bytes = await bundle("import { onCopy } from 'aparte/copy'; window.benchOnCopy = onCopy")
  const script = `(() => {${new TextDecoder().decode(bytes)}})();(${String(measureInPage)})()`
  let origin = ''
  const writePage = (options: TextOptions): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>A page to copy from</title>
<script>${script}</script>
<h1 id="start">A page to copy from</h1>
<div id="copied">${writeText(options)}</div>
</html>`
  const server = createServer((request, response) => {
    const [, length, ownUrls] = /^\/(\d+)\/(\d+)$/.exec(request.url ?? '') ?? []
    const isPage = length !== undefined && ownUrls !== undefined
    response.writeHead(isPage ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      // Isolated from other origins a page has a clock of 5 to 20 µs, otherwise one of up to 1 ms.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(
      isPage ? writePage({ origin, length: Number(length), ownUrls: Number(ownUrls) }) : '',
    )
  })
  const { url, close } = await listenLocally(server)
  origin = url
  return {
    url,
    close,
  }
}
