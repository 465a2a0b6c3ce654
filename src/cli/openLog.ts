import { createReadStream } from 'node:fs'
import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

const CHUNK_BYTES = 256 * 1024

/**
 * Gives the bytes of a log, unpacked where they begin as gzip does, whatever the file is called; `-` is standard input. Throws
 * one sentence where it cannot be read.
 */
export async function* openLog(file: string): AsyncGenerator<Uint8Array> {
  const source: AsyncIterable<Uint8Array> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES })
  try {
    const bytes = source[Symbol.asyncIterator]()
    const head: Uint8Array[] = []
    const magic: number[] = []
    // A pipe may give a single byte.
    while (magic.length < 2) {
      const { done, value } = await bytes.next()
      if (done) break
      head.push(value)
      magic.push(...value.subarray(0, 2))
    }
    const whole = joinAgain(head, bytes)
    yield* magic[0] === 0x1f && magic[1] === 0x8b ? unpack(whole) : whole
  } catch (cause) {
    throw new Error(sentenceOf(file === '-' ? 'standard input' : file, cause), { cause })
  }
}

async function* joinAgain(
  head: Iterable<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** Logs that were joined are unpacked one after the other. */
const unpack = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // What goes wrong is thrown by whoever reads.
  pipeline(Readable.from(packed), gunzip, () => undefined)
  return gunzip
}

const sentenceOf = (name: string, cause: unknown): string => {
  const { code = '', message } = cause as NodeJS.ErrnoException // what streams of Node emit
  if (code === 'ENOENT') return `There is no file ${name}.`
  if (code === 'EISDIR') return `${name} is a folder, not a log.`
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read.`
  if (code.startsWith('Z_'))
    return `${name} begins as gzip does, but cannot be unpacked: ${message}.`
  return `${name} cannot be read: ${message}.`
}
