/** The clipboard of an X display, spoken to by the X protocol itself: a program started for each flavour would take seconds. */
import { createClient, eventMask, type XClient, type XEvent, type XProperty } from 'x11'
import { waitFor } from '../waitFor.js'

/** A clipboard that was emptied, and that another program may fill. */
export interface TakenClipboard {
  /** Whether another program has put something there. */
  isFilled: () => boolean
  /** Names of the flavours: MIME types and X targets. */
  readTargets: () => Promise<string[]>
  /** The bytes of a flavour, or undefined where it cannot be had. */
  read: (target: string) => Promise<Buffer | undefined>
  close: () => void
}

/** Any type of property, and a length in units of four bytes that no value reaches. */
const ANY_TYPE = 0
const WHOLE = 0x1fffffff
/** `state` of a PropertyNotify. */
const NEW_VALUE = 0

/** A request of the X protocol as a promise. */
function ask<Value>(
  request: (reply: (error: Error | null, value: Value) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    request((error, value) => (error ? reject(error) : resolve(value)))
  })
}

/** Tells of the next event that `isWanted` of. */
function createNext(client: XClient): (isWanted: (event: XEvent) => boolean) => Promise<XEvent> {
  const waiting = new Set<(event: XEvent) => void>()
  client.on('event', (event) => waiting.forEach((look) => look(event)))
  return (isWanted) =>
    new Promise((resolve) => {
      const look = (event: XEvent): void => {
        if (!isWanted(event)) return
        waiting.delete(look)
        resolve(event)
      }
      waiting.add(look)
    })
}

/** Empties the clipboard of a display such as `:101`. */
export async function takeClipboard(display: string): Promise<TakenClipboard> {
  const { client, screen } = await ask<{ client: XClient; screen: { root: number }[] }>((ready) =>
    createClient({ display }, ready),
  )
  // A browser that goes away in the middle of something is no error of the test.
  client.on('error', () => undefined)
  // The package keeps atoms for all displays together, though each display has numbers of its own.
  client.atoms = {}
  client.atom_names = {}
  const atomOf = (name: string): Promise<number> =>
    ask((reply) => client.InternAtom(false, name, reply))
  const clipboard = await atomOf('CLIPBOARD')
  const property = await atomOf('APARTE_FLAVOUR')
  const inParts = await atomOf('INCR')
  const id = client.AllocID()
  const values = { eventMask: eventMask.PropertyChange }
  client.CreateWindow(id, screen[0]?.root ?? 0, 0, 0, 1, 1, 0, 0, 0, 0, values)

  let isFilled = false
  client.on('event', ({ name, time, requestor = 0, selection = 0, target = 0 }) => {
    if (name === 'SelectionClear') isFilled = true
    if (name !== 'SelectionRequest') return
    // Who asks us is told that there is nothing.
    const refusal = { name: 'SelectionNotify', time, requestor, selection, target, property: 0 }
    client.SendEvent(requestor, 0, 0, refusal)
  })
  client.SetSelectionOwner(id, clipboard)
  await waitFor('an empty clipboard', async () => {
    const owner = await ask<number>((reply) => client.GetSelectionOwner(clipboard, reply))
    return owner === id
  })

  const next = createNext(client)
  const takeProperty = (): Promise<XProperty> =>
    ask((reply) => client.GetProperty(1, id, property, ANY_TYPE, 0, WHOLE, reply))
  /** Long values come in parts, each after the one before was taken, and an empty one at the end. */
  const readParts = async (): Promise<Buffer> => {
    const parts: Uint8Array[] = []
    for (;;) {
      const isNext = ({ name, atom, state }: XEvent): boolean =>
        name === 'PropertyNotify' && atom === property && state === NEW_VALUE
      const following = next(isNext)
      const { type, data } = await takeProperty()
      if (type !== inParts) parts.push(new Uint8Array(data))
      if (data.length === 0) return Buffer.concat(parts)
      await following
    }
  }
  const read = async (target: string): Promise<Buffer | undefined> => {
    const wanted = await atomOf(target)
    const answered = next(({ name }) => name === 'SelectionNotify')
    client.ConvertSelection(id, clipboard, wanted, property)
    if ((await answered).property === 0) return undefined
    // Looked at first, and taken then: taking it is what asks for the first part.
    const { type } = await ask<XProperty>((reply) =>
      client.GetProperty(0, id, property, ANY_TYPE, 0, 0, reply),
    )
    return type === inParts ? readParts() : (await takeProperty()).data
  }
  return {
    isFilled: () => isFilled,
    readTargets: async () => {
      const data = await read('TARGETS')
      if (data === undefined) return []
      const codes = Array.from({ length: data.length / 4 }, (_, at) => data.readUInt32LE(at * 4))
      return Promise.all(
        codes.map((code) => ask<string>((reply) => client.GetAtomName(code, reply))),
      )
    },
    read,
    close: () => client.terminate(),
  }
}
