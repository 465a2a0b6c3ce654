import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { root } from '../setup/root.mjs'

/** A page of a newspaper. @param {import('./barShots.mjs').Shot} shot */
const write = ({
  body,
  html = 'lang="en"',
}) => `<!doctype html><html ${html}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>The last crossing</title>
<style>:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}body{margin:16px;max-width:60ch}h1{font-size:22px;margin:0 0 12px}p{margin:12px 0 0}</style>
<script src="/aparte.share-bar.min.js" defer></script></head>
<body><h1>The last crossing</h1>${body}<p>The ferry left the harbour for the last time on Sunday, with forty passengers and a brass band.</p></body></html>`

/**
 * Writes pictures of the share bar to a folder, from the built files.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./barShots.mjs').Shot[]} shots
 * @param {string} folder with a slash at its end
 */
export async function shootBar(browser, shots, folder) {
  const server = createServer(async ({ url = '/' }, response) => {
    const [, file] = /^\/(aparte[a-z.-]*\.js)$/.exec(url) ?? []
    const shot = shots.find(({ name }) => url === `/${name}`)
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html')
    response.end(file ? await readFile(`${root}dist/${file}`) : shot && write(shot))
  })
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined))
  })
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  try {
    for (const { name, options, press = [] } of shots) {
      const viewport = { width: 640, height: 240 }
      const context = await browser.newContext({ viewport, ...options })
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${port}/${name}`)
      await page.locator('share-bar [data-channel=copy-button]').waitFor()
      for (const what of press) {
        if (what === 'print') await page.emulateMedia({ media: 'print' })
        else if (what === 'refuse')
          await page.evaluate(() => {
            Clipboard.prototype.writeText = () => Promise.reject(new Error('refused'))
          })
        else await page.locator(`share-bar ${what}`).click()
      }
      if (press.includes('[data-channel=wechat]'))
        await page.locator('dialog[open] svg path').waitFor({ state: 'attached' })
      if (press.includes('[data-channel=copy-button]'))
        await page.locator('share-bar [role=status]:not(:empty)').waitFor()
      // Sheets of buttons look better without the one that the mouse is on.
      await page.mouse.move(0, 0)
      await page.screenshot({ path: `${folder}share-bar-${name}.png`, fullPage: name !== 'qr' })
      console.log(`${folder}share-bar-${name}.png`)
      await context.close()
    }
  } finally {
    server.close()
  }
}
