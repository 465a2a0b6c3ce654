/** A server of ours in front of an example's own: it passes all on, and has pages keep what they write to the console. */
import { createServer, request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { listenLocally } from '../listenLocally.js'

declare global {
  interface Window {
    /** What went wrong or was warned of, from the first script on. */
    said: string[]
  }
}

const WATCH = `<script>window.said = []
for (const name of ['error', 'warn'])
  console[name] = (...words) => said.push(name + ': ' + words.map(String).join(' '))
addEventListener('error', ({ message }) => said.push(message))
addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)))
document.currentScript.remove()</script>`

/** A running front. */
export interface WatchedFront {
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  /** From now on requests go to this port of 127.0.0.1. */
  pass: (port: number) => void
  close: () => Promise<void>
}

/** Starts it; what it passes on keeps the host that the browser asked for. */
export async function openWatchedFront(): Promise<WatchedFront> {
  let port = 0
  const forward = ({ url, method, headers }: IncomingMessage) =>
    // As it is, so that there is a place for the script.
    ({
      host: '127.0.0.1',
      port,
      path: url,
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
    })
  const server = createServer((incoming, response) => {
    const passed = request(forward(incoming), (answer) => {
      const { statusCode = 500, headers } = answer
      if (!headers['content-type']?.startsWith('text/html')) {
        response.writeHead(statusCode, headers)
        answer.pipe(response)
        return
      }
      let html = ''
      answer.setEncoding('utf8').on('data', (text: string) => (html += text))
      answer.on('end', () => {
        delete headers['content-length']
        response.writeHead(statusCode, headers)
        response.end(html.replace(/<head[^>]*>/, (head) => head + WATCH))
      })
    })
    passed.on('error', () => response.destroy())
    incoming.pipe(passed)
  })
  // The development servers talk to their pages by web sockets.
  server.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
    const lines = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
    )
    const passed = connect(port, '127.0.0.1', () => {
      passed.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      passed.write(new Uint8Array(head))
      passed.pipe(socket).pipe(passed)
    })
    for (const [one, other] of [
      [passed, socket],
      [socket, passed],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  const { url, close } = await listenLocally(server)
  return {
    url,
    pass: (to) => {
      port = to
    },
    close,
  }
}
