import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Sends bytes as they are and collects the whole answer until the server closes. */
export async function raw(port: number, write: (socket: Socket) => void): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  const closed = once(socket, 'close')
  await once(socket, 'connect')
  write(socket)
  await closed
  return text
}

/** The head of a post with these further lines. */
export const head = (more: string): string =>
  `POST /collect HTTP/1.1\r\nHost: collector\r\nContent-Type: text/plain\r\n${more}\r\n\r\n`
