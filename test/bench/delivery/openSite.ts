import { createServer } from 'node:http'
import { listenLocally } from '../../listenLocally.js'
import { bundlePeer } from './bundlePeer.js'

// Runs in the page, and is sent as text.
const START = `const query = new URLSearchParams(location.search)
window.benchTrack = Promise.resolve(
  window.bench.start(query.get('endpoint'), JSON.parse(query.get('options'))))`

/** Serves a page for each bundle under its name, and an empty one for everything else. */
export async function openSite(
  pages: readonly string[],
): Promise<{ url: string; close: () => Promise<void> }> {
  const scripts = new Map<string, Uint8Array>()
  for (const page of pages) scripts.set(`/${page}.js`, await bundlePeer(page))
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '')
    const script = scripts.get(path)
    const isPage = scripts.has(`${path}.js`)
    response.writeHead(200, {
      'content-type': `${script ? 'text/javascript' : 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
    })
    if (script) response.end(script)
    else
      response.end(`<!doctype html>
<html lang="en">
<title>${path}</title>
<link rel="icon" href="data:," />
<h1>${path}</h1>
${isPage ? `<script src="${path}.js"></script>\n<script>${START}</script>` : ''}
</html>`)
  })
  const { url, close } = await listenLocally(server)
  return { url, close }
}
