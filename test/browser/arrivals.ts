/** What a collector has of arrivals, and what makes sure that it has all of them. */
import type { Stage } from './onEveryEngine.js'
import type { Row } from './openCollector.js'
import { waitFor } from './waitFor.js'

/** Waits for so many landings and views, and returns what each of them says of how it came. */
export async function readArrivals(
  { collector }: Pick<Stage, 'collector'>,
  count: number,
): Promise<string[]> {
  const read = async (): Promise<Row[]> =>
    (await collector.read()).filter(({ type }) => type === 'landing' || type === 'view')
  await waitFor(`${count} arrivals`, async () => (await read()).length >= count)
  return (await read()).map(({ type, navigation, entry }) =>
    type === 'landing' ? 'landing' : `${String(navigation)}${entry ? ', entry' : ''}`,
  )
}

/** Opens a page whose event comes last: what was under way before it has arrived by then. */
export async function openLast({ site, createContext }: Stage): Promise<void> {
  const page = await (await createContext()).open(`${site.url}/minutes`)
  await page.close()
}
