import {
  createPreviewReader,
  type PreviewOptions,
  type PreviewReport,
} from './createPreviewReader.js'

/**
 * Reads one access log for previews, from pieces of text or bytes as a stream gives them; see `createPreviewReader`. Rejects with
 * what the stream rejects with.
 *
 * @example
 * const { previews } = await readPreviews(createReadStream('access.log'))
 */
export async function readPreviews(
  log: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  options: PreviewOptions = {},
): Promise<PreviewReport> {
  const reader = createPreviewReader(options)
  for await (const piece of log) reader.write(piece)
  reader.end()
  return reader.report()
}
