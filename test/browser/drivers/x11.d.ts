/** The part of the X11 client that the tests use. The package has no types of its own. */
declare module 'x11' {
  /** An event as it arrives: the fields of SelectionClear, SelectionRequest, SelectionNotify and PropertyNotify. */
  export interface XEvent {
    name: string
    time: number
    requestor?: number
    selection?: number
    target?: number
    property?: number
    atom?: number
    /** 0: the property has a new value. */
    state?: number
  }

  /** The value of a property. */
  export interface XProperty {
    type: number
    data: Buffer
  }

  type Reply<Value> = (error: Error | null, value: Value) => void

  /** A connection. Requests without a reply take none. */
  export interface XClient {
    /** What it has asked for so far: name → number, and number → name. */
    atoms: Record<string, number>
    atom_names: Record<number, string>
    AllocID: () => number
    CreateWindow: (
      ...window: [
        id: number,
        parent: number,
        ...box: [x: number, y: number, width: number, height: number, border: number],
        depth: number,
        kind: number,
        visual: number,
        values: { eventMask: number },
      ]
    ) => void
    InternAtom: (isOnlyIfKnown: boolean, name: string, reply: Reply<number>) => void
    GetAtomName: (atom: number, reply: Reply<string>) => void
    SetSelectionOwner: (owner: number, selection: number) => void
    GetSelectionOwner: (selection: number, reply: Reply<number>) => void
    ConvertSelection: (
      requestor: number,
      selection: number,
      target: number,
      property: number,
    ) => void
    GetProperty: (
      isDeleted: 0 | 1,
      id: number,
      property: number,
      type: number,
      ...rest: [offset: number, length: number, reply: Reply<XProperty>]
    ) => void
    SendEvent: (id: number, isPropagated: 0 | 1, mask: number, event: XEvent) => void
    on: {
      (what: 'event', run: (event: XEvent) => void): void
      (what: 'error', run: (error: Error) => void): void
    }
    terminate: () => void
  }

  export const eventMask: { PropertyChange: number }

  export function createClient(
    options: { display: string },
    ready: Reply<{ client: XClient; screen: { root: number }[] }>,
  ): void
}
